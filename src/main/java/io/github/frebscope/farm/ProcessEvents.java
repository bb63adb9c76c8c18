package io.github.frebscope.farm;

import io.github.frebscope.config.AppPool;
import io.github.frebscope.log.WindowsEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which Windows events tell of the end, the replacement or the start of a worker process.
 *
 * <p>Source: the event pages of Windows Process Activation Service on TechNet, and the message file
 * of the ASP.NET Core Module.
 */
final class ProcessEvents {
  /** Recycles: time, requests, schedule, memory, ISAPI, administrator, configuration, memory. */
  private static final Set<Integer> RECYCLES =
      Set.of(5074, 5075, 5076, 5077, 5078, 5079, 5080, 5081, 5117);

  /** Ended: crashed, hung, would not end; and for being idle. */
  private static final Set<Integer> ENDS = Set.of(5009, 5010, 5011, 5013, 5186, 5195);

  private ProcessEvents() {}

  /** Those that are about the pool, in order; all where the pool is not known. */
  static List<WindowsEvent> of(WatchedSite site) {
    return site.events().stream()
        .filter(ProcessEvents::isEnd)
        .filter(event -> isAbout(event, site.pool()))
        .sorted(Comparator.comparing(WindowsEvent::time))
        .toList();
  }

  /** When processes of a pool ended or were replaced, in order. */
  static List<Instant> ends(List<WindowsEvent> events, Optional<AppPool> pool) {
    return events.stream()
        .filter(ProcessEvents::isEnd)
        .filter(event -> isAbout(event, pool))
        .map(WindowsEvent::time)
        .sorted()
        .toList();
  }

  static boolean isRecycle(WindowsEvent event) {
    return isByWas(event) && RECYCLES.contains(event.id());
  }

  private static boolean isEnd(WindowsEvent event) {
    return isRecycle(event) || (isByWas(event) && ENDS.contains(event.id()));
  }

  private static boolean isByWas(WindowsEvent event) {
    String source = event.source().toUpperCase(Locale.ROOT);
    return source.equals("WAS") || source.endsWith("-WAS");
  }

  /** Messages have the pool's name between quotes or, where only the data is exported, blanks. */
  private static boolean isAbout(WindowsEvent event, Optional<AppPool> pool) {
    if (pool.isEmpty()) {
      return true;
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
