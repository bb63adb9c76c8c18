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
 * @param apart what would tell it from the cause that was found, a sentence such as {@code If it is
 *     PORT_EXHAUSTION, every new connection fails.}; empty when that is not known
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

  /** The cause, what speaks against it, and what would tell it from the one that was found. */
  @Override
  public String toString() {
    return text("Less likely because ");
  }

  /** As one of several that are equally likely. */
  public String amongEquals() {
    return text("Not certain because ");
  }

  private String text(String because) {
    return cause
        + "."
        + against.map(text -> " " + because + text + ".").orElse("")
        + apart.map(text -> " " + text).orElse("");
  }
}
