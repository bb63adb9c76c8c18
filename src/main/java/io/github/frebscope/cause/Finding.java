package io.github.frebscope.cause;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a {@link CauseRule} found: a cause, how sure it is, the events that show it, and what speaks
 * against it.
 *
 * <p>Immutable and safe for use by several threads; each method answers a changed copy. None takes
 * null.
 */
public final class Finding {
  private final Cause cause;
  private final Confidence confidence;
  private final List<Evidence> evidence;
  private final List<String> doubts;
  private final Map<String, String> values;
  private final String says;

  private Finding(
      Cause cause,
      Confidence confidence,
      List<Evidence> evidence,
      List<String> doubts,
      Map<String, String> values,
      String says) {
    this.cause = Objects.requireNonNull(cause, "cause");
    this.confidence = Objects.requireNonNull(confidence, "confidence");
    this.evidence = List.copyOf(evidence);
    this.doubts = List.copyOf(doubts);
    this.values = Map.copyOf(values);
    this.says = says;
  }

  /** That cause, that surely. The event that set the status need not be given as evidence. */
  public static Finding of(Cause cause, Confidence confidence) {
    return new Finding(cause, confidence, List.of(), List.of(), Map.of(), null);
  }

  /** With an event that shows it. */
  public Finding proof(TraceEvent event, String reason) {
    List<Evidence> more = new ArrayList<>(evidence);
    more.add(new Evidence(event.index(), event.name(), reason));
    return new Finding(cause, confidence, more, doubts, values, says);
  }

  /** {@link #proof(TraceEvent, String)} if the event is there. */
  public Finding proof(Optional<TraceEvent> event, String reason) {
    return event.map(e -> proof(e, reason)).orElse(this);
  }

  /**
   * Not surer than that.
   *
   * @param doubt what speaks against it or is missing: a clause that goes on after "because"
   */
  public Finding atMost(Confidence most, String doubt) {
    List<String> more = new ArrayList<>(doubts);
    more.add(Objects.requireNonNull(doubt, "doubt"));
    Confidence lower = Confidence.lower(confidence, most);
    return new Finding(cause, lower, evidence, more, values, says);
  }

  /** {@link #atMost(Confidence, String)} if the condition holds. */
  public Finding atMostIf(boolean condition, Confidence most, String doubt) {
    return condition ? atMost(most, doubt) : this;
  }

  /** A value for the cause's templates, besides those of the failure. */
  public Finding value(String name, String text) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(text, "text"));
    return new Finding(cause, confidence, evidence, doubts, more, says);
  }

  /** {@link #value(String, String)} if the text is there. */
  public Finding value(String name, Optional<String> text) {
    return text.map(t -> value(name, t)).orElse(this);
  }

  /** Another template than the cause's for what happened. */
  public Finding saying(String template) {
    Objects.requireNonNull(template, "template");
    return new Finding(cause, confidence, evidence, doubts, values, template);
  }

  /** What was found. */
  public Cause cause() {
    return cause;
  }

  /** How sure it is. */
  public Confidence confidence() {
    return confidence;
  }

  /** The events that show it; may be empty. */
  public List<Evidence> evidence() {
    return evidence;
  }

  /** What speaks against it or is missing; clauses that go on after "because". */
  public List<String> doubts() {
    return doubts;
  }

  /** What happened, in a sentence or two. */
  String sentence(Failure failure) {
    return render(failure, says == null ? cause.says() : says);
  }

  Optional<String> remedy(Failure failure) {
    return Optional.of(cause)
        .filter(c -> failure.isOfProcess())
        .flatMap(Cause::processRemedy)
        .or(cause::remedy)
        .map(text -> render(failure, text));
  }

  /** What to trace next time, if something was missing, and what to look at. */
  Optional<String> next(Failure failure) {
    Optional<String> look =
        Optional.of(cause)
            .filter(c -> failure.isOfProcess())
            .flatMap(Cause::processNext)
            .or(cause::next);
    return Stream.of(
            NextTime.sentence(failure, cause, confidence), look.map(text -> render(failure, text)))
        .flatMap(Optional::stream)
        .reduce((trace, then) -> trace + " " + then);
  }

  private String render(Failure failure, String template) {
    try {
      return Template.render(
          template, name -> Optional.ofNullable(values.get(name)).or(() -> failure.value(name)));
    } catch (IllegalArgumentException e) {
      throw CauseRuleException.ofTemplate(cause, e);
    }
  }

  /** {@code CONNECT_REFUSED, high}. */
  @Override
  public String toString() {
    return cause.id() + ", " + confidence;
  }
}
