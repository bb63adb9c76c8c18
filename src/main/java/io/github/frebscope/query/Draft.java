package io.github.frebscope.query;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.query.SetFinding.Kind;
import io.github.frebscope.query.SetFinding.Place;
import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Puts a finding together. */
final class Draft {
  /** As long as a DNS name can be. A shorter cut could hide from redaction what it looks for. */
  private static final int LONGEST_NAME = 253;

  private final Kind kind;
  private final List<Case> cases;
  private final Confidence confidence;
  private final StringBuilder sentence = new StringBuilder();
  private String cause;
  private String next;

  private Draft(Kind kind, List<Case> cases, Confidence confidence) {
    this.kind = kind;
    this.cases = cases;
    this.confidence = confidence;
  }

  /** A finding that rests on those cases, of which there is one at least. */
  static Draft of(Kind kind, List<Case> cases, Confidence confidence) {
    return new Draft(kind, cases, confidence);
  }

  /** The id of the cause it points to, or null. */
  Draft cause(String id) {
    cause = id;
    return this;
  }

  /** A sentence, after those before it. */
  Draft say(String text) {
    sentence.append(sentence.isEmpty() ? "" : " ").append(text);
    return this;
  }

  /** {@link #say} if the condition holds. */
  Draft sayIf(boolean condition, String text) {
    return condition ? say(text) : this;
  }

  /** What would decide it. */
  Draft next(String text) {
    next = text;
    return this;
  }

  SetFinding build() {
    return new SetFinding(
        kind,
        sentence.toString(),
        Optional.ofNullable(cause),
        confidence,
        cases.size(),
        cases.stream().limit(SetFinding.MOST_FILES).map(c -> c.trace().file()).toList(),
        place(),
        Cases.first(cases),
        Cases.last(cases),
        Optional.ofNullable(next));
  }

  private Place place() {
    return new Place(
        common(Case::server),
        number(common(c -> c.process() < 0 ? null : c.process())),
        common(c -> c.trace().appPool().orElse(null)),
        number(common(c -> c.trace().site().isEmpty() ? null : c.trace().site().getAsLong())),
        common(Case::backend));
  }

  private <T> Optional<T> common(Function<Case, T> value) {
    T first = value.apply(cases.get(0));
    boolean same = cases.stream().allMatch(c -> Objects.equals(value.apply(c), first));
    return same ? Optional.ofNullable(first) : Optional.empty();
  }

  private static OptionalLong number(Optional<Long> value) {
    return value.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /** A name from a trace, safe in a sentence. */
  static String name(String text) {
    return Cut.END.apply(TerminalText.line(text), LONGEST_NAME);
  }

  /** {@code 1 request}, {@code 1,200 requests}. */
  static String many(long count, String noun) {
    return ValueText.count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** {@code between 2026-01-14 10:22:31Z and 2026-01-14 10:27:02Z}. */
  static String span(List<Case> cases) {
    String from = time(Cases.first(cases));
    String until = time(Cases.last(cases));
    return from.equals(until) ? "at " + from : "between " + from + " and " + until;
  }

  static String time(Optional<Instant> time) {
    return time.map(ValueText::of).orElse("an unknown time");
  }

  /** The shortest and the longest wait, each with the clock's error. */
  static String waits(List<Case> cases) {
    List<Duration> waits =
        cases.stream().map(Case::waited).filter(Objects::nonNull).sorted().toList();
    if (waits.isEmpty()) {
      return "an unknown time";
    }
    MeasuredTime least = MeasuredTime.of(waits.get(0));
    MeasuredTime most = MeasuredTime.of(waits.get(waits.size() - 1));
    return least.toString().equals(most.toString()) ? least.toString() : least + " to " + most;
  }
}
