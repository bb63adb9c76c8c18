package io.github.frebscope.testing;

import io.github.frebscope.testing.farm.ServerScript;
import io.github.frebscope.testing.farm.When;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes a farm as it is collected: a folder a server with {@code FailedReqLogFiles}, {@code
 * LogFiles}, {@code HTTPERR}, {@code config} and {@code events}.
 *
 * <pre>{@code
 * FarmWriter.in(dir)
 *     .server("web01", server -> server
 *         .site("shop", 2, site -> site
 *             .binding("shop.mosaic.example")
 *             .pool("ShopPool", pool -> pool.set("startMode", "OnDemand"))
 *             .tracing(true)
 *             .rule("*", "502")
 *             .log(log -> log
 *                 .traffic("06:00:00", "18:00:00", 20, 1)
 *                 .quiet("08:00:00", "08:40:00")
 *                 .line("08:40:00", "/basket", 200, 0, 64, 41_000))
 *             .traces(traces -> traces.notFound("07:00:00", "/missing.gif"))))
 *     .server("front", server -> server
 *         .farm("shopfarm", "00:00:30", "web01", "web02")
 *         .site("Default Web Site", 1, site -> site.binding("")))
 *     .incident("08:40:00", "http://shop.mosaic.example/basket", 502)
 *     .write();
 * }</pre>
 *
 * <p>Times are those of {@link #day}, 2 March 2026 (a Monday) unless said otherwise, or whole ones
 * with a T. Addresses are 10.20.0.1, 10.20.0.2 ... in the order of the servers.
 */
public final class FarmWriter {
  private final Path folder;
  private final Map<String, ServerScript> servers = new LinkedHashMap<>();
  private final List<String> incidents = new ArrayList<>();
  private When when = new When(LocalDate.of(2026, 3, 2));

  private FarmWriter(Path folder) {
    this.folder = folder;
  }

  /** A farm to write into a folder. */
  public static FarmWriter in(Path folder) {
    return new FarmWriter(folder);
  }

  /** The day that short times mean; said first. */
  public FarmWriter day(String day) {
    when = new When(LocalDate.parse(day));
    return this;
  }

  /** A server; called again, the same one. */
  public FarmWriter server(String name, Consumer<ServerScript> how) {
    how.accept(server(name));
    return this;
  }

  /** A server by its name, for what is said of it later. */
  public ServerScript server(String name) {
    return servers.computeIfAbsent(
        name, key -> new ServerScript(name, "10.20.0." + (servers.size() + 1), when));
  }

  /** What a client saw. */
  public FarmWriter incident(String time, String url, int status) {
    incidents.add(when.at(time) + "," + url + ",203.0.113.77," + status);
    return this;
  }

  /** Writes it all. */
  public Path write() {
    try {
      Files.createDirectories(folder);
      for (ServerScript server : servers.values()) {
        server.write(folder);
      }
      if (!incidents.isEmpty()) {
        Files.writeString(
            folder.resolve("incidents.csv"),
            "time_utc,url,client,status\n" + String.join("\n", incidents) + "\n",
            StandardCharsets.UTF_8);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
