package io.github.frebscope.config;

import io.github.frebscope.internal.text.Texts;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a request would have been traced.
 *
 * @param result yes, no, or not to be told
 * @param rule the rule whose path matches first; empty when none does
 * @param trigger which of its conditions writes the trace, when it is certain
 * @param reason one sentence for people
 */
public record RuleAnswer(
    Result result, Optional<FailureRule> rule, Optional<Trigger> trigger, String reason) {
  /** Whether a trace is written. */
  public enum Result {
    /** A trace is written. */
    TRACED,
    /** None is written. */
    NOT_TRACED,
    /** It depends on what is not known of the request, or the rule is one that IIS refuses. */
    CANNOT_TELL
  }

  /** A condition of a rule. The first that is met writes the trace. */
  public enum Trigger {
    /** {@code failureDefinitions@statusCodes}. */
    STATUS,
    /** {@code failureDefinitions@timeTaken}. */
    TIME_TAKEN,
    /** {@code failureDefinitions@verbosity}. */
    EVENT
  }

  /** Refuses nulls. */
  public RuleAnswer {
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(trigger, "trigger");
    Objects.requireNonNull(reason, "reason");
  }

  /** Whether a trace is written for certain. */
  public boolean isTraced() {
    return result == Result.TRACED;
  }

  /** {@code TRACED by * on 502: reason}: one line. */
  @Override
  public String toString() {
    return result + rule.map(r -> " by " + r).orElse("") + ": " + Texts.shown(reason);
  }
}
