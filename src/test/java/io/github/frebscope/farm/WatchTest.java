package io.github.frebscope.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.W3cRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {
  private static final Instant DAY = Instant.parse("2026-02-23T00:00:00Z");
  private static final List<String> PATHS = List.of("/", "/home", "/HOME", "/shop/cart", "/Shop/c");

  private record Span(String path, Instant from, Instant to) {}

  private static AccessLine line(String path, Instant start, long millis) {
    return MadeLines.request(path, start, Duration.ofMillis(millis)).build();
  }

  private static W3cRow row(AccessLine line) {
    return new SiteLogText()
        .request(line.start(), line.timeTaken().orElseThrow().toMillis(), line.path())
        .rows()
        .get(0);
  }

  /** Each span by itself, and nothing joined. */
  private static boolean naive(List<Span> spans, W3cRow row) {
    Instant start = Instant.ofEpochMilli(row.startMillis());
    Instant end = Instant.ofEpochMilli(row.endMillis()).plusMillis(999);
    return spans.stream()
        .anyMatch(
            span ->
                span.path().equalsIgnoreCase(row.path())
                    && !span.from().isAfter(end)
                    && !span.to().isBefore(start));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void watches_what_each_span_by_itself_does(long seed) {
    Random random = new Random(seed);
    Duration before = Duration.ofSeconds(random.nextInt(90));
    Duration after = Duration.ofSeconds(random.nextInt(90));
    List<AccessLine> lines = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      AccessLine line =
          line(
              PATHS.get(random.nextInt(PATHS.size())),
              DAY.plusMillis(random.nextLong(7_200_000)),
              random.nextLong(60_000));
      lines.add(line);
      spans.add(new Span(line.path(), line.start().minus(before), line.end().plus(after)));
    }
    Watch whole = Watch.lines(lines, before, after);
    Watch halves =
        Watch.lines(lines.subList(20, 40), before, after)
            .and(Watch.lines(lines.subList(0, 20), before, after));
    assertThat(halves).isEqualTo(whole).hasSameHashCodeAs(whole);
    int watched = 0;
    for (int i = 0; i < 3000; i++) {
      W3cRow row =
          row(
              line(
                  PATHS.get(random.nextInt(PATHS.size())),
                  DAY.plusMillis(random.nextLong(8_000_000) - 400_000),
                  random.nextLong(40_000)));
      boolean expected = naive(spans, row);
      watched += expected ? 1 : 0;
      assertThat(whole.contains(row)).as(row.line().toString()).isEqualTo(expected);
      Instant from = Instant.ofEpochMilli(row.startMillis());
      Instant to = Instant.ofEpochMilli(row.endMillis());
      assertThat(whole.touches(from, to))
          .isEqualTo(spans.stream().anyMatch(s -> !s.from().isAfter(to) && !s.to().isBefore(from)));
    }
    assertThat(watched).isBetween(100, 2900);
  }

  @Test
  void the_ends_of_a_span_belong_to_it() {
    Incident incident = new Incident(DAY, "/home", OptionalInt.of(502), Optional.empty());
    Watch watch = Watch.incidents(List.of(incident), Duration.ofMinutes(1), Duration.ofSeconds(30));
    assertThat(watch).hasToString("1 times of 1 path");
    assertThat(watch.contains(row(line("/HOME", DAY.minusSeconds(61), 1_000)))).isTrue();
    assertThat(watch.contains(row(line("/home", DAY.minusSeconds(63), 1_000)))).isFalse();
    assertThat(watch.contains(row(line("/home", DAY.plusSeconds(30), 5_000)))).isTrue();
    assertThat(watch.contains(row(line("/home", DAY.plusSeconds(31), 5_000)))).isFalse();
    assertThat(watch.contains(row(line("/home/", DAY, 1_000)))).isFalse();
  }

  @Test
  void nothing_is_watched() {
    Watch nothing = Watch.incidents(List.of(), Duration.ZERO, Duration.ZERO);
    assertThat(nothing).isEqualTo(Watch.nothing());
    assertThat(nothing.isEmpty()).isTrue();
    assertThat(nothing.contains(row(line("/", DAY, 10)))).isFalse();
    assertThat(nothing.touches(DAY, DAY.plusSeconds(86_400))).isFalse();
    assertThat(nothing.and(nothing).isEmpty()).isTrue();
  }
}
