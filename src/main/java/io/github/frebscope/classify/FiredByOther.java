package io.github.frebscope.classify;

import io.github.frebscope.classify.StatusHistory.Decision;
import io.github.frebscope.trace.StatusCode;

/** The rule was fired by another status than the one the request ended with. */
final class FiredByOther {
  private FiredByOther() {}

  /** Who set that other status, a blank before the sentence; empty when it is the same. */
  static String sentence(Facts facts, StatusEvent set) {
    return facts
        .triggerStatus()
        .filter(fired -> fired.status() != set.status().status())
        .map(fired -> " The rule was fired by another status before it, " + by(facts, fired) + ".")
        .orElse("");
  }

  private static String by(Facts facts, StatusCode fired) {
    StatusHistory history = facts.history();
    return fired
        + history
            .decision(fired.status(), facts.triggerStatus())
            .map(Decision::event)
            .map(e -> ", which " + e.moduleOrUnnamed() + " had set (event " + e.index() + ")")
            .or(
                () ->
                    history
                        .decisionInChild(fired.status())
                        .map(Decision::event)
                        .map(
                            e ->
                                ", which "
                                    + e.moduleOrUnnamed()
                                    + " had set in a child request (event "
                                    + e.index()
                                    + ")"))
            .orElse("");
  }
}
