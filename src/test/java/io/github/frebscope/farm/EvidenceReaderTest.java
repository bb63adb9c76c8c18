package io.github.frebscope.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.log.AccessLine;
import io.github.frebscope.testing.FarmWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of logs, against all their lines read plainly. */
class EvidenceReaderTest {
  private static final String FIELDS =
      "#Fields: date time s-sitename s-ip cs-method cs-uri-stem cs-uri-query s-port c-ip"
          + " sc-status sc-substatus sc-win32-status time-taken\n";
  private static final Instant DAY = Instant.parse("2026-02-23T06:00:00Z");

  @TempDir Path dir;

  private Path log(String path, List<String> lines) throws IOException {
    Path file = dir.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, FIELDS + String.join("\n", lines) + "\n");
  }

  private static String line(Instant end, int site, String path, int status, int win32, int ms) {
    String[] time = end.truncatedTo(ChronoUnit.SECONDS).toString().split("[TZ]", -1);
    return String.format(
        Locale.ROOT,
        "%s %s W3SVC%d 10.60.0.%d GET %s - 443 203.0.113.7 %d 0 %d %d",
        time[0],
        time[1],
        site,
        site,
        path,
        status,
        win32,
        ms);
  }

  /** Some hours of lines of some sites, in the order of their ends. */
  private static List<String> lines(long seed, int count, int sites) {
    Random random = new Random(seed);
    int[] statuses = {200, 200, 200, 304, 404, 500, 502, 503};
    int[] win32 = {0, 0, 0, 64, 1236, 5, 995, 1229};
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(
          line(
              DAY.plusSeconds(4L * i),
              1 + random.nextInt(sites),
              random.nextInt(3) == 0 ? "/Shop/cart" : "/home",
              statuses[random.nextInt(statuses.length)],
              win32[random.nextInt(win32.length)],
              random.nextInt(3000)));
    }
    return lines;
  }

  private static boolean isGone(AccessLine line) {
    return Set.of(64L, 995L, 1229L, 1236L).contains(line.win32Status().orElse(0));
  }

  private static List<AccessLine> lines(Path log) throws IOException {
    return SiteLogText.read(log).rows().stream().map(row -> row.line()).toList();
  }

  private static void isSame(
      SiteTraffic traffic, List<AccessLine> all, Predicate<AccessLine> asked) {
    List<AccessLine> failures = all.stream().filter(l -> l.isStatus(502)).toList();
    List<AccessLine> gone =
        all.stream()
            .filter(l -> !l.isStatus(502) && isGone(l))
            .filter(l -> l.timeTaken().orElseThrow().toMillis() >= 1000)
            .toList();
    assertThat(traffic.lines()).isEqualTo(all.size());
    assertThat(traffic.failures()).isEqualTo(failures.size());
    assertThat(traffic.failureLines()).isEqualTo(failures);
    assertThat(traffic.peerGone()).isEqualTo(gone.size());
    assertThat(traffic.peerGoneLines()).isEqualTo(gone);
    assertThat(traffic.watchedLines()).isEqualTo(all.stream().filter(asked).toList());
    assertThat(traffic.first())
        .isEqualTo(all.stream().map(AccessLine::end).min(Instant::compareTo));
    assertThat(traffic.last()).isEqualTo(all.stream().map(AccessLine::end).max(Instant::compareTo));
    Map<Instant, Integer> perMinute = new TreeMap<>();
    all.forEach(l -> perMinute.merge(l.start().truncatedTo(ChronoUnit.MINUTES), 1, Integer::sum));
    perMinute.forEach(
        (minute, count) -> assertThat(traffic.minutes().inMinute(minute)).isEqualTo(count));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void counts_are_those_of_the_lines(long seed) throws IOException {
    Path log = log("web01/LogFiles/W3SVC4/u_ex260223.log", lines(seed, 3000, 1));
    FarmEvidence evidence = EvidenceReader.standard().read(Farm.open(dir));
    assertThat(evidence.problems()).isEmpty();
    SiteEvidence site = evidence.server("web01").orElseThrow().site(4).orElseThrow();
    isSame(site.traffic(), lines(log), l -> false);
    assertThat(site.traffic().serverIps()).containsExactly("10.60.0.1");
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void a_central_log_is_split_by_the_names_of_its_sites(long seed) throws IOException {
    Path log = log("web01/LogFiles/u_ex260223.log", lines(seed, 2000, 3));
    ServerEvidence server =
        EvidenceReader.standard().read(Farm.open(dir)).server("web01").orElseThrow();
    assertThat(server.sites()).extracting(s -> s.id().orElse(-1)).containsExactly(1L, 2L, 3L);
    List<AccessLine> all = lines(log);
    for (long id = 1; id <= 3; id++) {
      String name = "W3SVC" + id;
      isSame(
          server.site(id).orElseThrow().traffic(),
          all.stream().filter(l -> l.value("s-sitename").orElse("").equals(name)).toList(),
          l -> false);
    }
  }

  @Test
  void lines_of_a_central_log_without_a_site_are_kept_apart() throws IOException {
    log(
        "web01/LogFiles/u_ex260223.log",
        List.of(
            line(DAY, 1, "/", 502, 0, 10),
            line(DAY, 1, "/", 502, 0, 10).replace("W3SVC1", "-"),
            line(DAY, 1, "/", 502, 0, 10).replace("W3SVC1", "w3svcX")));
    ServerEvidence server =
        EvidenceReader.standard().read(Farm.open(dir)).server("web01").orElseThrow();
    assertThat(server.sites())
        .extracting(s -> s.id().orElse(-1))
        .containsExactlyInAnyOrder(1L, -1L);
    assertThat(server.sites())
        .extracting(s -> s.traffic().failures())
        .containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void only_what_touches_the_time_counts() throws IOException {
    Path log = log("web01/LogFiles/W3SVC4/u_ex260223.log", lines(31, 2000, 1));
    Instant from = DAY.plusSeconds(2401);
    Instant to = DAY.plusSeconds(4800);
    SiteTraffic traffic =
        EvidenceReader.standard()
            .between(from, to)
            .read(Farm.open(dir))
            .server("web01")
            .orElseThrow()
            .site(4)
            .orElseThrow()
            .traffic();
    isSame(
        traffic,
        lines(log).stream().filter(l -> !l.end().isBefore(from) && !l.start().isAfter(to)).toList(),
        l -> false);
  }

  @Test
  void watched_lines_are_those_of_the_path_and_time() throws IOException {
    Path log = log("web01/LogFiles/W3SVC4/u_ex260223.log", lines(41, 2000, 1));
    Instant asked = DAY.plusSeconds(3600);
    Watch watch =
        Watch.lines(
            List.of(MadeLines.request("/shop/CART", asked, Duration.ZERO).build()),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5));
    SiteTraffic traffic =
        EvidenceReader.standard()
            .watch(watch)
            .read(Farm.open(dir))
            .sites()
            .findFirst()
            .orElseThrow()
            .traffic();
    Predicate<AccessLine> wanted =
        l ->
            l.path().equalsIgnoreCase("/shop/cart")
                && !l.start().isAfter(asked.plusSeconds(300))
                && l.end().isAfter(asked.minusSeconds(301));
    isSame(traffic, lines(log), wanted);
    assertThat(traffic.watchedLines()).hasSizeGreaterThan(20);
  }

  /** The lists end; the counts do not. */
  @Test
  void more_failures_than_are_kept_are_counted() throws IOException {
    List<String> lines = new ArrayList<>();
    int more = SiteTraffic.MOST_LINES + 345;
    for (int i = 0; i < more; i++) {
      lines.add(line(DAY.plusSeconds(i), 1, "/", 502, 0, 12));
      lines.add(line(DAY.plusSeconds(i), 1, "/", 200, 64, 2000));
    }
    log("web01/LogFiles/W3SVC1/u_ex260223.log", lines);
    Watch watch =
        Watch.lines(
            List.of(MadeLines.request("/", DAY, Duration.ZERO).build()),
            Duration.ZERO,
            Duration.ofDays(2));
    SiteTraffic traffic =
        EvidenceReader.standard()
            .watch(watch)
            .read(Farm.open(dir))
            .sites()
            .findFirst()
            .orElseThrow()
            .traffic();
    assertThat(traffic.lines()).isEqualTo(2L * more);
    assertThat(traffic.failures()).isEqualTo(more);
    assertThat(traffic.failureLines()).hasSize(SiteTraffic.MOST_LINES);
    assertThat(traffic.failureLines().get(0).end()).isEqualTo(DAY);
    assertThat(traffic.peerGone()).isEqualTo(more);
    assertThat(traffic.peerGoneLines()).hasSize(SiteTraffic.MOST_LINES);
    assertThat(traffic.watchedLines()).hasSize(SiteTraffic.MOST_LINES);
    assertThat(traffic).hasToString("40,690 lines, 20,345 of them 502");
  }

  /** A short quiet time that an event explains; without the event it is none. */
  @Test
  void an_event_marks_the_request_after_it() throws IOException {
    for (boolean told : List.of(true, false)) {
      Path folder = dir.resolve("told-" + told);
      FarmWriter farm = FarmWriter.in(folder).day("2026-02-23");
      farm.server("web01").site("shop", 2).pool("shop pool");
      farm.server("web01").site("shop", 2).log().traffic("06:00:00", "09:00:00", 5, 3L);
      farm.server("web01").site("shop", 2).log().quiet("07:00:00", "07:02:00");
      farm.server("web01").site("shop", 2).log().line("07:02:20", "/home", 200, 0, 0, 18_000);
      if (told) {
        farm.server("web01")
            .was("07:00:30", 5079, "shop pool", "Application pool 'shop pool' is being recycled.");
      }
      Path root = farm.write();
      SiteTraffic traffic =
          EvidenceReader.standard()
              .read(Farm.open(root))
              .server("web01")
              .orElseThrow()
              .site(2)
              .orElseThrow()
              .traffic();
      List<AfterQuiet> marked =
          traffic.gaps().stream().filter(gap -> gap.marked().isPresent()).toList();
      assertThat(marked).hasSize(told ? 1 : 0);
      if (told) {
        assertThat(marked.get(0).firstHit().line().timeTaken()).contains(Duration.ofSeconds(18));
      }
    }
  }

  @Test
  void fields_that_are_not_logged_are_told() throws IOException {
    Path file = dir.resolve("web01/LogFiles/W3SVC1/u_ex260223.log");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "#Fields: date time cs-uri-stem sc-status\n2026-02-23 06:00:00 / 502\n");
    SiteTraffic traffic =
        EvidenceReader.standard().read(Farm.open(dir)).sites().findFirst().orElseThrow().traffic();
    assertThat(traffic.failures()).isEqualTo(1);
    assertThat(new TreeSet<>(traffic.missingFields())).contains("sc-win32-status", "time-taken");
  }

  @Test
  void a_damaged_file_is_told_and_the_others_are_read() throws IOException {
    log("web01/LogFiles/W3SVC1/u_ex260223.log", lines(51, 100, 1));
    Path config = dir.resolve("web01/config/applicationHost.config");
    Files.createDirectories(config.getParent());
    Files.writeString(config, "<configuration>\n<system.applicationHost>\n</configuration>");
    FarmEvidence evidence = EvidenceReader.standard().read(Farm.open(dir));
    ServerEvidence server = evidence.server("web01").orElseThrow();
    assertThat(server.config()).isEmpty();
    assertThat(server.site(1).orElseThrow().traffic().lines()).isEqualTo(100);
    assertThat(evidence.problems()).hasSize(1);
    assertThat(evidence.problems().get(0)).contains("applicationHost.config").contains("3");
  }
}
