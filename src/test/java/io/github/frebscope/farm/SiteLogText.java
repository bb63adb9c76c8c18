package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.W3cRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines of a site's log as tests write them, and as rows. */
final class SiteLogText {
  private final List<AccessLine> lines = new ArrayList<>();

  /** A request that began then and took so long. */
  SiteLogText request(Instant start, long millis, String path, int status, long win32) {
    lines.add(
        AccessLine.of(
            "u_ex.log",
            lines.size() + 1L,
            start.plusMillis(millis),
            Map.of(
                "cs-uri-stem", path,
                "cs-method", "GET",
                "sc-status", Integer.toString(status),
                "sc-win32-status", Long.toString(win32),
                "time-taken", Long.toString(millis))));
    return this;
  }

  SiteLogText request(Instant start, long millis, String path) {
    return request(start, millis, path, 200, 0);
  }

  /** Quick requests, one every so many seconds, from one time to before another. */
  SiteLogText busy(Instant from, Instant until, int everySeconds, String path) {
    for (Instant at = from; at.isBefore(until); at = at.plusSeconds(everySeconds)) {
      request(at, 40, path);
    }
    return this;
  }

  /** A log in the common fields, read plainly. */
  static SiteLogText read(Path file) throws IOException {
    SiteLogText log = new SiteLogText();
    String[] fields = {};
    long number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.startsWith("#Fields: ")) {
        fields = line.substring("#Fields: ".length()).split(" ", -1);
      } else if (!line.startsWith("#")) {
        String[] values = line.split(" ", -1);
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 2; i < fields.length; i++) {
          named.put(fields[i], values[i]);
        }
        Instant end = Instant.parse(values[0] + "T" + values[1] + "Z");
        log.lines.add(AccessLine.of(file.toString(), number, end, named));
      }
    }
    return log;
  }

  /** The lines as IIS writes them, by their ends. */
  List<W3cRow> rows() {
    return lines.stream()
        .sorted(Comparator.comparing(AccessLine::end))
        .<W3cRow>map(Row::new)
        .toList();
  }

  private record Row(AccessLine line) implements W3cRow {
    @Override
    public long endMillis() {
      return line.end().toEpochMilli();
    }

    @Override
    public long timeTakenMillis() {
      return line.timeTaken().map(taken -> taken.toMillis()).orElse(-1L);
    }

    @Override
    public int status() {
      return line.status().map(status -> status.status()).orElse(-1);
    }

    @Override
    public int subStatus() {
      return line.subStatus().orElse(-1);
    }

    @Override
    public long win32Status() {
      return line.win32Status().orElse(-1);
    }

    @Override
    public String path() {
      return line.path();
    }

    @Override
    public String text(String field) {
      return line.value(field).orElse("");
    }
  }
}
