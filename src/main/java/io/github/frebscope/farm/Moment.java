package io.github.frebscope.farm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/**
 * Something that happened to a request on one of the boxes.
 *
 * @param time when, by the front end's clock
 * @param error how far off the time may be
 * @param server where
 * @param text what, in a few words
 * @param source the file that tells it and the line in it, {@code u_ex260223.log:115}
 */
public record Moment(Instant time, Duration error, String server, String text, String source) {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int WIDTH = 80;

  /** Refuses nulls. */
  public Moment {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(error, "error");
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(source, "source");
  }

  /**
   * {@code 09:21:06.000 ±1.0 s proxy-1 gave up: 502.3 win32 12002 after 60.0 s}, and the source at
   * the end of the line or, if that is too long, on a line of its own; none is longer than 80
   * characters unless the file's name is.
   */
  @Override
  public String toString() {
    String what =
        String.format(
            Locale.ROOT, "%s ±%-7s %-10s %s", CLOCK.format(time), seconds(error), server, text);
    int blanks = WIDTH - what.length() - source.length();
    return blanks >= 2
        ? what + " ".repeat(blanks) + source
        : what + "\n" + " ".repeat(Math.max(1, WIDTH - source.length())) + source;
  }

  /** {@code 60.0 s}. */
  static String seconds(Duration length) {
    return String.format(Locale.ROOT, "%.1f s", TraceFit.seconds(length));
  }
}
