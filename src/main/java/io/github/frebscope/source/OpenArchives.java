package io.github.frebscope.source;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Keeps the archives that were used last open, up to a limit, until it is closed. Traces are read
 * in the order of their archives, so a few are enough, and a farm of a thousand archives does not
 * use up file handles. Safe for use by several threads.
 */
final class OpenArchives implements AutoCloseable {
  static final int LIMIT = 16;

  /** The one that was used last stands last. */
  private final Set<Archive> kept = new LinkedHashSet<>();

  private boolean closed;

  /** Called by one who uses the archive at this moment, so it is open. */
  synchronized void keep(Archive archive) {
    if (closed) {
      return;
    }
    if (!kept.remove(archive)) {
      archive.share();
    }
    kept.add(archive);
    if (kept.size() > LIMIT) {
      Iterator<Archive> all = kept.iterator();
      Archive oldest = all.next();
      all.remove();
      oldest.leave();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    kept.forEach(Archive::leave);
    kept.clear();
  }
}
