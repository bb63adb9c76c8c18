package io.github.frebscope.config;

import io.github.frebscope.internal.xml.XmlElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All levels of a server's configuration, and which of them count at a place.
 *
 * <p>At a place count the levels of that place and of all above it. The deeper place is nearer; at
 * one place applicationHost.config comes first, then the files of the folders above, then the file
 * of the folder itself.
 */
final class Hierarchy {
  private static final Comparator<Level> FARTHEST_FIRST =
      Comparator.<Level>comparingInt(level -> level.place().depth())
          .thenComparingInt(Level::fileDepth);

  private final List<Level> levels;
  private final Map<String, List<Level>> bySite;
  private final Declarations declarations;
  private final Namespace namespace;

  Hierarchy(List<Level> levels, Declarations declarations, Namespace namespace) {
    this.levels = List.copyOf(levels);
    this.bySite = levels.stream().collect(Collectors.groupingBy(level -> site(level.place())));
    this.declarations = declarations;
    this.namespace = namespace;
  }

  /** Only levels of the server and of the same site can count at a place. */
  private static String site(Place place) {
    return place.depth() == 0 ? "" : place.parts().get(0).toLowerCase(Locale.ROOT);
  }

  private List<Level> candidates(Place place) {
    List<Level> all = new ArrayList<>(bySite.getOrDefault("", List.of()));
    if (place.depth() > 0) {
      all.addAll(bySite.getOrDefault(site(place), List.of()));
    }
    return all;
  }

  List<Level> levels() {
    return levels;
  }

  /** A section as it is in force at a place. */
  Section section(String name, Place place, Problems problems) {
    List<Level> with = new ArrayList<>();
    for (Level level : candidates(place)) {
      if (level.sections().containsKey(name) && counts(level, place)) {
        with.add(level);
      }
    }
    with.sort(FARTHEST_FIRST);
    List<Section.Definition> definitions = new ArrayList<>();
    List<Level> accepted = new ArrayList<>();
    for (Level level : with) {
      XmlElement element = level.sections().get(name);
      if (mayStand(name, level, element, problems)
          && mayOverride(name, level, accepted, element, problems)) {
        accepted.add(level);
        definitions.add(new Section.Definition(element, level.fileDepth()));
      }
    }
    return new Section(name, place, definitions, problems);
  }

  private boolean counts(Level level, Place place) {
    return level.place().holds(place)
        && (level.inherits()
            || level.place().depth() == 0
            || namespace.application(level.place()).isSame(namespace.application(place)));
  }

  private boolean mayStand(String name, Level level, XmlElement element, Problems problems) {
    if (declarations.isOfServer(name) && level.place().depth() > 0) {
      problems.add(
          element,
          name,
          "the section may stand only for the whole server, so that IIS refuses it "
              + Locks.answer(level.place())
              + "; it does not count here");
      return false;
    }
    if (declarations.isOfApplications(name)
        && level.place().depth() > 0
        && !level.isServerFile()
        && !namespace.application(level.place()).isSame(level.place())) {
      problems.add(
          element,
          name,
          "the section may stand only at the root of an application, so that IIS refuses it "
              + Locks.answer(level.place())
              + "; it does not count here");
      return false;
    }
    return true;
  }

  /** A section is locked for nearer files, never for other places in the same file. */
  private boolean mayOverride(
      String name, Level level, List<Level> above, XmlElement element, Problems problems) {
    boolean denied = declarations.isDenied(name) && !level.isServerFile();
    String by = "overrideModeDefault of its declaration";
    for (Level each : above) {
      if (each.fileDepth() < level.fileDepth() && each.override().isPresent()) {
        denied = !each.override().get();
        by = "a location in " + each.file();
      }
    }
    if (denied) {
      problems.add(
          element,
          name,
          "the section is locked by "
              + by
              + ", so that IIS refuses it "
              + Locks.answer(level.place())
              + "; it does not count here");
    }
    return !denied;
  }
}
