package io.github.frebscope.classify;

import io.github.frebscope.cause.Confidence;
import java.util.ArrayList;
import java.util.List;

/** A confidence that doubts lower, and the doubts. Not safe for use by several threads. */
final class Certainty {
  private Confidence level;
  private final List<String> doubts = new ArrayList<>();

  Certainty(Confidence level) {
    this.level = level;
  }

  /** One step lower, for a reason. */
  Certainty lower(String doubt) {
    level = level == Confidence.HIGH ? Confidence.MEDIUM : Confidence.LOW;
    doubts.add(doubt);
    return this;
  }

  /** One step lower if the condition holds. */
  Certainty lowerIf(boolean condition, String doubt) {
    return condition ? lower(doubt) : this;
  }

  Confidence level() {
    return level;
  }

  /** The doubts, with a blank before the sentence; empty without them. */
  String sentence() {
    return doubts.isEmpty() ? "" : " Less certain because " + String.join(", and ", doubts) + ".";
  }
}
