package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.MadeSummary;
import io.github.frebscope.testing.Samples;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Findings in 100,000 traces take about half a second; here only growth in squares would fail. */
class SetFindingsCostTest {
  private static final int TRACES = 100_000;
  private static final Duration MOST = Duration.ofSeconds(10);

  @Test
  void does_not_grow_in_squares() {
    Random random = new Random(1);
    List<TraceSummary> traces = new ArrayList<>();
    for (int i = 0; i < TRACES; i++) {
      MadeSummary made = random.nextInt(3) == 0 ? MadeSummary.answer() : MadeSummary.failure();
      traces.add(
          made.at(Samples.START.plusSeconds(random.nextInt(7 * 86_400)))
              .on("MOSAIC-" + random.nextInt(3), 4L * random.nextInt(20_000))
              .backend("app" + random.nextInt(8) + ".mosaic.example")
              .code(2147954402L + random.nextInt(5))
              .cause(random.nextBoolean() ? "TIMEOUT_RECEIVE" : "CONNECT_REFUSED")
              .waited(Duration.ofMillis(random.nextInt(200)))
              .build());
    }
    TraceSet set = TraceSet.of(traces, Ledger.empty());
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    assertThat(set.findings()).isEmpty();
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertThat(Duration.ofNanos(nanos)).isLessThan(MOST);
  }
}
