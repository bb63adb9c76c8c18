package io.github.frebscope.coverage;

import io.github.frebscope.catalog.EventCatalog;
import io.github.frebscope.catalog.EventKind;
import io.github.frebscope.catalog.SpanKind;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one trace can have recorded: whether it tells its request from beginning to end, and which
 * events would be in it if they had been raised. So that the absence of an event is taken for proof
 * only where it is one.
 *
 * <pre>{@code
 * Coverage coverage = Coverage.of(timeline);
 * coverage.canHave("ARR_REQUEST_ROUTED");
 * // unknown: area RequestRouting was not seen: it may be off or nothing happened
 * }</pre>
 *
 * <p>A trace proves what its tracing rule records at least: the areas of which it has events, up to
 * the highest level that the provider has an event of. That something was <em>not</em> recorded
 * only the rule itself can tell. An event that was not raised does not mean that what it stands for
 * did not happen: older versions of IIS do not raise all events that newer ones do.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Coverage {
  private final SeenEvents seen;
  private final Optional<TracingRule> rule;
  private final Optional<TraceEvent> contradiction;
  private final Map<SpanKind, Integer> open;
  private final List<Flaw> flaws;

  private Coverage(Timeline timeline, Optional<TracingRule> rule) {
    List<TraceEvent> events = timeline.trace().events();
    this.rule = rule;
    seen = new SeenEvents(events);
    contradiction = rule.flatMap(r -> events.stream().filter(r::contradicts).findFirst());
    UnpairedSpans unpaired = new UnpairedSpans(timeline, name -> canHave(name).isRecorded());
    open = unpaired.open();
    flaws = Flaws.of(timeline, seen, unpaired);
  }

  /** What the trace itself proves. */
  public static Coverage of(Timeline timeline) {
    return new Coverage(timeline, Optional.empty());
  }

  /**
   * What the trace and the rule that it was written by prove. Where the trace has an event that the
   * rule does not record, it was written by another rule, and this one is not used.
   *
   * @see #contradiction()
   */
  public static Coverage of(Timeline timeline, TracingRule rule) {
    return new Coverage(timeline, Optional.of(Objects.requireNonNull(rule, "rule")));
  }

  /** The rule that was given; empty for none. */
  public Optional<TracingRule> rule() {
    return rule;
  }

  /** The first event that the given rule does not record; empty for none, and without a rule. */
  public Optional<TraceEvent> contradiction() {
    return contradiction;
  }

  /**
   * The providers of which the trace has events, in the order of their first events. Events that
   * the tracing module adds itself do not count.
   */
  public List<ProviderCoverage> providers() {
    return seen.providers();
  }

  /**
   * Whether the trace tells its request from its first event to its last, without any loss; of the
   * areas and levels that are recorded, that is.
   */
  public boolean isWhole() {
    return flaws.isEmpty();
  }

  /** Why it is not whole; empty when it is. */
  public List<Flaw> flaws() {
    return flaws;
  }

  /**
   * How much work inside modules has no end although that would have been recorded, by kind. It
   * breaks off when it fails, so this does not make a trace less whole. Kinds whose end was never
   * seen in any real trace are left out.
   */
  public Map<SpanKind, Integer> openSpans() {
    return open;
  }

  /**
   * Whether an event of that name would be in the trace, had it been raised while the trace was
   * recorded; so of a trace that is not whole this is not said of the missing parts.
   *
   * @param eventName the printed name, exactly
   */
  public Answer canHave(String eventName) {
    Objects.requireNonNull(eventName, "eventName");
    Optional<TraceEvent> there = seen.first(eventName);
    if (there.isPresent()) {
      return Answer.recorded(isThere(there.get()));
    }
    List<Answer> answers = EventCatalog.byName(eventName).stream().map(this::byKind).toList();
    if (answers.isEmpty()) {
      return Answer.unknown("no event of that name is known");
    }
    Answer first = answers.get(0);
    boolean agree = answers.stream().allMatch(a -> a.recording() == first.recording());
    return agree ? first : Answer.unknown("several kinds of events have that name");
  }

  /** Whether an event of that kind would be in the trace, had it been raised meanwhile. */
  public Answer canHave(EventKind kind) {
    Optional<TraceEvent> there =
        seen.first(kind.name()).filter(e -> KnownProviders.kind(e).equals(Optional.of(kind)));
    return there.isPresent() ? Answer.recorded(isThere(there.get())) : byKind(kind);
  }

  private Answer byKind(EventKind kind) {
    Answer bySeen = seen.canHave(kind);
    if (bySeen.isRecorded() || rule.isEmpty() || contradiction.isPresent()) {
      return bySeen;
    }
    return rule.get().canHave(kind);
  }

  /**
   * Whether the trace proves that no event of that name was raised during the request: it is not
   * there, the trace is whole, and it would have been recorded. Never true for events that are not
   * in the catalogue, of which the name, the area or the level is not known for certain, or that
   * the tracing module adds itself.
   *
   * @param eventName the printed name, exactly
   */
  public boolean absenceProves(String eventName) {
    return doubts(eventName).isEmpty();
  }

  /**
   * Why the absence of that event proves nothing; empty when it proves that it was not raised.
   *
   * @param eventName the printed name, exactly
   */
  public List<String> doubts(String eventName) {
    Answer answer = canHave(eventName);
    Optional<TraceEvent> there = seen.first(eventName);
    if (there.isPresent()) {
      return List.of(isThere(there.get()));
    }
    List<String> doubts = new ArrayList<>();
    if (!answer.isRecorded()) {
      doubts.add(answer.reason());
    }
    flaws.forEach(flaw -> doubts.add(flaw.text()));
    return List.copyOf(doubts);
  }

  private static String isThere(TraceEvent event) {
    return "it is there: event " + event.index();
  }

  /**
   * All of it for a report, a sentence or list each: whether the trace is complete and why not,
   * what was recorded and what was not seen, what broke off, and whether the rule fits.
   */
  public List<String> sentences() {
    return CoverageText.of(this);
  }

  /** {@link #sentences()}, one a line. */
  @Override
  public String toString() {
    return String.join("\n", sentences());
  }
}
