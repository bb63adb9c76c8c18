package io.github.frebscope.classify;

import io.github.frebscope.trace.StatusCode;
import java.util.Optional;
import java.util.Set;

/**
 * Only a child request has an event that set the status which the client got: its module produced
 * what the parent copied.
 */
final class CopiedFromChild implements Rule {
  static final String ID = "child-status";

  @Override
  public Set<String> events() {
    return StatusEvent.EVENTS;
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
                    .decisionInChild(status.status())
                    .map(decision -> verdict(facts, status, decision.event())));
  }

  private static Verdict verdict(Facts facts, StatusCode status, StatusEvent set) {
    Attribution attribution = Attribution.of(facts, set);
    Certainty certainty =
        new Certainty(Confidence.HIGH)
            .lower("it happened in a child request, and no event shows how the parent took it over")
            .lowerIf(!facts.trace().isComplete(), "the trace is not whole")
            .lowerIf(
                facts.mayHaveLostEventsBefore(Integer.MAX_VALUE), "an event could not be read");
    return attribution
        .verdict(ID, status)
        .confidence(certainty.level())
        .evidence(Proof.unique(attribution.evidence()))
        .explanation(
            "In a child request: "
                + attribution.sentence()
                + " The status was copied to the request itself."
                + certainty.sentence())
        .build();
  }
}
