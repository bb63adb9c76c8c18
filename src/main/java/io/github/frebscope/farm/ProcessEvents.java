package io.github.frebscope.farm;

import io.github.frebscope.config.AppPool;
import io.github.frebscope.log.KnownEvent;
import io.github.frebscope.log.WindowsEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which Windows events tell of the end or the replacement of a worker process. */
final class ProcessEvents {
  private static final Set<KnownEvent.Kind> ENDS =
      EnumSet.of(
          KnownEvent.Kind.RECYCLE,
          KnownEvent.Kind.IDLE_STOP,
          KnownEvent.Kind.CRASH,
          KnownEvent.Kind.SHUTDOWN_TIMEOUT);

  private ProcessEvents() {}

  /** Those that are about the pool, in order; all where the pool is not known. */
  static List<WindowsEvent> of(WatchedSite site) {
    return site.events().stream()
        .filter(event -> kind(event).filter(ENDS::contains).isPresent())
        .filter(event -> isAbout(event, site.pool()))
        .sorted(Comparator.comparing(WindowsEvent::time))
        .toList();
  }

  /** When processes of a pool ended or were replaced, in order. */
  static List<Instant> ends(List<WindowsEvent> events, Optional<AppPool> pool) {
    return events.stream()
        .filter(event -> kind(event).filter(ENDS::contains).isPresent())
        .filter(event -> isAbout(event, pool))
        .map(WindowsEvent::time)
        .sorted()
        .toList();
  }

  static boolean isRecycle(WindowsEvent event) {
    return kind(event).filter(kind -> kind == KnownEvent.Kind.RECYCLE).isPresent();
  }

  private static Optional<KnownEvent.Kind> kind(WindowsEvent event) {
    return KnownEvent.of(event).map(KnownEvent::kind);
  }

  /** In other languages the pool's name stands somewhere in the message. */
  private static boolean isAbout(WindowsEvent event, Optional<AppPool> pool) {
    if (pool.isEmpty()) {
      return true;
    }
    if (event.pool().isPresent()) {
      return event.pool().get().equalsIgnoreCase(pool.get().name());
    }
    String text = event.message().toLowerCase(Locale.ROOT);
    String name = pool.get().name().toLowerCase(Locale.ROOT);
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }
}
