package io.github.frebscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.compare.Comparison;
import io.github.frebscope.query.TimeByModule;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names and values that would steer a terminal, and secrets in whatever names a span. */
class HostileTextTest {
  private static final String EVIL = "\u001b]0;x\u0007\u009b31m\u202e\r\n\tZ";

  private int index;
  private long millis;
  private final List<TraceEvent> events = new ArrayList<>();

  private void add(int level, String name, String... data) {
    millis += 200;
    events.add(Samples.event(index++, millis, level, name, data));
  }

  private void around(String start, String end, String name, String value) {
    add(4, start, name, value);
    add(4, end, name, value);
  }

  private Trace trace(String secret) {
    events.clear();
    index = 0;
    millis = 0;
    String module = "Mod" + EVIL;
    String url = "http://h.example/p?access_token=" + secret;
    add(0, "GENERAL_REQUEST_START", "RequestURL", url + EVIL, "AppPoolId", EVIL);
    add(5, "NOTIFY_MODULE_START", "ModuleName", module, "Notification", "128");
    around("RULE_EVALUATION_START", "RULE_EVALUATION_END", "RuleName", "pwd=" + secret + EVIL);
    around("RULE_EVALUATION_START", "RULE_EVALUATION_END", "RuleName", "Cookie: a=" + secret);
    add(4, "GENERAL_CHILD_REQUEST_START", "RequestURL", "/c?sessionid=" + secret + EVIL);
    around("URL_CACHE_ACCESS_START", "URL_CACHE_ACCESS_END", "RequestURL", "/u?sig=" + secret);
    add(4, "GENERAL_CHILD_REQUEST_END", "HttpStatus", "200");
    around("FILTER_START", "FILTER_END", "FilterName", "C:\\f.dll?token=" + secret + EVIL);
    around("ASP_START_COMPILE", "ASP_END_COMPILE", "FilePath", "/a.asp?password=" + secret);
    for (String statement :
        new String[] {
          "conn.Open \"Provider=x;Password=" + secret + ";\"" + EVIL,
          "Response.Cookies(\"user\") = \"" + secret + "\"",
          "Session(\"token\")=\"" + secret + "\"",
          "x.setRequestHeader \"Cookie\", \"a=" + secret + "\"",
          "x.open \"GET\", \"http://u:" + secret + "@h/\""
        }) {
      around(
          "ASP_SCRIPT_TRACE_COM_CALL_START",
          "ASP_SCRIPT_TRACE_COM_CALL_END",
          "CurrentStatement",
          statement);
    }
    add(5, "ARR_REQUEST_HEADERS_START" + (secret.length() > 6 ? "" : EVIL));
    add(
        3,
        "MODULE_SET_RESPONSE_ERROR_STATUS",
        "ModuleName",
        module,
        "Notification",
        "128",
        "HttpStatus",
        "502",
        "HttpReason",
        "Bad" + EVIL,
        "ConfigExceptionInfo",
        "password=" + secret + EVIL);
    add(5, "NOTIFY_MODULE_END", "ModuleName", module, "Notification", "128");
    add(0, "GENERAL_REQUEST_END", "HttpStatus", "502");
    Map<String, String> attributes = new LinkedHashMap<>(Samples.attributes());
    attributes.put("url", url + EVIL);
    attributes.put("appPoolId", "Pool" + EVIL);
    attributes.put("userName", "bob" + EVIL);
    return Samples.trace(events.toArray(TraceEvent[]::new))
        .request(RequestInfo.of(attributes))
        .build();
  }

  @Test
  void nothing_printed_steers_a_terminal_or_tells_a_secret() throws IOException {
    Trace left = trace("hunter2");
    Trace right = trace("hush99");
    List<String> texts = new ArrayList<>();
    for (Trace trace : List.of(left, right)) {
      TraceReport report = TraceReport.of(trace, Frebscope.classify(trace));
      texts.add(report.toString());
      texts.add(report.flat(true).toString());
      texts.add(report.allEvents(true).toString());
      texts.add(report.allEvents(true).flat(true).toString());
    }
    Comparison comparison = Comparison.of(Timeline.of(left), Timeline.of(right));
    texts.add(ComparisonReport.of(comparison).toString());
    texts.add(ComparisonReport.of(comparison).all(true).toString());
    TimeByModule times = new TimeByModule();
    times.add(Timeline.of(left));
    texts.add(TimeByModuleReport.of(times).toString());
    for (String text : texts) {
      assertThat(text).doesNotContain("hunter2", "hush99");
      assertThat(unsafe(text)).as(text).isEmpty();
    }
    StringWriter json = new StringWriter();
    TimeByModuleReport.of(times).writeJsonLines(json);
    assertThat(unsafe(json.toString())).isEmpty();
    StringWriter csv = new StringWriter();
    TimeByModuleReport.of(times).writeCsv(csv);
    assertThat(csv.toString()).contains("Mod\\x1B]0;x\\x07").doesNotContain("\u001b", "\u009b");
  }

  /** Code points other than LF that are control or format characters. */
  private static List<String> unsafe(String text) {
    return text.codePoints()
        .filter(c -> c != '\n')
        .filter(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.LINE_SEPARATOR)
        .mapToObj(Integer::toHexString)
        .toList();
  }
}
