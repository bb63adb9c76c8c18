package io.github.frebscope.internal.xml;

import java.io.IOException;

/** The bytes are no trace at all. */
public final class NotATraceException extends IOException {
  private static final long serialVersionUID = 1;

  private final long offset;

  NotATraceException(String message, long offset) {
    super(message);
    this.offset = offset;
  }

  /** Where that was seen, in bytes from the start of the file. */
  public long offset() {
    return offset;
  }
}
