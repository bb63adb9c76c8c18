package io.github.frebscope.internal.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a small document that was read whole: its attributes, its elements, and where it
 * stands. Text between elements is not kept. Two elements are equal only when they are the same.
 */
public final class XmlElement {
  private final String name;
  private final String file;
  private final int line;
  private final Map<String, String> attributes;
  private final List<XmlElement> children = new ArrayList<>();

  XmlElement(String name, String file, int line, Map<String, String> attributes) {
    this.name = name;
    this.file = file;
    this.line = line;
    this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** The reader's own; afterwards nothing changes. */
  void add(XmlElement child) {
    children.add(child);
  }

  /** The name without its prefix. */
  public String name() {
    return name;
  }

  /** What the reader was told to call the file. */
  public String file() {
    return file;
  }

  /** The 1-based line on which the element begins. */
  public int line() {
    return line;
  }

  /** The attributes in the order of the file. One with a prefix keeps it in its name. */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** An attribute by its exact name. */
  public Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /** The elements inside, in the order of the file. */
  public List<XmlElement> children() {
    return Collections.unmodifiableList(children);
  }

  /** The elements inside with that exact name. */
  public List<XmlElement> children(String child) {
    return children.stream().filter(c -> c.name.equals(child)).toList();
  }

  /** The first element inside with that exact name. */
  public Optional<XmlElement> child(String child) {
    return children.stream().filter(c -> c.name.equals(child)).findFirst();
  }

  /** {@code <add> config/web.config line 3}. */
  @Override
  public String toString() {
    return "<" + name + "> " + file + " line " + line;
  }
}
