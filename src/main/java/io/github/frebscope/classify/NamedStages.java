package io.github.frebscope.classify;

import io.github.frebscope.trace.StatusCode;
import java.util.Optional;
import java.util.Set;

/**
 * The stages of Application Request Routing of which only the names are documented. However plain
 * it is that ARR set the status, a verdict on one is at most of medium confidence and says so.
 */
final class NamedStages {
  private static final Set<StatusCode> STAGES =
      Set.of(StatusCode.of(502, 2), StatusCode.of(502, 6), StatusCode.of(502, 7));

  private NamedStages() {}

  /**
   * What is open, the rest of a sentence; empty when it is no such stage.
   *
   * @param module the usual name of the module that set the status
   */
  static Optional<String> open(String module, StatusCode status) {
    return module.equals(Names.ARR) && STAGES.contains(status)
        ? Optional.of("what went wrong in that stage, of which only the name is documented")
        : Optional.empty();
  }
}
