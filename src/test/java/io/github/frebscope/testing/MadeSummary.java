package io.github.frebscope.testing;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.Causes;
import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Diagnosis;
import io.github.frebscope.classify.Hop;
import io.github.frebscope.classify.Origin;
import io.github.frebscope.classify.Role;
import io.github.frebscope.classify.Route;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The summary of a trace that was never written, for tests of questions to many. */
public final class MadeSummary {
  private static final AtomicInteger FILES = new AtomicInteger(100_000);

  private String server = "MOSAIC-1";
  private long process = 4312;
  private String pool = "MosaicPool";
  private String url = "http://www.mosaic.example:80/";
  private Instant at = Samples.START;
  private String status = "502.3";
  private String module = "ApplicationRequestRouting";
  private String cause;
  private String backend;
  private Long code;
  private Duration waited;
  private boolean failure = true;
  private Role role = Role.UNKNOWN;
  private Route route = Route.NONE;
  private String notification;
  private Origin origin = Origin.OWN;
  private boolean isTimed = true;
  private String headers;
  private List<Attribute<?>> kept = List.of();
  private Duration took;
  private String reason;
  private Hop hop;

  /** A 502.3 by ARR of which nothing more is known. */
  public static MadeSummary failure() {
    return new MadeSummary();
  }

  /** A request that was answered well. */
  public static MadeSummary answer() {
    MadeSummary made = new MadeSummary();
    made.failure = false;
    made.status = "200";
    return made;
  }

  /** The server and its worker process. */
  public MadeSummary on(String newServer, long newProcess) {
    server = newServer;
    process = newProcess;
    return this;
  }

  /** The application pool. */
  public MadeSummary pool(String newPool) {
    pool = newPool;
    return this;
  }

  /** The URL. */
  public MadeSummary url(String newUrl) {
    url = newUrl;
    return this;
  }

  /** When it began. */
  public MadeSummary at(Instant newStart) {
    at = newStart;
    return this;
  }

  /** The module that failed and the status it set. */
  public MadeSummary by(String newModule, String newStatus) {
    module = newModule;
    status = newStatus;
    return this;
  }

  /** The id of the cause, or null. */
  public MadeSummary cause(String newCause) {
    cause = newCause;
    return this;
  }

  /** The backend, or null. */
  public MadeSummary backend(String newBackend) {
    backend = newBackend;
    return this;
  }

  /** The error code. */
  public MadeSummary code(long newCode) {
    code = newCode;
    return this;
  }

  /** The silence. */
  public MadeSummary waited(Duration newWait) {
    waited = newWait;
    return this;
  }

  /** The server's place. */
  public MadeSummary role(Role newRole) {
    role = newRole;
    return this;
  }

  /** Farm and backend, and how far a gateway had got; null for what is not known. */
  public MadeSummary route(String farm, String member, ExchangePhase phase) {
    route = Route.of(null, farm, member, phase);
    return this;
  }

  /** The notification and who made the status. */
  public MadeSummary in(String newNotification, Origin newOrigin) {
    notification = newNotification;
    origin = newOrigin;
    return this;
  }

  /** Of a file in which no event has a time. */
  public MadeSummary untimed() {
    isTimed = false;
    return this;
  }

  /** The headers it arrived with, {@code Name: value} each; they are not traced otherwise. */
  public MadeSummary headers(String... lines) {
    headers = String.join("\r\n", lines);
    return this;
  }

  /** What is kept of its events. */
  public MadeSummary keep(Attribute<?>... attributes) {
    kept = List.of(attributes);
    return this;
  }

  /** How long it took. */
  public MadeSummary took(Duration newTook) {
    took = newTook;
    return this;
  }

  /** Why the file was written. */
  public MadeSummary reason(String newReason) {
    reason = newReason;
    return this;
  }

  /** The ids of ARR it arrived with and was sent on with; null for none. */
  public MadeSummary logIds(String received, String sent) {
    hop = new Hop(role, Optional.ofNullable(received), Optional.ofNullable(sent));
    return this;
  }

  /** The summary; each has a file of its own. */
  public TraceSummary build() {
    Map<String, String> attributes = Samples.attributes();
    attributes.put("url", url);
    attributes.put("appPoolId", pool);
    attributes.put("processId", Long.toString(process));
    attributes.put("statusCode", status);
    long millisTaken = waited == null ? 31 : waited.toMillis() + 16;
    attributes.put("timeTaken", Long.toString(took == null ? millisTaken : took.toMillis()));
    if (reason != null) {
      attributes.put("failureReason", reason);
    }
    long millis = Duration.between(Samples.START, at).toMillis();
    Trace trace =
        (isTimed ? Samples.trace(events(millis)) : Trace.builder())
            .request(RequestInfo.of(attributes))
            .file("farm/" + server + "/fr" + FILES.incrementAndGet() + ".xml")
            .build();
    Verdict verdict =
        Verdict.builder("made")
            .status(status(status))
            .module(module, null)
            .errorCode(code)
            .backend(backend)
            .waited(waited)
            .origin(origin)
            .notification(notification)
            .route(route)
            .failure(failure)
            .confidence(Confidence.HIGH)
            .explanation("made")
            .diagnosis(cause == null ? Diagnosis.NONE : diagnosis(cause))
            .hop(hop == null ? new Hop(role, Optional.empty(), Optional.empty()) : hop)
            .build();
    return TraceSummary.of(trace, verdict, Optional.of(server), String::intern, kept);
  }

  private TraceEvent[] events(long millis) {
    TraceEvent start = Samples.event(0, millis, 0, "GENERAL_REQUEST_START");
    return headers == null
        ? new TraceEvent[] {start}
        : new TraceEvent[] {
          start, Samples.event(1, millis, 0, "GENERAL_REQUEST_HEADERS", "Headers", headers)
        };
  }

  private static StatusCode status(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? StatusCode.of(Integer.parseInt(text), 0)
        : StatusCode.of(
            Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
  }

  private static Diagnosis diagnosis(String id) {
    Cause cause = Causes.find(id).orElseGet(() -> Cause.builder(id, "made " + id).build());
    return new Diagnosis(
        Optional.of(cause),
        Confidence.HIGH,
        "",
        List.of(),
        cause.remedy().map(MadeSummary::plain),
        cause.next().map(MadeSummary::plain),
        List.of());
  }

  /** The text of a template where no value is known. */
  private static String plain(String template) {
    return template.replaceAll("\\{[a-z]+\\|([^}]*)\\}", "$1");
  }
}
