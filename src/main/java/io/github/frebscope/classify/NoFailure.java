package io.github.frebscope.classify;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.StatusCode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The client got no error and none fired the rule, or only one of a child request did. */
final class NoFailure implements Rule {
  static final String ID = "no-failure";
  static final String SLOW = "slow-request";
  static final String CHILD_FIRED = "child-status-fired";

  @Override
  public Set<String> events() {
    Set<String> names = new HashSet<>(ArrExchange.EVENTS);
    names.addAll(StatusEvent.EVENTS);
    names.add(Names.REQUEST_END);
    names.add(Names.FLUSH_END);
    return names;
  }

  @Override
  public Optional<Verdict> judge(Facts facts) {
    Optional<StatusCode> status = facts.finalStatus();
    if (status.isEmpty() || status.get().isError()) {
      return Optional.empty();
    }
    if (facts.isReplacedFailure()) {
      return childFired(facts, status.get());
    }
    boolean slow = isFiredBy(facts, "TIME_TAKEN");
    Optional<StatusEvent> setter = slow ? Optional.empty() : setter(facts, status.get());
    Reservations reservations = Reservations.of(facts, status.get());
    boolean sure = facts.trace().isComplete() && reservations.isEmpty();
    return Optional.of(
        setter
            .map(set -> Attribution.of(facts, set).verdict(ID, status.get()))
            .orElseGet(() -> Verdict.builder(slow ? SLOW : ID).status(status.get()))
            .failure(false)
            .confidence(sure ? Confidence.HIGH : Confidence.MEDIUM)
            .evidence(
                Stream.concat(proof(facts, setter), reservations.evidence().stream()).toList())
            .explanation(
                (slow
                        ? slow(facts, status.get(), reservations.isEmpty())
                        : plain(facts, status.get(), setter, reservations.isEmpty()))
                    + reservations.sentences())
            .build());
  }

  private static boolean isFiredBy(Facts facts, String reason) {
    return facts.trace().request().failureReason().filter(reason::equals).isPresent();
  }

  /** Who set this status in the request itself; a plain 200 is nobody's. */
  private static Optional<StatusEvent> setter(Facts facts, StatusCode status) {
    return facts
        .history()
        .decision(status.status(), facts.triggerStatus())
        .filter(decision -> decision.later().isEmpty() && !decision.interrupted())
        .map(StatusHistory.Decision::event)
        .filter(set -> set.status().equals(status) && set.module().isPresent());
  }

  /** Only a child request failed, and the request itself went on to end well. */
  private static Optional<Verdict> childFired(Facts facts, StatusCode status) {
    return facts
        .triggerStatus()
        .flatMap(trigger -> facts.history().decisionInChild(trigger.status()))
        .map(StatusHistory.Decision::event)
        .map(
            child ->
                Verdict.builder(CHILD_FIRED)
                    .status(status)
                    .failure(false)
                    .confidence(Confidence.MEDIUM)
                    .evidence(
                        List.of(Proof.of(child.event(), "set " + child.status() + " in a child")))
                    .explanation(
                        "No failure: the client got "
                            + Wording.status(status)
                            + ". The rule was fired by "
                            + child.status()
                            + ", which "
                            + child.moduleOrUnnamed()
                            + " set in a child request; it did not reach the client.")
                    .build());
  }

  private static Stream<Evidence> proof(Facts facts, Optional<StatusEvent> setter) {
    return Stream.concat(
        setter.stream().map(set -> Proof.of(set.event(), "set " + set.status())),
        facts.requestEnd().stream()
            .filter(e -> !facts.endsWithAnotherStatus())
            .map(e -> Proof.of(e, "the request ended with it")));
  }

  private static String plain(
      Facts facts, StatusCode status, Optional<StatusEvent> setter, boolean sure) {
    String text =
        setter
            .map(set -> set.moduleOrUnnamed() + " set " + Wording.status(set))
            .orElseGet(() -> "the request ended with " + Wording.status(status));
    return (sure ? "No failure: " : "No error status: ")
        + text
        + "."
        + firedBy(facts)
        + (facts.trace().isComplete()
            ? ""
            : " The trace is not whole: " + facts.trace().completeness().text() + ".");
  }

  /** Rules need not look at the status. */
  private static String firedBy(Facts facts) {
    if (isFiredBy(facts, "EVENT_VERBOSITY_LEVEL")) {
      return " The level of an event fired the rule, not the status.";
    }
    return isFiredBy(facts, "SERVER_VARIABLE")
        ? " A module asked for the trace (IIS_EnableFailedRequestLog), not the status."
        : "";
  }

  private static String slow(Facts facts, StatusCode status, boolean sure) {
    Optional<Duration> taken = facts.trace().request().timeTaken();
    String passed = taken.map(t -> ", " + Wording.duration(t) + " so far").orElse("");
    String all = taken.map(t -> ", " + Wording.duration(t) + " in all").orElse("");
    String silence = LongestSilence.of(facts.trace()).map(LongestSilence::sentence).orElse("");
    Completeness completeness = facts.trace().completeness();
    return completeness == Completeness.COMPLETE
        ? (sure ? "Slow, but no failure" : "Slow, but no error status")
            + ": the request ended with "
            + status
            + all
            + "."
            + silence
        : "Slow request, status "
            + status
            + " when the file was written"
            + passed
            + "; how it ended is not in the trace ("
            + completeness.text()
            + ")."
            + silence
            + " "
            + TraceEndsEarly.advice(completeness);
  }
}
