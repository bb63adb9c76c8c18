package io.github.frebscope.testing.data;

import io.github.frebscope.testing.FarmWriter;
import io.github.frebscope.testing.farm.SiteScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A farm of which clients saw failures and that has no trace of them: two members whose pool starts
 * on demand, behind a box that was not collected.
 */
final class UntracedFarm {
  static final String README =
      """

      ## untraced/
      One morning, 18 March 2026, of two servers behind a box that was not collected: W3C logs, configuration and
      trace folders without a trace, for `web01` the System log too. `incidents.csv` is what clients saw: three
      502s. Each is the first request after more than 20 quiet minutes; the pool starts on demand.
      """;

  private static final String IDLE = "It was shut down due to inactivity.";

  private UntracedFarm() {}

  static Map<String, byte[]> files() {
    try {
      Path dir = Files.createTempDirectory("untraced");
      write(dir);
      Map<String, byte[]> files = new TreeMap<>();
      for (Path file : TestData.list(dir)) {
        files.put(TestData.name(dir, file), Files.readAllBytes(file));
        Files.delete(file);
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path dir) {
    FarmWriter farm = FarmWriter.in(dir).day("2026-03-18");
    SiteScript one = tickets(farm, "web01", 11);
    SiteScript two = tickets(farm, "web02", 12);
    one.log()
        .quiet("06:41:00", "07:20:00")
        .line("07:20:38", "/tickets", 200, 0, 64, 38_204)
        .quiet("10:02:00", "10:31:00")
        .line("10:31:44", "/tickets", 200, 0, 64, 44_017);
    two.log().quiet("08:10:00", "08:52:00").line("08:52:36", "/tickets", 200, 0, 64, 36_450);
    farm.server("web01")
        .was("07:01:02", 5186, "Tickets", IDLE)
        .was("10:22:03", 5186, "Tickets", IDLE);
    farm.incident("07:20:30", "https://tickets.fabrik.example/tickets", 502)
        .incident("08:52:30", "https://tickets.fabrik.example/tickets", 502)
        .incident("10:31:30", "https://tickets.fabrik.example/tickets", 502)
        .write();
  }

  private static SiteScript tickets(FarmWriter farm, String server, long seed) {
    SiteScript site =
        farm.server(server)
            .site("tickets", 3)
            .binding("tickets.fabrik.example")
            .pool("Tickets", pool -> pool.idleTimeout("00:20:00"))
            .tracing(true)
            .rule("*", "502");
    site.log().paths("/tickets", "/tickets/new", "/css/site.css").client("10.40.0.9");
    site.log().traffic("05:00:00", "11:30:00", 60, seed);
    return site;
  }
}
