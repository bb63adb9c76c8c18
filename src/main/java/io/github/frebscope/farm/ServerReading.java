package io.github.frebscope.farm;

import io.github.frebscope.config.AppPool;
import io.github.frebscope.config.ServerConfig;
import io.github.frebscope.config.Site;
import io.github.frebscope.log.AccessLogs;
import io.github.frebscope.log.HttpErrLine;
import io.github.frebscope.log.HttpErrLog;
import io.github.frebscope.log.HttpErrReason;
import io.github.frebscope.log.LogFile;
import io.github.frebscope.log.LogOptions;
import io.github.frebscope.log.W3cRow;
import io.github.frebscope.log.WindowsEvent;
import io.github.frebscope.log.WindowsEvents;
import io.github.frebscope.query.TraceSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads what there is of one server. */
final class ServerReading {
  /** The number that stands for a log whose site is not known. */
  private static final long UNKNOWN = -1;

  private final FarmServer server;
  private final Optional<ServerConfig> config;
  private final EvidenceReader reader;
  private final ReadProgress progress;
  private final List<String> problems;
  private final Map<Long, TrafficSurvey> surveys = new TreeMap<>();
  private final List<LogFile> logs = new ArrayList<>();
  private final List<WindowsEvent> events = new ArrayList<>();
  private final List<HttpErrLine> httpErr = new ArrayList<>();

  ServerReading(
      FarmServer server,
      Optional<ServerConfig> config,
      EvidenceReader reader,
      ReadProgress progress,
      List<String> problems) {
    this.server = server;
    this.config = config;
    this.reader = reader;
    this.progress = progress;
    this.problems = problems;
  }

  ServerEvidence read(List<TraceSummary> traces) {
    server.eventExports().forEach(this::events); // first: they tell when processes ended
    server.accessLogs().forEach(this::accessLog);
    server.httpErrLogs().forEach(this::httpErrLog);
    return new ServerEvidence(server, config, sites(traces), httpErr, events, logs);
  }

  private void events(Path export) {
    LogOptions options =
        reader.zone().map(LogOptions.defaults()::withZone).orElse(LogOptions.defaults());
    try {
      told(
          WindowsEvents.read(
              export,
              options,
              event -> {
                if (reader.isWithin(event.time()) && events.size() < SiteTraffic.MOST_LINES) {
                  events.add(event);
                }
              }));
    } catch (IOException e) {
      problems.add(e.getMessage());
    }
  }

  private void accessLog(FarmServer.SiteFile log) {
    LogOptions options =
        LogOptions.defaults().withProgress(bytes -> progress.reading(log.path(), bytes));
    try {
      LogFile read =
          log.site().isPresent()
              ? AccessLogs.read(log.path(), options, into(survey(log.site().getAsLong())))
              : AccessLogs.read(log.path(), options, this::bySiteName);
      survey(log.site().orElse(UNKNOWN)).done(read);
      told(read);
    } catch (IOException e) {
      problems.add(e.getMessage());
    }
    progress.done(log.path());
  }

  private void httpErrLog(Path log) {
    LogOptions options = LogOptions.defaults().withProgress(bytes -> progress.reading(log, bytes));
    try {
      told(HttpErrLog.read(log, options, this::httpErr));
    } catch (IOException e) {
      problems.add(e.getMessage());
    }
    progress.done(log);
  }

  /** Connections that were closed because nobody used them fill these logs and mean nothing. */
  private void httpErr(HttpErrLine line) {
    boolean isIdle =
        HttpErrReason.of(line.reason()).map(r -> r.kind() == HttpErrReason.Kind.IDLE).orElse(false);
    if (!isIdle && reader.isWithin(line.time()) && httpErr.size() < SiteTraffic.MOST_LINES) {
      httpErr.add(line);
    }
  }

  private void told(LogFile log) {
    logs.add(log);
    log.problems().forEach(p -> problems.add(log.file() + ": " + p));
  }

  private Consumer<W3cRow> into(TrafficSurvey survey) {
    return row -> {
      if (reader.isWithin(row.startMillis(), row.endMillis())) {
        survey.add(row);
      }
    };
  }

  /** A central log has the lines of all sites. */
  private void bySiteName(W3cRow row) {
    String name = row.text("s-sitename").toLowerCase(Locale.ROOT);
    long site = UNKNOWN;
    if (name.startsWith("w3svc")) {
      try {
        site = Long.parseLong(name.substring("w3svc".length()));
      } catch (NumberFormatException e) {
        site = UNKNOWN;
      }
    }
    into(survey(site)).accept(row);
  }

  private TrafficSurvey survey(long site) {
    return surveys.computeIfAbsent(site, s -> new TrafficSurvey(reader.watch(), gaps(s)));
  }

  private QuietGaps gaps(long site) {
    Optional<AppPool> pool = pool(site);
    Duration idle =
        pool.map(p -> p.idleTimeout().value()).filter(d -> !d.isZero()).orElse(QuietGaps.IDLE);
    List<Instant> ends = ProcessEvents.ends(events, pool);
    return new QuietGaps(server.name(), site, idle, ends);
  }

  /** The pool of the site's root. */
  private Optional<AppPool> pool(long site) {
    return config.flatMap(
        c ->
            c.site(site)
                .flatMap(s -> s.application("/"))
                .flatMap(application -> c.pool(application.pool().value())));
  }

  private List<SiteEvidence> sites(List<TraceSummary> traces) {
    Map<Long, List<TraceSummary>> tracesBySite =
        traces.stream().collect(Collectors.groupingBy(t -> t.site().orElse(UNKNOWN)));
    Set<Long> ids = new TreeSet<>(tracesBySite.keySet());
    config.ifPresent(c -> c.sites().forEach(site -> ids.add(site.id())));
    server.traceFolders().forEach(folder -> folder.site().ifPresent(ids::add));
    surveys.forEach(
        (id, survey) -> {
          if (survey.hasLines()) {
            ids.add(id);
          }
        });
    List<SiteEvidence> sites = new ArrayList<>();
    for (long id : ids) {
      sites.add(site(id, tracesBySite.getOrDefault(id, List.of())));
    }
    return sites;
  }

  private SiteEvidence site(long id, List<TraceSummary> traces) {
    Optional<Site> site = config.flatMap(c -> c.site(id));
    boolean hasFolder =
        server.traceFolders().stream().anyMatch(f -> f.site().equals(OptionalLong.of(id)));
    SiteTraffic traffic = survey(id).traffic();
    return new SiteEvidence(
        server.name(),
        id == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(id),
        site,
        traffic,
        traces,
        hasFolder || !traces.isEmpty());
  }
}
