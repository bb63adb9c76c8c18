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

  TraceParseException(String file, String reason, long offset, Throwable cause) {
    super(
        file + (offset > 0 ? ", byte " + offset : "") + ": cannot be read as a trace: " + reason,
        cause);
    this.file = file;
    this.reason = reason;
    this.offset = offset;
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
}
