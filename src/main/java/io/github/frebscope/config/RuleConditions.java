package io.github.frebscope.config;

import io.github.frebscope.config.RuleAnswer.Result;
import io.github.frebscope.config.RuleAnswer.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conditions of one tracing rule against how a request ended.
 *
 * <p>They are alternatives. The time limit is a timer that writes the file at once, in the middle
 * of the request, unless {@code traceAllAfterTimeout} is set; a status is looked at when it is set
 * and when the request ends, and then counts more than the others.
 */
final class RuleConditions {
  /** IIS's clock ticks every 10 to 16 ms. */
  private static final Duration TICK = Duration.ofMillis(16);

  private enum Met {
    YES,
    NO,
    UNKNOWN
  }

  private final FailureRule rule;
  private final RequestOutcome outcome;
  private final Met status;
  private final Met time;
  private final Met event;

  RuleConditions(FailureRule rule, RequestOutcome outcome) {
    this.rule = rule;
    this.outcome = outcome;
    status = status();
    time = time();
    event = event();
  }

  private Met status() {
    StatusCodeSet statuses = rule.statuses();
    if (outcome.subStatus().isPresent()) {
      return met(statuses.contains(outcome.status(), outcome.subStatus().getAsInt()));
    }
    return switch (statuses.part(outcome.status())) {
      case ALL -> Met.YES;
      case SOME -> Met.UNKNOWN;
      case NONE -> Met.NO;
    };
  }

  private Met time() {
    long limit = rule.timeLimit().toSeconds();
    if (limit == 0) {
      return Met.NO;
    }
    if (outcome.timeTaken().isEmpty()) {
      return Met.UNKNOWN;
    }
    Duration over = outcome.timeTaken().get().minusSeconds(limit);
    return over.abs().compareTo(TICK) <= 0 ? Met.UNKNOWN : met(!over.isNegative());
  }

  private Met event() {
    if (rule.verbosity() == 0) {
      return Met.NO;
    }
    if (outcome.gravestEvent().isEmpty()) {
      return Met.UNKNOWN;
    }
    int level = outcome.gravestEvent().getAsInt();
    return met(level > 0 && level <= rule.verbosity());
  }

  private static Met met(boolean is) {
    return is ? Met.YES : Met.NO;
  }

  RuleAnswer answer() {
    List<Met> all = List.of(status, time, event);
    if (all.contains(Met.YES)) {
      Optional<Trigger> trigger = trigger();
      return answer(Result.TRACED, trigger, traced(trigger));
    }
    return all.contains(Met.UNKNOWN)
        ? answer(Result.CANNOT_TELL, Optional.empty(), cannotTell())
        : answer(Result.NOT_TRACED, Optional.empty(), notTraced());
  }

  private RuleAnswer answer(Result result, Optional<Trigger> trigger, String reason) {
    return new RuleAnswer(
        result, Optional.of(rule), trigger, "the rule for " + rule.path() + " " + reason);
  }

  private Optional<Trigger> trigger() {
    // When the timer writes the file in the middle, the status of the end comes too late for it.
    boolean isCut = time == Met.YES && !rule.traceAllAfterTimeout();
    boolean isEventOut = event == Met.NO;
    if (isCut) {
      return isEventOut ? Optional.of(Trigger.TIME_TAKEN) : Optional.empty();
    }
    boolean isTimeOut = time == Met.NO || rule.traceAllAfterTimeout();
    if (status == Met.YES) {
      return isEventOut && isTimeOut ? Optional.of(Trigger.STATUS) : Optional.empty();
    }
    if (status == Met.UNKNOWN) {
      return Optional.empty();
    }
    if (time == Met.YES && isEventOut) {
      return Optional.of(Trigger.TIME_TAKEN);
    }
    return event == Met.YES && time == Met.NO ? Optional.of(Trigger.EVENT) : Optional.empty();
  }

  private String traced(Optional<Trigger> trigger) {
    if (trigger.isEmpty()) {
      return "writes a trace, but which of its conditions was met first is not certain"
          + (time == Met.UNKNOWN ? ": how long the request took is not known" : "")
          + "; look for the file by URL and time";
    }
    return switch (trigger.get()) {
      case STATUS -> "covers the status " + statusText();
      case EVENT -> "writes a trace at an event of level " + Verbosity.name(rule.verbosity());
      case TIME_TAKEN ->
          "writes a trace after "
              + limit()
              + (rule.traceAllAfterTimeout()
                  ? ", whatever the status"
                  : outcome.status() == 200
                      ? "; the file ends there"
                      : ": the file exists, but look for it by URL and time, its status is not yet "
                          + outcome.status());
    };
  }

  private String cannotTell() {
    List<String> open = new ArrayList<>();
    if (status == Met.UNKNOWN) {
      open.add("it covers only " + rule.statuses() + ", and the sub-status is not known");
    }
    if (time == Met.UNKNOWN) {
      open.add(
          outcome.timeTaken().isEmpty()
              ? "its limit is " + limit() + ", and how long the request took is not known"
              : "its limit is "
                  + limit()
                  + ", and the request took that within a tick of the clock");
    }
    if (event == Met.UNKNOWN) {
      open.add(
          "an event of level "
              + Verbosity.name(rule.verbosity())
              + " would write a trace, and the request's events are not known");
    }
    return "may have written a trace: " + String.join("; ", open);
  }

  private String notTraced() {
    List<String> conditions = new ArrayList<>();
    if (!rule.statuses().isEmpty()) {
      conditions.add("statuses " + rule.statuses());
    }
    if (rule.timeLimit().toSeconds() > 0) {
      conditions.add("more than " + limit());
    }
    if (rule.verbosity() > 0) {
      conditions.add("events of level " + Verbosity.name(rule.verbosity()));
    }
    return conditions.isEmpty()
        ? "is the first that matches, and it has no condition that could write a trace"
        : "is the first that matches, and it covers "
            + String.join(", ", conditions)
            + ", not "
            + statusText();
  }

  private String limit() {
    return rule.timeLimit().toSeconds() + " s";
  }

  private String statusText() {
    return outcome.status()
        + (outcome.subStatus().isPresent() && outcome.subStatus().getAsInt() > 0
            ? "." + outcome.subStatus().getAsInt()
            : "");
  }
}
