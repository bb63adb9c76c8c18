package io.github.frebscope.cause;

import java.util.Optional;
import java.util.function.Function;

/**
 * A sentence with gaps. <code>{backend}</code> stands for a value, <code>{backend|the backend}
 * </code> has words for when it is missing; a part in square brackets is left out when a value in
 * it without such words is missing.
 */
final class Template {
  private static final String MISSING = "?";

  private final Function<String, Optional<String>> values;
  private boolean missing;

  private Template(Function<String, Optional<String>> values) {
    this.values = values;
  }

  static String render(String template, Function<String, Optional<String>> values) {
    return new Template(values).render(template);
  }

  private String render(String template) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      if (c == '[') {
        int end = end(template, at, ']');
        out.append(optional(template.substring(at + 1, end)));
        at = end + 1;
      } else if (c == '{') {
        int end = end(template, at, '}');
        out.append(gap(template.substring(at + 1, end)));
        at = end + 1;
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  private static int end(String template, int start, char bracket) {
    int end = template.indexOf(bracket, start);
    if (end < 0) {
      throw new IllegalArgumentException("no " + bracket + " in: " + template.substring(start));
    }
    return end;
  }

  private String optional(String part) {
    boolean outside = missing;
    missing = false;
    String text = render(part);
    String kept = missing ? "" : text;
    missing = outside;
    return kept;
  }

  private String gap(String gap) {
    int bar = gap.indexOf('|');
    Optional<String> value = values.apply(bar < 0 ? gap : gap.substring(0, bar));
    if (value.isPresent()) {
      return value.get();
    }
    if (bar >= 0) {
      return gap.substring(bar + 1);
    }
    missing = true;
    return MISSING;
  }
}
