package io.github.frebscope.coverage;

import io.github.frebscope.catalog.Area;
import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.trace.TraceEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Collects what the events of one provider prove. */
final class SeenProvider {
  private final String name;
  private final String guid;
  private final List<Area> known;
  private final TreeMap<String, Integer> areas = new TreeMap<>();

  /** Masks of the events that belong to any of several areas, or to one that has no name. */
  private final Set<Long> masks = new HashSet<>();

  private int highestLevel;

  SeenProvider(TraceEvent event) {
    guid = event.providerGuid();
    known = KnownProviders.areas(guid);
    String printed = event.provider().isEmpty() ? guid : event.provider();
    name = KnownProviders.name(guid).orElse(Texts.printable(printed));
  }

  void add(TraceEvent event) {
    highestLevel = Math.max(highestLevel, event.level());
    if (event.area().isPresent() && isOf(event.area().get(), event.keywords())) {
      areas.merge(Texts.printable(event.area().get()), event.level(), Math::max);
    } else if (event.keywords() != 0) {
      masks.add(event.keywords());
    }
  }

  /** A name is printed as an administrator spells it: it may mean another area than usual. */
  private boolean isOf(String area, long mask) {
    return known.stream().noneMatch(usual -> usual.name().equals(area) && usual.mask() != mask);
  }

  int highestLevel() {
    return highestLevel;
  }

  boolean hasArea(String area) {
    return areas.containsKey(area);
  }

  /** Whether one of the areas of a mask is recorded. */
  boolean hasOneOf(long mask) {
    return masks.stream().anyMatch(seen -> (seen & ~mask) == 0)
        || known.stream().anyMatch(area -> (area.mask() & mask) != 0 && hasArea(area.name()));
  }

  ProviderCoverage coverage() {
    List<String> notSeen =
        KnownProviders.areasWithEvents(guid).stream()
            .map(Area::name)
            .filter(area -> !hasArea(area))
            .toList();
    return new ProviderCoverage(name, guid, highestLevel, areas, notSeen);
  }
}
