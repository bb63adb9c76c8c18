package io.github.frebscope.testing;

import io.github.frebscope.catalog.EventCatalog;
import io.github.frebscope.catalog.EventKind;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.SpanState;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a trace for a test, event by event, and tells its spans in short lines. */
public final class Script {
  public static final String ARR = "ApplicationRequestRouting";
  public static final String HANDLER = "128";
  public static final String SEND_RESPONSE = "536870912";
  public static final String MAP_PATH = "2147483648";
  public static final String PENDING = "1";

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final List<TraceEvent> events = new ArrayList<>();
  private final Map<String, String> root = new LinkedHashMap<>();
  private Completeness completeness = Completeness.COMPLETE;
  private long millis;
  private int depth;

  public Script() {
    root.put("url", "http://shop.frebscope.example:80/basket");
  }

  public Script took(long newMillis) {
    root.put("timeTaken", Long.toString(newMillis));
    return this;
  }

  public Script ends(Completeness how) {
    completeness = how;
    return this;
  }

  public Script pause(long more) {
    millis += more;
    return this;
  }

  /** An event with names and values of its data in turn. */
  public Script event(String name, String... data) {
    if (name.equals("GENERAL_CHILD_REQUEST_START")) {
      depth++;
    }
    List<DataField> fields = new ArrayList<>();
    for (int i = 0; i < data.length; i += 2) {
      fields.add(new DataField(data[i], data[i + 1]));
    }
    EventKind kind = EventCatalog.byName(name).stream().findFirst().orElse(null);
    events.add(
        TraceEvent.builder()
            .position(events.size(), events.size() * 100L)
            .time(START.plusMillis(millis))
            .kind("", 0, name)
            .header(0, 1, kind == null ? 4 : kind.level())
            .area(0, List.of(), kind == null ? "" : kind.area().orElse(""))
            .requestDepth(depth)
            .data(fields)
            .build());
    if (name.equals("GENERAL_CHILD_REQUEST_END")) {
      depth--;
    }
    return this;
  }

  public Script start(String module, String notification) {
    return event(
        "NOTIFY_MODULE_START",
        "ModuleName",
        module,
        "Notification",
        notification,
        "fIsPostNotification",
        "false");
  }

  public Script end(String module, String notification) {
    return end(module, notification, "0");
  }

  public Script end(String module, String notification, String status) {
    return event(
        "NOTIFY_MODULE_END",
        "ModuleName",
        module,
        "Notification",
        notification,
        "fIsPostNotificationEvent",
        "false",
        "NotificationStatus",
        status);
  }

  public Script completion(String module, String notification) {
    return event(
        "NOTIFY_MODULE_COMPLETION",
        "ModuleName",
        module,
        "Notification",
        notification,
        "fIsPostNotificationEvent",
        "false");
  }

  public Trace trace() {
    return Trace.builder()
        .file("fr000001.xml")
        .request(RequestInfo.of(root))
        .events(events)
        .completeness(completeness)
        .build();
  }

  public Timeline timeline() {
    return Timeline.of(trace());
  }

  /**
   * A line for each span below the request: its depth in blanks, what it is, its events, its time
   * in milliseconds, and its state unless it is closed.
   */
  public static List<String> lines(Timeline timeline) {
    return timeline.spans().skip(1).map(Script::line).collect(Collectors.toList());
  }

  public static String line(Span span) {
    long depth = span.outwards().count() - 2;
    String events = span.firstEvent().isEmpty() ? "-" : places(span);
    String text =
        " ".repeat((int) depth)
            + span.kind()
            + (span.name().isEmpty() ? "" : " " + span.name())
            + (span.kind().id().equals("NOTIFICATION") && span.isPostNotification() ? " post" : "")
            + " "
            + events
            + " "
            + span.inclusive().length().toMillis();
    return span.state() == SpanState.CLOSED ? text : text + " " + span.state();
  }

  private static String places(Span span) {
    int first = span.firstEvent().orElseThrow().index();
    int last = span.lastEvent().orElseThrow().index();
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
