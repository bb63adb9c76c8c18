package io.github.frebscope.config;

import io.github.frebscope.internal.xml.XmlElement;
import java.util.HashMap;
import java.util.Map;

/**
 * Where sections may stand, and whether nearer files may say otherwise, by {@code <configSections>}
 * of applicationHost.config. A section that is not declared may stand anywhere.
 */
final class Declarations {
  private record Declared(boolean denied, String where) {}

  private static final Declared ANYWHERE = new Declared(false, "Everywhere");

  private final Map<String, Declared> sections = new HashMap<>();

  Declarations(XmlElement configuration) {
    configuration.children("configSections").forEach(group -> add("", group));
  }

  private void add(String path, XmlElement group) {
    for (XmlElement child : group.children()) {
      String name = path + child.attribute("name").orElse("");
      if (child.name().equals("sectionGroup")) {
        add(name + "/", child);
      } else if (child.name().equals("section")) {
        sections.put(
            name,
            new Declared(
                child.attribute("overrideModeDefault").orElse("Allow").equalsIgnoreCase("Deny"),
                child.attribute("allowDefinition").orElse("Everywhere")));
      }
    }
  }

  /** Whether nearer files may not say anything about a section unless it is unlocked for them. */
  boolean isDenied(String section) {
    return sections.getOrDefault(section, ANYWHERE).denied();
  }

  /** Whether it may stand only in files of the server, and there not for a site. */
  boolean isOfServer(String section) {
    String where = sections.getOrDefault(section, ANYWHERE).where();
    return where.equalsIgnoreCase("AppHostOnly") || where.equalsIgnoreCase("MachineOnly");
  }

  /** Whether below the root of an application it may not stand. */
  boolean isOfApplications(String section) {
    String where = sections.getOrDefault(section, ANYWHERE).where();
    return where.equalsIgnoreCase("MachineToApplication");
  }
}
