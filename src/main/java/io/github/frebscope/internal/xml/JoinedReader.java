package io.github.frebscope.internal.xml;

import java.io.IOException;
import java.io.Reader;

/** Two readers, one after the other. */
final class JoinedReader extends Reader {
  private final Reader first;
  private final Reader second;
  private boolean firstDone;

  JoinedReader(Reader first, Reader second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (!firstDone) {
      int n = first.read(into, offset, length);
      if (n >= 0) {
        return n;
      }
      firstDone = true;
    }
    return second.read(into, offset, length);
  }

  @Override
  public void close() throws IOException {
    first.close();
    second.close();
  }
}
