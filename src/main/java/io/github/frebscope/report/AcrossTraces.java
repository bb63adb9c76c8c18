package io.github.frebscope.report;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.Causes;
import io.github.frebscope.query.SetFinding;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.ValueText;
import java.util.List;

/** What the traces show together and none of them alone. */
final class AcrossTraces {
  private static final int MOST = 6;
  private static final int INDENT = 7;

  private AcrossTraces() {}

  /** Nothing when nothing stands out. */
  static void print(Page page, TraceSet traces, Redaction redaction) {
    List<SetFinding> findings = traces.findings();
    if (findings.isEmpty()) {
      return;
    }
    page.blank();
    page.heading("Across the traces");
    for (SetFinding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
      print(page, finding, redaction);
    }
    if (findings.size() > MOST) {
      page.raw(
          "... and "
              + ValueText.count(findings.size() - MOST)
              + " more (TraceSet.findings has all)");
    }
  }

  private static void print(Page page, SetFinding finding, Redaction redaction) {
    String count = ValueText.count(finding.count());
    String head = headline(finding.kind()) + ", confidence " + finding.confidence();
    int blanks = Math.max(0, INDENT - 2 - count.length());
    page.heading(" ".repeat(blanks) + count + "  " + head);
    text(page, redaction, finding.sentence());
    finding.causeId().ifPresent(id -> text(page, redaction, "Cause: " + cause(id)));
    finding.next().ifPresent(next -> text(page, redaction, "To decide: " + next));
    text(page, redaction, "For example " + finding.files().get(0));
  }

  private static String headline(SetFinding.Kind kind) {
    return switch (kind) {
      case HANG -> "Nothing was answered for a while";
      case CONNECTIONS_AT_ONCE -> "New connections failed at once, to several backends";
      case COLD_START -> "Failures after the start of a process";
      case ONE_BACKEND -> "One backend stands out";
      case ONE_SERVER -> "One server stands out";
      case CODE_SINCE -> "A new error since a certain time";
      case CLIENT_GONE -> "Clients that had left: no fault of the backend";
    };
  }

  /** With its summary, unless it is a cause of an embedder's own rule. */
  private static String cause(String id) {
    return Causes.find(id).map(Cause::toString).orElse(id);
  }

  private static void text(Page page, Redaction redaction, String text) {
    page.wrapped(INDENT, TerminalText.line(redaction.text(text)));
  }
}
