package io.github.frebscope.config;

import io.github.frebscope.internal.xml.XmlElement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What locks of farther files refuse in nearer ones: {@code lockItem}, {@code lockAttributes},
 * {@code lockElements}, {@code lockAllAttributesExcept}, {@code lockAllElementsExcept}. A lock does
 * not hold in the file in which it stands.
 *
 * <p>Source: Microsoft, How to Use Locking in IIS Configuration.
 */
final class Locks {
  private static final Set<String> OF_LOCKS =
      Set.of(
          "lockItem",
          "lockAttributes",
          "lockElements",
          "lockAllAttributesExcept",
          "lockAllElementsExcept",
          "configSource");

  /** An attribute, or with an empty name the whole element. */
  private record Refused(XmlElement element, String attribute) {}

  private final String section;
  private final Place place;
  private final Problems problems;
  private final Set<Refused> refused = new HashSet<>();

  Locks(String section, Place place, Problems problems) {
    this.section = section;
    this.place = place;
    this.problems = problems;
  }

  /** What IIS does with a nearer file that it refuses. */
  static String answer(Place place) {
    return place.depth() == 0 ? "(it cannot start)" : "(it answers 500.19 at " + place + ")";
  }

  boolean refuses(XmlElement element) {
    return refused.contains(new Refused(element, ""));
  }

  boolean refuses(XmlElement element, String attribute) {
    return refuses(element) || refused.contains(new Refused(element, attribute));
  }

  /** Finds what may not stand in a definition because of those before it. */
  void check(List<Section.Definition> before, Section.Definition definition) {
    List<XmlElement> above =
        before.stream()
            .filter(d -> d.depth() < definition.depth() && !refuses(d.element()))
            .map(Section.Definition::element)
            .toList();
    if (!above.isEmpty()) {
      check(above, definition.element(), section);
    }
  }

  private void check(List<XmlElement> above, XmlElement element, String path) {
    Optional<XmlElement> whole = above.stream().filter(a -> isTrue(a, "lockItem")).findFirst();
    if (whole.isPresent()) {
      refuse(element, "", path, whole.get());
      return;
    }
    for (String attribute : element.attributes().keySet()) {
      if (!OF_LOCKS.contains(attribute)) {
        above.stream()
            .filter(a -> isLocked(a, attribute, "lockAttributes", "lockAllAttributesExcept"))
            .findFirst()
            .ifPresent(lock -> refuse(element, attribute, path, lock));
      }
    }
    for (XmlElement child : element.children()) {
      String childPath = path + "/" + child.name();
      Optional<XmlElement> lock =
          above.stream()
              .filter(a -> isLocked(a, child.name(), "lockElements", "lockAllElementsExcept"))
              .findFirst();
      if (lock.isPresent()) {
        refuse(child, "", childPath, lock.get());
      } else if (!isDirective(path, child.name())) {
        check(
            above.stream()
                .flatMap(a -> a.children(child.name()).stream())
                .filter(a -> !refuses(a))
                .toList(),
            child,
            childPath);
      }
    }
  }

  /** Entries of collections are locked one by one, when they are taken away. */
  private static boolean isDirective(String path, String child) {
    String told = SectionName.told(path);
    return SchemaCollection.isKnown(told) && SchemaCollection.of(told).isDirective(child);
  }

  private void refuse(XmlElement element, String attribute, String path, XmlElement lock) {
    if (refused.add(new Refused(element, attribute))) {
      problems.add(
          element,
          path,
          (attribute.isEmpty() ? "the element" : "its attribute " + attribute)
              + " is locked by "
              + lock.file()
              + " line "
              + lock.line()
              + ", so that IIS refuses it "
              + answer(place)
              + "; what is locked stays here");
    }
  }

  private static boolean isLocked(XmlElement above, String name, String these, String except) {
    Optional<String> locked = above.attribute(these);
    if (locked.isPresent() && (names(locked.get(), name) || locked.get().strip().equals("*"))) {
      return true;
    }
    Optional<String> free = above.attribute(except);
    return free.isPresent() && !names(free.get(), name);
  }

  private static boolean names(String list, String name) {
    return Arrays.stream(list.split(",", -1)).anyMatch(each -> each.strip().equals(name));
  }

  static boolean isTrue(XmlElement element, String attribute) {
    return element.attribute(attribute).flatMap(ConfigText::parseBool).orElse(false);
  }
}
