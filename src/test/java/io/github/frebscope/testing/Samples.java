package io.github.frebscope.testing;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.EventOrigin;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small traces and verdicts, made without files. */
public final class Samples {
  /** When the first event of every sample happens. */
  public static final Instant START = Instant.parse("2026-11-03T06:12:44.640Z");

  private Samples() {}

  /** The attributes of a 502.3 root element. */
  public static Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("url", "http://shop.example:80/items?page=3&access_token=abcdef");
    attributes.put("siteId", "5");
    attributes.put("appPoolId", "ShopPool");
    attributes.put("processId", "5196");
    attributes.put("verb", "GET");
    attributes.put("authenticationType", "anonymous");
    attributes.put("activityId", "{400000A2-0001-FA00-B63F-84710C7967BB}");
    attributes.put("failureReason", "STATUS_CODE");
    attributes.put("statusCode", "502.3");
    attributes.put("triggerStatusCode", "502.3");
    attributes.put("timeTaken", "8078");
    return attributes;
  }

  /** An event; data are names and values in turn. */
  public static TraceEvent event(int index, long millis, int level, String name, String... data) {
    return event(index, millis, level, name, "RequestNotifications", Map.of(), data);
  }

  /** An event with an area and texts of values; data are names and values in turn. */
  public static TraceEvent event(
      int index,
      long millis,
      int level,
      String name,
      String area,
      Map<String, String> descriptions,
      String... data) {
    List<DataField> fields = new ArrayList<>();
    for (int i = 0; i < data.length; i += 2) {
      fields.add(new DataField(data[i], data[i + 1]));
    }
    List<DataField> texts = new ArrayList<>();
    descriptions.forEach((key, text) -> texts.add(new DataField(key, text)));
    return TraceEvent.builder()
        .position(index, 1000L * (index + 1))
        .time(START.plusMillis(millis))
        .header(0, 1, level)
        .kind("", 1, name)
        .area(0x100, List.of(), area)
        .origin(new EventOrigin("WEB01", "", "", 5196, 1, "en-US"))
        .data(fields)
        .descriptions(texts)
        .build();
  }

  /** A trace of those events. */
  public static Trace.Builder trace(TraceEvent... events) {
    return Trace.builder()
        .file("logs/W3SVC5/fr000021.xml")
        .request(RequestInfo.of(attributes()))
        .events(List.of(events));
  }

  /** ARR set 502.3 after a timeout. */
  public static Verdict.Builder verdict() {
    return Verdict.builder("set-by-module")
        .status(StatusCode.of(502, 3))
        .module("ApplicationRequestRouting", "RequestRouting")
        .notification("EXECUTE_REQUEST_HANDLER")
        .errorCode(2147954402L)
        .backend("app1.shop.example")
        .waited(Duration.ofMillis(8047))
        .confidence(Confidence.HIGH)
        .evidence(List.of(new Evidence(3, "MODULE_SET_RESPONSE_ERROR_STATUS", "set 502.3")))
        .explanation("The backend did not answer in time.");
  }

  /** A summary of a 502.3 made by ARR. */
  public static TraceSummary summary(String file, String server, long millis) {
    return summary(file, server, millis, verdict().build());
  }

  /** A summary of a 502.3 with another verdict. */
  public static TraceSummary summary(String file, String server, long millis, Verdict verdict) {
    Trace trace = trace(event(0, millis, 0, "GENERAL_REQUEST_START")).file(file).build();
    return TraceSummary.of(trace, verdict, Optional.ofNullable(server));
  }
}
