package io.github.frebscope.bench;

import static io.github.frebscope.query.Aggregates.avg;
import static io.github.frebscope.query.Aggregates.count;
import static io.github.frebscope.query.Aggregates.max;
import static io.github.frebscope.query.Aggregates.p50;
import static io.github.frebscope.query.Aggregates.p95;
import static io.github.frebscope.query.Aggregates.p99;
import static io.github.frebscope.query.Attributes.ERROR;
import static io.github.frebscope.query.Attributes.MODULE;
import static io.github.frebscope.query.Attributes.SERVER;
import static io.github.frebscope.query.Attributes.STATUS;
import static io.github.frebscope.query.Attributes.TIME_TAKEN;
import static io.github.frebscope.query.Attributes.URL;

import io.github.frebscope.internal.url.UrlPattern;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.TraceSet;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Questions to 100,000 traces, one thread. One operation is one question. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class QueryBenchmark {
  private TraceSet traces;

  @Setup
  public void make() {
    traces = BenchSet.of(100_000, 1);
  }

  /** By two attributes, with a percentile: under 60 ms. */
  @Benchmark
  public ResultTable byTwoWithP95() {
    return traces.groupBy(MODULE, SERVER).aggregate(count(), p95(TIME_TAKEN));
  }

  @Benchmark
  public Object byOne() {
    return traces.groupBy(MODULE).count();
  }

  /** Nearly every trace is a group of its own. */
  @Benchmark
  public Object byUrl() {
    return traces.groupBy(URL).aggregate(p95(TIME_TAKEN));
  }

  @Benchmark
  public ResultTable byThreeWithSixFigures() {
    return traces
        .groupBy(SERVER, STATUS, ERROR)
        .aggregate(
            count(),
            avg(TIME_TAKEN),
            p50(TIME_TAKEN),
            p95(TIME_TAKEN),
            p99(TIME_TAKEN),
            max(TIME_TAKEN));
  }

  @Benchmark
  public ResultTable byHour() {
    return traces.over(Duration.ofHours(1)).aggregate(count(), p95(TIME_TAKEN));
  }

  /** A condition is tried on all traces, then those that pass are counted. */
  @Benchmark
  public int where() {
    return traces
        .where(
            STATUS.is(502).and(TIME_TAKEN.atLeast(Duration.ofSeconds(30))).and(URL.matches("/5")))
        .count();
  }

  /** Which failures are the same problem: under 250 ms. */
  @Benchmark
  public Object fingerprints() {
    return traces.fingerprints();
  }

  @Benchmark
  public Object bursts() {
    return traces.bursts();
  }

  /** One half of the traces against the other, in which nothing differs: under 500 ms. */
  @Benchmark
  public Object compareHalves() {
    return traces.explain(t -> t.activityId().hashCode() % 2 == 0);
  }

  /** What 502s have in common: much differs, and follows from one another. Under 500 ms. */
  @Benchmark
  public Object explain502() {
    return traces.explain(STATUS.is(502));
  }

  /** A set keeps its findings, so each operation asks a new one. */
  @Benchmark
  public Object findings() {
    return traces.where(t -> true).findings();
  }

  /** The patterns of 100,000 different URLs. */
  @Benchmark
  public long urlPatterns() {
    return traces.stream()
        .flatMap(t -> t.url().stream())
        .flatMap(url -> UrlPattern.of(url).stream())
        .mapToLong(String::length)
        .sum();
  }
}
