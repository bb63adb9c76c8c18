package io.github.frebscope.log;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names of a {@code #Fields:} line and where those are that every line is asked for. Immutable.
 */
final class FieldNames {
  /** What the doctor looks at in access logs. */
  static final List<String> LOOKED_AT =
      List.of(
          "date",
          "time",
          "s-ip",
          "cs-method",
          "cs-uri-stem",
          "cs-uri-query",
          "s-port",
          "c-ip",
          "sc-status",
          "sc-substatus",
          "sc-win32-status",
          "time-taken");

  private final List<String> names;
  private final Map<String, Integer> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  final int date;
  final int time;
  final int status;
  final int subStatus;
  final int win32Status;
  final int timeTaken;
  final int path;

  private FieldNames(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(names.get(i), i);
    }
    date = place("date");
    time = place("time");
    status = place("sc-status");
    subStatus = place("sc-substatus");
    win32Status = place("sc-win32-status");
    timeTaken = place("time-taken");
    path = place("cs-uri-stem");
  }

  /** The names as they stand behind {@code #Fields:}, with blanks or tabs between them. */
  static FieldNames parse(String text) {
    return new FieldNames(
        Splitter.on(CharMatcher.anyOf(" \t")).omitEmptyStrings().splitToList(text));
  }

  int size() {
    return names.size();
  }

  String name(int place) {
    return names.get(place);
  }

  /** Where a field is, its name in any case; -1 when it is not there. */
  int place(String name) {
    return places.getOrDefault(name, -1);
  }

  /** Those of {@link #LOOKED_AT} that are not there. */
  List<String> missing() {
    return LOOKED_AT.stream().filter(name -> place(name) < 0).toList();
  }
}
