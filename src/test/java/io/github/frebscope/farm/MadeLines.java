package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.HttpErrLine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** Lines of logs for tests, with their times cut to the second as IIS does. */
final class MadeLines {
  private static final AtomicInteger NUMBERS = new AtomicInteger(4);

  private final Map<String, String> values = new HashMap<>();
  private Instant end;
  private String file = "proxy.log";

  private MadeLines() {}

  /** A line of a request that began then and took that long. */
  static MadeLines request(String path, Instant start, Duration taken) {
    MadeLines made = new MadeLines();
    made.end = start.plus(taken).truncatedTo(ChronoUnit.SECONDS);
    made.values.put("cs-method", "GET");
    made.values.put("cs-uri-stem", path);
    made.values.put("time-taken", Long.toString(taken.toMillis()));
    return made.status("200", "0", "0");
  }

  MadeLines status(String status, String sub, String win32) {
    values.put("sc-status", status);
    values.put("sc-substatus", sub);
    values.put("sc-win32-status", win32);
    return this;
  }

  MadeLines with(String field, String value) {
    values.put(field, value);
    return this;
  }

  MadeLines in(String newFile) {
    file = newFile;
    return this;
  }

  AccessLine build() {
    return AccessLine.of(file, NUMBERS.incrementAndGet(), end, values);
  }

  /** An entry of an HTTPERR log. */
  static HttpErrLine error(Instant time, String path, String reason) {
    return new HttpErrLine(
        "httperr1.log",
        NUMBERS.incrementAndGet(),
        time.truncatedTo(ChronoUnit.SECONDS),
        Optional.of("10.60.1.1"),
        OptionalInt.of(51000),
        Optional.of("10.60.0.5"),
        OptionalInt.of(80),
        Optional.of("GET"),
        Optional.of(path),
        OptionalInt.empty(),
        Optional.of("3"),
        reason,
        Optional.of("StatsPool"));
  }
}
