package io.github.frebscope.farm;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which column of a table of incidents holds what. -1 where there is none. */
record IncidentColumns(int date, int time, int host, int url, int status, int client) {
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "time", List.of("timeutc", "timestamp", "timestamputc", "datetime", "time", "when"),
          "date", List.of("date", "dateutc", "day"),
          "url", List.of("url", "uri", "path", "csuristem", "requesturi", "requesturl", "request"),
          "host", List.of("host", "hostname", "cshost"),
          "status", List.of("status", "code", "statuscode", "httpstatus", "scstatus", "response"),
          "client", List.of("client", "clientip", "ip", "cip", "user", "who", "remoteaddr"));

  /** By the names in a first row; empty when it names no time or no URL. */
  static Optional<IncidentColumns> named(List<String> header) {
    Map<String, Integer> found = new TreeMap<>();
    NAMES.forEach((kind, names) -> found.put(kind, first(header, names)));
    int time = found.get("time") >= 0 ? found.get("time") : found.get("date");
    boolean isApart = found.get("date") >= 0 && found.get("date") != time;
    IncidentColumns columns =
        new IncidentColumns(
            isApart ? found.get("date") : -1,
            time,
            found.get("host"),
            found.get("url"),
            found.get("status"),
            found.get("client"));
    return columns.time < 0 || columns.url < 0 ? Optional.empty() : Optional.of(columns);
  }

  /**
   * By what stands in a row; empty when not exactly one field is a time and one a URL, so that
   * nothing is guessed.
   */
  static Optional<IncidentColumns> evident(List<String> row) {
    int time = only(row, cell -> ClientTimes.read(cell).isPresent());
    int date = only(row, cell -> cell.matches("\\d{4}-\\d{2}-\\d{2}"));
    if (time < 0 && date >= 0) {
      time = only(row, cell -> cell.matches("\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?[Zz]?"));
    } else {
      date = -1;
    }
    int url = only(row, cell -> cell.startsWith("/") || cell.contains("://"));
    int status = only(row, cell -> cell.matches("[1-5]\\d{2}(\\.\\d{1,3})?"));
    int client = only(row, cell -> cell.matches("\\d{1,3}(\\.\\d{1,3}){3}"));
    return time < 0 || url < 0
        ? Optional.empty()
        : Optional.of(new IncidentColumns(date, time, -1, url, status, client));
  }

  /** The time in a row; empty when it tells none. */
  Optional<Instant> timeIn(List<String> row) {
    String text = cell(row, time).orElse("");
    Optional<Instant> whole = ClientTimes.read(text);
    return whole.or(() -> cell(row, date).flatMap(day -> ClientTimes.read(day + " " + text)));
  }

  /** The URL in a row, with the host of its own column when it has none. */
  Optional<String> urlIn(List<String> row) {
    Optional<String> url = cell(row, this.url).map(IncidentColumns::withoutVerb);
    return url.map(
        text ->
            text.startsWith("/") ? cell(row, host).map(h -> "//" + h + text).orElse(text) : text);
  }

  /** The status in a row, without its sub-status; empty when it has none that can be one. */
  OptionalInt statusIn(List<String> row) {
    return cell(row, status)
        .filter(text -> text.matches("[1-9]\\d{2}(\\D.*)?"))
        .map(text -> OptionalInt.of(Integer.parseInt(text.substring(0, 3))))
        .orElse(OptionalInt.empty());
  }

  /** Whether the column of the status holds something that is none. */
  boolean isStatusBroken(List<String> row) {
    return cell(row, status).filter(t -> !t.equals("-")).isPresent() && statusIn(row).isEmpty();
  }

  /** The client in a row. */
  Optional<String> clientIn(List<String> row) {
    return cell(row, client).filter(text -> !text.equals("-"));
  }

  /** {@code GET /path HTTP/1.1}, as some programs write a request. */
  private static String withoutVerb(String text) {
    return text.replaceFirst("^[A-Z]{3,7} +", "").replaceFirst(" +HTTP/[\\d.]+$", "");
  }

  private static Optional<String> cell(List<String> row, int index) {
    return index < 0 || index >= row.size() || row.get(index).isEmpty()
        ? Optional.empty()
        : Optional.of(row.get(index));
  }

  private static int first(List<String> header, List<String> names) {
    return names.stream()
        .mapToInt(name -> header.stream().map(IncidentColumns::plain).toList().indexOf(name))
        .filter(index -> index >= 0)
        .findFirst()
        .orElse(-1);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  private static int only(List<String> row, Predicate<String> test) {
    int found = -1;
    for (int i = 0; i < row.size(); i++) {
      if (test.test(row.get(i))) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }
}
