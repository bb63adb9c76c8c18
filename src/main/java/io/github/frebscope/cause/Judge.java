package io.github.frebscope.cause;

import java.util.Optional;

/** What a cause of the table asks beyond module, status and error code. */
@FunctionalInterface
interface Judge {
  /**
   * Looks closer.
   *
   * @param failure fits the table's conditions
   * @param finding the cause, of high confidence
   * @return the finding with evidence and doubts; empty when it is not this cause
   */
  Optional<Finding> judge(Failure failure, Finding finding);
}
