package io.github.frebscope.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.frebscope.testing.Shared;
import io.github.frebscope.testing.SyntheticLogs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every log, and counts that another program agrees with. */
class W3cLogPropertiesTest {
  /** Counts statuses by the #Fields: line before each line, and says them in order. */
  private static final String AWK =
      "{ sub(/\\r$/, \"\") }"
          + " /^#Fields:/ { for (i = 2; i <= NF; i++) if ($i == \"sc-status\") at = i - 1; next }"
          + " /^#/ { next } NF { n[$at]++ } END { for (s in n) print s, n[s] }";

  @TempDir Path folder;

  @Test
  void cut_at_every_byte_the_lines_before_the_cut_are_the_same() throws IOException {
    Path file = folder.resolve("a.log");
    SyntheticLogs.write(file, 3000, 5, 3);
    byte[] log = Files.readAllBytes(file);
    List<AccessLine> whole = LogText.read(log).lines();
    long before = 0;
    for (int cut = 0; cut <= log.length; cut++) {
      byte[] part = Arrays.copyOf(log, cut);
      LogText.Read read = LogText.read(part);
      long ended = ended(part);
      assertThat(read.file().lines()).isBetween(Math.max(before, ended), ended + 1);
      assertThat(read.lines().subList(0, (int) ended)).isEqualTo(whole.subList(0, (int) ended));
      before = read.file().lines();
    }
    assertThat(before).isEqualTo(whole.size());
  }

  private static long ended(byte[] log) {
    String text = new String(log, StandardCharsets.ISO_8859_1);
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .count();
  }

  @Test
  void a_byte_at_a_time_gives_the_same() throws IOException {
    Path file = folder.resolve("a.log");
    SyntheticLogs.write(file, 20_000, 6, 4);
    byte[] log = Files.readAllBytes(file);
    byte[] damaged = log.clone();
    Arrays.fill(damaged, 7000, 7500, (byte) 0);
    for (byte[] bytes : List.of(log, damaged)) {
      LogText.Read whole = LogText.read(bytes);
      LogText.Read slow = LogText.read(LogText.slowly(bytes), LogOptions.defaults());
      assertThat(slow).isEqualTo(whole);
    }
  }

  @Test
  void rows_at_the_edges_of_the_window_are_whole() throws IOException {
    Path file = folder.resolve("a.log");
    SyntheticLogs.write(file, 1_500_000, 7, 2);
    List<String> texts =
        Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
    LogText.Read read = LogText.read(Files.readAllBytes(file));
    assertThat(read.lines()).hasSameSizeAs(texts);
    assertThat(read.file().isWhole()).isTrue();
    for (int i = 0; i < texts.size(); i++) {
      List<String> values = List.of(texts.get(i).split(" ", -1));
      assertThat(values).contains(read.lines().get(i).path());
      assertThat(values).contains(Integer.toString(read.lines().get(i).status().get().status()));
    }
  }

  @Test
  void twelve_changes_of_the_fields_counted_by_awk_as_well() throws Exception {
    Path file = folder.resolve("changes.log");
    SyntheticLogs.write(file, 2_000_000, 8, 12);
    assertThat(statuses(file)).isEqualTo(awk(file));
    assertThat(W3cLog.read(file, row -> {}).starts()).hasSize(13);
  }

  @Test
  void the_logs_of_the_scenarios_counted_by_awk_as_well() throws Exception {
    try (Stream<Path> files = Files.walk(Shared.dir("scenarios"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".log")).toList()) {
        assertThat(statuses(file)).as(file.toString()).isEqualTo(awk(file));
        assertThat(W3cLog.read(file, row -> {}).damaged()).isZero();
      }
    }
  }

  private static Map<String, Long> statuses(Path file) throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    W3cLog.read(file, row -> counts.merge(Integer.toString(row.status()), 1L, Long::sum));
    return counts;
  }

  private static Map<String, Long> awk(Path file) throws Exception {
    Process awk;
    try {
      awk = new ProcessBuilder("awk", AWK, file.toString()).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, "skipped: no awk here");
      throw e;
    }
    Map<String, Long> counts = new TreeMap<>();
    try (Stream<String> lines = awk.inputReader(StandardCharsets.UTF_8).lines()) {
      lines.forEach(
          line -> {
            int blank = line.indexOf(' ');
            counts.put(line.substring(0, blank), Long.parseLong(line.substring(blank + 1)));
          });
    }
    assertThat(awk.waitFor()).isZero();
    return counts;
  }
}
