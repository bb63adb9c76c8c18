package io.github.frebscope.query;

import static io.github.frebscope.query.Attributes.FAILURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.query.MadeFarm.Planted;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** 100,000 traces take about a quarter of a second; here only growth in squares would fail. */
class SetDifferencesCostTest {
  private static final int TRACES = 100_000;
  private static final Duration MOST = Duration.ofSeconds(10);

  @Test
  void does_not_grow_in_squares() {
    TraceSet traces = new MadeFarm(101, Planted.SERVER, 0.7).traces(TRACES);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    SetDifferences found = traces.explain(FAILURE.is(true));
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertThat(found.circumstances().get(0).what()).isEqualTo("server=MOSAIC-2");
    assertThat(Duration.ofNanos(nanos)).isLessThan(MOST);
  }
}
