package io.github.frebscope.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A place in the namespace of a server: no parts is the server itself, the first is the name of a
 * site, the others are the parts of a URL path. Names match in any case.
 */
record Place(List<String> parts) {
  static final Place SERVER = new Place(List.of());

  Place {
    parts = List.copyOf(parts);
  }

  /** A place by the text of a location, {@code Default Web Site/shop}; empty or a dot is here. */
  Place below(String path) {
    List<String> all = new ArrayList<>(parts);
    Arrays.stream(path.strip().split("/", -1))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .forEach(all::add);
    return new Place(all);
  }

  /** The place of a URL of a site; what follows a question mark does not count. */
  static Place of(String site, String urlPath) {
    int query = urlPath.indexOf('?');
    return new Place(List.of(site)).below(query < 0 ? urlPath : urlPath.substring(0, query));
  }

  int depth() {
    return parts.size();
  }

  /** Whether this place is that one or above it. */
  boolean holds(Place other) {
    if (parts.size() > other.parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).equalsIgnoreCase(other.parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  boolean isSame(Place other) {
    return depth() == other.depth() && holds(other);
  }

  /** The part below the site, {@code /shop/admin}. */
  String url() {
    return depth() < 2 ? "/" : "/" + String.join("/", parts.subList(1, parts.size()));
  }

  /** {@code Default Web Site/shop}, {@code the server}. */
  @Override
  public String toString() {
    return parts.isEmpty() ? "the server" : String.join("/", parts);
  }
}
