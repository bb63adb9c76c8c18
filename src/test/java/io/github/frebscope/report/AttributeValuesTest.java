package io.github.frebscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.Events;
import io.github.frebscope.query.Field;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.query.TracedEvent;
import io.github.frebscope.testing.MadeSummary;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No word may let a secret through, whether its row is at hand or not. */
class AttributeValuesTest {
  private static final Redaction ON = Redaction.on();
  private static final String JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";

  private static String safe(String name, String value) {
    return AttributeValues.text(name, value, ON);
  }

  private static <T> String of(Field<TracedEvent, T> field, TraceEvent event) {
    Trace trace = Samples.trace(event).build();
    TraceSummary summary = TraceSummary.of(trace, Samples.verdict().build(), Optional.empty());
    TracedEvent row = TracedEvent.of(summary, Timeline.of(trace), event);
    return String.valueOf(AttributeValues.of(field, row, ON).orElse(null));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // There is no class object of a list of texts.
  private static Attribute<List<?>> list(String name, List<String> values) {
    return Attribute.of(name, (Class) List.class, trace -> Optional.of(values));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "header:cookie",
        "header:authorization",
        "requestHeader:proxy-authorization",
        "header:x-api-key",
        "header:x-csrf-token",
        "data:Cookie",
        "data:Password",
        "data:HeaderValue",
        "data:NewValue",
        "session",
        "apiKey"
      })
  void what_has_a_secret_name_is_masked(String name) {
    assertThat(safe(name, "hunter2 and more")).isEqualTo("[masked, 16 characters]");
    Attribute<List<?>> list = list(name, List.of("hunter2", "hunter2 and more"));
    assertThat(AttributeValues.of(list, MadeSummary.failure().build(), ON))
        .contains(List.of("[masked, 7 characters]", "[masked, 16 characters]"));
    assertThat(AttributeValues.text(name, "hunter2", Redaction.off())).isEqualTo("hunter2");
  }

  @Test
  void tokens_in_urls_are_masked_whatever_the_word() {
    String masked = "http://h.example/a?access_token=[masked, 3 characters]";
    for (String name :
        List.of("url", "header:referer", "data:RequestURL", "data:Url", "spanName", "own")) {
      assertThat(safe(name, "http://h.example/a?access_token=abc")).as(name).isEqualTo(masked);
    }
    for (String name : List.of("path", "urlPattern", "PATH")) {
      assertThat(safe(name, "/a b/" + JWT + "/c")).isEqualTo("/a b/[masked, 49 characters]/c");
      assertThat(safe(name, "/a;jsessionid=AB12/b"))
          .isEqualTo("/a;jsessionid=[masked, 4 characters]/b");
      assertThat(safe(name, "/app/(S(lit3py55t21z5v55vlm25s55))/p.aspx"))
          .isEqualTo("/app/[masked, 29 characters]/p.aspx");
    }
  }

  /** Place-holders for digits must not hide from redaction what it looks for. */
  @Test
  void tokens_in_the_pattern_of_a_url_are_masked() {
    TraceSummary trace =
        MadeSummary.failure().url("http://h.example:80/r/" + JWT + "/42?x=1").build();
    for (Attribute<?> attribute :
        List.of(Attributes.PATH, Attributes.URL_PATTERN, Attributes.URL)) {
      assertThat(AttributeValues.of(attribute, trace, ON).orElseThrow().toString())
          .as(attribute.name())
          .containsAnyOf("/r/[masked,", "/r/{token}/")
          .doesNotContain("eyJ")
          .doesNotContain("c2ln");
    }
    assertThat(safe("urlPattern", "/r/eyJhbGciOiJIUzI{n}NiJ{n}.eyJzdWIiOiIxIn{n}.c{n}lnbmF/x"))
        .startsWith("/r/[masked, ")
        .endsWith("]/x");
    assertThat(safe("urlPattern", "/k/CfDJ{n}abcdefghijklmnop{n}q/x"))
        .isEqualTo("/k/[masked, 27 characters]/x");
    assertThat(safe("urlPattern", "/order/{n}/{guid}")).isEqualTo("/order/{n}/{guid}");
  }

  @Test
  void an_event_tells_what_its_data_are_about() {
    TraceEvent secret =
        Samples.event(
            0, 0, 4, "GENERAL_SET_REQUEST_HEADER", "HeaderName", "Cookie", "HeaderValue", "a=1");
    TraceEvent plain =
        Samples.event(
            0, 0, 4, "GENERAL_SET_REQUEST_HEADER", "HeaderName", "X-Id", "HeaderValue", "a=1");
    assertThat(of(Events.data("HeaderValue"), secret)).isEqualTo("[masked, 3 characters]");
    assertThat(of(Events.data("HeaderValue"), plain)).isEqualTo("a=1");
    assertThat(of(Events.data("HeaderName"), secret)).isEqualTo("Cookie");
    TraceEvent headers =
        Samples.event(0, 0, 4, "GENERAL_REQUEST_HEADERS", "Headers", "Host: h\r\nCookie: a=1\r\n");
    assertThat(of(Events.data("Headers"), headers))
        .isEqualTo("Host: h\r\nCookie: [masked, 3 characters]\r\n");
    assertThat(of(Events.requestHeader("cookie"), headers)).isEqualTo("[masked, 3 characters]");
    assertThat(of(Events.requestHeader("host"), headers)).isEqualTo("h");
    TraceEvent body = Samples.event(0, 0, 4, "GENERAL_RESPONSE_ENTITY_BUFFER", "Buffer", "<html>");
    assertThat(of(Events.data("Buffer"), body)).startsWith("[body, 6 characters");
    TraceEvent pin = Samples.event(0, 0, 4, "A", "pin", "1234");
    assertThat(of(Events.number("pin"), pin)).isEqualTo("[masked, 4 characters]");
    assertThat(of(Events.number("ErrorCode"), Samples.event(0, 0, 4, "A", "ErrorCode", "12")))
        .isEqualTo("12");
  }

  @Test
  void an_attribute_of_the_trace_is_as_safe_beside_events() {
    assertThat(of(Events.ofTrace(Attributes.URL), Samples.event(0, 0, 0, "A")))
        .isEqualTo("http://shop.example:80/items?page=3&access_token=[masked, 6 characters]");
  }

  @Test
  void what_is_no_secret_stays() {
    assertThat(safe("file", "C:\\token=abc\\fr000001.xml"))
        .isEqualTo("C:\\token=abc\\fr000001.xml");
    assertThat(safe("data:Server", "m1.example")).isEqualTo("m1.example");
    for (Attribute<?> attribute : Attributes.all()) {
      assertThat(safe(attribute.name(), "plain")).as(attribute.name()).isEqualTo("plain");
    }
    Events.all().forEach(f -> assertThat(safe(f.name(), "plain")).isEqualTo("plain"));
  }
}
