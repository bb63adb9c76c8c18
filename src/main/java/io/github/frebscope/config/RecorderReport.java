package io.github.frebscope.config;

import io.github.frebscope.config.RecorderStep.Outcome;
import io.github.frebscope.internal.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a site would have written a trace of a request, by its configuration. Only with {@link
 * Works#YES} is a missing file evidence of anything else.
 *
 * @param site the site
 * @param wanted the request
 * @param steps what was looked at, in order. Without a rule for the URL there are no steps about
 *     its conditions and areas
 * @param answer what the rules say of the request
 */
public record RecorderReport(
    Site site, RequestOutcome wanted, List<RecorderStep> steps, RuleAnswer answer) {
  /** Whether a trace would have been written. */
  public enum Works {
    /** By the configuration, yes. A full disk and missing rights are not in it. */
    YES,
    /** No; {@link RecorderReport#atFault()} says why. */
    NO,
    /** For some requests, or the configuration does not tell. */
    CANNOT_TELL
  }

  /** Refuses nulls. */
  public RecorderReport {
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(wanted, "wanted");
    Objects.requireNonNull(answer, "answer");
    steps = List.copyOf(steps);
  }

  /** Whether a trace of the request would have been written. */
  public Works works() {
    List<Outcome> outcomes =
        steps.stream()
            .filter(step -> step.kind().isDecisive())
            .map(RecorderStep::outcome)
            .distinct()
            .toList();
    if (outcomes.contains(Outcome.FAIL)) {
      return Works.NO;
    }
    return outcomes.stream().allMatch(Outcome.PASS::equals) ? Works.YES : Works.CANNOT_TELL;
  }

  /** The steps that did not pass, those that decide first; empty when all is well. */
  public List<RecorderStep> faults() {
    return steps.stream()
        .filter(step -> !step.isPassed())
        .sorted((a, b) -> Integer.compare(weight(a), weight(b)))
        .toList();
  }

  private static int weight(RecorderStep step) {
    return !step.kind().isDecisive() ? 2 : step.outcome() == Outcome.FAIL ? 0 : 1;
  }

  /**
   * The element and attribute because of which there is no trace, or because of which it is not
   * certain; empty when a trace would have been written.
   */
  public Optional<Setting<String>> atFault() {
    return faults().stream()
        .filter(step -> step.kind().isDecisive())
        .flatMap(step -> step.setting().stream())
        .findFirst();
  }

  /** A step; empty when it was not done. */
  public Optional<RecorderStep> step(RecorderStep.Kind kind) {
    return steps.stream().filter(step -> step.kind() == kind).findFirst();
  }

  /** Where the files are, as the configuration writes it, the folder of the site included. */
  public String folder() {
    String directory = site.tracing().directory().value();
    boolean isClosed = directory.endsWith("\\") || directory.endsWith("/");
    return directory + (isClosed ? "" : "\\") + site.folder();
  }

  /**
   * How far back the files reach at least, when so many are written. When there are as many files
   * as may be, IIS deletes all but the newest half, so at times they reach back twice as far.
   *
   * @param tracesPerMinute of all that the site traces, not only of what is looked for
   * @return never negative; a very long time when nothing is written
   * @throws IllegalArgumentException if the rate is negative or no number
   */
  public Duration keeps(double tracesPerMinute) {
    if (!(tracesPerMinute >= 0)) {
      throw new IllegalArgumentException("a rate is not " + tracesPerMinute);
    }
    int left = Math.max(1, site.tracing().maxLogFiles().value() / 2);
    double millis = left / tracesPerMinute * (double) Duration.ofMinutes(1).toMillis();
    return Duration.ofMillis((long) Math.min(millis, (double) Duration.ofDays(365_000).toMillis()));
  }

  /** {@code crm: 502 at /home is not traced: Failed Request Tracing of the site is off}. */
  @Override
  public String toString() {
    String status = Integer.toString(wanted.status());
    if (wanted.subStatus().isPresent()) {
      status += "." + wanted.subStatus().getAsInt();
    }
    String what =
        switch (works()) {
          case YES -> " is traced";
          case NO -> " is not traced";
          case CANNOT_TELL -> " is perhaps traced";
        };
    String why = works() == Works.YES ? " to " + folder() : ": " + faults().get(0).sentence();
    return Texts.printable(
        site.name() + ": " + status + " at " + UrlPath.of(wanted.urlPath()) + what + why);
  }
}
