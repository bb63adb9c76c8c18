package io.github.frebscope.log;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records of comma-separated text (RFC 4180): values between quotation marks may hold the
 * separator, line ends, and quotation marks written twice.
 */
final class CsvRecords {
  private static final int MOST_CHARS = 1 << 23;

  private final Reader in;
  private final char separator;
  private int ahead = -2; // -2: nothing was looked at
  private long line;
  private long begin;

  CsvRecords(Reader in, char separator, long firstLine) {
    this.in = in;
    this.separator = separator;
    line = firstLine;
  }

  /** The next record, none at the end; an empty line is a record with one empty value. */
  Optional<List<String>> next() throws IOException {
    begin = line;
    int c = take();
    if (c < 0) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    boolean fresh = true; // nothing of this value was read, so a quotation mark opens it
    int size = 0;
    for (; c >= 0; c = take()) {
      if (++size > MOST_CHARS) {
        throw new IOException("line " + begin + ": a record without end; a quotation mark is open");
      }
      if (quoted) {
        if (c != '"') {
          value.append((char) c);
        } else if (look() == '"') {
          value.append((char) take());
        } else {
          quoted = false;
        }
      } else if (c == '"' && fresh) {
        quoted = true;
        fresh = false;
      } else if (c == separator) {
        values.add(value.toString());
        value.setLength(0);
        fresh = true;
      } else if (c == '\n') {
        break;
      } else if (c != '\r' || look() != '\n') {
        value.append((char) c);
        fresh = false;
      }
    }
    values.add(value.toString());
    return Optional.of(values);
  }

  /** The 1-based line on which the last record begins. */
  long line() {
    return begin;
  }

  private int look() throws IOException {
    if (ahead == -2) {
      ahead = in.read();
    }
    return ahead;
  }

  private int take() throws IOException {
    int c = look();
    ahead = -2;
    if (c == '\n') {
      line++;
    }
    return c;
  }
}
