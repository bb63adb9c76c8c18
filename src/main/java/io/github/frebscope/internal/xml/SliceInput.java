package io.github.frebscope.internal.xml;

import java.io.InputStream;

/** A root tag and, behind it, slices of an array, as one stream without an end tag. */
final class SliceInput extends InputStream {
  private static final byte[] ROOT =
      SliceCutter.ascii("<r xmlns:freb='http://schemas.microsoft.com/win/2006/06/iis/freb'>");

  private final byte[] bytes;
  private final Slices slices;
  private final int last;
  private int next;
  private byte[] from = ROOT;
  private int position;
  private int end = ROOT.length;

  /** The slices [first, last). */
  SliceInput(byte[] bytes, Slices slices, int first, int last) {
    this.bytes = bytes;
    this.slices = slices;
    this.next = first;
    this.last = last;
  }

  private boolean atEnd() {
    if (position == end && next < last) {
      from = bytes;
      position = slices.start(next);
      end = slices.end(next);
      next++;
    }
    return position == end;
  }

  @Override
  public int read() {
    return atEnd() ? -1 : from[position++] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    int done = 0;
    while (done < length && !atEnd()) {
      int n = Math.min(length - done, end - position);
      System.arraycopy(from, position, into, offset + done, n);
      position += n;
      done += n;
    }
    return done == 0 && length > 0 ? -1 : done;
  }
}
