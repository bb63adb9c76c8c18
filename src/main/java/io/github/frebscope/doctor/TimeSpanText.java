package io.github.frebscope.doctor;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as IIS's configuration writes them: {@code 00:20:00}, {@code 1.05:00:00}. */
final class TimeSpanText {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private TimeSpanText() {}

  static String of(Duration time) {
    String clock =
        String.format(
            Locale.ROOT,
            "%02d:%02d:%02d",
            time.toHoursPart(),
            time.toMinutesPart(),
            time.toSecondsPart());
    return time.toDays() > 0 ? time.toDays() + "." + clock : clock;
  }

  static String of(LocalTime time) {
    return CLOCK.format(time);
  }
}
