package io.github.frebscope.testing.farm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Times in short: {@code 08:12:35} of the farm's day, or a whole {@code 2026-03-02T08:12:35Z}. */
public final class When {
  private final LocalDate day;

  /** Times of a day, UTC. */
  public When(LocalDate day) {
    this.day = day;
  }

  /** The instant. */
  public Instant at(String text) {
    return text.contains("T")
        ? Instant.parse(text)
        : day.atTime(LocalTime.parse(text)).toInstant(ZoneOffset.UTC);
  }
}
