package io.github.frebscope.config;

import io.github.frebscope.internal.xml.XmlElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** An entry of a collection, the depth of its file, and what tells it apart. */
  private record Entry(XmlElement element, int depth, String key) {}

  private List<XmlElement> entries(SchemaCollection collection, List<Definition> all) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Definition definition : all) {
      if (locks.refuses(definition.element())) {
        continue;
      }
      Map<String, Entry> own = new LinkedHashMap<>();
      for (XmlElement child : definition.element().children()) {
        if (locks.refuses(child)) {
          continue;
        }
        if (child.name().equals(collection.add())) {
          String key = collection.key(child);
          if (entries.containsKey(key) || own.containsKey(key)) {
            tellDuplicate(collection, child);
          } else {
            own.put(key, new Entry(child, definition.depth(), key));
          }
        } else if (child.name().equals(collection.remove())) {
          String key = collection.key(child);
          remove(entries, key, child, definition.depth());
          own.remove(key);
        } else if (child.name().equals(collection.clear())
            && clear(entries, child, definition.depth())) {
          own.clear();
        }
      }
      if (collection.inFront()) {
        own.putAll(entries);
        entries = own;
      } else {
        entries.putAll(own);
      }
    }
    return entries.values().stream().map(Entry::element).toList();
  }

  private void remove(Map<String, Entry> entries, String key, XmlElement directive, int depth) {
    Entry entry = entries.get(key);
    if (entry != null && isLocked(entry, depth)) {
      tellLocked(directive, entry.element());
    } else {
      entries.remove(key);
    }
  }

  private boolean clear(Map<String, Entry> entries, XmlElement directive, int depth) {
    Optional<Entry> locked = entries.values().stream().filter(e -> isLocked(e, depth)).findFirst();
    if (locked.isPresent()) {
      tellLocked(directive, locked.get().element());
      return false;
    }
    entries.clear();
    return true;
  }

  /** Locks hold against nearer files, not in their own. */
  private static boolean isLocked(Entry entry, int depth) {
    return entry.depth() < depth && Locks.isTrue(entry.element(), "lockItem");
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
