package io.github.frebscope.parse;

import java.io.IOException;

/**
 * A file is no Failed Request Tracing log, or, for a strict reader, it is damaged. The message
 * names the file, the place and the reason.
 */
public final class TraceParseException extends IOException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final String reason;
  private final long offset;
  private final long line;

  TraceParseException(String file, String reason, long offset, Throwable cause) {
    this(file, reason, offset, -1, cause);
  }

  private TraceParseException(String file, String reason, long offset, long line, Throwable cause) {
    super(file + place(offset, line) + ": cannot be read as a trace: " + reason, cause);
    this.file = file;
    this.reason = reason;
    this.offset = offset;
    this.line = line;
  }

  /** The same, with the line that was found to hold the place. */
  TraceParseException atLine(long foundLine) {
    TraceParseException located =
        new TraceParseException(file, reason, offset, foundLine, getCause());
    located.setStackTrace(getStackTrace());
    return located;
  }

  private static String place(long offset, long line) {
    if (offset <= 0) {
      return "";
    }
    return line > 0 ? ", line " + line + " (byte " + offset + ")" : ", byte " + offset;
  }

  /** The file as it was named. */
  public String file() {
    return file;
  }

  /** Why, without file and place. */
  public String reason() {
    return reason;
  }

  /** Where, in bytes from the start of the file; -1 when unknown. */
  public long offset() {
    return offset;
  }

  /** The line, from 1; -1 when unknown, as it is for a stream, which cannot be read twice. */
  public long line() {
    return line;
  }
}
