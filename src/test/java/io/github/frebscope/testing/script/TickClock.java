package io.github.frebscope.testing.script;

import java.time.Duration;
import java.time.Instant;

/** The clock IIS stamps events with: it stands still for 15.625 ms, then jumps. */
final class TickClock {
  private static final long TICK_MICROS = 15_625;

  private final Instant start;
  private long ticks;

  TickClock(Instant start) {
    this.start = start;
  }

  Instant now() {
    return start.plusMillis(elapsedMillis());
  }

  /** Whole milliseconds since the start. */
  long elapsedMillis() {
    return ticks * TICK_MICROS / 1000;
  }

  /** One tick goes by. */
  void tick() {
    ticks++;
  }

  /** At least that long goes by. */
  void pass(Duration time) {
    ticks += (time.toNanos() / 1000 + TICK_MICROS - 1) / TICK_MICROS;
  }
}
