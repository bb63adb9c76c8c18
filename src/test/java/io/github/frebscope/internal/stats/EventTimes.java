package io.github.frebscope.internal.stats;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Made-up times of events, the same for the same seed. */
final class EventTimes {
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 9);
  private static final long MINUTE = 60_000;
  private static final double MISSING = 0.3;
  private final Random random;
  private final long start = FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();

  EventTimes(long seed) {
    random = new Random(seed);
  }

  /** Events a period apart, 3 in 10 of them missing, within a minute or so; and as much noise. */
  long[] every(Duration period, int events, double restart) {
    long[] real = new long[events];
    long at = start + random.nextLong(period.toMillis());
    for (int i = 0; i < events; ) {
      if (random.nextDouble() >= MISSING) {
        real[i++] = at + jitter();
      }
      at += period.toMillis();
      if (random.nextDouble() < restart) { // the counter starts anew with another process
        at += random.nextLong(period.toMillis());
      }
    }
    return with(real, uniform(events, at - start));
  }

  /** Events at times of the clock, 3 in 10 of them missing; and as much noise. */
  long[] daily(int events, ZoneId zone, LocalTime... clock) {
    long[] real = new long[events];
    int day = 0;
    for (int i = 0; i < events; day++) {
      for (LocalTime time : clock) {
        if (i < events && random.nextDouble() >= MISSING) {
          long at = FIRST_DAY.plusDays(day).atTime(time).atZone(zone).toInstant().toEpochMilli();
          real[i++] = at + jitter();
        }
      }
    }
    return with(real, uniform(events, Duration.ofDays(day).toMillis()));
  }

  /** Events at no particular time. */
  long[] uniform(int events, long length) {
    return LongStream.generate(() -> start + random.nextLong(length)).limit(events).toArray();
  }

  /** Bursts at no particular time. */
  long[] bursts(int bursts, int each, Duration width, int days) {
    return IntStream.range(0, bursts)
        .mapToLong(i -> start + random.nextLong(Duration.ofDays(days).toMillis()))
        .flatMap(
            at -> LongStream.generate(() -> at + random.nextLong(width.toMillis())).limit(each))
        .toArray();
  }

  /** Events at no particular time between two hours of each day. */
  long[] hours(int events, int from, int to, int days) {
    return LongStream.generate(
            () ->
                start
                    + random.nextInt(days) * 1440L * MINUTE
                    + from * 60L * MINUTE
                    + random.nextLong((to - from) * 60L * MINUTE))
        .limit(events)
        .toArray();
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  private long jitter() {
    return Math.round(random.nextGaussian() * MINUTE);
  }

  private static long[] with(long[] first, long[] second) {
    return LongStream.concat(LongStream.of(first), LongStream.of(second)).toArray();
  }
}
