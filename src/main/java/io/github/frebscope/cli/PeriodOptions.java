package io.github.frebscope.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which time is looked at, and in which zone local times are. */
final class PeriodOptions {
  private static final int DATE = "2026-01-14".length();
  private static final int MINUTES = "2026-01-14T10:22".length();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Look at what ended then or later, such as 2026-01-14 or 2026-01-14T10:22; UTC unless an"
              + " offset follows.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Look at what began then or before; a day or minute is meant whole.")
  private String to;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "The time zone of the servers, such as Europe/Berlin: for schedules, and for logs in local"
              + " time.")
  private String zone;

  boolean isGiven() {
    return from != null || to != null;
  }

  Instant from() {
    return from == null ? Instant.MIN : time("--from", from);
  }

  /** The last moment of the time that is named. */
  Instant to() {
    if (to == null) {
      return Instant.MAX;
    }
    int length = local(to).length();
    Duration unit =
        length == DATE
            ? Duration.ofDays(1)
            : length == MINUTES ? Duration.ofMinutes(1) : Duration.ofSeconds(1);
    Instant end = time("--to", to).plus(unit).minusMillis(1);
    if (end.isBefore(from())) {
      throw wrong("--to " + to + " is before --from " + from);
    }
    return end;
  }

  Optional<ZoneId> zone() {
    try {
      return Optional.ofNullable(zone).map(ZoneId::of);
    } catch (DateTimeException e) {
      throw wrong("--zone: '" + zone + "' is no time zone; write Europe/Berlin, UTC or +01:00");
    }
  }

  private Instant time(String option, String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT).replace(' ', 'T');
    try {
      if (plain.length() == DATE) {
        return LocalDate.parse(plain).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      return plain.equals(local(text))
          ? LocalDateTime.parse(plain).toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(plain).toInstant();
    } catch (DateTimeException e) {
      throw wrong(
          option
              + ": '"
              + text
              + "' is no time; write 2026-01-14, 2026-01-14T10:22 or 2026-01-14T10:22:31Z");
    }
  }

  /** The time without its offset. */
  private static String local(String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT).replace(' ', 'T');
    if (plain.length() <= DATE) {
      return plain;
    }
    return plain.substring(0, DATE) + plain.substring(DATE).replaceAll("(?:Z|[+-].*)$", "");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
