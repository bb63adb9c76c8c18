package io.github.frebscope.cause;

import io.github.frebscope.catalog.Cause;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Why a request failed, as far as the trace tells: one cause, or several between which it does not
 * decide, or none.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param cause the cause; empty when no rule fits, or several fit equally
 * @param confidence how sure it is; {@link Confidence#HIGH} when there is nothing to be unsure of
 *     because no rule fits
 * @param sentence what happened, or between what it is open, or, when no rule fits, what the status
 *     means by itself; empty text when that does not tell either
 * @param evidence the events that show it
 * @param remedy what to do
 * @param next what to look at or trace to be sure
 * @param alternatives other causes that fit, the likeliest first; those between which it is open
 *     when there is no cause
 */
public record Diagnosis(
    Optional<Cause> cause,
    Confidence confidence,
    String sentence,
    List<Evidence> evidence,
    Optional<String> remedy,
    Optional<String> next,
    List<Alternative> alternatives) {
  /** Nothing fits, and the status does not say it itself. */
  public static final Diagnosis NONE =
      new Diagnosis(
          Optional.empty(),
          Confidence.HIGH,
          "",
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  /** Refuses nulls and keeps copies. */
  public Diagnosis {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(remedy, "remedy");
    Objects.requireNonNull(next, "next");
    evidence = List.copyOf(evidence);
    alternatives = List.copyOf(alternatives);
  }

  /** This diagnosis, not surer than that. */
  Diagnosis atMost(Confidence most) {
    return new Diagnosis(
        cause, Confidence.lower(confidence, most), sentence, evidence, remedy, next, alternatives);
  }

  /** This diagnosis without its evidence, for what has taken it over. */
  public Diagnosis withoutEvidence() {
    return new Diagnosis(cause, confidence, sentence, List.of(), remedy, next, alternatives);
  }

  /**
   * This diagnosis with its texts replaced by equal ones, so that many can share them.
   *
   * @param shared answers the one copy of a text to keep
   */
  public Diagnosis sharing(UnaryOperator<String> shared) {
    if (equals(NONE)) {
      return NONE;
    }
    return new Diagnosis(
        cause,
        confidence,
        shared.apply(sentence),
        evidence,
        remedy.map(shared),
        next.map(shared),
        alternatives.stream().map(a -> a.sharing(shared)).toList());
  }

  /** Whether several causes fit equally. */
  public boolean isAmbiguous() {
    return cause.isEmpty() && !alternatives.isEmpty();
  }

  /** {@code CONNECT_REFUSED, high: sentence}; the sentence alone without a cause. */
  @Override
  public String toString() {
    return cause.map(c -> c.id() + ", " + confidence + ": ").orElse("") + sentence;
  }
}
