package io.github.frebscope.internal.xml;

import java.util.Arrays;

/**
 * The events found in the window and not yet read: where each begins and ends, its number, and
 * whether it is wanted. A list of structs, in arrays because there are hundreds a file.
 */
final class Slices {
  private int[] starts = new int[512];
  private int[] ends = new int[512];
  private int[] indexes = new int[512];
  private boolean[] wanted = new boolean[512];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void add(int start, int end, int index, boolean isWanted) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      indexes = Arrays.copyOf(indexes, size * 2);
      wanted = Arrays.copyOf(wanted, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    indexes[size] = index;
    wanted[size++] = isWanted;
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  int index(int i) {
    return indexes[i];
  }

  boolean isWanted(int i) {
    return wanted[i];
  }

  void wantLast() {
    if (size > 0) {
      wanted[size - 1] = true;
    }
  }

  /** Drops the slices nobody wants. */
  void keepWanted() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (wanted[i]) {
        starts[kept] = starts[i];
        ends[kept] = ends[i];
        indexes[kept] = indexes[i];
        wanted[kept++] = true;
      }
    }
    size = kept;
  }

  /** Removes the last slice, so that it can be held back. */
  void removeLast() {
    size--;
  }
}
