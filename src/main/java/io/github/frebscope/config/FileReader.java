package io.github.frebscope.config;

import io.github.frebscope.internal.xml.MalformedXmlException;
import io.github.frebscope.internal.xml.XmlElement;
import io.github.frebscope.internal.xml.XmlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one configuration file into its levels. */
final class FileReader {
  private final Path server;
  private final Problems problems;

  FileReader(Path server, Problems problems) {
    this.server = server.toAbsolutePath().normalize();
    this.problems = problems;
  }

  /** The name by which a file is told: its path in the server's folder. */
  String name(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path told = absolute.startsWith(server) ? server.relativize(absolute) : file;
    return told.toString().replace('\\', '/');
  }

  /**
   * The root of a configuration file.
   *
   * @throws IOException if it cannot be read, is not well-formed, or is no configuration
   */
  XmlElement root(Path file) throws IOException {
    XmlElement root = XmlTree.read(file, name(file));
    if (!root.name().equals("configuration")) {
      throw new IOException(
          root.file()
              + " line "
              + root.line()
              + ": the root element is <"
              + root.name()
              + ">, and a configuration of IIS has <configuration>");
    }
    transform(root)
        .ifPresent(
            e ->
                problems.add(
                    e,
                    e.name(),
                    "the file is a transform (xdt), by which a configuration is made, and not the"
                        + " configuration in force"));
    return root;
  }

  /** The first element with an instruction of XML document transforms. */
  private static Optional<XmlElement> transform(XmlElement element) {
    if (element.attributes().keySet().stream().anyMatch(a -> a.startsWith("xdt:"))) {
      return Optional.of(element);
    }
    return element.children().stream().flatMap(c -> transform(c).stream()).findFirst();
  }

  /** A web.config; empty when it cannot be used, which is then told. */
  Optional<XmlElement> webConfig(Path file, String place) {
    try {
      return Optional.of(root(file));
    } catch (MalformedXmlException e) {
      problems.add(
          e.file(),
          e.line(),
          "",
          "the file is not well-formed (" + e.reason() + "); IIS answers 500.19 at " + place);
    } catch (IOException e) {
      problems.add(name(file), 0, "", "the file cannot be used: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** What a file says for its own place and in its locations, in the order of the file. */
  List<Level> levels(Path file, XmlElement root, Place place, int depth) {
    List<Level> levels = new ArrayList<>();
    List<String> sections =
        depth == 0
            ? Stream.concat(SectionName.OF_SERVER.stream(), SectionName.OF_PLACES.stream()).toList()
            : SectionName.OF_PLACES;
    Set<String> taken = new HashSet<>();
    levels.add(level(file, root, place, depth, sections, taken));
    for (XmlElement location : root.children("location")) {
      Place at = place.below(location.attribute("path").orElse(""));
      levels.add(level(file, location, at, depth, sections, taken));
    }
    return levels;
  }

  /**
   * What stands in an element.
   *
   * @param taken the sections that this file has for places so far; those of this one are added
   */
  private Level level(
      Path file, XmlElement holder, Place place, int depth, List<String> names, Set<String> taken) {
    Map<String, XmlElement> sections = new HashMap<>();
    for (String name : names) {
      String key = name + " " + place.toString().toLowerCase(Locale.ROOT);
      boolean seen = taken.contains(key);
      for (XmlElement element : find(holder, name)) {
        if (seen) {
          problems.add(
              element,
              name,
              "the section stands twice in this file for "
                  + place
                  + ", which IIS refuses "
                  + Locks.answer(place)
                  + "; the first counts here");
        } else {
          content(file, element, name).ifPresent(e -> sections.put(name, e));
          seen = true;
        }
      }
      if (sections.containsKey(name)) {
        taken.add(key);
      }
    }
    return new Level(name(file), depth, place, override(holder), inherits(holder), sections);
  }

  private List<XmlElement> find(XmlElement holder, String name) {
    List<XmlElement> at = List.of(holder);
    for (String part : name.split("/", -1)) {
      List<XmlElement> next = new ArrayList<>();
      for (XmlElement each : at) {
        for (XmlElement child : each.children()) {
          if (child.name().equals(part)) {
            next.add(child);
          } else if (child.name().equalsIgnoreCase(part)) {
            problems.add(
                child,
                child.name(),
                "the element is not known to IIS, which wants the spelling "
                    + part
                    + " and refuses this");
          }
        }
      }
      at = next;
    }
    return at;
  }

  /** The section itself, or what stands for it in another file. */
  private Optional<XmlElement> content(Path file, XmlElement element, String name) {
    for (String attribute : element.attributes().keySet()) {
      if (attribute.startsWith("childSource")) {
        problems.add(
            element,
            name,
            attribute
                + " takes entries from other files, "
                + element.attribute(attribute).orElse("")
                + ", which are not read: settings in them are not known here");
      }
    }
    if (element.attribute("configProtectionProvider").isPresent()
        || element.child("EncryptedData").isPresent()) {
      problems.add(
          element,
          name,
          "the section is encrypted and cannot be read here; it counts as if it were not there");
      return Optional.empty();
    }
    Optional<String> source = element.attribute("configSource");
    return source.isEmpty() ? Optional.of(element) : fromSource(file, element, name, source.get());
  }

  private Optional<XmlElement> fromSource(
      Path file, XmlElement element, String name, String source) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    try {
      Path other = folder.resolve(source.strip().replace('\\', '/')).normalize();
      if (!other.startsWith(folder) || !Files.isRegularFile(other)) {
        problems.add(
            element,
            name,
            "the section is in another file, " + source + ", which is not there: it is not known");
        return Optional.empty();
      }
      XmlElement root = XmlTree.read(other, name(other));
      if (root.name().equals(element.name())) {
        return Optional.of(root);
      }
      problems.add(
          root, name, "the root element must be <" + element.name() + "> to be the section");
    } catch (MalformedXmlException e) {
      problems.add(e.file(), e.line(), name, "the file is not well-formed: " + e.reason());
    } catch (IOException | InvalidPathException e) {
      problems.add(element, name, source + " cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** {@code allowOverride="true"} says no more than nothing does. */
  private Optional<Boolean> override(XmlElement location) {
    Optional<String> mode = location.attribute("overrideMode");
    if (mode.isPresent()) {
      return switch (mode.get().toLowerCase(Locale.ROOT)) {
        case "allow" -> Optional.of(true);
        case "deny" -> Optional.of(false);
        case "inherit" -> Optional.empty();
        default -> {
          problems.add(
              location,
              "location",
              "overrideMode=\"" + mode.get() + "\" is not Allow, Deny or Inherit");
          yield Optional.empty();
        }
      };
    }
    return location
        .attribute("allowOverride")
        .flatMap(ConfigText::parseBool)
        .filter(allowed -> !allowed);
  }

  private static boolean inherits(XmlElement location) {
    return location
        .attribute("inheritInChildApplications")
        .flatMap(ConfigText::parseBool)
        .orElse(true);
  }
}
