package io.github.frebscope.farm;

import io.github.frebscope.config.ServerConfig;
import io.github.frebscope.load.TraceLoader;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.source.TraceRoot;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads all that was collected of a farm: each log once, as a stream, several servers at once.
 *
 * <pre>{@code
 * FarmEvidence evidence = EvidenceReader.standard().read(Farm.open(Path.of("D:\\collected")));
 * evidence.sites().forEach(System.out::println);
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads; each method answers a new reader. Costs: a
 * gigabyte of W3C logs takes some seconds a core; memory depends on the failures in the logs, not
 * on their size.
 */
public final class EvidenceReader {
  private static final EvidenceReader STANDARD =
      new EvidenceReader(
          Watch.nothing(),
          Instant.MIN,
          Instant.MAX,
          Optional.empty(),
          FarmProgress.NONE,
          Optional.empty());

  private final Watch watch;
  private final Instant from;
  private final Instant to;
  private final Optional<ZoneId> zone;
  private final FarmProgress progress;
  private final Optional<TraceSet> known;

  private EvidenceReader(
      Watch watch,
      Instant from,
      Instant to,
      Optional<ZoneId> zone,
      FarmProgress progress,
      Optional<TraceSet> known) {
    this.watch = watch;
    this.from = from;
    this.to = to;
    this.zone = zone;
    this.progress = progress;
    this.known = known;
  }

  /** Reads everything and watches nothing. */
  public static EvidenceReader standard() {
    return STANDARD;
  }

  /** Also keeps the lines of these paths and times. */
  public EvidenceReader watch(Watch newWatch) {
    return new EvidenceReader(Objects.requireNonNull(newWatch), from, to, zone, progress, known);
  }

  /** Only what ended at this time or later, and began at that time or before. */
  public EvidenceReader between(Instant newFrom, Instant newTo) {
    return new EvidenceReader(
        watch,
        Objects.requireNonNull(newFrom),
        Objects.requireNonNull(newTo),
        zone,
        progress,
        known);
  }

  /** The zone of logs in local time that do not tell it: IIS's own format, exports as CSV. */
  public EvidenceReader zone(ZoneId newZone) {
    return new EvidenceReader(watch, from, to, Optional.of(newZone), progress, known);
  }

  /** Takes these for the farm's traces and loads none: for who reads the same farm again. */
  public EvidenceReader traces(TraceSet loaded) {
    return new EvidenceReader(watch, from, to, zone, progress, Optional.of(loaded));
  }

  /** Tells how far it has come. */
  public EvidenceReader progress(FarmProgress newProgress) {
    return new EvidenceReader(watch, from, to, zone, Objects.requireNonNull(newProgress), known);
  }

  /**
   * Reads a farm. What cannot be read is told by {@link FarmEvidence#problems()}.
   *
   * @throws IOException if the reading is interrupted
   */
  public FarmEvidence read(Farm farm) throws IOException {
    ReadProgress done = new ReadProgress(farm, known.isEmpty(), progress);
    TraceSet traces = known.isPresent() ? known.get() : traces(farm, done);
    Map<String, List<TraceSummary>> byServer =
        traces.stream()
            .filter(t -> t.start().map(this::isWithin).orElse(true))
            .collect(
                Collectors.groupingBy(
                    t -> t.server().orElse(""), TreeMap::new, Collectors.toList()));
    // Each thread has a server, whose logs follow each other; the order stays that of the servers.
    List<Read> read =
        farm.servers().parallelStream()
            .map(s -> read(s, byServer.getOrDefault(s.name(), List.of()), done))
            .toList();
    List<String> problems = new ArrayList<>(farm.problems());
    traces.ledger().entries().forEach(entry -> problems.add(entry.toString()));
    read.forEach(server -> problems.addAll(server.problems()));
    return new FarmEvidence(
        farm.root(), read.stream().map(Read::evidence).toList(), traces, problems);
  }

  private record Read(ServerEvidence evidence, List<String> problems) {}

  private Read read(FarmServer server, List<TraceSummary> traces, ReadProgress done) {
    List<String> problems = new ArrayList<>();
    Optional<ServerConfig> config = config(server, problems);
    ServerReading reading = new ServerReading(server, config, this, done, problems);
    return new Read(reading.read(traces), problems);
  }

  private static TraceSet traces(Farm farm, ReadProgress done) throws IOException {
    List<TraceRoot> roots = new ArrayList<>();
    for (FarmServer server : farm.servers()) {
      server.traces().forEach(t -> roots.add(new TraceRoot(Optional.of(server.name()), t)));
    }
    return TraceLoader.standard().progress(done).load(roots);
  }

  private static Optional<ServerConfig> config(FarmServer server, List<String> problems) {
    if (server.config().isEmpty()) {
      return Optional.empty();
    }
    try {
      ServerConfig config = ServerConfig.read(server.config().get());
      config.problems().forEach(p -> problems.add(server.name() + "/" + p));
      return Optional.of(config);
    } catch (IOException e) {
      problems.add(e.getMessage());
      return Optional.empty();
    }
  }

  Watch watch() {
    return watch;
  }

  Optional<ZoneId> zone() {
    return zone;
  }

  boolean isWithin(Instant time) {
    return !time.isBefore(from) && !time.isAfter(to);
  }

  boolean isWithin(long startMillis, long endMillis) {
    return endMillis >= fromMillis() && startMillis <= toMillis();
  }

  private long fromMillis() {
    return from.equals(Instant.MIN) ? Long.MIN_VALUE : from.toEpochMilli();
  }

  private long toMillis() {
    return to.equals(Instant.MAX) ? Long.MAX_VALUE : to.toEpochMilli();
  }

  /** {@code reads from ... to ..., watches 4 times of 1 path}. */
  @Override
  public String toString() {
    return "reads " + from + " to " + to + ", watches " + watch;
  }
}
