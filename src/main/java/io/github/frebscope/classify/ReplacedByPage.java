package io.github.frebscope.classify;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.classify.StatusHistory.Decision;
import io.github.frebscope.trace.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The client got no error, but one fired the rule: a later module, mostly one that shows error
 * pages, replaced it. The verdict is about the status that fired.
 */
final class ReplacedByPage implements Rule {
  static final String ID = "replaced-status";

  @Override
  public Set<String> events() {
    return StatusEvent.EVENTS;
  }

  @Override
  public Optional<Verdict> judge(Facts facts) {
    return facts.isReplacedFailure()
        ? facts
            .triggerStatus()
            .flatMap(
                status ->
                    facts
                        .history()
                        .decision(status.status(), facts.triggerStatus())
                        .map(decision -> verdict(facts, status, decision)))
        : Optional.empty();
  }

  private static Verdict verdict(Facts facts, StatusCode status, Decision decision) {
    StatusEvent set = decision.event();
    Attribution attribution = Attribution.of(facts, set);
    Certainty certainty =
        new Certainty(Confidence.HIGH)
            .lower("the client did not get this status")
            .lowerIf(!facts.trace().isComplete(), "the trace is not whole")
            .lowerIf(
                facts.mayHaveLostEventsBefore(set.index()), "an event before it could not be read");
    List<Evidence> evidence = new ArrayList<>(attribution.evidence());
    decision
        .later()
        .forEach(
            l ->
                evidence.add(
                    Proof.of(l.event(), l.moduleOrUnnamed() + " replaced it by " + l.status())));
    return attribution
        .verdict(ID, status)
        .confidence(certainty.level())
        .evidence(Proof.unique(evidence))
        .explanation(attribution.sentence() + replaced(facts, decision) + certainty.sentence())
        .build();
  }

  private static String replaced(Facts facts, Decision decision) {
    String by =
        decision.later().stream()
            .reduce((first, second) -> second)
            .map(l -> l.moduleOrUnnamed() + " (event " + l.index() + ")")
            .orElse("a later module, which was not traced,");
    return facts
        .finalStatus()
        .map(last -> " Then " + by + " replaced it: the client got " + last + ".")
        .orElse("");
  }
}
