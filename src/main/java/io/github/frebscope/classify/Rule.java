package io.github.frebscope.classify;

import java.util.Optional;
import java.util.Set;

/**
 * One way to tell who produced a status. A rule holds no state and says "cannot tell" by an empty
 * answer; the classifier then asks the next.
 */
interface Rule {
  /** The events it looks at by name. Those every digest holds need not be listed. */
  default Set<String> events() {
    return Set.of();
  }

  /** What it makes of the facts; empty when they are none of its business. */
  Optional<Verdict> judge(Facts facts);
}
