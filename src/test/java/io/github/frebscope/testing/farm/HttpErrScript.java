package io.github.frebscope.testing.farm;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The HTTPERR log of a server. */
final class HttpErrScript {
  private static final String HEAD =
      """
      #Software: Microsoft HTTP API 2.0
      #Version: 1.0
      #Date: %s
      #Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri streamid sc-status \
      s-siteid s-reason s-queuename
      """;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private static final String CLIENT = "198.51.100.10";

  /** Reasons with which http.sys answers 503; with the others it says nothing to the client. */
  private static final Set<String> UNAVAILABLE =
      Set.of(
          "AppOffline", "AppShutdown", "Disabled", "AppPoolTimer", "QueueFull", "ConnLimit", "N/A");

  private static final Set<String> BAD =
      Set.of("BadRequest", "Verb", "URL", "Header", "Hostname", "Invalid_CR/LF", "Number");

  private record Entry(Instant time, String rest) {}

  private final List<Entry> entries = new ArrayList<>();

  void add(Instant time, String serverIp, String path, String reason, String siteId, String queue) {
    String status = UNAVAILABLE.contains(reason) ? "503" : BAD.contains(reason) ? "400" : "-";
    boolean noRequest = path.equals("-");
    entries.add(
        new Entry(
            time,
            String.join(
                " ",
                CLIENT,
                Integer.toString(50_000 + entries.size() % 15_000),
                serverIp,
                "80",
                noRequest ? "-" : "HTTP/1.1",
                noRequest ? "-" : "GET",
                path,
                "-",
                status,
                siteId,
                reason,
                queue.replace(' ', '+'))));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The log; the gateway is where all connections come from, or empty. */
  String text(String gateway) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing(Entry::time));
    StringBuilder out =
        new StringBuilder(HEAD.formatted(TIME.format(sorted.get(0).time())).replace("\n", "\r\n"));
    sorted.forEach(
        entry ->
            out.append(TIME.format(entry.time))
                .append(' ')
                .append(gateway.isEmpty() ? entry.rest : entry.rest.replace(CLIENT, gateway))
                .append("\r\n"));
    return out.toString();
  }
}
