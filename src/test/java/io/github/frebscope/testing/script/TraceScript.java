package io.github.frebscope.testing.script;

import io.github.frebscope.testing.TraceWriter;
import io.github.frebscope.trace.EventOrigin;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One trace file in the making: the requests in it, what the tracing rule records of them, and in
 * the end the file's bytes. Not safe for use by several threads.
 */
public final class TraceScript {
  private final Site site;
  private final Recorder recorder;
  private final RequestScript request;
  private final Map<String, String> overrides = new LinkedHashMap<>();
  private Recording recording = Recording.EVERYTHING;
  private int firesFrom = 400;
  private StatusCode trigger;

  /** A request to that site. */
  public TraceScript(Site site) {
    this.site = site;
    recorder = new Recorder(site);
    request = new RequestScript(this, recorder, site, site.url(), 0);
  }

  /** The request the file is about. */
  public RequestScript request() {
    return request;
  }

  /** Where it runs. */
  public Site site() {
    return site;
  }

  /** What the rule records. */
  public TraceScript record(Recording newRecording) {
    recording = newRecording;
    return this;
  }

  /** The lowest status that fires the rule, 400 unless said otherwise. */
  public TraceScript firesFrom(int status) {
    firesFrom = status;
    return this;
  }

  /** Replaces what the root element would say. */
  public TraceScript attribute(String name, String value) {
    overrides.put(name, value);
    return this;
  }

  /** The status that fired the rule, if any did. */
  public Optional<StatusCode> trigger() {
    return recording.timeLimit().isPresent() ? Optional.empty() : Optional.ofNullable(trigger);
  }

  /** The status in the root element. */
  public StatusCode status() {
    return recording.timeLimit().isPresent()
        ? StatusCode.of(200)
        : StatusCode.of(request.response.status, request.response.subStatus);
  }

  /** Whether the trace tells the request to its end. */
  public boolean isComplete() {
    return recording.timeLimit().isEmpty() && recording.sizeLimit().isEmpty();
  }

  void sawStatus(int status, int subStatus) {
    if (trigger == null && status >= firesFrom) {
      trigger = StatusCode.of(status, subStatus);
    }
  }

  /** The file IIS would have written. */
  public byte[] bytes() {
    return TraceWriter.write(trace());
  }

  /** The trace IIS would have written. */
  public Trace trace() {
    List<TraceEvent> events = new ArrayList<>();
    int depth = 0;
    for (TraceEvent event : kept()) {
      if (event.is("GENERAL_CHILD_REQUEST_END")) {
        depth--;
      }
      events.add(copy(event, events.size(), depth));
      if (event.is("GENERAL_CHILD_REQUEST_START")) {
        depth++;
      }
    }
    return Trace.builder().request(root()).events(events).build();
  }

  /**
   * The number in the file of an event that was emitted as that number.
   *
   * @return empty when the rule did not record it
   */
  public OptionalInt numberInFile(int emitted) {
    List<TraceEvent> kept = kept();
    for (int i = 0; i < kept.size(); i++) {
      if (kept.get(i).index() == emitted) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private List<TraceEvent> kept() {
    List<TraceEvent> kept = new ArrayList<>();
    boolean begun = !recording.fromTheMiddle();
    for (TraceEvent event : recorder.events()) {
      if (isOutOfTime(event)) {
        break;
      }
      begun = begun || isEndOfTracingModule(event);
      if (begun && isRecorded(event)) {
        kept.add(event);
      }
      if (recording.sizeLimit().isPresent() && kept.size() == recording.sizeLimit().getAsInt()) {
        kept.add(full(event));
        break;
      }
    }
    return kept;
  }

  private boolean isRecorded(TraceEvent event) {
    return event.level() <= recording.verbosity()
        && !recording.leftOut().contains(event.area().orElse(""));
  }

  private boolean isOutOfTime(TraceEvent event) {
    return recording.timeLimit().isPresent()
        && event.time().isAfter(site.start().plus(recording.timeLimit().get()));
  }

  private static boolean isEndOfTracingModule(TraceEvent event) {
    return event.is("NOTIFY_MODULE_END")
        && event.data("ModuleName").equals(Optional.of("FailedRequestsTracingModule"));
  }

  private TraceEvent full(TraceEvent last) {
    EventKind kind = EventTable.kind("LOG_FILE_MAX_SIZE_TRUNCATE");
    return TraceEvent.builder()
        .position(-1, 0)
        .time(last.time())
        .provider(kind.provider(), kind.providerGuid())
        .kind(kind.eventGuid(), kind.opcode(), kind.name())
        .header(0, kind.version(), kind.level())
        .origin(last.origin())
        .build();
  }

  private RequestInfo root() {
    Map<String, String> root = new LinkedHashMap<>();
    User user = request.user();
    root.put("url", site.url());
    root.put("siteId", Integer.toString(site.siteId()));
    root.put("appPoolId", site.pool());
    root.put("processId", Long.toString(site.processId()));
    root.put("verb", site.verb());
    if (user.isKnown()) {
      root.put("remoteUserName", user.name());
      root.put("userName", user.name());
      root.put("tokenUserName", user.token());
    }
    root.put("authenticationType", user.type());
    root.put("activityId", site.activityId());
    root.put("failureReason", recording.timeLimit().isPresent() ? "TIME_TAKEN" : "STATUS_CODE");
    root.put("statusCode", status().toString());
    root.put("triggerStatusCode", trigger().map(StatusCode::toString).orElse("0"));
    root.put("timeTaken", Long.toString(timeTaken()));
    overrides.forEach(root::replace);
    return RequestInfo.of(root);
  }

  private long timeTaken() {
    long all = recorder.clock().elapsedMillis();
    return recording.timeLimit().map(Duration::toMillis).filter(t -> t < all).orElse(all);
  }

  private static TraceEvent copy(TraceEvent event, int index, int depth) {
    EventOrigin origin = event.origin();
    return TraceEvent.builder()
        .position(index, 0)
        .time(event.time())
        .provider(event.provider(), event.providerGuid())
        .kind(event.eventGuid(), event.opcode(), event.name())
        .header(event.eventId(), event.version(), event.level())
        .area(event.keywords(), event.keywordTexts(), event.area().orElse(""))
        .origin(origin)
        .requestDepth(depth)
        .data(event.data())
        .descriptions(event.descriptions())
        .build();
  }
}
