package io.github.frebscope.log;

import java.util.List;
import java.util.Optional;

/** A format of access logs whose fields are always the same. */
interface PlainLine {
  /** A line as a value; empty when it is none of this format. */
  Optional<AccessLine> parse(String file, long number, String line);

  /** Fields that are looked at and that the format does not have. */
  List<String> missing();

  /** What is told of a line that is none of this format. */
  String expected();
}
