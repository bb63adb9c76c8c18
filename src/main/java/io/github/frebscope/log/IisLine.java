package io.github.frebscope.log;

import com.google.common.base.Splitter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * IIS's own log format: {@code 10.1.2.3, -, 2/23/2026, 6:00:01, W3SVC1, WEB01, 10.0.0.1, 15, 100,
 * 200, 200, 0, GET, /a, -,}. Fifteen values, in local time ("IIS logging", Win32 documentation).
 */
final class IisLine implements PlainLine {
  private static final List<String> FIELDS =
      List.of(
          "c-ip",
          "cs-username",
          "date",
          "time",
          "s-sitename",
          "s-computername",
          "s-ip",
          "time-taken",
          "cs-bytes",
          "sc-bytes",
          "sc-status",
          "sc-win32-status",
          "cs-method",
          "cs-uri-stem",
          "cs-uri-query");
  private static final Splitter COMMAS = Splitter.on(',').trimResults();

  private final Optional<ZoneId> zone;
  private final LocalTimes times = new LocalTimes();

  IisLine(Optional<ZoneId> zone) {
    this.zone = zone;
  }

  /** Looks at dates only, to learn their order. */
  PlainLine learning() {
    return new PlainLine() {
      @Override
      public Optional<AccessLine> parse(String file, long number, String line) {
        values(line).ifPresent(v -> times.learn(v.get(2) + " " + v.get(3)));
        return Optional.empty();
      }

      @Override
      public List<String> missing() {
        return List.of();
      }

      @Override
      public String expected() {
        return "";
      }
    };
  }

  void mustBeClear(String file) throws LogFormatException {
    if (times.needsZone() && zone.isEmpty()) {
      throw new LogFormatException(
          file,
          "IIS's own format has local times without an offset: give the zone of the server's clock"
              + " (LogOptions.withZone), or let IIS write W3C logs, whose times are UTC");
    }
    if (times.isOpen()) {
      throw new LogFormatException(
          file,
          "no date in it tells the day from the month (2/3/2026): let"
              + " IIS write W3C logs, or add lines of a later day of the month");
    }
  }

  @Override
  public Optional<AccessLine> parse(String file, long number, String line) {
    Optional<List<String>> values = values(line);
    Optional<Instant> end = values.flatMap(v -> times.instant(v.get(2) + " " + v.get(3), zone));
    if (values.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < FIELDS.size(); i++) {
      if (i != 2 && i != 3) {
        named.put(FIELDS.get(i), values.get().get(i));
      }
    }
    return Optional.of(AccessLine.of(file, number, end.get(), named));
  }

  /** The values; a comma ends the line and begins none. */
  private static Optional<List<String>> values(String line) {
    List<String> values = COMMAS.splitToList(line);
    boolean ended = values.size() == FIELDS.size() + 1 && values.get(FIELDS.size()).isEmpty();
    return ended || values.size() == FIELDS.size() ? Optional.of(values) : Optional.empty();
  }

  @Override
  public List<String> missing() {
    return List.of("s-port", "sc-substatus");
  }

  @Override
  public String expected() {
    return "no line of IIS's own format with a time that exists";
  }
}
