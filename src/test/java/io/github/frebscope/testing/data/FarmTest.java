package io.github.frebscope.testing.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.DomTraces;
import io.github.frebscope.trace.Trace;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FarmTest {
  @Test
  void itsFilesAreWhatItSaysTheyAre() {
    Map<String, Integer> found = new TreeMap<>();
    Farm.files()
        .forEach(
            (path, bytes) -> {
              if (path.endsWith("W3SVC1/fr000901.xml")) {
                found.merge("duplicates", 1, Integer::sum);
                return;
              }
              try {
                Trace trace = DomTraces.parse(path, bytes);
                String status = trace.request().status().orElseThrow().toString();
                String server = path.substring(0, path.indexOf('/'));
                found.merge("traces", 1, Integer::sum);
                found.merge("status " + status, 1, Integer::sum);
                found.merge("server " + server + " status " + status, 1, Integer::sum);
              } catch (IllegalArgumentException e) {
                boolean torn = Sample.count(bytes) > 0;
                found.merge(torn ? "torn" : "unreadable", 1, Integer::sum);
                if (torn) {
                  found.merge("traces", 1, Integer::sum);
                  found.merge("status 502.3", 1, Integer::sum);
                  found.merge("server edge01 status 502.3", 1, Integer::sum);
                }
              }
            });
    StringBuilder lines = new StringBuilder();
    found.forEach((key, count) -> lines.append(key).append(": ").append(count).append('\n'));
    assertThat(lines.toString()).isEqualTo(Farm.expected());
    assertThat(found).containsEntry("torn", 1).containsEntry("unreadable", 1);
  }

  @Test
  void numbersInAFolderFollowTime() {
    Map<String, Instant> last = new TreeMap<>();
    Farm.files()
        .forEach(
            (path, bytes) -> {
              if (Sample.count(bytes) > 0
                  && !path.contains("fr0009")
                  && !path.contains("fr000020")) {
                Instant start = DomTraces.parse(path, bytes).start().orElseThrow();
                String folder = path.substring(0, path.lastIndexOf('/'));
                assertThat(start).isAfterOrEqualTo(last.getOrDefault(folder, start));
                last.put(folder, start);
              }
            });
    assertThat(last).hasSize(6);
  }
}
