package io.github.frebscope.coverage;

import io.github.frebscope.catalog.Area;
import io.github.frebscope.catalog.Areas;
import io.github.frebscope.catalog.EventCatalog;
import io.github.frebscope.catalog.EventKind;
import io.github.frebscope.trace.TraceEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The providers of the catalogue and their areas. */
final class KnownProviders {
  private static final String NO_GUID = "00000000-0000-0000-0000-000000000000";
  private static final Map<String, String> NAMES = new HashMap<>();

  /** Provider GUIDs and areas in which something raises events. */
  private static final Set<List<String>> WITH_EVENTS =
      EventCatalog.all().stream()
          .filter(kind -> kind.area().isPresent())
          .map(kind -> List.of(kind.providerGuid(), kind.area().get()))
          .collect(Collectors.toUnmodifiableSet());

  static {
    EventCatalog.all().forEach(kind -> NAMES.put(key(kind.providerGuid()), kind.provider()));
  }

  private KnownProviders() {}

  /** What tells a provider: its GUID without braces in upper case. */
  static String key(String guid) {
    String upper = guid.toUpperCase(Locale.ROOT);
    return upper.startsWith("{") && upper.endsWith("}")
        ? upper.substring(1, upper.length() - 1)
        : upper;
  }

  /** The usual name of a provider; empty when it is not in the catalogue. */
  static Optional<String> name(String guid) {
    return Optional.ofNullable(NAMES.get(key(guid)));
  }

  static boolean isKnownName(String name) {
    return NAMES.values().stream().anyMatch(name::equalsIgnoreCase);
  }

  /** The areas of a provider as IIS's own configuration defines them. */
  static List<Area> areas(String guid) {
    return Areas.all().stream().filter(a -> key(a.providerGuid()).equals(key(guid))).toList();
  }

  /** The areas of a provider in which something raises events. */
  static List<Area> areasWithEvents(String guid) {
    return areas(guid).stream()
        .filter(a -> WITH_EVENTS.contains(List.of(a.providerGuid(), a.name())))
        .toList();
  }

  /** Whether the tracing module itself added the event: then it says nothing of its provider. */
  static boolean isOwn(TraceEvent event) {
    return key(event.eventGuid()).equals(NO_GUID);
  }

  static boolean isOwn(EventKind kind) {
    return key(kind.eventGuid()).equals(NO_GUID);
  }

  /** The kind of an event by its identity, or else by its name. */
  static Optional<EventKind> kind(TraceEvent event) {
    return EventCatalog.find(event.providerGuid(), event.eventGuid(), event.opcode(), event.name());
  }
}
