package io.github.frebscope.classify;

import io.github.frebscope.cause.Evidence;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What speaks against a request that ended without an error status. Once the head of a response is
 * out, nothing that goes wrong can change the status any more.
 */
final class Reservations {
  private final List<Evidence> evidence = new ArrayList<>();
  private final StringBuilder sentences = new StringBuilder();

  private Reservations() {}

  static Reservations of(Facts facts, StatusCode status) {
    Reservations reservations = new Reservations();
    facts
        .requestEnd()
        .filter(e -> facts.endsWithAnotherStatus())
        .ifPresent(e -> reservations.contradiction(e, status));
    facts
        .history()
        .last()
        .filter(last -> last.status().isError())
        .ifPresent(last -> reservations.errorBefore(last, status));
    Circumstances.brokenWrite(facts, 0).ifPresent(reservations::brokenWrite);
    openBody(facts).ifPresent(reservations::openBody);
    return reservations;
  }

  /** A body that ARR began to receive and did not end; in a trace cut off that means nothing. */
  private static Optional<TraceEvent> openBody(Facts facts) {
    return facts.trace().isComplete()
        ? Optional.of(ArrExchange.before(facts.trace().events(), 0, Integer.MAX_VALUE))
            .filter(exchange -> exchange.step() == ArrExchange.Step.RECEIVING_BODY)
            .flatMap(ArrExchange::latest)
        : Optional.empty();
  }

  private void contradiction(TraceEvent end, StatusCode status) {
    String told = Codes.status(end).map(StatusCode::toString).orElse("?");
    add(
        end,
        "tells " + told,
        "The file contradicts itself: its head says "
            + status
            + ", the end of the request (event "
            + end.index()
            + ") "
            + told);
  }

  private void errorBefore(StatusEvent last, StatusCode status) {
    String by = last.moduleOrUnnamed();
    add(
        last.event(),
        by + " set " + last.status(),
        by
            + " had set "
            + last.status()
            + " (event "
            + last.index()
            + "); what made it "
            + status
            + " was not traced");
  }

  private void brokenWrite(TraceEvent write) {
    add(write, "sending to the client failed", "But " + Circumstances.brokenWriteText(write));
  }

  private void openBody(TraceEvent start) {
    add(
        start,
        "the body began, its end was not traced",
        "But the backend's answer may have broken off: ARR began to receive the body (event "
            + start.index()
            + ") and no event ends it");
  }

  private void add(TraceEvent event, String reason, String sentence) {
    evidence.add(Proof.of(event, reason));
    sentences.append(' ').append(sentence).append('.');
  }

  boolean isEmpty() {
    return evidence.isEmpty();
  }

  List<Evidence> evidence() {
    return List.copyOf(evidence);
  }

  /** A blank before each sentence; empty when nothing speaks against it. */
  String sentences() {
    return sentences.toString();
  }
}
