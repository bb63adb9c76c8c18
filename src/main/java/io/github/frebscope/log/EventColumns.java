package io.github.frebscope.log;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an export has what. PowerShell writes the names of properties. The Event Viewer writes five
 * names in its own language, level, time, source, id, category, and the message without a name.
 */
record EventColumns(int time, int source, int id, int computer, int message) {
  static final EventColumns NONE = new EventColumns(0, 0, 0, -1, -1);

  private static final int VIEWER_COLUMNS = 5;

  static Optional<EventColumns> of(List<String> header) {
    List<String> names = header.stream().map(n -> n.strip().toLowerCase(Locale.ROOT)).toList();
    int time = first(names, "timecreated", "timegenerated", "timewritten");
    int source = first(names, "providername", "source");
    int id = first(names, "id", "eventid");
    if (time >= 0 && source >= 0 && id >= 0) {
      return Optional.of(
          new EventColumns(time, source, id, first(names, "machinename"), first(names, "message")));
    }
    return header.size() == VIEWER_COLUMNS
        ? Optional.of(new EventColumns(1, 2, 3, -1, VIEWER_COLUMNS))
        : Optional.empty();
  }

  /** What stands between the names of the header: the one of three that is most frequent. */
  static char separator(String header) {
    char best = ',';
    for (char c : new char[] {';', '\t'}) {
      if (count(header, c) > count(header, best)) {
        best = c;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static int first(List<String> names, String... wanted) {
    for (String name : wanted) {
      if (names.contains(name)) {
        return names.indexOf(name);
      }
    }
    return -1;
  }

  /** Whether a record has what every event has. */
  boolean fits(List<String> record) {
    return record.size() > Math.max(time, Math.max(source, id));
  }

  String time(List<String> record) {
    return record.get(time);
  }

  String source(List<String> record) {
    return record.get(source).strip();
  }

  String id(List<String> record) {
    return record.get(id).strip();
  }

  Optional<String> computer(List<String> record) {
    return text(record, computer).filter(name -> !name.isEmpty());
  }

  String message(List<String> record) {
    return text(record, message).orElse("");
  }

  private static Optional<String> text(List<String> record, int column) {
    return column >= 0 && column < record.size()
        ? Optional.of(record.get(column).strip())
        : Optional.empty();
  }
}
