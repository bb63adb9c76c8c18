package io.github.frebscope.query;

import io.github.frebscope.timeline.TimeShare;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.MeasuredTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Where the time of many requests went, by module: give it their timelines one after another, then
 * ask for the rows.
 *
 * <pre>{@code
 * TimeByModule times = new TimeByModule();
 * Frebscope.forEachTimeline(Path.of("D:\\farm"), times::add);
 * System.out.println(times);
 * }</pre>
 *
 * <p>Keeps no timeline, only the different lengths of each module, of which IIS's clock makes few.
 * Not safe for use by several threads; {@code forEachTimeline} calls it from one.
 */
public final class TimeByModule {
  private static final Cell MODULE = new Cell(Column.left("Module"), ModuleTime::module);
  private static final Cell SHARE = new Cell(Column.right("Share"), ModuleTime::share);
  private static final Cell TOTAL = new Cell(Column.right("Total"), ModuleTime::total);
  private static final Cell REQUESTS = count("Reqs", ModuleTime::requests);
  private static final Cell CALLS = count("Calls", ModuleTime::calls);
  private static final Cell BELOW_CLOCK = count("<clock", ModuleTime::callsBelowClock);
  private static final Cell P50 = new Cell(Column.right("p50"), ModuleTime::p50);
  private static final Cell P95 = new Cell(Column.right("p95"), ModuleTime::p95);
  private static final Cell MAX = new Cell(Column.right("Max"), ModuleTime::max);

  private final Map<String, Collected> modules = new HashMap<>();
  private final MeasuredTimes all = new MeasuredTimes();
  private int notReadWhole;
  private int incomplete;

  /** Without a request. */
  public TimeByModule() {}

  /** Adds a request. */
  public void add(Timeline timeline) {
    boolean isTimed = timeline.trace().start().isPresent();
    MeasuredTime taken =
        timeline
            .trace()
            .request()
            .timeTaken()
            .map(MeasuredTime::of)
            .orElse(MeasuredTime.BELOW_TICK);
    all.add(isTimed ? timeline.root().inclusive() : taken);
    if (!timeline.trace().isReadWhole()) {
      notReadWhole++;
    }
    if (!timeline.trace().isComplete()) {
      incomplete++;
    }
    if (!isTimed) {
      // Nobody can tell where the time went when no event has one.
      TimeShare share = new TimeShare(TimeShare.NOT_TRACED, 0, 0, taken, taken);
      modules.computeIfAbsent(share.name(), name -> new Collected()).add(share);
      return;
    }
    for (TimeShare share : timeline.byModule()) {
      modules.computeIfAbsent(share.name(), name -> new Collected()).add(share);
    }
  }

  /** How many requests were added. */
  public int requests() {
    return all.count();
  }

  /** How many of them come from damaged files, of which a part could not be read. */
  public int notReadWhole() {
    return notReadWhole;
  }

  /** How many of them are not told to their end, damaged ones included. */
  public int incomplete() {
    return incomplete;
  }

  /** The time of all requests. */
  public MeasuredTime total() {
    return all.total();
  }

  /** A row for each module, the largest total first; empty before a request was added. */
  public List<ModuleTime> rows() {
    MeasuredTime whole = total();
    return modules.entrySet().stream()
        .map(e -> e.getValue().row(e.getKey(), whole))
        .sorted(
            Comparator.comparing(ModuleTime::total).reversed().thenComparing(ModuleTime::module))
        .toList();
  }

  /**
   * The rows with all columns. At a prompt, 80 columns cut its times; {@code table().text(120)} has
   * room for them, and {@link #totals()} and {@link #perRequest()} fit.
   */
  public ResultTable table() {
    return table(List.of(MODULE, SHARE, TOTAL, REQUESTS, CALLS, BELOW_CLOCK, P50, P95, MAX));
  }

  /** As much of {@link #table()} as fits 80 columns: how much each module took, and how often. */
  public ResultTable totals() {
    return table(List.of(MODULE, SHARE, TOTAL, REQUESTS, CALLS, BELOW_CLOCK));
  }

  /** The rest of {@link #table()}: how long each module took in one request. */
  public ResultTable perRequest() {
    return table(List.of(MODULE, P50, P95, MAX));
  }

  private ResultTable table(List<Cell> cells) {
    return ResultTable.of(
        cells.stream().map(Cell::column).toList(),
        rows().stream()
            .map(row -> cells.stream().map(cell -> cell.value().apply(row)).toList())
            .toList());
  }

  /** How many requests and how long they took, and which module took how much, as a table. */
  @Override
  public String toString() {
    String requests = ValueText.count(requests()) + (requests() == 1 ? " request" : " requests");
    return requests + ", " + total() + totals();
  }

  /** A column and what stands in it. */
  private record Cell(Column column, Function<ModuleTime, Object> value) {}

  private static Cell count(String title, ToLongFunction<ModuleTime> value) {
    return new Cell(Column.right(title), row -> ValueText.count(value.applyAsLong(row)));
  }

  /** The times of one module. */
  private static final class Collected {
    final MeasuredTimes times = new MeasuredTimes();
    long calls;
    long callsBelowClock;

    void add(TimeShare share) {
      times.add(share.exclusive());
      calls += share.spans();
      callsBelowClock += share.belowClock();
    }

    ModuleTime row(String module, MeasuredTime whole) {
      MeasuredTime total = times.total();
      return new ModuleTime(
          module,
          times.count(),
          calls,
          callsBelowClock,
          total,
          times.percentile(50),
          times.percentile(95),
          times.percentile(100),
          Share.of(total, whole));
    }
  }
}
