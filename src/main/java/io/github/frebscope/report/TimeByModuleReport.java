package io.github.frebscope.report;

import io.github.frebscope.query.Column;
import io.github.frebscope.query.Cut;
import io.github.frebscope.query.ModuleTime;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.TimeByModule;
import io.github.frebscope.query.ValueText;
import io.github.frebscope.timeline.TimeShare;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Where the time of many requests went, by module: as text, as JSON Lines, or as CSV. In the latter
 * two, times are whole milliseconds, each with its error in a key or column of its own, and {@code
 * share} is a part of 1 that is {@code shareAtMost} at the most.
 *
 * <p>JSON needs jackson-core, CSV commons-csv on the class path. Reads the collected times when it
 * writes; immutable otherwise.
 */
public final class TimeByModuleReport {
  private static final List<String> KEYS =
      List.of(
          "module",
          "requests",
          "calls",
          "callsBelowClock",
          "totalMs",
          "totalErrorMs",
          "p50Ms",
          "p50ErrorMs",
          "p95Ms",
          "p95ErrorMs",
          "maxMs",
          "maxErrorMs",
          "share",
          "shareAtMost");

  private static final double MILLION = 1e6;

  /** Columns of a module's name that may be cut for the sake of the figures. */
  private static final int LEAST_NAME = 12;

  private final TimeByModule times;
  private final int most;

  private TimeByModuleReport(TimeByModule times, int most) {
    this.times = Objects.requireNonNull(times, "times");
    this.most = most;
  }

  /** The report about those times, with all modules. */
  public static TimeByModuleReport of(TimeByModule times) {
    return new TimeByModuleReport(times, Integer.MAX_VALUE);
  }

  /**
   * With the modules that took most only.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public TimeByModuleReport top(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("top: " + count);
    }
    return new TimeByModuleReport(times, count);
  }

  /**
   * The text; lines end with LF. One table where the page is wide enough, otherwise two of which
   * the second tells the times of one request, where the clock could tell them.
   */
  public String text(ReportOptions options) {
    Page page = new Page(options);
    page.heading(
        ValueText.count(times.requests())
            + (times.requests() == 1 ? " request, " : " requests, ")
            + times.total());
    page.blank();
    boolean oneTable = fits(times.table(), options.width());
    table(page, oneTable ? times.table() : times.totals());
    int hidden = times.rows().size() - most;
    if (hidden > 0) {
      page.raw("... " + ValueText.count(hidden) + (hidden == 1 ? " more row" : " more rows"));
    }
    if (!oneTable) {
      page.blank();
      perRequest(page);
    }
    page.blank();
    page.wrapped(
        0,
        "Times are a module's own, without those of child requests that it started; p50, p95 and"
            + " Max are those of the requests in which it ran (Reqs). <clock counts the calls that"
            + " were too short for IIS's clock, which ticks about every 16 ms.");
    int moduleless =
        times.rows().stream()
            .filter(row -> row.module().equals(TimeShare.MODULES_NOT_TRACED))
            .mapToInt(ModuleTime::requests)
            .sum();
    note(
        page,
        moduleless,
        "has no events of modules: trace the area RequestNotifications at Verbose.",
        "have no events of modules: trace the area RequestNotifications at Verbose.");
    note(
        page,
        times.incomplete(),
        "does not tell its request to the end.",
        "do not tell their request to the end.");
    note(page, times.notReadWhole(), "was not read whole.", "were not read whole.");
    return page.text();
  }

  private static void note(Page page, int traces, String one, String many) {
    if (traces > 0) {
      page.wrapped(
          0, ValueText.count(traces) + (traces == 1 ? " trace " + one : " traces " + many));
    }
  }

  private void table(Page page, ResultTable table) {
    whole(table, table.columns().size() - 1, page.width()).lines(page.width()).stream()
        .limit(most == Integer.MAX_VALUE ? most : most + 1L)
        .forEach(page::raw);
  }

  /** What is below the clock in every request would only repeat that. */
  private void perRequest(Page page) {
    ResultTable all = times.perRequest();
    List<ModuleTime> rows = times.rows();
    List<List<Object>> told = new ArrayList<>();
    int shown = Math.min(most, rows.size());
    for (int i = 0; i < shown; i++) {
      if (!rows.get(i).max().isBelowClock()) {
        told.add(all.rows().get(i));
      }
    }
    int left = shown - told.size();
    page.heading(
        "In one request"
            + (left == 0
                ? ""
                : ", without the " + ValueText.count(left) + " always below the clock"));
    whole(ResultTable.of(all.columns(), told), 1, page.width())
        .lines(page.width())
        .forEach(page::raw);
  }

  /** As many columns as fit uncut, but for the names: a figure that is cut is another one. */
  private static ResultTable whole(ResultTable table, int leaveOut, int width) {
    List<List<Object>> named = new ArrayList<>();
    for (List<Object> row : table.rows()) {
      List<Object> cut = new ArrayList<>(row);
      cut.set(0, Cut.END.apply(row.get(0).toString(), LEAST_NAME));
      named.add(cut);
    }
    if (table.columns().size() <= 2 || fits(ResultTable.of(table.columns(), named), width)) {
      return table;
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.remove(leaveOut);
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> row : table.rows()) {
      List<Object> fewer = new ArrayList<>(row);
      fewer.remove(leaveOut);
      rows.add(fewer);
    }
    int next = leaveOut == 1 ? 1 : columns.size() - 1;
    return whole(ResultTable.of(columns, rows), next, width);
  }

  private static boolean fits(ResultTable table, int width) {
    return table.lines(Integer.MAX_VALUE).stream().allMatch(line -> line.length() <= width);
  }

  /**
   * Writes a JSON object for each module, the one that took most first; the writer stays open.
   *
   * @throws IOException if the writer does not take it
   */
  public void writeJsonLines(Writer out) throws IOException {
    JsonLines.write(KEYS, rows(), out);
  }

  /**
   * Writes a line of names and a line for each module, the one that took most first; the writer
   * stays open.
   *
   * @throws IOException if the writer does not take it
   */
  public void writeCsv(Writer out) throws IOException {
    CsvReport.write(KEYS, rows(), out);
  }

  private List<List<Object>> rows() {
    return times.rows().stream().limit(most).map(TimeByModuleReport::values).toList();
  }

  private static List<Object> values(ModuleTime row) {
    return Arrays.asList(
        row.module(),
        row.requests(),
        row.calls(),
        row.callsBelowClock(),
        row.total().length(),
        row.total().error(),
        row.p50().length(),
        row.p50().error(),
        row.p95().length(),
        row.p95().error(),
        row.max().length(),
        row.max().error(),
        Math.round(row.share().part() * MILLION) / MILLION,
        Math.ceil(row.share().atMost() * MILLION) / MILLION);
  }

  /** The text at 80 columns. */
  @Override
  public String toString() {
    return text(ReportOptions.standard());
  }
}
