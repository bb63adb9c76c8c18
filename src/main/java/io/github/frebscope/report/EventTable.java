package io.github.frebscope.report;

import io.github.frebscope.catalog.Levels;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.query.Column;
import io.github.frebscope.query.Cut;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.ValueText;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * The events with their times. An event that carries the same time as the one before it has an
 * empty gap: IIS's clock did not tick between them.
 */
final class EventTable {
  private static final int INDENT = 6;

  /** Columns of a warning's data; a page of configuration text would bury the rest. */
  private static final int MOST_WARNING = 400;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final List<Column> COLUMNS =
      List.of(
          Column.right("No"),
          Column.fixed("Time"),
          Column.right("Gap"),
          Column.left("Level"),
          Column.left("Event"));

  private final Page page;
  private final Trace trace;
  private final Verdict verdict;
  private final EventText words;

  EventTable(Page page, Trace trace, Verdict verdict, Redaction redaction) {
    this.page = page;
    this.trace = trace;
    this.verdict = verdict;
    words = new EventText(redaction);
  }

  void print(boolean all, Duration leastGap) {
    List<TraceEvent> events = trace.events();
    BitSet chosen = all ? all(events.size()) : EventSelection.of(trace, verdict, leastGap);
    page.heading(
        all
            ? "All events, times in UTC (> marks the evidence)"
            : "Events that matter, times in UTC (> marks the evidence; --all shows every one)");
    List<List<Object>> rows = new ArrayList<>();
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      rows.add(row(i));
    }
    List<String> lines = ResultTable.of(COLUMNS, rows).lines(page.width());
    page.raw(page.style().dim(lines.get(0)));
    int line = 1;
    int next = 0;
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      fold(i - next);
      page.raw(colored(events.get(i), lines.get(line++)));
      details(events.get(i), all);
      next = i + 1;
    }
  }

  private void fold(int count) {
    if (count > 0) {
      page.raw(
          page.style()
              .dim(
                  " ".repeat(INDENT)
                      + "... "
                      + ValueText.count(count)
                      + (count == 1 ? " event ..." : " events ...")));
    }
  }

  private List<Object> row(int place) {
    TraceEvent event = trace.events().get(place);
    String mark = EventSelection.isEvidence(verdict, event) ? ">" : "";
    return List.of(
        mark + event.index(),
        clockTime(event),
        gap(place),
        Levels.text(event.level()),
        event.name().isEmpty() ? "(no name)" : event.name());
  }

  private String gap(int place) {
    if (place == 0) {
      return "";
    }
    Duration gap =
        Duration.between(trace.events().get(place - 1).time(), trace.events().get(place).time());
    return gap.isZero() || gap.isNegative() ? "" : MeasuredTime.of(gap).toString();
  }

  /** {@code 06:12:44.640}, UTC; empty when no stamp could be read. */
  static String clockTime(TraceEvent event) {
    return event.time().equals(Instant.EPOCH) ? "" : TIME.format(event.time());
  }

  private void details(TraceEvent event, boolean all) {
    String area = event.area().map(a -> "[" + TerminalText.line(a) + "] ").orElse("");
    String module = words.module(event);
    if (all) {
      if (!area.isEmpty() || !module.isEmpty()) {
        page.cut(INDENT, (area + module).strip());
      }
      words.allData(event).forEach(line -> page.raw(" ".repeat(INDENT + 2) + line));
      return;
    }
    String data = words.shortData(event);
    String text = area + module + (module.isEmpty() || data.isEmpty() ? "" : "; ") + data;
    if (text.isBlank()) {
      return;
    }
    if (event.isWarningOrWorse()) {
      page.wrapped(INDENT, Cut.END.apply(text.strip(), MOST_WARNING));
    } else {
      page.cut(INDENT, text.strip());
    }
  }

  private String colored(TraceEvent event, String line) {
    Style style = page.style();
    if (event.level() == 1 || event.level() == 2) {
      return style.red(line);
    }
    return event.level() == 3 ? style.yellow(line) : line;
  }

  private static BitSet all(int count) {
    BitSet all = new BitSet(count);
    all.set(0, count);
    return all;
  }
}
