package io.github.frebscope.testing;

import io.github.frebscope.catalog.EventCatalog;
import io.github.frebscope.catalog.EventKind;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Timelines of a few events, for orders of events that no real trace at hand has. */
public final class MadeTimeline {
  private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

  private final List<TraceEvent> events = new ArrayList<>();
  private long now;
  private int depth;

  /** From here on, it is so many milliseconds after the first event. */
  public MadeTimeline at(long milliseconds) {
    now = milliseconds;
    return this;
  }

  /** An event; data is name, value, name, value. */
  public MadeTimeline event(String name, String... data) {
    List<DataField> fields = new ArrayList<>();
    for (int i = 0; i < data.length; i += 2) {
      fields.add(new DataField(data[i], data[i + 1]));
    }
    if (name.equals("GENERAL_CHILD_REQUEST_START")) {
      depth++;
    }
    TraceEvent.Builder builder =
        TraceEvent.builder()
            .position(events.size(), 0)
            .time(START.plusMillis(now))
            .kind("", 0, name)
            .requestDepth(depth)
            .data(fields);
    EventCatalog.all().stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .flatMap(EventKind::area)
        .ifPresent(area -> builder.area(0, List.of(area), area));
    events.add(builder.build());
    if (name.equals("GENERAL_CHILD_REQUEST_END")) {
      depth--;
    }
    return this;
  }

  public MadeTimeline moduleStart(String module) {
    return event(
        "NOTIFY_MODULE_START",
        "ModuleName",
        module,
        "Notification",
        "128",
        "fIsPostNotification",
        "false");
  }

  /** The status is 0 for a module that is done and 1 for one that goes on. */
  public MadeTimeline moduleEnd(String module, int status) {
    return event(
        "NOTIFY_MODULE_END",
        "ModuleName",
        module,
        "Notification",
        "128",
        "fIsPostNotificationEvent",
        "false",
        "NotificationStatus",
        Integer.toString(status));
  }

  public MadeTimeline moduleCompletion(String module) {
    return event(
        "NOTIFY_MODULE_COMPLETION",
        "ModuleName",
        module,
        "Notification",
        "128",
        "fIsPostNotificationEvent",
        "false");
  }

  public MadeTimeline errorStatus(String module, String errorCode) {
    return event("MODULE_SET_RESPONSE_ERROR_STATUS", "ModuleName", module, "ErrorCode", errorCode);
  }

  public MadeTimeline callback(long internetStatus) {
    return event("ANCM_WINHTTP_CALLBACK", "InternetStatus", Long.toString(internetStatus));
  }

  public Timeline complete() {
    return build(Completeness.COMPLETE, now);
  }

  /** Of a trace that breaks off; the request took so many milliseconds. */
  public Timeline tornOff(long timeTaken) {
    return build(Completeness.TORN, timeTaken);
  }

  private Timeline build(Completeness completeness, long timeTaken) {
    RequestInfo request = RequestInfo.of(Map.of("timeTaken", Long.toString(timeTaken)));
    return Timeline.of(
        Trace.builder().request(request).events(events).completeness(completeness).build());
  }
}
