package io.github.frebscope.internal.xml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The root's attributes when its start tag is not well-formed. IIS writes the pool's name and the
 * verb unescaped, so a quote or an angle bracket in them breaks the tag; but the names of the
 * attributes and their order are fixed, so a value ends where the next known name begins.
 */
final class RootAttributes {
  /** A well-formed root tag with IIS's prefix, to parse the events behind. */
  static final String MARKUP =
      "<failedRequest xmlns:freb='http://schemas.microsoft.com/win/2006/06/iis/freb'>";

  private static final List<String> NAMES =
      List.of(
          "url",
          "siteId",
          "appPoolId",
          "processId",
          "verb",
          "remoteUserName",
          "userName",
          "tokenUserName",
          "authenticationType",
          "activityId",
          "failureReason",
          "statusCode",
          "triggerStatusCode",
          "timeTaken",
          "xmlns:freb");

  private RootAttributes() {}

  /**
   * The attributes that are there.
   *
   * @param tag the text from the root's start tag on
   * @param whole whether the tag has its end; else a last value without an end is left out
   */
  static Map<String, String> salvage(String tag, boolean whole) {
    Map<String, String> attributes = new LinkedHashMap<>();
    String name = null;
    int valueStart = 0;
    int searchFrom = 0;
    for (String next : NAMES) {
      int at = attributeStart(tag, next, searchFrom);
      if (at < 0) {
        continue;
      }
      put(attributes, name, tag, valueStart, at);
      name = next;
      valueStart = at + next.length() + 2;
      searchFrom = valueStart;
    }
    if (whole || tag.stripTrailing().endsWith("\"")) {
      put(attributes, name, tag, valueStart, tag.length());
    }
    attributes.remove("xmlns:freb");
    return attributes;
  }

  /** Where {@code name="} begins, with white space before it; -1 when it does not. */
  private static int attributeStart(String tag, String name, int from) {
    String wanted = name + "=\"";
    int at = tag.indexOf(wanted, from);
    while (at > 0 && !Character.isWhitespace(tag.charAt(at - 1))) {
      at = tag.indexOf(wanted, at + 1);
    }
    return at;
  }

  private static void put(
      Map<String, String> attributes, String name, String tag, int from, int to) {
    int end = tag.lastIndexOf('"', to - 1);
    if (name != null && end >= from) {
      attributes.put(name, References.resolve(tag.substring(from, end)));
    }
  }
}
