package io.github.frebscope.internal.xml;

import java.io.IOException;

/** A document is not well-formed, or its bytes are not the characters it says they are. */
public final class MalformedXmlException extends IOException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final int line;
  private final String reason;

  MalformedXmlException(String file, int line, String reason) {
    super(file + " line " + line + ": " + reason);
    this.file = file;
    this.line = line;
    this.reason = reason;
  }

  /** What the reader was told to call the file. */
  public String file() {
    return file;
  }

  /** The 1-based line at which reading stopped. */
  public int line() {
    return line;
  }

  /** What is wrong, without the place. */
  public String reason() {
    return reason;
  }
}
