package io.github.frebscope.testing.farm;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The W3C log of a site: lines that matter, and traffic around them. Times are ends, as in IIS. */
public final class LogScript {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final String AGENT = "Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)";

  private final When when;
  private final String serverIp;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Instant> restarts = new ArrayList<>();
  private final List<Instant[]> quiet = new ArrayList<>();
  private final List<String> fields =
      new ArrayList<>(
          List.of(
              "date",
              "time",
              "s-ip",
              "cs-method",
              "cs-uri-stem",
              "cs-uri-query",
              "s-port",
              "cs-username",
              "c-ip",
              "cs(User-Agent)",
              "cs(Referer)",
              "sc-status",
              "sc-substatus",
              "sc-win32-status",
              "time-taken"));
  private List<String> paths = List.of("/", "/home", "/css/site.css", "/img/logo.png");
  private String client = "198.51.100.10";
  private String port = "80";

  LogScript(When when, String serverIp) {
    this.when = when;
    this.serverIp = serverIp;
  }

  private record Entry(Instant end, boolean background, Map<String, String> values) {}

  /** Leaves fields out, as a server does on which they are not ticked. */
  public LogScript without(String... names) {
    fields.removeAll(List.of(names));
    return this;
  }

  /** Custom fields, {@code X-ARR-LOG-ID}, which are written last. */
  public LogScript custom(String... names) {
    fields.addAll(List.of(names));
    return this;
  }

  /** Who asks, from here on: behind a gateway, the gateway. */
  public LogScript client(String ip) {
    client = ip;
    return this;
  }

  /** The port, from here on. */
  public LogScript port(int number) {
    port = Integer.toString(number);
    return this;
  }

  /** What the traffic asks for, from here on. */
  public LogScript paths(String... traffic) {
    paths = List.of(traffic);
    return this;
  }

  /**
   * A request.
   *
   * @param end when it ended, which is what IIS logs
   * @param path the path, after a question mark the query
   * @param status status
   * @param sub sub-status
   * @param win32 Windows error
   * @param takenMillis how long it took
   * @param more other fields, {@code X-ARR-LOG-ID=...}
   */
  public LogScript line(
      String end, String path, int status, int sub, long win32, long takenMillis, String... more) {
    return line(when.at(end), path, status, sub, win32, takenMillis, more);
  }

  /** A request, by its instant. */
  public LogScript line(
      Instant end, String path, int status, int sub, long win32, long takenMillis, String... more) {
    Map<String, String> values = values(end, path, status, sub, win32, takenMillis);
    for (String text : more) {
      int sign = text.indexOf('=');
      values.put(text.substring(0, sign), text.substring(sign + 1));
    }
    entries.add(new Entry(end, false, values));
    return this;
  }

  /** Requests that went well, one in so many seconds on average. The same seed, the same lines. */
  public LogScript traffic(String from, String to, int everySeconds, long seed) {
    Random random = new Random(seed);
    Instant end = when.at(to);
    Instant next = when.at(from);
    while (!next.isAfter(end)) {
      String path = paths.get(random.nextInt(paths.size()));
      int status = random.nextInt(12) == 0 ? 304 : 200;
      Map<String, String> values = values(next, path, status, 0, 0, 4 + random.nextInt(85));
      entries.add(new Entry(next, true, values));
      next = next.plusSeconds(1 + random.nextInt(Math.max(1, 2 * everySeconds - 1)));
    }
    return this;
  }

  /** No traffic between these times; single lines stay. */
  public LogScript quiet(String from, String to) {
    quiet.add(new Instant[] {when.at(from), when.at(to)});
    return this;
  }

  /** The head of the log is written again, as when logging starts anew. */
  public LogScript restart(String time) {
    restarts.add(when.at(time));
    return this;
  }

  private Map<String, String> values(
      Instant end, String path, int status, int sub, long win32, long takenMillis) {
    String[] url = path.split("\\?", 2);
    String[] time = TIME.format(end).split(" ", 2);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("date", time[0]);
    values.put("time", time[1]);
    values.put("s-ip", serverIp);
    values.put("cs-method", "GET");
    values.put("cs-uri-stem", url[0]);
    values.put("cs-uri-query", url.length > 1 ? url[1] : "-");
    values.put("s-port", port);
    values.put("c-ip", client);
    values.put("cs(User-Agent)", AGENT);
    values.put("sc-status", Integer.toString(status));
    values.put("sc-substatus", Integer.toString(sub));
    values.put("sc-win32-status", Long.toString(win32));
    values.put("time-taken", Long.toString(takenMillis));
    return values;
  }

  /**
   * The logs by their names, {@code u_ex260302.log}: one a day.
   *
   * @param gateway where all requests come from; empty for the clients themselves
   */
  Map<String, String> files(String gateway) {
    if (!gateway.isEmpty()) {
      entries.forEach(entry -> entry.values.put("c-ip", gateway));
    }
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.removeIf(entry -> entry.background && isQuiet(entry.end));
    sorted.sort(Comparator.comparing(Entry::end));
    List<Instant> heads = new ArrayList<>(restarts);
    Collections.sort(heads);
    Map<String, StringBuilder> files = new TreeMap<>();
    for (Entry entry : sorted) {
      String name = "u_ex" + DAY.format(entry.end) + ".log";
      StringBuilder file = files.get(name);
      boolean restarted = !heads.isEmpty() && !heads.get(0).isAfter(entry.end);
      while (!heads.isEmpty() && !heads.get(0).isAfter(entry.end)) {
        heads.remove(0);
      }
      if (file == null || restarted) {
        file = files.computeIfAbsent(name, key -> new StringBuilder());
        head(file, entry.end);
      }
      List<String> row = new ArrayList<>();
      fields.forEach(field -> row.add(entry.values.getOrDefault(field, "-")));
      file.append(String.join(" ", row)).append("\r\n");
    }
    Map<String, String> texts = new TreeMap<>();
    files.forEach((name, text) -> texts.put(name, text.toString()));
    return texts;
  }

  private boolean isQuiet(Instant time) {
    return quiet.stream().anyMatch(span -> !time.isBefore(span[0]) && time.isBefore(span[1]));
  }

  private void head(StringBuilder file, Instant time) {
    file.append("#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0\r\n");
    file.append("#Date: ").append(TIME.format(time)).append("\r\n");
    file.append("#Fields: ").append(String.join(" ", fields)).append("\r\n");
  }
}
