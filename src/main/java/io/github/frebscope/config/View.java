package io.github.frebscope.config;

import io.github.frebscope.internal.xml.XmlElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An element as it is in force: its own attributes, those of the elements that give it defaults,
 * and those of the schema. Every value is read with where it comes from.
 */
final class View {
  /** One element of those put together. */
  record Layer(XmlElement element, Setting.Origin origin) {}

  private final String label;
  private final String schema;
  private final String home;
  private final List<Layer> layers;
  private final Locks locks;
  private final Problems problems;

  /**
   * @param label how settings call the element, {@code applicationPools/add[@name='x']}
   * @param schema how the tables call it, {@code applicationPools/add}
   * @param home the file in which to set what nobody sets
   * @param layers the nearest first
   */
  View(
      String label,
      String schema,
      String home,
      List<Layer> layers,
      Locks locks,
      Problems problems) {
    this.label = label;
    this.schema = schema;
    this.home = home;
    this.layers = layers;
    this.locks = locks;
    this.problems = problems;
  }

  /** A name in the brackets of a label. */
  static String quoted(String name) {
    return name.contains("'") ? "\"" + name + "\"" : "'" + name + "'";
  }

  /** An element inside, by its path, whether it is there or not. */
  View child(String path) {
    List<Layer> inside = new ArrayList<>();
    for (Layer layer : layers) {
      find(layer.element(), path).ifPresent(e -> inside.add(new Layer(e, layer.origin())));
    }
    return new View(label + "/" + path, schema + "/" + path, home, inside, locks, problems);
  }

  String label() {
    return label;
  }

  /** The nearest element, when there is one. */
  Optional<XmlElement> element() {
    return layers.stream().map(Layer::element).findFirst();
  }

  private Optional<XmlElement> find(XmlElement from, String path) {
    XmlElement at = from;
    for (String name : path.split("/", -1)) {
      Optional<XmlElement> next = at.child(name);
      if (next.isEmpty()) {
        at.children().stream()
            .filter(c -> c.name().equalsIgnoreCase(name))
            .forEach(c -> tellSpelling(c, c.name(), name));
        return next;
      }
      at = next.get();
      if (locks.refuses(at)) {
        return Optional.empty();
      }
    }
    return Optional.of(at);
  }

  Setting<Boolean> bool(String attribute) {
    return setting(attribute).map(Boolean.class::cast);
  }

  Setting<String> text(String attribute) {
    return setting(attribute).map(String.class::cast);
  }

  Setting<Long> number(String attribute) {
    return setting(attribute).map(Long.class::cast);
  }

  Setting<Integer> integer(String attribute) {
    return number(attribute).map(Math::toIntExact);
  }

  Setting<Duration> time(String attribute) {
    return setting(attribute).map(Duration.class::cast);
  }

  private Setting<Object> setting(String attribute) {
    SchemaAttribute expected = SchemaAttribute.of(schema, attribute);
    for (Layer layer : layers) {
      Optional<Object> value = value(layer.element(), expected);
      if (value.isPresent()) {
        XmlElement e = layer.element();
        return new Setting<>(value.get(), e.file(), e.line(), label, attribute, layer.origin());
      }
    }
    Object standard =
        expected
            .parse(expected.standard())
            .orElseThrow(() -> new IllegalStateException(expected + " has no default"));
    return new Setting<>(standard, home, 0, label, attribute, Setting.Origin.SCHEMA);
  }

  private Optional<Object> value(XmlElement element, SchemaAttribute expected) {
    String name = expected.name();
    Optional<String> text = element.attribute(name);
    if (text.isEmpty()) {
      element.attributes().keySet().stream()
          .filter(name::equalsIgnoreCase)
          .forEach(other -> tellSpelling(element, other, name));
      return Optional.empty();
    }
    if (locks.refuses(element, name)) {
      return Optional.empty();
    }
    if (text.get().startsWith("[enc:")) {
      tell(element, name + " is encrypted and cannot be read here; what holds without it is shown");
      return Optional.empty();
    }
    Optional<Object> value = expected.parse(text.get());
    if (value.isEmpty()) {
      tell(
          element,
          name
              + "=\""
              + text.get()
              + "\" is not "
              + expected.expected()
              + ", so that IIS refuses it; what holds without it is shown");
    }
    return value;
  }

  private void tellSpelling(XmlElement element, String written, String right) {
    tell(
        element,
        written + " is not known to IIS, which wants the spelling " + right + " and refuses this");
  }

  private void tell(XmlElement element, String reason) {
    problems.add(element, label, reason);
  }
}
