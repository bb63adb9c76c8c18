package io.github.frebscope.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.Frebscope;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatternsTest {
  private static final EventPattern RULE_END = EventPattern.named("RULE_EVALUATION_END");
  private static final EventPattern ERROR =
      EventPattern.named("MODULE_SET_RESPONSE_ERROR_STATUS").with("HttpStatus", 502);
  private static final SpanPattern REWRITE = SpanPattern.ofKind("URL_REWRITE");

  private final List<TraceEvent> events = new ArrayList<>();
  private Timeline timeline;

  private void at(long millis, int level, String name, String... data) {
    events.add(Samples.event(events.size(), millis, level, name, data));
  }

  private void call(long millis, boolean start, String module, int notification) {
    at(
        millis,
        5,
        start ? "NOTIFY_MODULE_START" : "NOTIFY_MODULE_END",
        "ModuleName",
        module,
        "Notification",
        Integer.toString(notification),
        start ? "fIsPostNotification" : "fIsPostNotificationEvent",
        "false",
        "NotificationStatus",
        "0");
  }

  @BeforeEach
  void build() {
    at(0, 0, "GENERAL_REQUEST_START"); // 0
    call(0, true, "RewriteModule", 1); // 1
    at(0, 4, "URL_REWRITE_START"); // 2
    at(0, 4, "RULE_EVALUATION_START", "RuleName", "to-api"); // 3
    at(0, 4, "RULE_EVALUATION_END", "RuleName", "to-api", "Succeeded", "false"); // 4
    at(0, 4, "RULE_EVALUATION_START", "RuleName", "to-shop"); // 5
    at(0, 4, "RULE_EVALUATION_END", "RuleName", "to-shop", "Succeeded", "true"); // 6
    at(0, 4, "URL_REWRITE_END"); // 7
    call(15, false, "RewriteModule", 1); // 8
    call(15, true, "ApplicationRequestRouting", 128); // 9
    at(15, 4, "ARR_REQUEST_HEADERS_START"); // 10
    at(8015, 3, "MODULE_SET_RESPONSE_ERROR_STATUS", "HttpStatus", "502"); // 11
    call(8015, false, "ApplicationRequestRouting", 128); // 12
    at(8015, 4, "URL_REWRITE_START"); // 13
    at(8015, 4, "RULE_EVALUATION_START", "RuleName", "late"); // 14
    at(8015, 4, "RULE_EVALUATION_END", "RuleName", "late", "Succeeded", "false"); // 15
    at(8015, 4, "URL_REWRITE_END"); // 16
    at(8015, 4, "RULE_EVALUATION_END", "RuleName", "stray", "Succeeded", "false"); // 17
    at(8030, 0, "GENERAL_REQUEST_END"); // 18
    timeline = Timeline.of(Samples.trace(events.toArray(TraceEvent[]::new)).build());
  }

  private List<Integer> found(EventPattern pattern) {
    List<TraceEvent> found = pattern.in(timeline);
    assertThat(pattern.isIn(timeline)).isEqualTo(!found.isEmpty());
    assertThat(pattern.firstIn(timeline)).isEqualTo(found.stream().findFirst());
    return found.stream().map(TraceEvent::index).toList();
  }

  private List<String> found(SpanPattern pattern) {
    List<Span> found = pattern.in(timeline);
    assertThat(pattern.isIn(timeline)).isEqualTo(!found.isEmpty());
    assertThat(pattern.firstIn(timeline)).isEqualTo(found.stream().findFirst());
    return found.stream().map(s -> s.kind() + " " + s.name()).map(String::strip).toList();
  }

  @Test
  void the_question_of_the_rule_that_failed_before_the_error() {
    EventPattern question = RULE_END.with("Succeeded", "false").inside(REWRITE).before(ERROR);
    assertThat(found(question)).containsExactly(4);
    assertThat(question)
        .hasToString(
            "RULE_EVALUATION_END with Succeeded=false inside URL_REWRITE before"
                + " (MODULE_SET_RESPONSE_ERROR_STATUS with HttpStatus=502)");
  }

  @Test
  void events_by_what_they_are() {
    assertThat(found(EventPattern.any())).hasSize(19);
    assertThat(found(EventPattern.named("NOBODY_KNOWS_IT"))).isEmpty();
    assertThat(found(EventPattern.warnings())).containsExactly(11);
    assertThat(found(EventPattern.any().levelAtMost(3))).containsExactly(11);
    assertThat(found(EventPattern.any().levelAtMost(4))).hasSize(13).doesNotContain(0, 18);
    assertThat(found(RULE_END.ofArea("RequestNotifications"))).hasSize(4);
    assertThat(found(RULE_END.ofArea("Rewrite"))).isEmpty();
    assertThat(found(RULE_END.ofProvider(""))).hasSize(4);
    assertThat(found(RULE_END.ofProvider("ASPNET"))).isEmpty();
    assertThat(found(RULE_END.where(e -> e.index() > 5))).containsExactly(6, 15, 17);
  }

  @Test
  void events_by_their_data() throws IOException {
    assertThat(found(RULE_END.with("Succeeded", "true"))).containsExactly(6);
    assertThat(found(RULE_END.with("RuleName", name -> name.startsWith("to-"))))
        .containsExactly(4, 6);
    assertThat(found(RULE_END.with("Nothing", any -> true))).isEmpty();
    assertThat(found(ERROR)).containsExactly(11);
    assertThat(found(EventPattern.any().with("HttpStatus", 503))).isEmpty();
    // The number, or IIS's text for it.
    Timeline real = Timeline.of(Frebscope.read(Fixtures.trace("arr-502.3-refused")));
    EventPattern start = EventPattern.named("NOTIFY_MODULE_START");
    assertThat(start.with("Notification", "EXECUTE_REQUEST_HANDLER").in(real))
        .isEqualTo(start.with("Notification", 128).in(real))
        .isNotEmpty();
  }

  @Test
  void events_by_where_they_lie() {
    assertThat(found(RULE_END.inside(REWRITE))).containsExactly(4, 6, 15);
    assertThat(found(RULE_END.notInside(REWRITE))).containsExactly(17);
    assertThat(found(EventPattern.named("URL_REWRITE_START").inside(REWRITE)))
        .containsExactly(2, 13);
    assertThat(found(RULE_END.inModule("RewriteModule"))).containsExactly(4, 6);
    assertThat(found(RULE_END.inNotification("BEGIN_REQUEST"))).containsExactly(4, 6);
    assertThat(found(RULE_END.inModule("ApplicationRequestRouting"))).isEmpty();
    assertThat(found(RULE_END.before(ERROR))).containsExactly(4, 6);
    assertThat(found(RULE_END.after(ERROR))).containsExactly(15, 17);
    assertThat(found(RULE_END.before(EventPattern.named("NONE")))).isEmpty();
    assertThat(found(RULE_END.after(EventPattern.named("NONE")))).isEmpty();
    assertThat(found(ERROR.before(ERROR))).isEmpty();
    assertThat(found(ERROR.after(ERROR))).isEmpty();
    assertThat(found(RULE_END.before(RULE_END))).containsExactly(4, 6, 15);
    SpanPattern arr = SpanPattern.module("ApplicationRequestRouting");
    assertThat(found(RULE_END.before(arr))).containsExactly(4, 6);
    assertThat(found(RULE_END.after(arr))).containsExactly(15, 17);
    assertThat(found(RULE_END.after(SpanPattern.module("none")))).isEmpty();
    assertThat(found(RULE_END.before(SpanPattern.module("none")))).isEmpty();
    assertThat(found(EventPattern.any().before(arr))).doesNotContain(9).contains(8);
    assertThat(found(EventPattern.any().after(arr))).doesNotContain(12).contains(13);
  }

  @Test
  void spans_by_kind_name_state_and_length() {
    assertThat(found(SpanPattern.any())).hasSize(12).contains("NOTIFICATION BEGIN_REQUEST");
    SpanPattern rules = SpanPattern.ofKind("RULE_EVALUATION");
    assertThat(found(rules.named("to-shop"))).containsExactly("RULE_EVALUATION to-shop");
    assertThat(found(rules.withState(SpanState.ORPHAN))).containsExactly("RULE_EVALUATION stray");
    assertThat(found(SpanPattern.notification("BEGIN_REQUEST")))
        .containsExactly("NOTIFICATION BEGIN_REQUEST");
    SpanPattern modules = SpanPattern.any().where(Span::isModule);
    assertThat(found(modules.longerThan(Duration.ofMillis(7900))))
        .containsExactly("NOTIFY_MODULE ApplicationRequestRouting");
    // 8,000 ms between the stamps may be 7,984 ms in truth.
    assertThat(found(modules.longerThan(Duration.ofMillis(7990)))).isEmpty();
  }

  @Test
  void spans_by_what_lies_around_and_inside() {
    SpanPattern rules = SpanPattern.ofKind("RULE_EVALUATION");
    assertThat(found(rules.inside(REWRITE))).hasSize(3).doesNotContain("RULE_EVALUATION stray");
    assertThat(found(rules.notInside(REWRITE))).containsExactly("RULE_EVALUATION stray");
    assertThat(found(REWRITE.inside(REWRITE))).isEmpty();
    assertThat(found(rules.inside(SpanPattern.module("RewriteModule")))).hasSize(2);
    EventPattern failed = RULE_END.with("Succeeded", "false");
    assertThat(found(rules.containing(failed)))
        .containsExactly("RULE_EVALUATION to-api", "RULE_EVALUATION late", "RULE_EVALUATION stray");
    assertThat(found(rules.notContaining(failed))).containsExactly("RULE_EVALUATION to-shop");
    assertThat(found(REWRITE.before(ERROR))).hasSize(1);
    assertThat(found(REWRITE.after(ERROR))).hasSize(1);
    assertThat(found(SpanPattern.any().before(EventPattern.named("NONE")))).isEmpty();
    SpanPattern arr = SpanPattern.module("ApplicationRequestRouting");
    assertThat(found(rules.before(arr))).hasSize(2);
    assertThat(found(rules.after(arr))).hasSize(2);
    assertThat(found(arr.before(arr))).isEmpty();
    assertThat(found(SpanPattern.any().before(SpanPattern.module("none")))).isEmpty();
    assertThat(found(SpanPattern.any().after(SpanPattern.module("none")))).isEmpty();
    // The error lies in ARR, which is over only after it.
    assertThat(found(arr.before(ERROR))).isEmpty();
    assertThat(found(arr.containing(ERROR))).hasSize(1);
  }

  @Test
  void a_kind_that_is_not_known_is_an_error_that_names_near_ones() {
    assertThatThrownBy(() -> SpanPattern.ofKind("REWRITE"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no kind of span 'REWRITE'; did you mean URL_REWRITE?");
    assertThatThrownBy(() -> SpanPattern.ofKind("url_rewrite"))
        .hasMessageContaining("did you mean URL_REWRITE");
    assertThatThrownBy(() -> SpanPattern.ofKind("RULE_EVALUATON"))
        .hasMessageContaining("did you mean RULE_EVALUATION");
    assertThatThrownBy(() -> SpanPattern.ofKind("zzz"))
        .hasMessage("there is no kind of span 'zzz'; SpanKinds.all() has them all");
  }

  @Test
  void patterns_read_like_the_question() {
    assertThat(EventPattern.any()).hasToString("any event");
    assertThat(
            EventPattern.warnings()
                .ofArea("Rewrite")
                .ofProvider("WWW Server")
                .inModule("M")
                .inNotification("BEGIN_REQUEST")
                .with("ErrorCode", 0)
                .with("Url", String::isEmpty)
                .levelAtMost(2)
                .where(e -> true)
                .notInside(SpanPattern.any().named("x"))
                .after(EventPattern.any()))
        .hasToString(
            "warning or worse of area Rewrite of provider WWW Server in module M in BEGIN_REQUEST"
                + " with ErrorCode=0 with a certain Url at level 2 or worse that passes a test"
                + " not inside (any span named x) after any event");
    assertThat(
            SpanPattern.module("ApplicationRequestRouting")
                .longerThan(Duration.ofSeconds(5))
                .withState(SpanState.OPEN)
                .notContaining(ERROR)
                .before(SpanPattern.notification("END_REQUEST")))
        .hasToString(
            "module ApplicationRequestRouting longer than 5,000 ms with no end not containing"
                + " (MODULE_SET_RESPONSE_ERROR_STATUS with HttpStatus=502) before notification"
                + " END_REQUEST");
  }

  @Test
  void a_pattern_stays_as_it_is_when_another_is_made_of_it() {
    EventPattern narrower = RULE_END.inside(REWRITE);
    assertThat(found(RULE_END)).hasSize(4);
    assertThat(found(narrower)).hasSize(3);
    assertThat(RULE_END).hasToString("RULE_EVALUATION_END");
  }

  @Test
  void a_trace_without_events_has_nothing() {
    Timeline empty = Timeline.of(Samples.trace().build());
    assertThat(EventPattern.any().in(empty)).isEmpty();
    assertThat(RULE_END.inModule("M").inside(REWRITE).before(ERROR).isIn(empty)).isFalse();
    assertThat(SpanPattern.ofKind("GENERAL_REQUEST").in(empty)).containsExactly(empty.root());
  }
}
