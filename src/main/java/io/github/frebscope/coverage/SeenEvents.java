package io.github.frebscope.coverage;

import io.github.frebscope.catalog.EventKind;
import io.github.frebscope.catalog.Levels;
import io.github.frebscope.trace.TraceEvent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the events of a trace prove to have been recorded. */
final class SeenEvents {
  static final String NOT_ESTABLISHED = "how it looks in a trace is not known for certain";
  static final String NO_AREA = "its area is not known";
  static final String NO_LEVEL = "its level is not known, or differs from call to call";

  private static final String OFF_OR_NOTHING = " was not seen: it may be off or nothing happened";
  private static final char UNREADABLE = '\uFFFD';

  private final Map<String, SeenProvider> providers = new LinkedHashMap<>();
  private final Map<String, TraceEvent> firstOfName = new HashMap<>();
  private final int unidentified;

  SeenEvents(List<TraceEvent> events) {
    int nameless = 0;
    for (TraceEvent event : events) {
      firstOfName.putIfAbsent(event.name(), event);
      Optional<EventKind> kind = KnownProviders.kind(event);
      kind.ifPresent(k -> firstOfName.putIfAbsent(k.name(), event));
      boolean hasName = !event.name().isEmpty() && event.name().indexOf(UNREADABLE) < 0;
      if (kind.isEmpty() && !hasName) {
        nameless++;
      }
      if (!KnownProviders.isOwn(event) && event.level() >= 0) {
        providers.computeIfAbsent(key(event), key -> new SeenProvider(event)).add(event);
      }
    }
    unidentified = nameless;
  }

  /** Without a GUID a name is better than nothing. */
  private static String key(TraceEvent event) {
    return event.providerGuid().isEmpty()
        ? event.provider()
        : KnownProviders.key(event.providerGuid());
  }

  /** In the order of their first events. */
  List<ProviderCoverage> providers() {
    return providers.values().stream().map(SeenProvider::coverage).toList();
  }

  /** The first event of that name, by its identity or by what is printed. */
  Optional<TraceEvent> first(String name) {
    return Optional.ofNullable(firstOfName.get(name));
  }

  /** How many events have neither a known identity nor a readable name. */
  int unidentified() {
    return unidentified;
  }

  /** Never {@link Recording#NOT_RECORDED}: what was not seen may simply not have happened. */
  Answer canHave(EventKind kind) {
    if (KnownProviders.isOwn(kind)) {
      return Answer.unknown("the tracing module adds it itself");
    }
    if (!kind.established()) {
      return Answer.unknown(NOT_ESTABLISHED);
    }
    SeenProvider provider = providers.get(KnownProviders.key(kind.providerGuid()));
    if (provider == null) {
      return Answer.unknown("provider " + kind.provider() + OFF_OR_NOTHING);
    }
    if (kind.areaMask() < 0) {
      return Answer.unknown(NO_AREA);
    }
    if (kind.area().isPresent() && !provider.hasArea(kind.area().get())) {
      return Answer.unknown("area " + kind.area().get() + OFF_OR_NOTHING);
    }
    if (kind.area().isEmpty() && kind.areaMask() != 0 && !provider.hasOneOf(kind.areaMask())) {
      return Answer.unknown("of its areas none was seen: they may be off or nothing happened");
    }
    return byLevel(kind, provider.highestLevel());
  }

  private static Answer byLevel(EventKind kind, int highest) {
    if (kind.level() < 0) {
      return Answer.unknown(NO_LEVEL);
    }
    String provider = kind.provider();
    if (kind.level() > highest) {
      return Answer.unknown(
          "its level is %s, and of %s nothing above %s was seen: it may be off or nothing happened"
              .formatted(Levels.text(kind.level()), provider, Levels.text(highest)));
    }
    String area = kind.area().map(a -> "area " + a + " was seen, and ").orElse("");
    return Answer.recorded(area + provider + " at " + Verbosities.atLeast(highest));
  }
}
