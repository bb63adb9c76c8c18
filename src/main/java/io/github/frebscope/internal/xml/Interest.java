package io.github.frebscope.internal.xml;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** The event names a question needs, looked up by their bytes. Immutable. */
public final class Interest {
  private final byte[][] table;

  /** Those names. */
  public Interest(Collection<String> names) {
    table = new byte[Integer.highestOneBit(Math.max(8, names.size()) * 4)][];
    for (String name : names) {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      int slot = hash(bytes, 0, bytes.length) & (table.length - 1);
      while (table[slot] != null) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = bytes;
    }
  }

  boolean contains(byte[] bytes, int from, int to) {
    int slot = hash(bytes, from, to) & (table.length - 1);
    while (table[slot] != null) {
      if (table[slot].length == to - from && Bytes.startsWith(bytes, table[slot], from, to)) {
        return true;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return false;
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ (hash >>> 15);
  }
}
