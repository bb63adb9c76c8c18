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
 * A child request failed, and the request itself took its status over, with an event of its own or
 * without one. The child's module produced what the client got.
 */
final class CopiedFromChild implements Rule {
  static final String ID = "child-status";

  @Override
  public Set<String> events() {
    return StatusEvent.EVENTS;
  }

  @Override
  public Optional<Verdict> judge(Facts facts) {
    return facts.finalStatus().filter(StatusCode::isError).flatMap(s -> judge(facts, s));
  }

  private static Optional<Verdict> judge(Facts facts, StatusCode status) {
    StatusHistory history = facts.history();
    Optional<StatusEvent> copy =
        history.decision(status.status(), facts.triggerStatus()).map(Decision::event);
    Optional<StatusEvent> original =
        copy.isPresent()
            ? history.original(copy.get())
            : history.originalOfUncopied(status.status());
    return original.map(set -> verdict(facts, status, set, copy));
  }

  private static Verdict verdict(
      Facts facts, StatusCode status, StatusEvent set, Optional<StatusEvent> copy) {
    Attribution attribution = Attribution.of(facts, set);
    Certainty certainty =
        new Certainty(Confidence.HIGH)
            .lower("the trace does not show how the request took over the status of its child")
            .lowerIf(!facts.trace().isComplete() && copy.isEmpty(), "the trace is not whole")
            .lowerIf(
                facts.mayHaveLostEventsBefore(Integer.MAX_VALUE), "an event could not be read");
    List<Evidence> evidence = new ArrayList<>(attribution.evidence());
    copy.ifPresent(
        c ->
            evidence.add(
                Proof.of(c.event(), c.moduleOrUnnamed() + " set the same for the parent")));
    return attribution
        .verdict(ID, status)
        .confidence(certainty.level())
        .evidence(Proof.unique(evidence))
        .explanation(
            "In a child request: "
                + attribution.sentence()
                + " The request itself took the status over"
                + copy.map(c -> ", in " + c.moduleOrUnnamed() + " (event " + c.index() + ").")
                    .orElse(".")
                + FiredByOther.sentence(facts, set)
                + certainty.sentence())
        .build();
  }
}
