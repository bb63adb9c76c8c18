package io.github.frebscope.config;

import io.github.frebscope.internal.xml.XmlElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A section as it is in force at one place: its definitions from the farthest to the nearest, with
 * what locks refuse left out.
 */
final class Section {
  /** What one level says; the depth is that of its file. */
  record Definition(XmlElement element, int depth) {}

  private final String name;
  private final Place place;
  private final List<Definition> definitions;
  private final Locks locks;
  private final Problems problems;

  Section(String name, Place place, List<Definition> definitions, Problems problems) {
    this.name = name;
    this.place = place;
    this.definitions = List.copyOf(definitions);
    this.problems = problems;
    this.locks = new Locks(name, place, problems);
    for (int i = 0; i < definitions.size(); i++) {
      locks.check(definitions.subList(0, i), definitions.get(i));
    }
  }

  boolean isPresent() {
    return definitions.stream().anyMatch(d -> !locks.refuses(d.element()));
  }

  /** Its attributes and elements, the nearest first. */
  View view(String home) {
    List<View.Layer> layers = new ArrayList<>();
    for (Definition definition : definitions) {
      if (!locks.refuses(definition.element())) {
        layers.add(0, new View.Layer(definition.element(), Setting.Origin.OWN));
      }
    }
    String told = SectionName.told(name);
    String file = layers.isEmpty() ? home : layers.get(0).element().file();
    return new View(told, told, file, layers, locks, problems);
  }

  /** The entries of the section's own collection, in the order in which IIS sees them. */
  List<XmlElement> entries() {
    return entries(SchemaCollection.of(SectionName.told(name)), definitions);
  }

  /** The entries of a collection inside one element. */
  static List<XmlElement> entries(
      XmlElement holder, String collection, Place place, Problems problems) {
    Section section = new Section(collection, place, List.of(new Definition(holder, 0)), problems);
    return section.entries(SchemaCollection.of(collection), section.definitions);
  }

  private List<XmlElement> entries(SchemaCollection collection, List<Definition> all) {
    List<Definition> entries = new ArrayList<>();
    for (Definition definition : all) {
      List<Definition> own = new ArrayList<>();
      if (locks.refuses(definition.element())) {
        continue;
      }
      for (XmlElement child : definition.element().children()) {
        if (locks.refuses(child)) {
          continue;
        }
        if (child.name().equals(collection.add())) {
          if (has(collection, entries, child) || has(collection, own, child)) {
            tellDuplicate(collection, child);
          } else {
            own.add(new Definition(child, definition.depth()));
          }
        } else if (child.name().equals(collection.remove())) {
          remove(collection, child, definition.depth(), entries);
          own.removeIf(e -> sameKey(collection, e.element(), child));
        } else if (child.name().equals(collection.clear())) {
          if (clear(child, definition.depth(), entries)) {
            own.clear();
          }
        }
      }
      entries.addAll(collection.inFront() ? 0 : entries.size(), own);
    }
    return entries.stream().map(Definition::element).toList();
  }

  private void remove(
      SchemaCollection collection, XmlElement directive, int depth, List<Definition> entries) {
    Optional<Definition> entry =
        entries.stream().filter(e -> sameKey(collection, e.element(), directive)).findFirst();
    if (entry.isPresent() && isLocked(entry.get(), depth)) {
      tellLocked(directive, entry.get().element());
    } else {
      entry.ifPresent(entries::remove);
    }
  }

  private boolean clear(XmlElement directive, int depth, List<Definition> entries) {
    Optional<Definition> locked = entries.stream().filter(e -> isLocked(e, depth)).findFirst();
    if (locked.isPresent()) {
      tellLocked(directive, locked.get().element());
      return false;
    }
    entries.clear();
    return true;
  }

  /** Locks hold against nearer files, not in their own. */
  private static boolean isLocked(Definition entry, int depth) {
    return entry.depth() < depth && Locks.isTrue(entry.element(), "lockItem");
  }

  private static boolean has(
      SchemaCollection collection, List<Definition> entries, XmlElement entry) {
    return entries.stream().anyMatch(e -> sameKey(collection, e.element(), entry));
  }

  private static boolean sameKey(SchemaCollection collection, XmlElement a, XmlElement b) {
    return collection.key(a).equals(collection.key(b));
  }

  private void tellDuplicate(SchemaCollection collection, XmlElement entry) {
    problems.add(
        entry,
        name + "/" + entry.name(),
        "a second entry with "
            + collection.told(entry)
            + ", which IIS refuses "
            + Locks.answer(place)
            + "; the first counts here");
  }

  private void tellLocked(XmlElement directive, XmlElement entry) {
    problems.add(
        directive,
        name + "/" + directive.name(),
        "would take away what "
            + entry.file()
            + " line "
            + entry.line()
            + " locks with lockItem, which IIS refuses "
            + Locks.answer(place)
            + "; it stays here");
  }

  /** The definitions, the farthest first. */
  List<Definition> definitions() {
    return Collections.unmodifiableList(definitions);
  }
}
