package io.github.frebscope.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What is told of damaged lines, in the same words for all formats. */
final class Damage {
  static final String TORN =
      "torn: the file ends, or zero bytes begin, within this line; it may still be being written";
  static final String NO_END =
      "this last line has no end, so its last value may be cut and is left out; the file may still"
          + " be being written";
  static final String LONG =
      "longer than " + LineReader.MOST_LINE_BYTES + " bytes: no line that http.sys writes";

  private Damage() {}

  static String fields(LineReader lines, int fields, int expected) {
    return fields + " fields where the #Fields: line names " + expected;
  }

  /** A run of zero bytes: at the end it is room that was reserved, else lines may be lost in it. */
  static void zeros(LineReader lines, Tally tally) throws IOException {
    long line = lines.number();
    String bytes = lines.zeroBytes() + (lines.zeroBytes() == 1 ? " zero byte" : " zero bytes");
    if (lines.atEnd()) {
      tally.problem(line, bytes + " at the end: room that was reserved and not written");
    } else {
      tally.damaged(
          line,
          bytes
              + ", as a crash or a power failure leaves them; what was meant to be"
              + " there is lost");
    }
  }

  /** {@code 2026-02-23 05:00:00} of a {@code #Date:} line, the time being optional. */
  static long dateTime(String text) {
    byte[] b = text.getBytes(StandardCharsets.ISO_8859_1);
    if (b.length == 10) {
      try {
        return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
      } catch (DateTimeException e) {
        return LogClock.NONE;
      }
    }
    return b.length > 11 && b[10] == ' '
        ? new LogClock().millis(b, 0, 10, 11, b.length)
        : LogClock.NONE;
  }
}
