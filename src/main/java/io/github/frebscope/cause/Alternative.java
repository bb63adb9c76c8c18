package io.github.frebscope.cause;

import io.github.frebscope.catalog.Cause;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Another cause that a failed request can have.
 *
 * @param cause the cause
 * @param against what speaks against it, a clause; empty when nothing does
 * @param apart what would tell it from the cause that was found, a sentence; empty when that is not
 *     known
 */
public record Alternative(Cause cause, Optional<String> against, Optional<String> apart) {
  /** Refuses nulls. */
  public Alternative {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(against, "against");
    Objects.requireNonNull(apart, "apart");
  }

  Alternative sharing(UnaryOperator<String> shared) {
    return new Alternative(cause, against.map(shared), apart.map(shared));
  }

  /** {@code PORT_EXHAUSTION: no local port was left. Less likely because .... To tell: ...}. */
  @Override
  public String toString() {
    return cause
        + against.map(text -> ". Less likely because " + text).orElse("")
        + apart.map(text -> ". To tell: " + text).orElse("");
  }
}
