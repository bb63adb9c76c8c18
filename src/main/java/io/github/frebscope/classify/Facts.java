package io.github.frebscope.classify;

import io.github.frebscope.trace.Diagnostic.Kind;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A digest, and what every rule wants to know of it. */
final class Facts {
  private final Trace trace;
  private final StatusHistory history;
  private final StatusCode finalStatus;
  private final StatusCode triggerStatus;

  private Facts(Trace digest) {
    trace = digest;
    history = StatusHistory.of(digest.events());
    finalStatus = known(digest.request().status()).or(this::statusAtEnd).orElse(null);
    triggerStatus = known(digest.request().triggerStatus()).orElse(null);
  }

  /** The facts of a trace; only the named events and those every digest holds are looked at. */
  static Facts of(Trace trace, Set<String> eventNames) {
    return new Facts(trace.digest(eventNames));
  }

  private static Optional<StatusCode> known(Optional<StatusCode> status) {
    return status.filter(s -> s.status() != 0);
  }

  private Optional<StatusCode> statusAtEnd() {
    return requestEnd().flatMap(Codes::status).or(() -> history.last().map(StatusEvent::status));
  }

  Trace trace() {
    return trace;
  }

  StatusHistory history() {
    return history;
  }

  /** What the client got: from the root element, else from the last event that tells. */
  Optional<StatusCode> finalStatus() {
    return Optional.ofNullable(finalStatus);
  }

  /** The status that fired the rule; empty when it was not a status. */
  Optional<StatusCode> triggerStatus() {
    return Optional.ofNullable(triggerStatus);
  }

  /** Whether the client got an error. */
  boolean isFailure() {
    return finalStatus != null && finalStatus.isError();
  }

  /** Whether the rule was fired by an error that the client did not get. */
  boolean isReplacedFailure() {
    return !isFailure() && triggerStatus != null && triggerStatus.isError();
  }

  /** The failure to explain: the final status, else the one that fired the rule. */
  Optional<StatusCode> failure() {
    if (isFailure()) {
      return finalStatus();
    }
    return isReplacedFailure() ? triggerStatus() : Optional.empty();
  }

  /** The end of the request itself. */
  Optional<TraceEvent> requestEnd() {
    return last(e -> e.requestDepth() == 0 && e.is(Names.REQUEST_END));
  }

  /** Whether GENERAL_REQUEST_END tells another HTTP status than the root element. */
  boolean endsWithAnotherStatus() {
    return requestEnd()
        .flatMap(Codes::status)
        .filter(end -> finalStatus != null && end.status() != finalStatus.status())
        .isPresent();
  }

  Stream<TraceEvent> events() {
    return trace.events().stream();
  }

  /** The events of the request itself, without those of child requests. */
  Stream<TraceEvent> ownEvents() {
    return events().filter(e -> e.requestDepth() == 0);
  }

  Optional<TraceEvent> first(Predicate<TraceEvent> wanted) {
    return events().filter(wanted).findFirst();
  }

  Optional<TraceEvent> last(Predicate<TraceEvent> wanted) {
    List<TraceEvent> events = trace.events();
    for (int i = events.size() - 1; i >= 0; i--) {
      if (wanted.test(events.get(i))) {
        return Optional.of(events.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether an event before that one, or somewhere unknown, could not be read. */
  boolean mayHaveLostEventsBefore(int index) {
    return trace.diagnosticCount() > trace.diagnostics().size()
        || trace.diagnostics().stream()
            .anyMatch(d -> d.kind().isLosing() && d.kind() != Kind.TORN && d.event() <= index);
  }
}
