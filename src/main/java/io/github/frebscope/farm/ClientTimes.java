package io.github.frebscope.farm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as people and programs write them into tables; UTC where nothing else is said. */
final class ClientTimes {
  private static final Pattern EPOCH = Pattern.compile("\\d{9,11}(\\.\\d{1,9})?|\\d{12,14}");
  private static final long FIRST_MILLIS = 100_000_000_000L;

  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm")
          .optionalStart()
          .appendPattern(":ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter WITH_OFFSET =
      new DateTimeFormatterBuilder()
          .append(LOCAL)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private ClientTimes() {}

  /**
   * The time that a text tells.
   *
   * @return empty when it tells none, or one that is not certain, {@code 03/04/2026} for example
   */
  static Optional<Instant> read(String text) {
    String time = text.strip();
    if (EPOCH.matcher(time).matches()) {
      return Optional.of(epoch(time));
    }
    String plain =
        time.replaceFirst("^(\\d{4}-\\d{2}-\\d{2})[Tt ]\\s*", "$1 ")
            .replaceFirst("\\s*(?i:UTC|GMT|Z)$", "")
            .replaceFirst("\\s+([+-]\\d)", "$1")
            .replaceFirst("(:\\d{2}),(\\d)", "$1.$2");
    boolean isUtc = !plain.equals(time) && time.matches(".*(?i:UTC|GMT|Z)$");
    return local(plain).or(() -> isUtc ? Optional.empty() : withOffset(plain));
  }

  private static Instant epoch(String text) {
    int dot = text.indexOf('.');
    long whole = Long.parseLong(dot < 0 ? text : text.substring(0, dot));
    if (dot < 0 && whole >= FIRST_MILLIS) {
      return Instant.ofEpochMilli(whole);
    }
    String fraction = dot < 0 ? "" : text.substring(dot + 1);
    long nanos = Long.parseLong((fraction + "000000000").substring(0, 9));
    return Instant.ofEpochSecond(whole, nanos);
  }

  private static Optional<Instant> local(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, LOCAL).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> withOffset(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, WITH_OFFSET).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
