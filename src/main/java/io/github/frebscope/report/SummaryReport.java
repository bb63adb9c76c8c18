package io.github.frebscope.report;

import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.Column;
import io.github.frebscope.query.Counts;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.query.ValueText;
import io.github.frebscope.trace.Completeness;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A set of traces on one screen: how many there are and in what state, who produced the failures
 * and why, what they show together, and which files were not read whole.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SummaryReport {
  private static final int MOST_GROUPS = 8;
  private static final int MOST_LEDGER_LINES = 5;
  private static final int MOST_VALUES = 4;

  /** For how many groups with a cause it is said what to do; the rest is for {@code show}. */
  private static final int MOST_REMEDIES = 3;

  private static final int INDENT = 7;

  private final TraceSet traces;
  private final boolean wholeLedger;

  private SummaryReport(TraceSet traces, boolean wholeLedger) {
    this.traces = Objects.requireNonNull(traces, "traces");
    this.wholeLedger = wholeLedger;
  }

  /** The report about a set. */
  public static SummaryReport of(TraceSet traces) {
    return new SummaryReport(traces, false);
  }

  /** With every line of the ledger, however long it is, or only the first few. */
  public SummaryReport wholeLedger(boolean whole) {
    return new SummaryReport(traces, whole);
  }

  /** The text; lines end with LF. */
  public String text(ReportOptions options) {
    Page page = new Page(options);
    totals(page);
    failures(page, options.redaction());
    AcrossTraces.print(page, traces, options.redaction());
    ledger(page, options.redaction());
    return page.text();
  }

  /** The text at 80 columns, secrets masked. */
  @Override
  public String toString() {
    return text(ReportOptions.standard());
  }

  private void totals(Page page) {
    Ledger ledger = traces.ledger();
    page.heading(overview());
    long damaged = traces.stream().filter(t -> !t.isReadWhole()).count();
    StringBuilder text = new StringBuilder();
    text.append(ValueText.count(traces.count() - damaged)).append(" read whole");
    text.append(", ").append(ValueText.count(damaged)).append(" damaged");
    text.append(", ").append(ValueText.count(ledger.unreadable())).append(" unreadable");
    if (ledger.duplicates() > 0) {
      text.append(", ").append(many(ledger.duplicates(), "duplicate")).append(" left out");
    }
    page.wrapped(0, text.toString());
    Map<Completeness, Long> incomplete =
        traces.stream()
            .map(TraceSummary::completeness)
            .filter(c -> c != Completeness.COMPLETE)
            .collect(
                Collectors.groupingBy(
                    c -> c, () -> new EnumMap<>(Completeness.class), Collectors.counting()));
    if (!incomplete.isEmpty()) {
      long sum = incomplete.values().stream().mapToLong(Long::longValue).sum();
      page.wrapped(
          0,
          ValueText.count(sum)
              + " incomplete: "
              + incomplete.entrySet().stream()
                  .map(e -> e.getKey().text() + " (" + ValueText.count(e.getValue()) + ")")
                  .collect(Collectors.joining("; ")));
    }
  }

  private String overview() {
    long servers =
        traces.stream().flatMap(t -> Attributes.SERVER.of(t).stream()).distinct().count();
    StringBuilder text = new StringBuilder(many(traces.count(), "trace"));
    if (servers > 0) {
      text.append(" of ").append(many(servers, "server"));
    }
    FailureGroup.span(traces).ifPresent(span -> text.append(", ").append(span));
    return text.toString();
  }

  private void failures(Page page, Redaction redaction) {
    TraceSet failures = traces.where(TraceSummary::isFailure);
    List<FailureGroup> groups = FailureGroup.of(failures);
    if (!groups.isEmpty()) {
      page.blank();
      page.heading(many(failures.count(), "failure") + " by module, area and status");
      List<FailureGroup> shown = groups.subList(0, Math.min(MOST_GROUPS, groups.size()));
      List<String> lines = table(shown).lines(page.width());
      page.raw(page.style().dim(lines.get(0)));
      int remedies = 0;
      for (int i = 0; i < shown.size(); i++) {
        page.raw(page.style().bold(lines.get(i + 1)));
        details(page, shown.get(i), redaction);
        Optional<String> toDo = toDo(shown.get(i));
        if (toDo.isPresent() && remedies < MOST_REMEDIES) {
          page.wrapped(INDENT, TerminalText.line(redaction.text(toDo.get())));
          remedies++;
        }
      }
      if (shown.size() < groups.size()) {
        int more = groups.size() - shown.size();
        page.raw("... and " + many(more, "more kind") + " (traces lists every failure)");
      }
    }
    int others = traces.count() - failures.count();
    if (others > 0) {
      page.blank();
      page.wrapped(0, many(others, "trace") + " without a failure");
    }
  }

  private static ResultTable table(List<FailureGroup> groups) {
    List<List<Object>> rows = new ArrayList<>();
    for (FailureGroup group : groups) {
      rows.add(
          List.of(
              ValueText.count(group.count()),
              group.key().status(),
              group.key().module(),
              group.key().area()));
    }
    return ResultTable.of(
        List.of(
            Column.right("Count"),
            Column.fixed("Status"),
            Column.left("Module"),
            Column.left("Area")),
        rows);
  }

  private static void details(Page page, FailureGroup group, Redaction redaction) {
    StringBuilder text = new StringBuilder(group.span().orElse("at unknown times"));
    text.append(" on ").append(list(group.servers()));
    page.wrapped(INDENT, text.toString());
    Counts<String> errors = group.errors();
    if (errors.total() > 0) {
      page.wrapped(INDENT, list(errors));
    }
    Counts<String> backends = group.backends();
    if (backends.total() > 0) {
      String noun = backends.entries().size() == 1 ? "backend " : "backends ";
      page.wrapped(INDENT, redaction.text(noun + list(backends)));
    }
    causes(page, group);
    group.note().ifPresent(note -> page.wrapped(INDENT, note));
    group.doubts().ifPresent(c -> page.wrapped(INDENT, "confidence " + list(c)));
  }

  /** Why they failed. */
  private static void causes(Page page, FailureGroup group) {
    List<FailureGroup.Why> causes = group.causes();
    for (FailureGroup.Why why : causes.subList(0, Math.min(MOST_VALUES, causes.size()))) {
      String count = why.count() == group.count() ? "" : " (" + ValueText.count(why.count()) + ")";
      page.wrapped(
          INDENT, TerminalText.line(why.cause().id() + count + ": " + why.cause().summary()));
    }
    if (causes.size() > MOST_VALUES) {
      page.wrapped(INDENT, "and " + many(causes.size() - MOST_VALUES, "more cause"));
    }
  }

  /** What is said of most of the failures with the most frequent cause; it can name a backend. */
  private static Optional<String> toDo(FailureGroup group) {
    List<FailureGroup.Why> causes = group.causes();
    if (causes.isEmpty() || causes.get(0).remedies().total() == 0) {
      return Optional.empty();
    }
    FailureGroup.Why first = causes.get(0);
    Counts.Entry<String> most = first.remedies().entries().get(0);
    String about = causes.size() == 1 ? "" : " about " + first.cause().id();
    String count = ValueText.count(most.count()) + " of " + ValueText.count(first.count());
    return most.value()
        .map(
            text ->
                "To do"
                    + about
                    + (most.count() == first.count() ? "" : " (for " + count + ")")
                    + ": "
                    + text);
  }

  private static String list(Counts<?> counts) {
    List<? extends Counts.Entry<?>> entries = counts.entries();
    String text =
        entries.stream()
            .limit(MOST_VALUES)
            .map(
                e ->
                    e.value().map(ValueText::of).orElse("unknown")
                        + (entries.size() == 1 ? "" : " (" + ValueText.count(e.count()) + ")"))
            .collect(Collectors.joining(", "));
    return entries.size() <= MOST_VALUES
        ? text
        : text + " and " + (entries.size() - MOST_VALUES) + " more";
  }

  private void ledger(Page page, Redaction redaction) {
    Ledger ledger = traces.ledger();
    List<Ledger.Entry> entries = ledger.entries();
    if (!entries.isEmpty()) {
      page.blank();
      page.heading("Files not read whole");
      int shown = wholeLedger ? entries.size() : Math.min(MOST_LEDGER_LINES, entries.size());
      for (Ledger.Entry entry : entries.subList(0, shown)) {
        page.wrapped(0, LedgerReport.line(entry, redaction));
      }
      if (shown < entries.size()) {
        page.raw("... and " + (entries.size() - shown) + " more (use --ledger)");
      }
    }
    if (ledger.otherXmlFiles() > 0) {
      page.blank();
      page.wrapped(0, LedgerReport.otherNames(ledger));
    }
  }

  private static String many(long count, String what) {
    return TerminalText.line(ValueText.count(count) + " " + what + (count == 1 ? "" : "s"));
  }
}
