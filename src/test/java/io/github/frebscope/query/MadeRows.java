package io.github.frebscope.query;

import io.github.frebscope.testing.Samples;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets of traces of which only their number, their time, and what a test says of them is known. */
final class MadeRows {
  private MadeRows() {}

  /** A trace for each time, null for one that tells none; its file is its number. */
  static TraceSet at(List<Instant> times) {
    List<TraceSummary> traces = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      traces.add(row(i, times.get(i)));
    }
    return TraceSet.of(traces, Ledger.of(traces.size(), List.of()));
  }

  /** That many traces, a second after another. */
  static TraceSet of(int count) {
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      times.add(Samples.START.plusSeconds(i));
    }
    return at(times);
  }

  /** Values in the order of the traces, null for what is missing. */
  @SafeVarargs
  @SuppressWarnings("varargs") // Only read.
  static <T> Attribute<T> values(String name, Class<T> type, T... values) {
    return values(name, type, Arrays.asList(values));
  }

  static <T> Attribute<T> values(String name, Class<T> type, List<T> values) {
    return Attribute.of(
        name, type, row -> Optional.ofNullable(values.get(Integer.parseInt(row.file()))));
  }

  private static TraceSummary row(int number, Instant time) {
    Trace.Builder trace =
        time == null
            ? Trace.builder().request(RequestInfo.of(Map.of()))
            : Samples.trace(
                Samples.event(
                    0,
                    Duration.between(Samples.START, time).toMillis(),
                    0,
                    "GENERAL_REQUEST_START"));
    return TraceSummary.of(
        trace.file(Integer.toString(number)).build(), Samples.verdict().build(), Optional.empty());
  }
}
