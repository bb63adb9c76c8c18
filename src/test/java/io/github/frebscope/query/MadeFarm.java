package io.github.frebscope.query;

import static io.github.frebscope.query.Attributes.header;

import io.github.frebscope.testing.MadeSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Traces of a small farm in which everything hangs together as in a real one: a server has its
 * processes, a host its pool and its backends, a client its headers. Whether a request fails
 * depends on nothing but what is planted.
 */
final class MadeFarm {
  static final Attribute<String> AGENT = header("User-Agent");

  private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
  private static final int HOURS = 72;
  private static final List<String> HOSTS = List.of("www", "shop", "api");
  private static final List<String> PATHS =
      List.of("/", "/order/%d", "/cart", "/search?q=%d", "/account/%d/edit");
  private static final List<String> AGENTS =
      List.of("Mozilla/5.0 (Windows NT 10.0)", "Mozilla/5.0 (X11)", "mosaic-probe/2", "curl/8.4");

  /** What is wrong in the farm. */
  enum Planted {
    NOTHING,
    SERVER,
    BACKEND,
    HEADER,
    HOUR
  }

  private final Random random;
  private final Planted planted;
  private final double usual;
  private final double strong;
  private final int most;
  private final boolean sameProcess;

  /** A request before it is known how it ends. */
  private record Request(int server, int host, int backend, boolean via, int agent, int hour) {}

  /**
   * A farm.
   *
   * @param share of the failures that have what is planted, where chance alone would give a quarter
   *     of the servers, backends or requests with the header; of the hour, an eighth
   */
  MadeFarm(long seed, Planted planted, double share) {
    random = new Random(seed);
    this.planted = planted;
    sameProcess = seed % 2 == 0;
    most = 150 + random.nextInt(850);
    double expected = planted == Planted.HOUR ? 1.0 / HOURS : 0.25;
    // Odds such that this share of the failures has it.
    usual = planted == Planted.HOUR ? 0.01 : 0.08;
    strong = Math.min(0.95, usual * share / (1 - share) * (1 - expected) / expected);
  }

  /** That many traces. */
  TraceSet traces(int count) {
    return TraceSet.of(Stream.generate(this::trace).limit(count).toList(), Ledger.empty());
  }

  /** Traces until there are enough failures for a decision. */
  TraceSet traces() {
    List<TraceSummary> traces = new ArrayList<>();
    int failures = 0;
    while (traces.size() < most || (failures < 60 && traces.size() < 20_000)) {
      TraceSummary trace = trace();
      failures += trace.isFailure() ? 1 : 0;
      traces.add(trace);
    }
    return TraceSet.of(traces, Ledger.empty());
  }

  private TraceSummary trace() {
    int host = random.nextInt(HOSTS.size());
    Request request =
        new Request(
            random.nextInt(4),
            host,
            random.nextInt(4),
            random.nextInt(4) == 0,
            random.nextInt(AGENTS.size()),
            random.nextInt(HOURS));
    boolean fails = random.nextDouble() < (isHit(request) ? strong : usual);
    MadeSummary made = fails ? MadeSummary.failure() : MadeSummary.answer();
    List<String> headers = new ArrayList<>();
    headers.add("Host: " + HOSTS.get(host) + ".mosaic.example");
    headers.add("User-Agent: " + AGENTS.get(request.agent()));
    if (request.agent() < 2) {
      headers.add("Accept-Language: de");
    }
    if (request.via()) {
      headers.add("X-Forwarded-Proto: https");
    }
    String path = String.format(PATHS.get(random.nextInt(PATHS.size())), random.nextInt(10_000));
    return made.on("MOSAIC-" + request.server(), process(request))
        .pool(HOSTS.get(host) + "Pool")
        .url("http://" + HOSTS.get(host) + ".mosaic.example:80" + path)
        .backend("app" + request.backend() + ".mosaic.example")
        .at(MONDAY.plusSeconds(3600L * request.hour() + random.nextInt(3600)))
        .took(Duration.ofMillis(16L * random.nextLong(100)))
        .headers(headers.toArray(String[]::new))
        .keep(AGENT)
        .build();
  }

  /** One for each server, or each day and host a new one: an attribute that hangs on the server. */
  private long process(Request request) {
    long first = 4000 + 100L * request.server();
    return sameProcess ? first : first + 10L * (request.hour() / 24) + request.host();
  }

  private boolean isHit(Request request) {
    return switch (planted) {
      case NOTHING -> false;
      case SERVER -> request.server() == 2;
      case BACKEND -> request.backend() == 1;
      case HEADER -> request.via();
      case HOUR -> request.hour() == 33;
    };
  }
}
