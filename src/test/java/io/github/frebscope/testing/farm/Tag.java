package io.github.frebscope.testing.farm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element that prints itself as IIS writes its configuration. */
final class Tag {
  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Tag> children = new ArrayList<>();

  Tag(String name) {
    this.name = name;
  }

  /** Sets an attribute, in its place when it is there already. */
  Tag set(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  Tag setAll(Map<String, String> values) {
    attributes.putAll(values);
    return this;
  }

  Tag add(Tag child) {
    children.add(child);
    return this;
  }

  /** A new child with names and values of its attributes in turn. */
  Tag child(String childName, String... pairs) {
    Tag child = new Tag(childName);
    for (int i = 0; i < pairs.length; i += 2) {
      child.set(pairs[i], pairs[i + 1]);
    }
    children.add(child);
    return child;
  }

  boolean isBare() {
    return attributes.isEmpty() && children.isEmpty();
  }

  void print(StringBuilder out, int depth) {
    String indent = "    ".repeat(depth);
    out.append(indent).append('<').append(name);
    attributes.forEach(
        (attribute, value) ->
            out.append(' ').append(attribute).append("=\"").append(escape(value)).append('"'));
    if (children.isEmpty()) {
      out.append(" />\r\n");
      return;
    }
    out.append(">\r\n");
    children.forEach(child -> child.print(out, depth + 1));
    out.append(indent).append("</").append(name).append(">\r\n");
  }

  /** The document with this as its root. */
  String document() {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n");
    print(out, 0);
    return out.toString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
