package io.github.frebscope.testing.farm;

import io.github.frebscope.testing.script.Failures;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.Site;
import io.github.frebscope.testing.script.TraceScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The traces of a site. They are numbered as they are told; a file's time is its request's end. */
public final class TracesScript {
  private final When when;
  private final Site origin;
  private String host;
  private final List<Written> written = new ArrayList<>();
  private String folder;
  private int next = 1;
  private long process = 4112;
  private String shown = "";

  TracesScript(When when, String computer, int siteId, String pool, String host) {
    this.when = when;
    this.host = host;
    this.folder = "W3SVC" + siteId;
    this.origin = Site.on(computer).site(siteId, pool);
  }

  private record Written(String file, Instant end, TraceScript script, String status) {
    /** What the file holds: with another status at its root when an error page set one. */
    byte[] bytes() {
      if (status.isEmpty()) {
        return script.bytes();
      }
      String text = new String(script.bytes(), StandardCharsets.UTF_8);
      return text.replaceFirst(" statusCode=\"[^\"]*\"", " statusCode=\"" + status + "\"")
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The host name that the next requests ask for. */
  public TracesScript host(String name) {
    host = name;
    return this;
  }

  /** The number of the next file. */
  public TracesScript from(int number) {
    next = number;
    return this;
  }

  /** The worker process of the next ones. */
  public TracesScript process(long id) {
    process = id;
    return this;
  }

  /** The folder below {@code FailedReqLogFiles}: the one of another site, for the next ones. */
  public TracesScript in(String otherFolder) {
    folder = otherFolder;
    return this;
  }

  /**
   * The status at the root of the next ones, {@code 200}, as when a page for the error sets another
   * one after the failure has made the trace be written. Empty: the failure's own.
   */
  public TracesScript shows(String status) {
    shown = status;
    return this;
  }

  /** A trace of a request that begins then: {@code site -> Failures.noServer(site, "farm")}. */
  public TracesScript add(String start, String path, Function<Site, TraceScript> request) {
    return add(when.at(start), path, request);
  }

  private TracesScript add(Instant start, String path, Function<Site, TraceScript> request) {
    int number = next++;
    Site site =
        origin.get("http://" + host + ":80" + path).number(number).at(start).process(process);
    TraceScript script = request.apply(site);
    long taken = Long.parseLong(script.trace().request().attributes().get("timeTaken"));
    String name = String.format(Locale.ROOT, "fr%06d.xml", number);
    written.add(new Written(folder + "/" + name, start.plusMillis(taken), script, shown));
    return this;
  }

  /** A 404: proves that the recorder works, if the rule asks for 404. */
  public TracesScript notFound(String start, String path) {
    return add(start, path, Failures::notFound);
  }

  /** A 500 of ASP.NET Core. */
  public TracesScript serverError(String start, String path) {
    return add(start, path, Failures::serverError);
  }

  /** A 502.3 of ARR that waited so long. */
  public TracesScript timesOut(
      String start, String path, String farm, String member, Duration after) {
    return add(start, path, site -> Failures.timesOut(site, farm, member, after));
  }

  /** A 502.3 of ARR that could not connect. */
  public TracesScript refused(String start, String path, String farm, String member) {
    return add(start, path, site -> Failures.refused(site, farm, member));
  }

  /** A trace cut at its size limit before the failure. */
  public TracesScript truncated(String start, String path, String farm, String member) {
    return add(
        start,
        path,
        site -> Failures.refused(site, farm, member).record(Recording.EVERYTHING.fullAfter(12)));
  }

  /** So many traces one after the other, as a storm of errors leaves them. */
  public TracesScript storm(
      String start, Duration step, int count, String path, Function<Site, TraceScript> request) {
    Instant time = when.at(start);
    for (int i = 0; i < count; i++) {
      add(time.plus(step.multipliedBy(i)), path, request);
    }
    return this;
  }

  void write(Path traces) throws IOException {
    for (Written file : written) {
      Path path = traces.resolve(file.file);
      Files.createDirectories(path.getParent());
      Files.write(path, file.bytes());
      Files.setLastModifiedTime(path, FileTime.from(file.end));
    }
  }
}
