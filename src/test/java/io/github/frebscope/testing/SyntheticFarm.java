package io.github.frebscope.testing;

import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Failures;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.Site;
import io.github.frebscope.testing.script.TraceScript;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Writes many different traces of usual size, about 88 KB, to measure with: four servers, two sites
 * each, a week, a third of them 502.3 of ARR. The same seed gives the same files.
 */
public final class SyntheticFarm {
  private static final Instant MONDAY = Instant.parse("2026-02-02T00:00:00.031Z");
  static final Recording TRACED = Recording.EVERYTHING.without("Cache", "Authentication");
  private static final int SERVERS = 4;
  private static final int SITES = 2;
  private static final String[] PATHS = {
    "/", "/cart", "/search?q=bolt&page=2", "/product/771", "/v1/orders", "/v1/stock?sku=B-77"
  };

  private SyntheticFarm() {}

  /**
   * Writes a farm: folder, number of files, seed.
   *
   * @param args the folder, the number of files, and the seed, 1 if not given
   * @throws IOException if a folder cannot be made
   */
  public static void main(String[] args) throws IOException {
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    write(Path.of(args[0]), Integer.parseInt(args[1]), seed);
  }

  /**
   * Writes that many files below a folder, as {@code web03/FailedReqLogFiles/W3SVC2/fr000017.xml}.
   *
   * @throws IOException if a folder cannot be made
   */
  public static void write(Path folder, int files, long seed) throws IOException {
    for (int i = 0; i < SERVERS * SITES; i++) {
      Files.createDirectories(file(folder, i).getParent());
    }
    IntStream.range(0, files)
        .parallel()
        .forEach(
            i -> {
              try {
                Files.write(file(folder, i), trace(i, seed).record(TRACED).bytes());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  static Path file(Path folder, int index) {
    int site = 1 + index / SERVERS % SITES;
    int number = 1 + index / (SERVERS * SITES);
    return folder
        .resolve(server(index))
        .resolve("FailedReqLogFiles")
        .resolve("W3SVC" + site)
        .resolve(String.format(Locale.ROOT, "fr%06d.xml", number));
  }

  private static String server(int index) {
    return String.format(Locale.ROOT, "web%02d", 1 + index % SERVERS);
  }

  /** The trace of that number as it would be read, without a file. */
  public static Trace made(int index, long seed) {
    return trace(index, seed).record(TRACED).trace();
  }

  /** The trace of that number. */
  static TraceScript trace(int index, long seed) {
    return trace(index, seed, MONDAY);
  }

  /** The trace of that number, in the week that begins then. */
  static TraceScript trace(int index, long seed, Instant week) {
    Random random = new Random(seed * 1_000_003 + index);
    int siteId = 1 + index / SERVERS % SITES;
    Site site =
        Site.on("BENCH-" + server(index).toUpperCase(Locale.ROOT))
            .site(siteId, siteId == 1 ? "ShopPool" : "ApiPool")
            .process(2000 + 4L * random.nextInt(900))
            .get("http://bench.example:80" + PATHS[random.nextInt(PATHS.length)])
            .number(index)
            .at(week.plusMillis(random.nextInt(7 * 86_400) * 1000L + random.nextInt(1000)));
    String member = "bench-m" + random.nextInt(6) + ".example";
    return switch (random.nextInt(12)) {
      case 0, 1 -> Failures.refused(site, "benchfarm", member);
      case 2 -> Failures.timesOut(site, "benchfarm", member, Duration.ofSeconds(30));
      case 3 -> Failures.reset(site, "benchfarm", member);
      case 4 -> Failures.relayed(site, "benchfarm", member, 502, "Bad Gateway");
      case 5 -> Failures.doesNotStart(site);
      case 6 -> Failures.forwardFails(site, Duration.ofMinutes(2), Arr.TIMEOUT);
      case 7 -> Failures.noServer(site, "benchfarm");
      case 8 -> Failures.serverError(site);
      case 9 -> Failures.phpError(site);
      case 10 -> Failures.cgiEndsEarly(site);
      default -> Failures.notFound(site);
    };
  }
}
