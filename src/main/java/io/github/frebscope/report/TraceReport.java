package io.github.frebscope.report;

import io.github.frebscope.classify.Evidence;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.ValueText;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One trace for people: the request, the verdict with the events it rests on, and the timeline. By
 * default the timeline shows the events that matter and folds the others.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class TraceReport {
  private static final int INDENT = 11;

  private final Trace trace;
  private final Verdict verdict;
  private final boolean allEvents;

  private TraceReport(Trace trace, Verdict verdict, boolean allEvents) {
    this.trace = Objects.requireNonNull(trace, "trace");
    this.verdict = Objects.requireNonNull(verdict, "verdict");
    this.allEvents = allEvents;
  }

  /** The report about a trace. */
  public static TraceReport of(Trace trace, Verdict verdict) {
    return new TraceReport(trace, verdict, false);
  }

  /** With every event and all its data, or only with those that matter, in short. */
  public TraceReport allEvents(boolean all) {
    return new TraceReport(trace, verdict, all);
  }

  /** The text; lines end with LF. */
  public String text(ReportOptions options) {
    Page page = new Page(options);
    RequestBlock.print(page, trace, options.redaction());
    page.blank();
    verdict(page, options.redaction());
    diagnostics(page, options.redaction());
    page.blank();
    if (trace.events().isEmpty()) {
      page.heading("No events");
    } else {
      new Timeline(page, trace, verdict, options.redaction()).print(allEvents);
    }
    return page.text();
  }

  /** The text at 80 columns, secrets masked. */
  @Override
  public String toString() {
    return text(ReportOptions.standard());
  }

  private void verdict(Page page, Redaction redaction) {
    page.boldLabelled("Verdict", INDENT, TerminalText.line(headline()));
    label(page, "Confidence", verdict.confidence().id());
    label(page, "Means", redaction.text(verdict.explanation()));
    RequestBlock.error(verdict).ifPresent(text -> label(page, "Error", text));
    verdict
        .waited()
        .ifPresent(
            w -> label(page, "Waited", ValueText.of(w) + " of silence before the deciding event"));
    verdict.backend().ifPresent(text -> label(page, "Backend", redaction.text(text)));
    EventText words = new EventText(redaction);
    boolean first = true;
    for (Evidence evidence : verdict.evidence()) {
      evidence(page, redaction, words, evidence, first ? "Evidence" : "");
      first = false;
    }
  }

  /** Who set what and where; that there was no failure is said first. */
  private String headline() {
    String prefix = verdict.isFailure() ? "" : "no failure";
    if (verdict.module().isEmpty()) {
      return verdict.isFailure() ? "module unknown" : prefix;
    }
    return (prefix.isEmpty() ? "" : prefix + ": ")
        + verdict.module().get()
        + verdict.area().map(a -> " (" + a + ")").orElse("")
        + verdict.status().map(s -> " set " + s).orElse("")
        + verdict.notification().map(n -> " in " + n).orElse("");
  }

  private void evidence(
      Page page, Redaction redaction, EventText words, Evidence evidence, String label) {
    Optional<TraceEvent> event = trace.event(evidence.event());
    String offset = event.map(e -> at(e)).orElse("");
    label(
        page,
        label,
        "event "
            + evidence.event()
            + (offset.isEmpty() ? "" : " at " + offset)
            + " "
            + evidence.name()
            + ": "
            + redaction.text(evidence.reason()));
    event
        .map(words::shortData)
        .filter(data -> !data.isEmpty())
        .ifPresent(data -> page.wrapped(INDENT + 2, data));
  }

  private String at(TraceEvent event) {
    return trace
        .start()
        .map(start -> Timeline.offset(Duration.between(start, event.time())))
        .orElse("");
  }

  private void diagnostics(Page page, Redaction redaction) {
    List<Diagnostic> shown = trace.diagnostics();
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
      page.raw("  ... and " + (trace.diagnosticCount() - shown.size()) + " more");
    }
  }

  private static void label(Page page, String label, String text) {
    page.labelled(label, INDENT, TerminalText.line(text));
  }
}
