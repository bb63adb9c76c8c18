package io.github.frebscope.compare;

import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the data that two events have different. That the URLs of the two requests differ is told
 * once, with their root attributes: data that only repeat them are not told again.
 */
final class DataDifferences {
  private static final String HEADER_LIST = "Headers";

  private final List<String> leftUrl;
  private final List<String> rightUrl;

  DataDifferences(RequestInfo left, RequestInfo right) {
    leftUrl = Urls.forms(left);
    rightUrl = Urls.forms(right);
  }

  /** The differences of two events, in the order of their data. */
  List<DataDifference> of(EventPair events) {
    List<DataDifference> found = new ArrayList<>();
    Map<String, DataField> left = fields(events.left());
    Map<String, DataField> right = fields(events.right());
    left.forEach((key, field) -> compare(events, field, right.get(key), found));
    right.forEach(
        (key, field) -> {
          if (!left.containsKey(key)) {
            compare(events, null, field, found);
          }
        });
    return found;
  }

  /** Fields by name; the second of a name has a key of its own. */
  private static Map<String, DataField> fields(TraceEvent event) {
    Map<String, DataField> fields = new LinkedHashMap<>();
    for (DataField field : event.data()) {
      String key = field.name();
      for (int i = 2; fields.containsKey(key); i++) {
        key = field.name() + '\n' + i;
      }
      fields.put(key, field);
    }
    return fields;
  }

  private void compare(
      EventPair events, DataField left, DataField right, List<DataDifference> found) {
    String name = (left == null ? right : left).name();
    Optional<String> leftValue = value(left);
    Optional<String> rightValue = value(right);
    if (leftValue.equals(rightValue) || repeatsUrl(leftValue, rightValue)) {
      return;
    }
    if (name.equals(HEADER_LIST)) {
      headers(events, leftValue.orElse(""), rightValue.orElse(""), found);
      return;
    }
    boolean isSame =
        left != null
            && right != null
            && PerRequest.comparable(events.left(), left)
                .equals(PerRequest.comparable(events.right(), right));
    if (!isSame) {
      found.add(new DataDifference(events, name, Optional.empty(), leftValue, rightValue));
    }
  }

  private static Optional<String> value(DataField field) {
    return Optional.ofNullable(field).map(DataField::value);
  }

  private boolean repeatsUrl(Optional<String> left, Optional<String> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    for (int form = 0; form < leftUrl.size(); form++) {
      if (left.get().equals(leftUrl.get(form)) && right.get().equals(rightUrl.get(form))) {
        return true;
      }
    }
    return false;
  }

  private static void headers(
      EventPair events, String left, String right, List<DataDifference> found) {
    Map<String, Header> leftHeaders = Header.all(left);
    Map<String, Header> rightHeaders = Header.all(right);
    leftHeaders.forEach((key, h) -> header(events, h, rightHeaders.get(key), found));
    rightHeaders.forEach(
        (key, h) -> {
          if (!leftHeaders.containsKey(key)) {
            header(events, null, h, found);
          }
        });
  }

  private static void header(
      EventPair events, Header left, Header right, List<DataDifference> found) {
    boolean isSame =
        left != null
            && right != null
            && PerRequest.header(left.name(), left.value())
                .equals(PerRequest.header(right.name(), right.value()));
    if (!isSame) {
      found.add(
          new DataDifference(
              events,
              HEADER_LIST,
              Optional.of(Objects.requireNonNullElse(left, right).name()),
              Optional.ofNullable(left).map(Header::value),
              Optional.ofNullable(right).map(Header::value)));
    }
  }

  /** A header; the values of several lines of one name are joined. */
  private record Header(String name, String value) {
    static Map<String, Header> all(String lines) {
      Map<String, Header> headers = new LinkedHashMap<>();
      for (String line : lines.lines().toList()) {
        int colon = line.indexOf(':');
        String name = (colon < 0 ? line : line.substring(0, colon)).strip();
        String value = colon < 0 ? "" : line.substring(colon + 1).strip();
        if (!line.isBlank()) {
          headers.merge(
              name.toLowerCase(Locale.ROOT),
              new Header(name, value),
              (a, b) -> new Header(a.name(), a.value() + ", " + b.value()));
        }
      }
      return headers;
    }
  }
}
