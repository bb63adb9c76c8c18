package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.SyntheticFarm;
import io.github.frebscope.testing.script.Failures;
import io.github.frebscope.testing.script.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files to ids: what a name, an id or a time is called must not matter, and a code must. */
class FingerprintsOfFilesTest {
  private static final String MEMBER = "mosaic-app1.example";

  @TempDir Path dir;

  private static Map<Path, String> ids(Path root) throws IOException {
    Map<Path, String> ids = new TreeMap<>();
    Frebscope.load(root).stream()
        .forEach(
            t -> ids.put(root.relativize(Path.of(t.file())), t.fingerprint().orElse("no failure")));
    return ids;
  }

  /** The same files, with their texts changed byte by byte. */
  private static void copy(Path from, Path to, UnaryOperator<String> change) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file));
        Files.createDirectories(target.getParent());
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(target, change.apply(text), StandardCharsets.ISO_8859_1);
      }
    }
  }

  @Test
  void two_halves_of_a_farm_agree() throws IOException {
    SyntheticFarm.write(dir, 240, 3);
    TraceSet set = Frebscope.load(dir);
    Set<String> one = halves(set, "WEB01", "WEB02");
    Set<String> other = halves(set, "WEB03", "WEB04");
    assertThat(one).isEqualTo(other).hasSize(11);
    assertThat(set.fingerprints().failures()).isEqualTo(240);
  }

  private static Set<String> halves(TraceSet set, String a, String b) {
    return set.stream()
        .filter(t -> t.server().filter(s -> s.endsWith(a) || s.endsWith(b)).isPresent())
        .map(t -> t.fingerprint().orElseThrow())
        .collect(Collectors.toSet());
  }

  @Test
  void names_ids_and_times_of_a_farm_do_not_matter() throws IOException {
    Path farm = dir.resolve("farm");
    Path renamed = dir.resolve("renamed");
    SyntheticFarm.write(farm, 120, 5);
    copy(
        farm,
        renamed,
        text ->
            text.replace("bench-m", "zz-node")
                .replace("benchfarm", "otherfarm")
                .replace("bench.example", "tiles.example")
                .replace("BENCH-WEB", "ATLAS")
                .replace("ShopPool", "P1")
                .replace("ApiPool", "P2")
                .replace("/product/771", "/goods/9/lens.aspx")
                .replace("/v1/orders", "/orders")
                .replace("0001-FB00-B63F", "0B0B-1234-9876")
                .replace("203.0.113.", "198.51.100.")
                .replaceAll("SystemTime=\"2026-02-", "SystemTime=\"2024-07-")
                .replaceAll("(?i)processId=\"(\\d+)\"", "processId=\"1$1\""));
    Map<Path, String> before = ids(farm);
    assertThat(before).hasSize(120).doesNotContainValue("no failure");
    assertThat(ids(renamed)).isEqualTo(before);
  }

  @Test
  void another_code_or_status_does_matter() throws IOException {
    Site site = Site.on("MOSAIC-GW").get("http://www.mosaic.example:80/plan/7");
    Set<String> ids = new HashSet<>();
    int number = 0;
    for (long code : new long[] {12029, 12002, 12007, 12030, 0x80072EE7L}) {
      number++;
      write(
          number,
          Failures.notReached(
                  site.number(number), "mosaic", MEMBER, Duration.ofMillis(40), code, "?")
              .bytes());
    }
    write(6, Failures.relayed(site.number(6), "mosaic", MEMBER, 502, "Bad Gateway").bytes());
    write(7, Failures.relayed(site.number(7), "mosaic", MEMBER, 503, "Unavailable").bytes());
    write(8, Failures.noServer(site.number(8), "mosaic").bytes());
    Map<Path, String> found = ids(dir);
    ids.addAll(found.values());
    assertThat(found).hasSize(8);
    assertThat(ids).as("12007 is 0x80072EE7").hasSize(7);
  }

  @Test
  void a_code_is_the_same_in_every_form() throws IOException {
    Site site = Site.on("MOSAIC-GW").get("http://www.mosaic.example:80/plan/7");
    String text =
        new String(Failures.refused(site, "mosaic", MEMBER).bytes(), StandardCharsets.UTF_8);
    assertThat(text).contains(">2147954429<");
    int number = 0;
    for (String form : List.of("2147954429", "-2147012867", "0x80072efd", "12029")) {
      number++;
      String other = text.replace(">2147954429<", ">" + form + "<");
      // Each is another request, or it would be taken for a copy.
      write(number, other.replace("{4000", "{500" + number).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(ids(dir)).hasSize(4);
    assertThat(new HashSet<>(ids(dir).values())).hasSize(1);
  }

  private void write(int number, byte[] bytes) throws IOException {
    Files.write(dir.resolve(String.format(Locale.ROOT, "fr%06d.xml", number)), bytes);
  }

  /** Own traces, and real ones and cases when they are there. */
  @Test
  void names_ids_and_times_of_any_trace_do_not_matter() throws IOException {
    Path originals = dir.resolve("originals");
    Path renamed = dir.resolve("renamed");
    int number = 0;
    for (Path file : Fixtures.all()) {
      number++;
      Path place = Path.of("t" + number, "fr000001.xml");
      Files.createDirectories(originals.resolve(place).getParent());
      Files.copy(file, originals.resolve(place));
    }
    Map<String, String> names = new TreeMap<>();
    TraceSet set = Frebscope.load(originals);
    set.stream().forEach(t -> addNames(t, names));
    copy(originals, renamed, text -> rename(text, names));
    Map<Path, String> before = ids(originals);
    Map<Path, String> after = ids(renamed);
    assertThat(names).hasSizeGreaterThan(20);
    assertThat(before.size()).isGreaterThan(40);
    before.keySet().retainAll(after.keySet());
    after.keySet().retainAll(before.keySet());
    assertThat(before.size()).isGreaterThan(40);
    assertThat(after).isEqualTo(before);
  }

  private static void addNames(TraceSummary trace, Map<String, String> names) {
    Stream.of(
            trace.server(),
            trace.activityId(),
            Attributes.HOST.of(trace),
            Attributes.RULE.of(trace),
            Attributes.FARM.of(trace),
            Attributes.SENT_LOG_ID.of(trace),
            Attributes.RECEIVED_LOG_ID.of(trace),
            Attributes.BACKEND.of(trace).map(b -> b.replaceAll("^https?://|[:/].*$", "")))
        .flatMap(Optional::stream)
        .filter(name -> name.length() > 6 && !name.startsWith("127.") && !name.equals("localhost"))
        .forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), other(name)));
  }

  /** Of the same length and form: letters and digits one further. */
  private static String other(String name) {
    StringBuilder other = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean last = c == 'z' || c == 'Z' || c == '9' || c == 'f' || c == 'F';
      boolean shifts = Character.isLetterOrDigit(c) && !last && c < 0x7F;
      other.append(shifts ? (char) (c + 1) : c);
    }
    return other.toString();
  }

  private static String rename(String text, Map<String, String> names) {
    String longestFirst =
        names.keySet().stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    Matcher matcher =
        Pattern.compile("(?i)(?<![a-z0-9])(" + longestFirst + ")(?![a-z0-9])").matcher(text);
    return matcher
        .replaceAll(r -> Matcher.quoteReplacement(names.get(r.group().toLowerCase(Locale.ROOT))))
        .replaceAll("SystemTime=\"\\d{4}-", "SystemTime=\"2020-");
  }
}
