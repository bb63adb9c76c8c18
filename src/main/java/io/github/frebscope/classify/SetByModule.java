package io.github.frebscope.classify;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.classify.StatusHistory.Decision;
import io.github.frebscope.trace.StatusCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The plain case: an event of the request itself says which module set the error status. */
final class SetByModule implements Rule {
  static final String ID = "status-event";
  static final String RELAYED = "relayed-status";

  @Override
  public Set<String> events() {
    Set<String> names = new HashSet<>(StatusEvent.EVENTS);
    names.addAll(Circumstances.EVENTS);
    names.add(Names.REQUEST_END);
    return names;
  }

  @Override
  public Optional<Verdict> judge(Facts facts) {
    return facts
        .finalStatus()
        .filter(StatusCode::isError)
        .flatMap(
            status ->
                facts
                    .history()
                    .decision(status.status(), facts.triggerStatus())
                    .map(decision -> verdict(facts, status, decision)));
  }

  private static Verdict verdict(Facts facts, StatusCode status, Decision decision) {
    StatusEvent set = decision.event();
    Attribution attribution = Attribution.of(facts, set);
    Certainty certainty = certainty(facts, status, decision);

    List<Evidence> evidence = new ArrayList<>(attribution.evidence());
    decision
        .followers()
        .forEach(f -> evidence.add(Proof.of(f.event(), f.moduleOrUnnamed() + " set it again")));
    decision
        .later()
        .forEach(l -> evidence.add(Proof.of(l.event(), "set " + l.status() + " afterwards")));

    return attribution
        .verdict(attribution.isRelayed() ? RELAYED : ID, status)
        .confidence(certainty.level())
        .evidence(Proof.unique(evidence))
        .explanation(
            attribution.sentence()
                + rewritten(status, decision)
                + FiredByOther.sentence(facts, set)
                + certainty.sentence())
        .build();
  }

  private static Certainty certainty(Facts facts, StatusCode status, Decision decision) {
    StatusEvent set = decision.event();
    boolean isTrigger = facts.triggerStatus().filter(set.status()::equals).isPresent();
    boolean subKnown =
        decision.last().status().equals(status)
            || set.status().equals(status)
            || !set.tellsSubStatus();
    return new Certainty(Confidence.HIGH)
        .lowerIf(
            !facts.trace().isComplete() && !isTrigger,
            "the trace is not whole (" + facts.trace().completeness().text() + ")")
        .lowerIf(
            facts.mayHaveLostEventsBefore(set.index()),
            "an event before it could not be read and may have set the status first")
        .lowerIf(decision.interrupted(), "another status was set between it and the end")
        .lowerIf(!decision.later().isEmpty(), "a later event set another status")
        .lowerIf(
            facts.endsWithAnotherStatus(),
            "the end of the request tells another status than the head of the file")
        .lowerIf(!subKnown, "no event shows who changed the sub-status")
        .lowerIf(set.isByFollower(), "this module normally only shows the errors of others")
        .lowerIf(set.module().isEmpty(), "the event names no module");
  }

  private static String rewritten(StatusCode status, Decision decision) {
    StatusCode set = decision.event().status();
    if (set.equals(status) || !decision.event().tellsSubStatus()) {
      return "";
    }
    StatusEvent last = decision.last();
    boolean shown = last.status().equals(status);
    return " It was changed from "
        + set
        + " to "
        + status
        + " later"
        + (shown ? ", by " + last.moduleOrUnnamed() + " (event " + last.index() + ")." : ".");
  }
}
