package io.github.frebscope.source;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Keeps the archives that were used last open, up to a limit, until nobody holds it. Traces are
 * read in the order of their archives, so a few are enough, and a farm of a thousand archives does
 * not use up file handles. Safe for use by several threads.
 */
final class OpenArchives {
  static final int LIMIT = 16;

  /** The one that was used last stands last. */
  private final Set<Archive> kept = new LinkedHashSet<>();

  /** Who made it holds it. */
  private int holders = 1;

  /** Called by one who uses the archive at this moment, so it is open. */
  synchronized void keep(Archive archive) {
    if (holders == 0) {
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

  /** One more holder, after the last one has gone too. */
  synchronized void hold() {
    holders++;
  }

  /** One holder less; the last one closes the archives that nobody reads. */
  synchronized void release() {
    holders--;
    if (holders == 0) {
      kept.forEach(Archive::leave);
      kept.clear();
    }
  }
}
