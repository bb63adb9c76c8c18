package io.github.frebscope.classify;

import io.github.frebscope.cause.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A confidence that doubts lower, and the doubts. Not safe for use by several threads. */
final class Certainty {
  private Confidence level;
  private final List<String> doubts = new ArrayList<>();
  private Optional<String> open = Optional.empty();

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

  /** At most medium if there is a question that the status leaves open. */
  Certainty open(Optional<String> question) {
    if (question.isPresent()) {
      open = question;
      level = level == Confidence.HIGH ? Confidence.MEDIUM : level;
    }
    return this;
  }

  Confidence level() {
    return level;
  }

  /** The open question and the doubts, a blank before each sentence; empty without them. */
  String sentence() {
    return open.map(question -> " Open: " + question + ".").orElse("")
        + (doubts.isEmpty() ? "" : " Less certain because " + String.join(", and ", doubts) + ".");
  }
}
