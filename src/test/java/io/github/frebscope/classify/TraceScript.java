package io.github.frebscope.classify;

import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a trace for a test, event by event. Child requests are entered and left by their own
 * events; levels and areas follow the names.
 */
final class TraceScript {
  static final String ARR = "ApplicationRequestRouting";
  static final String HANDLER_STAGE = "128";
  static final String CANNOT_CONNECT = "2147954429";

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final Map<String, String> root = new LinkedHashMap<>();
  private final List<TraceEvent> events = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private Completeness completeness = Completeness.COMPLETE;
  private Instant now = START;
  private int depth;

  private TraceScript() {
    root.put("url", "http://shop.frebscope.example:80/basket");
    root.put("verb", "GET");
    root.put("failureReason", "STATUS_CODE");
    root.put("timeTaken", "0");
  }

  /** A request that ended with that status, which also fired the rule. */
  static TraceScript endedWith(String status) {
    return new TraceScript().root("statusCode", status).root("triggerStatusCode", status);
  }

  TraceScript root(String name, String value) {
    root.put(name, value);
    return this;
  }

  TraceScript without(String name) {
    root.remove(name);
    return this;
  }

  TraceScript firedBy(String status) {
    return root("triggerStatusCode", status);
  }

  /** Lets time pass before the next event. */
  TraceScript wait(int millis) {
    now = now.plusMillis(millis);
    return this;
  }

  TraceScript incomplete(Completeness how) {
    completeness = how;
    return this;
  }

  TraceScript damaged(Diagnostic.Kind kind, int event) {
    diagnostics.add(new Diagnostic(kind, "damage", 0, event));
    return this;
  }

  /** An event with names and values of its data in turn. */
  TraceScript event(String name, String... data) {
    return event(level(name), name, data);
  }

  TraceScript event(int level, String name, String... data) {
    if (name.equals("GENERAL_CHILD_REQUEST_END")) {
      depth--;
    }
    List<DataField> fields = new ArrayList<>();
    for (int i = 0; i < data.length; i += 2) {
      fields.add(new DataField(data[i], data[i + 1]));
    }
    events.add(
        TraceEvent.builder()
            .position(events.size(), events.size())
            .time(now)
            .kind("", 0, name)
            .header(0, 1, level)
            .area(0, List.of(), area(name))
            .requestDepth(depth)
            .data(fields)
            .build());
    if (name.equals("GENERAL_CHILD_REQUEST_START")) {
      depth++;
    }
    return this;
  }

  private static int level(String name) {
    return switch (name) {
      case "MODULE_SET_RESPONSE_ERROR_STATUS",
          "SET_RESPONSE_ERROR_DESCRIPTION",
          "MODULE_WARNING",
          "ABORT_REQUEST_ACTION",
          "ABORT_REQUEST_FROM_CACHE_ACTION",
          "LOG_FILE_MAX_SIZE_TRUNCATE" ->
          3;
      case "ANCM_REQUEST_FORWARD_FAIL",
          "ANCM_START_APPLICATION_FAIL",
          "REQUEST_PROCESSING_ERROR",
          "FASTCGI_QUEUE_FULL",
          "FASTCGI_REQUEST_TIMEOUT",
          "WEBSOCKET_INITIALIZE_FAILED",
          "ASP_COMPILE_FAILED" ->
          2;
      case "GENERAL_REQUEST_START", "GENERAL_REQUEST_END", "GENERAL_CHILD_REQUEST_START" -> 0;
      default -> name.startsWith("NOTIFY_") ? 5 : 4;
    };
  }

  private static String area(String name) {
    int underscore = name.indexOf('_');
    return switch (underscore < 0 ? name : name.substring(0, underscore)) {
      case "ARR" -> "RequestRouting";
      case "ANCM" -> "ANCM";
      case "FASTCGI" -> "FastCGI";
      case "CGI" -> "CGI";
      default -> "";
    };
  }

  TraceScript begin() {
    return event("GENERAL_REQUEST_START");
  }

  TraceScript childBegins() {
    return event("GENERAL_CHILD_REQUEST_START", "RecursiveLevel", "1").begin();
  }

  TraceScript childEnds(String status) {
    return event("GENERAL_REQUEST_END", "BytesSent", "0", "HttpStatus", status)
        .event("GENERAL_CHILD_REQUEST_END", "HttpStatus", status);
  }

  TraceScript end(String status, String subStatus) {
    return event(
        "GENERAL_REQUEST_END",
        "BytesSent",
        "500",
        "HttpStatus",
        status,
        "HttpSubStatus",
        subStatus);
  }

  /** A module sets an error status in the handler stage. */
  TraceScript error(String module, String status, String errorCode) {
    return error(module, HANDLER_STAGE, status, errorCode);
  }

  TraceScript error(String module, String notification, String status, String errorCode) {
    String[] parts = status.split("\\.", -1);
    return event(
        "MODULE_SET_RESPONSE_ERROR_STATUS",
        "ModuleName",
        module,
        "Notification",
        notification,
        "HttpStatus",
        parts[0],
        "HttpSubStatus",
        parts.length > 1 ? parts[1] : "0",
        "ErrorCode",
        errorCode);
  }

  TraceScript success(String module, String status) {
    return event(
        "MODULE_SET_RESPONSE_SUCCESS_STATUS",
        "ModuleName",
        module,
        "Notification",
        HANDLER_STAGE,
        "HttpStatus",
        status);
  }

  TraceScript moduleStarts(String module, String notification) {
    return event("NOTIFY_MODULE_START", "ModuleName", module, "Notification", notification);
  }

  TraceScript moduleEnds(String module, String notification) {
    return event("NOTIFY_MODULE_END", "ModuleName", module, "Notification", notification);
  }

  TraceScript handler(String name, String modules, String type) {
    return event(
        "HANDLER_CHANGED",
        "NewHandlerName",
        name,
        "NewHandlerModules",
        modules,
        "NewHandlerType",
        type);
  }

  TraceScript header(String name, String value) {
    return event("GENERAL_SET_REQUEST_HEADER", "HeaderName", name, "HeaderValue", value);
  }

  /** ARR asks, and the backend answers with headers. */
  TraceScript arrAnswered() {
    return event("ARR_REQUEST_HEADERS_START")
        .event("ARR_REQUEST_HEADERS_END")
        .event("ARR_RESPONSE_HEADERS_START")
        .event("ARR_RESPONSE_HEADERS_END");
  }

  Trace build() {
    return Trace.builder()
        .file("fr000001.xml")
        .request(RequestInfo.of(root))
        .events(events)
        .completeness(completeness)
        .diagnostics(diagnostics, diagnostics.size())
        .build();
  }

  /** The verdict, which must be the same for the trace and its digest. */
  Verdict verdict() {
    Trace trace = build();
    Classifier classifier = Classifier.standard();
    Verdict whole = classifier.classify(trace);
    Verdict digest = classifier.classify(trace.digest(classifier.eventNames()));
    if (!whole.equals(digest)) {
      throw new AssertionError("trace: " + whole + "\ndigest: " + digest);
    }
    return whole;
  }
}
