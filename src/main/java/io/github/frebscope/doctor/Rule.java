package io.github.frebscope.doctor;

import java.util.stream.Stream;

/** One way to explain failures without traces. */
interface Rule {
  /** What it finds; nothing when it cannot tell. */
  Stream<Finding> find(Examination examination);
}
