package io.github.frebscope.query;

import java.util.Optional;

/** How one attribute differs between two sides: what its test says. */
sealed interface Contrast permits ValueContrast, NumberContrast {
  /** The attribute's name, or that of the header. */
  String name();

  /** How likely it is by chance, for this attribute alone. */
  double p();

  /** The size of the effect, 0 for none; below it where numbers are smaller here. */
  double effect();

  /** How much better the difference describes the traces than none would: larger is better. */
  double score();

  /** How many different values there are. */
  int breadth();

  /** As it is told. */
  SetDifference told(double corrected, Optional<String> goesWith);
}
