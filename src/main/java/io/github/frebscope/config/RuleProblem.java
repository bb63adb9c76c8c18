package io.github.frebscope.config;

import java.util.Objects;

/**
 * Why IIS refuses a rule of Failed Request Tracing. What it then does with the other rules is not
 * documented.
 *
 * @param rule the rule
 * @param kind what is wrong
 * @param text what is wrong, as written: {@code 5xx}
 * @param reason one sentence for people
 */
public record RuleProblem(FailureRule rule, Kind kind, String text, String reason) {
  /** What is wrong with a rule. */
  public enum Kind {
    /** A provider that the server does not define. */
    PROVIDER(2285),
    /** An area that the server does not define for that provider. */
    AREA(2285),
    /** Something in {@code statusCodes} that is no status and no range. */
    STATUS_CODES(2286),
    /** A verbosity that does not exist; IIS refuses the file that holds it. */
    VERBOSITY(0);

    private final int event;

    Kind(int event) {
      this.event = event;
    }

    /** The event that IIS-FREB writes to the Windows event log; 0 when it writes none. */
    public int event() {
      return event;
    }
  }

  /** Refuses nulls. */
  public RuleProblem {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(reason, "reason");
  }

  /** As a problem of the configuration. */
  public ConfigProblem toConfigProblem() {
    String element = "tracing/traceFailedRequests/add[@path='" + rule.path() + "']";
    return new ConfigProblem(rule.file(), rule.line(), element, reason);
  }

  /** {@code config/applicationHost.config line 12: reason}. */
  @Override
  public String toString() {
    return toConfigProblem().toString();
  }
}
