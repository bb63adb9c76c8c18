package io.github.frebscope.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how many bytes have been read. */
final class CountedInput extends FilterInputStream {
  private final LogOptions options;
  private long bytes;

  CountedInput(InputStream in, LogOptions options) {
    super(in);
    this.options = options;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      options.tellProgress(++bytes);
    }
    return b;
  }

  @Override
  public int read(byte[] b, int from, int length) throws IOException {
    int n = super.read(b, from, length);
    if (n > 0) {
      bytes += n;
      options.tellProgress(bytes);
    }
    return n;
  }
}
