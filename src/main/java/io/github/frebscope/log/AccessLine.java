package io.github.frebscope.log;

import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.trace.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One request in a W3C log of IIS, as it was written. A field that the log does not have, or that
 * holds {@code -}, is empty.
 *
 * <p>IIS writes the line when the request has ended, so {@link #end()} is what the log calls its
 * time and {@link #start()} is earlier by the time taken. That time runs from the first byte at
 * http.sys to the last completion of a send, waiting in the queue and the client's network included
 * (KB944884).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class AccessLine {
  private final String file;
  private final long number;
  private final Instant end;
  private final Map<String, String> values;

  private AccessLine(String file, long number, Instant end, Map<String, String> values) {
    this.file = file;
    this.number = number;
    this.end = end;
    this.values = values;
  }

  /**
   * A line.
   *
   * @param file the log as it was found
   * @param number the line's 1-based number in it
   * @param end when the request ended
   * @param values the other fields by the names of the log's {@code #Fields:} line, in any case; as
   *     written, but for those that are {@code -}, which are left out
   */
  public static AccessLine of(String file, long number, Instant end, Map<String, String> values) {
    Map<String, String> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    values.forEach(
        (field, value) -> {
          if (!value.equals("-")) {
            kept.put(field, value);
          }
        });
    return new AccessLine(
        Objects.requireNonNull(file, "file"), number, Objects.requireNonNull(end, "end"), kept);
  }

  /** The log that holds it, as it was found. */
  public String file() {
    return file;
  }

  /** Its 1-based line number there. */
  public long number() {
    return number;
  }

  /** When the request ended, UTC, to the second: what the log calls its time. */
  public Instant end() {
    return end;
  }

  /**
   * When the request began: the end less the time taken; the end itself where that is not logged.
   */
  public Instant start() {
    return end.minus(timeTaken().orElse(Duration.ZERO));
  }

  /** How long it took ({@code time-taken}). */
  public Optional<Duration> timeTaken() {
    OptionalLong millis = number("time-taken");
    return millis.isPresent()
        ? Optional.of(Duration.ofMillis(millis.getAsLong()))
        : Optional.empty();
  }

  /** The status that was answered; sub-status 0 where it is not logged. */
  public Optional<StatusCode> status() {
    OptionalLong status = number("sc-status");
    if (status.isEmpty() || status.getAsLong() > 999) {
      return Optional.empty();
    }
    return Optional.of(StatusCode.of((int) status.getAsLong(), subStatus().orElse(0)));
  }

  /** Whether the status is this one, whatever the sub-status. */
  public boolean isStatus(int status) {
    return number("sc-status").orElse(-1) == status;
  }

  /** IIS's sub-status; empty where it is not logged. */
  public OptionalInt subStatus() {
    OptionalLong sub = number("sc-substatus");
    return asInt(sub);
  }

  /** The Windows error of sending the answer ({@code sc-win32-status}), unsigned. */
  public OptionalLong win32Status() {
    return number("sc-win32-status");
  }

  /**
   * Whether the Windows error of sending says that who had asked was gone before the answer was
   * sent: 64 (the network name is no longer available), 995 (aborted), 1229 (no connection) or 1236
   * (aborted by the local system), as Windows' system error codes have them. False where it is not
   * logged.
   */
  public boolean isPeerGone() {
    return PeerGone.is(win32Status().orElse(0));
  }

  /** The verb, as in {@code GET}. */
  public Optional<String> verb() {
    return value("cs-method");
  }

  /** The path of the URL ({@code cs-uri-stem}), {@code /} where it is not logged. */
  public String path() {
    return value("cs-uri-stem").orElse("/");
  }

  /** The query string, without the question mark. */
  public Optional<String> query() {
    return value("cs-uri-query");
  }

  /** The port of the server that took the request. */
  public OptionalInt port() {
    OptionalLong port = number("s-port");
    return asInt(port);
  }

  /** The server's address. */
  public Optional<String> serverIp() {
    return value("s-ip");
  }

  /** Who asked: behind a gateway, the gateway. */
  public Optional<String> clientIp() {
    return value("c-ip");
  }

  /** The Host header, if it is logged. */
  public Optional<String> host() {
    return value("cs-host");
  }

  /** ARR's id of the request, if the header is logged as a field or stands in the query string. */
  public Optional<String> arrLogId() {
    return value("X-ARR-LOG-ID")
        .or(() -> value("cs(X-ARR-LOG-ID)"))
        .or(() -> query().flatMap(ArrLogIds::in));
  }

  /**
   * A field as it was written: blanks are {@code +} in some fields. Empty when it is {@code -} or
   * not logged.
   *
   * @param field the name in the log's {@code #Fields:} line, in any case
   */
  public Optional<String> value(String field) {
    return Optional.ofNullable(values.get(field));
  }

  /**
   * A value with blanks for {@code +}, as of {@code cs(User-Agent)}: http.sys writes a plus sign
   * for each blank, so one that was sent cannot be told from it.
   *
   * @param value as written
   */
  public static String withBlanks(String value) {
    return value.replace('+', ' ');
  }

  private static OptionalInt asInt(OptionalLong number) {
    return number.isPresent() && number.getAsLong() <= Integer.MAX_VALUE
        ? OptionalInt.of((int) number.getAsLong())
        : OptionalInt.empty();
  }

  private OptionalLong number(String field) {
    String text = values.get(field);
    if (text == null || text.isEmpty() || text.length() > 18) {
      return OptionalLong.empty();
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccessLine that
        && file.equals(that.file)
        && number == that.number
        && end.equals(that.end)
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, number, end);
  }

  /** {@code 2026-02-23T08:12:35Z GET /home 200 win32 64 in 35417 ms}: one line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(end);
    verb().ifPresent(verb -> text.append(' ').append(verb));
    text.append(' ').append(Texts.shown(path()));
    status().ifPresent(status -> text.append(' ').append(status));
    win32Status().ifPresent(win32 -> text.append(win32 == 0 ? "" : " win32 " + win32));
    timeTaken()
        .ifPresent(taken -> text.append(String.format(Locale.ROOT, " in %d ms", taken.toMillis())));
    return text.toString();
  }
}
