package io.github.frebscope.report;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.cause.Alternative;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.classify.Role;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;

/** The verdict with the events it rests on. */
final class VerdictBlock {
  private static final int INDENT = 11;

  private final Page page;
  private final Trace trace;
  private final Verdict verdict;
  private final Redaction redaction;

  private VerdictBlock(Page page, Trace trace, Verdict verdict, Redaction redaction) {
    this.page = page;
    this.trace = trace;
    this.verdict = verdict;
    this.redaction = redaction;
  }

  static void print(Page page, Trace trace, Verdict verdict, Redaction redaction) {
    new VerdictBlock(page, trace, verdict, redaction).print();
  }

  private void print() {
    page.boldLabelled("Verdict", INDENT, TerminalText.line(headline()));
    cause().ifPresent(text -> page.boldLabelled("Cause", INDENT, TerminalText.line(text)));
    label("Confidence", confidence());
    verdict.why().ifPresent(text -> label("Why", redaction.text(text)));
    if (verdict.cause().isEmpty()) {
      alternatives();
    }
    verdict.remedy().ifPresent(text -> label("Do", redaction.text(text)));
    verdict.next().ifPresent(text -> label("To be sure", redaction.text(text)));
    if (verdict.cause().isPresent()) {
      alternatives();
    }
    label("Who", redaction.text(verdict.who()));
    notSaidYet();
    if (verdict.hop().role() != Role.UNKNOWN) {
      label("Role", redaction.text(verdict.hop().toString()));
    }
    EventText words = new EventText(redaction);
    boolean first = true;
    for (Evidence evidence : verdict.evidence()) {
      evidence(words, evidence, first ? "Evidence" : "");
      first = false;
    }
  }

  /** What the texts above do not name. */
  private void notSaidYet() {
    String said = verdict.explanation();
    RequestBlock.error(verdict)
        .filter(text -> !said.contains(ErrorCodes.hex(verdict.errorCode().orElse(0))))
        .filter(text -> verdict.errorCode().orElse(0) != 0)
        .ifPresent(text -> label("Error", text));
    verdict
        .waited()
        .filter(w -> verdict.isFailure() && trace.start().isPresent())
        .map(MeasuredTime::of)
        .filter(w -> !said.contains(w.toString()))
        .ifPresent(w -> label("Waited", w + " of silence before the deciding event"));
    verdict
        .backend()
        .filter(backend -> !said.contains(backend))
        .ifPresent(text -> label("Backend", redaction.text(text)));
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

  /** The cause, or between which it is open. */
  private Optional<String> cause() {
    if (verdict.cause().isPresent()) {
      return verdict.cause().map(Cause::toString);
    }
    List<String> open = verdict.alternatives().stream().map(a -> a.cause().id()).toList();
    return open.isEmpty() ? Optional.empty() : Optional.of("open: " + String.join(" or ", open));
  }

  private String confidence() {
    return verdict.moduleConfidence() == verdict.confidence()
        ? verdict.confidence().id()
        : verdict.confidence() + "; who set the status: " + verdict.moduleConfidence();
  }

  private void alternatives() {
    boolean open = verdict.cause().isEmpty();
    String label = open ? "Either" : "Or else";
    for (Alternative alternative : verdict.alternatives()) {
      label(label, redaction.text(open ? alternative.amongEquals() : alternative.toString()));
      label = open ? "or" : "";
    }
  }

  private void evidence(EventText words, Evidence evidence, String label) {
    Optional<TraceEvent> event = trace.event(evidence.event());
    label(
        label,
        "event "
            + evidence.event()
            + event
                .map(EventTable::clockTime)
                .filter(time -> !time.isEmpty())
                .map(time -> " at " + time)
                .orElse("")
            + " "
            + evidence.name()
            + ": "
            + redaction.text(evidence.reason()));
    event
        .map(words::shortData)
        .filter(data -> !data.isEmpty())
        .ifPresent(data -> page.wrapped(INDENT + 2, data));
  }

  private void label(String label, String text) {
    page.labelled(label, INDENT, TerminalText.line(text));
  }
}
