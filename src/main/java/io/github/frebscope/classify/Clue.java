package io.github.frebscope.classify;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that points to a module although no event says who set the status.
 *
 * @param rule the id of the rule that found it
 * @param module the module it points to; empty when only its area is known
 * @param area the area of that module
 * @param strength how far it carries alone: medium for a reported failure, low for taking part
 * @param events the events that show it, the most telling first; empty for a sub-status alone
 * @param text what it is, the rest of a sentence that begins with "the trace shows that"
 * @param origin whether the module failed itself
 * @param silence the silence that goes with it, if the clue has one
 */
record Clue(
    String rule,
    Optional<String> module,
    String area,
    Confidence strength,
    List<TraceEvent> events,
    String text,
    Origin origin,
    Optional<Duration> silence) {
  Clue {
    events = List.copyOf(events);
  }

  /** Whether it points at that module, by name or by its area alone. */
  boolean agreesWith(Clue other) {
    return (module.isPresent() && other.module().isPresent())
        ? module.equals(other.module())
        : area.equals(other.area());
  }

  /** The code in the event that reports the failure. */
  OptionalLong errorCode() {
    return origin == Origin.OWN && !events.isEmpty()
        ? Codes.errorCode(events.get(0))
        : OptionalLong.empty();
  }

  List<Evidence> evidence() {
    return events.stream().map(e -> Proof.of(e, text)).toList();
  }

  /** A strong clue: an event in which the module itself reports that it failed. */
  static Clue failure(Facts facts, String rule, String module, TraceEvent event, String text) {
    return new Clue(
        rule,
        Optional.of(module),
        Handlers.area(facts, module),
        Confidence.MEDIUM,
        List.of(event),
        text,
        Origin.OWN,
        Optional.of(
            Silence.before(facts.trace().events(), event, Codes.number(event, "Notification"))));
  }

  /** A weak clue: the module took part. */
  static Clue presence(
      Facts facts, String rule, String module, List<TraceEvent> events, String text) {
    return new Clue(
        rule,
        Optional.of(module),
        Handlers.area(facts, module),
        Confidence.LOW,
        events,
        text,
        Origin.UNKNOWN,
        Optional.empty());
  }
}
