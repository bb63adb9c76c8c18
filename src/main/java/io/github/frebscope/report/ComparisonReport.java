package io.github.frebscope.report;

import io.github.frebscope.compare.Comparison;
import io.github.frebscope.query.Cut;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import java.util.Objects;

/**
 * What is different in two traces, for people: the left one is called A, the right one B. The most
 * telling comes first: who set which status, what did not end, what took longer; then what only one
 * of them has, and data that differ.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ComparisonReport {
  private static final int INDENT = 3;

  private final Comparison comparison;
  private final boolean all;

  private ComparisonReport(Comparison comparison, boolean all) {
    this.comparison = Objects.requireNonNull(comparison, "comparison");
    this.all = all;
  }

  /** The report about a comparison. */
  public static ComparisonReport of(Comparison comparison) {
    return new ComparisonReport(comparison, false);
  }

  /** With everything that differs, or only with the first of each sort. */
  public ComparisonReport all(boolean everything) {
    return new ComparisonReport(comparison, everything);
  }

  /** The text; lines end with LF. */
  public String text(ReportOptions options) {
    Page page = new Page(options);
    files(page);
    urls(page, options.redaction());
    incomplete(page, "A", comparison.left().trace());
    incomplete(page, "B", comparison.right().trace());
    if (comparison.isSame()) {
      page.raw("no difference beyond the clock");
      return page.text();
    }
    ComparedSteps steps = new ComparedSteps(comparison, options.redaction(), all);
    Bounded sections = new Bounded(page, all);
    sections.print("Status set", steps.statuses());
    sections.print("Did not end", steps.openEnds());
    sections.print("Took longer", steps.times());
    ComparedRest rest = new ComparedRest(comparison, options.redaction(), all, page.width());
    sections.print("Only in A", rest.onlyLeft());
    sections.print("Only in B", rest.onlyRight());
    sections.print("Other data", rest.data());
    return page.text();
  }

  /** The text at 80 columns, secrets masked. */
  @Override
  public String toString() {
    return text(ReportOptions.standard());
  }

  private void files(Page page) {
    RequestInfo left = comparison.left().trace().request();
    RequestInfo right = comparison.right().trace().request();
    int statusWidth = Math.max(status(left).length(), status(right).length());
    int timeWidth = Math.max(time(left).length(), time(right).length());
    String format = "%s  %-" + statusWidth + "s  %-" + timeWidth + "s  ";
    file(page, String.format(format, "A", status(left), time(left)), comparison.left());
    file(page, String.format(format, "B", status(right), time(right)), comparison.right());
  }

  private static void file(Page page, String head, Timeline timeline) {
    String file = TerminalText.line(timeline.trace().file());
    page.heading(head + Cut.MIDDLE.apply(file, page.width() - head.length()));
  }

  private static String status(RequestInfo request) {
    return request.status().map(StatusCode::toString).orElse("status unknown");
  }

  private static String time(RequestInfo request) {
    return request
        .timeTaken()
        .map(taken -> MeasuredTime.of(taken).toString())
        .orElse("time unknown");
  }

  private void urls(Page page, Redaction redaction) {
    String left = url(comparison.left().trace().request(), redaction);
    String right = url(comparison.right().trace().request(), redaction);
    if (comparison.isSamePath() && left.equals(right)) {
      page.wrapped(0, "Both: " + left);
      return;
    }
    page.wrapped(
        0,
        comparison.isSamePath()
            ? "The same path, but not the same request:"
            : "Different URLs; most of what differs may come from that:");
    page.labelled("A", INDENT, left);
    page.labelled("B", INDENT, right);
  }

  private static String url(RequestInfo request, Redaction redaction) {
    return TerminalText.line(
        request.verb().orElse("?") + " " + request.url().map(redaction::url).orElse("?"));
  }

  private static void incomplete(Page page, String side, Trace trace) {
    if (!trace.isComplete()) {
      page.wrapped(0, side + " is incomplete: " + trace.completeness().text());
    } else if (!trace.isReadWhole()) {
      page.wrapped(0, side + " is damaged: events are lost");
    }
  }
}
