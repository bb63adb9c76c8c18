package io.github.frebscope.report;

import io.github.frebscope.classify.Verdict;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.ValueText;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * One trace for people: the request, where its time went, the timeline, and the verdict with the
 * events it rests on. The timeline is a tree of spans with bars, or a flat list of events. By
 * default it shows what matters and folds the rest.
 *
 * <p>Immutable and safe for use by several threads; each {@code with}-like method answers a new
 * report.
 */
public final class TraceReport {
  private static final int MOST_PROBLEMS = 5;

  private final Trace trace;
  private final Verdict verdict;
  private final boolean allEvents;
  private final boolean flat;
  private final Duration leastGap;

  private TraceReport(
      Trace trace, Verdict verdict, boolean allEvents, boolean flat, Duration leastGap) {
    this.trace = Objects.requireNonNull(trace, "trace");
    this.verdict = Objects.requireNonNull(verdict, "verdict");
    this.allEvents = allEvents;
    this.flat = flat;
    this.leastGap = leastGap;
  }

  /** The report about a trace. */
  public static TraceReport of(Trace trace, Verdict verdict) {
    return new TraceReport(trace, verdict, false, false, Duration.ZERO);
  }

  /** With every span and every event with all its data, or only with what matters, in short. */
  public TraceReport allEvents(boolean all) {
    return new TraceReport(trace, verdict, all, flat, leastGap);
  }

  /** With a list of events instead of the tree of spans. */
  public TraceReport flat(boolean list) {
    return new TraceReport(trace, verdict, allEvents, list, leastGap);
  }

  /**
   * Showing, for their length, only spans and gaps of at least that length.
   *
   * @param least zero for all that IIS's clock can tell from nothing
   * @throws IllegalArgumentException if it is negative
   */
  public TraceReport leastGap(Duration least) {
    if (least.isNegative()) {
      throw new IllegalArgumentException("negative: " + least);
    }
    return new TraceReport(trace, verdict, allEvents, flat, least);
  }

  /** The text; lines end with LF. */
  public String text(ReportOptions options) {
    Page page = new Page(options);
    Redaction redaction = options.redaction();
    RequestBlock.print(page, trace, redaction);
    if (trace.events().isEmpty() || trace.isDigest()) {
      page.blank();
      page.heading("No events");
    } else {
      timeline(page, redaction);
    }
    diagnostics(page, redaction);
    page.blank();
    VerdictBlock.print(page, trace, verdict, redaction);
    return page.text();
  }

  /** The text at 80 columns, secrets masked. */
  @Override
  public String toString() {
    return text(ReportOptions.standard());
  }

  private void timeline(Page page, Redaction redaction) {
    Timeline timeline = Timeline.of(trace);
    TimeBlock.print(page, timeline, leastGap);
    page.blank();
    if (flat) {
      new EventTable(page, trace, verdict, redaction).print(allEvents, leastGap);
    } else {
      new TimelineTree(page, timeline, verdict, redaction).print(allEvents, leastGap);
    }
  }

  private void diagnostics(Page page, Redaction redaction) {
    List<Diagnostic> told = trace.diagnostics();
    List<Diagnostic> shown =
        allEvents ? told : told.subList(0, Math.min(MOST_PROBLEMS, told.size()));
    if (trace.diagnosticCount() == 0) {
      return;
    }
    page.blank();
    page.heading(
        trace.diagnosticCount() == 1
            ? "1 problem in the file"
            : ValueText.count(trace.diagnosticCount()) + " problems in the file");
    for (Diagnostic diagnostic : shown) {
      page.wrapped(2, TerminalText.line(redaction.text(diagnostic.toString())));
    }
    if (shown.size() < trace.diagnosticCount()) {
      page.raw(
          "  ... and "
              + ValueText.count(trace.diagnosticCount() - shown.size())
              + " more"
              + (shown.size() < told.size() ? " (--all)" : ""));
    }
  }
}
