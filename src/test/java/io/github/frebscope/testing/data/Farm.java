package io.github.frebscope.testing.data;

import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Failures;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.Site;
import io.github.frebscope.testing.script.TraceScript;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Two days of a small farm: {@code edge01} with ARR in front of {@code web01} and {@code web02},
 * two sites. Members recycle at 03:00 and sleep when idle, and a deployment goes wrong.
 */
final class Farm {
  static final String README =
      """

      ## farm/
      Two days, 16 and 17 March 2026 (UTC), of three servers and two sites, the shop (`W3SVC1`) and the API
      (`W3SVC2`), as the servers' `FailedReqLogFiles` folders were collected. The rules trace few areas.

      | when | what |
      |---|---|
      | both days 03:00 | the pool on web02 recycles: `edge01` is refused, then waits 30 s in vain |
      | 16th 06:40, 17th 06:38 | the first requests after a quiet night time out on a cold web01 |
      | 16th 14:20 | a deployment of the API on web01: ANCM 502.5 there, relayed 502 on `edge01` |
      | 17th 11:05 | web02 cuts connections for a minute |
      | all the time | 404 and 500 |

      Among them: a torn file (`edge01/.../W3SVC1/fr000020.xml`), a second copy of one trace
      (`edge01/.../W3SVC1/fr000901.xml`) and a file that is no trace (`web01/.../W3SVC2/fr000900.xml`).
      `expected/farm.txt` counts what is there.
      """;

  private static final Instant DAY_ONE = Instant.parse("2026-03-16T00:00:00.109Z");
  private static final String FOLDER = "/FailedReqLogFiles/W3SVC";
  private static final String WEB01 = "fab-web1.fabrik.example";
  private static final String WEB02 = "fab-web2.fabrik.example";
  private static final List<String> SHOP =
      List.of("/", "/cart", "/search?q=bolt", "/product/771", "/checkout", "/product/18");
  private static final List<String> API =
      List.of("/v1/orders", "/v1/stock?sku=B-77", "/v1/prices", "/v1/orders/9917");
  private static final Recording FRONT =
      Recording.EVERYTHING.upTo(4).without("Cache", "Authentication", "Rewrite", "Compression");
  private static final Recording MEMBER = Recording.EVERYTHING.upTo(3);

  private record Entry(String server, int site, TraceScript script) {
    Instant time() {
      return script.site().start();
    }

    String folder() {
      return server + FOLDER + site + "/";
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private int number;

  private Farm() {
    for (int day = 0; day < 2; day++) {
      recycle(day);
      afterIdle(day);
      noise(day);
    }
    deployment();
    cutConnections();
    entries.sort(Comparator.comparing(Entry::time));
  }

  /** Paths below {@code farm} and bytes. */
  static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    Map<String, Integer> next = new TreeMap<>();
    for (Entry entry : new Farm().entries) {
      int fileNumber = next.merge(entry.folder(), 1, Integer::sum);
      files.put(
          entry.folder() + String.format(Locale.ROOT, "fr%06d.xml", fileNumber),
          entry.script().bytes());
    }
    String front = "edge01" + FOLDER + "1/";
    files.put(front + "fr000901.xml", files.get(front + "fr000002.xml"));
    files.computeIfPresent(front + "fr000020.xml", (k, v) -> Arrays.copyOf(v, v.length / 2));
    files.put(
        "web01" + FOLDER + "2/fr000900.xml",
        "\u0000\u0001\u0002 not a trace \r\n".repeat(40).getBytes(StandardCharsets.ISO_8859_1));
    return files;
  }

  /** What is in the farm, as lines {@code key: value}. */
  static String expected() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Entry entry : new Farm().entries) {
      String status = entry.script().status().toString();
      counts.merge("server " + entry.server() + " status " + status, 1, Integer::sum);
      counts.merge("status " + status, 1, Integer::sum);
      counts.merge("traces", 1, Integer::sum);
    }
    counts.put("torn", 1);
    counts.put("duplicates", 1);
    counts.put("unreadable", 1);
    StringBuilder out = new StringBuilder();
    counts.forEach((key, count) -> out.append(key).append(": ").append(count).append('\n'));
    return out.toString();
  }

  private void recycle(int day) {
    Instant three = DAY_ONE.plus(Duration.ofDays(day)).plus(Duration.ofHours(3));
    for (int i = 0; i < 11; i++) {
      front(1, three.plusMillis(700 + i * 2731L), s -> Failures.refused(s, "shopfarm", WEB02));
    }
    for (int i = 0; i < 8; i++) {
      front(
          1,
          three.plusMillis(33_000 + i * 3119L),
          s -> Failures.timesOut(s, "shopfarm", WEB02, Duration.ofSeconds(30)));
    }
    for (int i = 0; i < 4; i++) {
      front(2, three.plusMillis(1900 + i * 5003L), s -> Failures.refused(s, "apifarm", WEB02));
    }
  }

  private void afterIdle(int day) {
    Instant morning =
        DAY_ONE.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(6 * 60 + 40 - 2 * day));
    for (int i = 0; i < 6; i++) {
      front(
          1,
          morning.plusMillis(i * 4211L),
          s -> Failures.timesOut(s, "shopfarm", WEB01, Duration.ofSeconds(30)));
    }
  }

  private void deployment() {
    Instant start = DAY_ONE.plus(Duration.ofMinutes(14 * 60 + 20));
    for (int i = 0; i < 10; i++) {
      Instant time = start.plusMillis(i * 6133L);
      member("web01", 2, time.plusMillis(16), Failures::doesNotStart);
      front(2, time, s -> Failures.relayed(s, "apifarm", WEB01, 502, "Bad Gateway"));
    }
  }

  private void cutConnections() {
    Instant start = DAY_ONE.plus(Duration.ofMinutes(35 * 60 + 5));
    for (int i = 0; i < 6; i++) {
      front(1, start.plusMillis(i * 9001L), s -> Failures.reset(s, "shopfarm", WEB02));
    }
    for (int i = 0; i < 3; i++) {
      member(
          "web02",
          1,
          start.plusMillis(i * 15_013L),
          s -> Failures.forwardFails(s, Duration.ofMillis(220), Arr.CONNECTION_ERROR));
    }
  }

  private void noise(int day) {
    for (int i = 0; i < 31; i++) {
      Instant time =
          DAY_ONE.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(41 + i * 44L)).plusMillis(i);
      String server = i % 2 == 0 ? "web01" : "web02";
      int site = 1 + i % 3 % 2;
      member(server, site, time, i % 3 == 0 ? Failures::serverError : Failures::notFound);
    }
  }

  private void front(int site, Instant time, Function<Site, TraceScript> failure) {
    add("edge01", "FAB-EDGE1", site, time, failure, FRONT);
  }

  private void member(String server, int site, Instant time, Function<Site, TraceScript> failure) {
    add(server, server.equals("web01") ? "FAB-WEB1" : "FAB-WEB2", site, time, failure, MEMBER);
  }

  private void add(
      String server,
      String computer,
      int site,
      Instant time,
      Function<Site, TraceScript> failure,
      Recording recording) {
    number++;
    List<String> paths = site == 1 ? SHOP : API;
    String host = site == 1 ? "shop.fabrik.example" : "api.fabrik.example";
    Site where =
        Site.on(computer)
            .site(site, site == 1 ? "ShopPool" : "ApiPool")
            .process(3000 + site * 412L)
            .get("http://" + host + ":80" + paths.get(number % paths.size()))
            .number(number)
            .at(time);
    entries.add(new Entry(server, site, failure.apply(where).record(recording)));
  }
}
