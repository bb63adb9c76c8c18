package io.github.frebscope.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.frebscope.testing.Samples;
import io.github.frebscope.testing.script.Failures;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.Site;
import io.github.frebscope.testing.script.TraceScript;
import io.github.frebscope.timeline.SpanState;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Site SITE =
      Site.on("FAB-EDGE1").get("http://shop.fabrik.example:80/cart").at(Instant.EPOCH).number(1);

  private final List<TraceEvent> events = new ArrayList<>();
  private long now;

  @Test
  void a_refused_and_a_relayed_request() {
    Comparison comparison =
        compare(refused(SITE), Failures.relayed(SITE, "shopfarm", "fab-web2", 503, "Busy"));
    assertThat(comparison.isSame()).isFalse();
    assertThat(comparison.isSamePath()).isTrue();
    assertThat(comparison.states())
        .extracting(p -> p.left().kind().id(), p -> p.left().state(), p -> p.right().state())
        .containsExactly(tuple("ARR_REQUEST_HEADERS", SpanState.OPEN, SpanState.CLOSED));
    assertThat(comparison.times()).hasSize(1);
    TimeDifference time = comparison.times().get(0);
    assertThat(time.spans().left().is("ARR_REQUEST_HEADERS")).isTrue();
    assertThat(time.isLeftLonger()).isTrue();
    assertThat(time.right()).isEqualTo(MeasuredTime.BELOW_TICK);
    assertThat(time.difference().error()).isEqualTo(Duration.ofMillis(32));
    assertThat(comparison.spansOnlyRight())
        .extracting(only -> only.span().kind().id())
        .containsExactly("ARR_RESPONSE_HEADERS", "WAITING", "ARR_RESPONSE_ENTITY");
    assertThat(comparison.data())
        .filteredOn(d -> d.events().left().is("MODULE_SET_RESPONSE_ERROR_STATUS"))
        .extracting(DataDifference::name, DataDifference::left, DataDifference::right)
        .containsExactly(
            tuple("HttpStatus", Optional.of("502"), Optional.of("503")),
            tuple("HttpReason", Optional.of("Bad Gateway"), Optional.of("Busy")),
            tuple("HttpSubStatus", Optional.of("3"), Optional.of("0")),
            tuple("ErrorCode", Optional.of("2147954429"), Optional.of("0")));
    assertThat(comparison.attributes())
        .extracting(AttributeDifference::name)
        .containsExactly("statusCode", "triggerStatusCode");
    assertThat(comparison.eventsOnlyLeft())
        .extracting(only -> only.event().name())
        .containsExactly("SET_RESPONSE_ERROR_DESCRIPTION", "GENERAL_SEND_CUSTOM_ERROR");
  }

  @Test
  void two_requests_of_one_kind_do_not_differ_by_their_ids_and_dates() {
    Comparison comparison =
        compare(
            Failures.noServer(SITE.number(3), "shopfarm"),
            Failures.noServer(SITE.number(4).at(Instant.EPOCH.plusSeconds(90_000)), "shopfarm"));
    assertThat(comparison.data())
        .extracting(DataDifference::name)
        .allMatch(name -> name.equals("RemoteAddress") || name.equals("HeaderValue"));
    assertThat(comparison.attributes()).isEmpty();
    assertThat(comparison.times()).isEmpty();
    assertThat(comparison.spansOnlyLeft()).isEmpty();
    assertThat(comparison.eventsOnlyRight()).isEmpty();
  }

  @Test
  void a_module_more_does_not_shift_the_others_and_its_inside_is_not_listed() {
    request();
    module("First", 10);
    module("Second", 10);
    Timeline left = timeline();
    request();
    module("First", 10);
    start("Between");
    event("URL_REWRITE_START", 4);
    event("URL_REWRITE_END", 4);
    end("Between");
    module("Second", 10);
    Timeline right = timeline();
    Comparison comparison = Comparison.of(left, right);
    assertThat(comparison.spansOnlyLeft()).isEmpty();
    assertThat(comparison.spansOnlyRight()).hasSize(1);
    OnlySpan only = comparison.spansOnlyRight().get(0);
    assertThat(only.span().name()).isEqualTo("Between");
    assertThat(only.spans()).hasSize(2);
    assertThat(only.events()).hasSize(4);
    assertThat(only.caution()).isEmpty();
    assertThat(comparison.eventsOnlyRight()).isEmpty();
    assertThat(comparison.events()).hasSize(left.trace().events().size());
  }

  @Test
  void a_longer_step_does_not_make_those_around_it_longer() {
    request();
    module("Slow", 500);
    Timeline left = timeline();
    request();
    module("Slow", 30);
    Comparison comparison = Comparison.of(left, timeline());
    assertThat(comparison.times()).hasSize(1);
    assertThat(comparison.times().get(0))
        .hasToString("500 ms ±16 ms | 30 ms ±16 ms, module Slow, 500 ms ±16 ms, events 1-2");
  }

  @Test
  void what_is_within_the_clock_error_is_no_difference_but_the_sum_of_it_can_be() {
    request();
    module("One", 47);
    Timeline left = timeline();
    request();
    module("One", 16);
    assertThat(Comparison.of(left, timeline()).isSame()).isTrue();

    request();
    for (int i = 0; i < 20; i++) {
      module("M" + i, 47);
    }
    Timeline slow = timeline();
    request();
    for (int i = 0; i < 20; i++) {
      module("M" + i, 16);
    }
    Comparison comparison = Comparison.of(slow, timeline());
    assertThat(comparison.times()).hasSize(1);
    TimeDifference time = comparison.times().get(0);
    assertThat(time.isExclusive()).isFalse();
    assertThat(time.spans().left().is("NOTIFICATION")).isTrue();
    assertThat(time.left().length()).isEqualTo(Duration.ofMillis(940));
  }

  @Test
  void a_step_that_the_end_of_a_trace_cut_off_is_not_the_shorter_one() {
    request();
    module("Long", 8000);
    Timeline whole = timeline();
    request();
    start("Long");
    now += 100;
    event("GENERAL_SET_REQUEST_HEADER", 5);
    Timeline cut = Timeline.of(trace().completeness(Completeness.MID_REQUEST).build());
    assertThat(Comparison.of(whole, cut).times()).isEmpty();
    assertThat(Comparison.of(cut, whole).times()).isEmpty();
  }

  @Test
  void what_lies_after_the_end_of_the_other_trace_may_not_have_been_traced() {
    request();
    module("One", 10);
    module("Two", 10);
    Timeline whole = timeline();
    request();
    module("One", 10);
    Timeline cut = Timeline.of(trace().completeness(Completeness.TORN).build());
    Comparison comparison = Comparison.of(whole, cut);
    assertThat(comparison.spansOnlyLeft())
        .extracting(only -> only.span().name(), OnlySpan::caution)
        .containsExactly(tuple("Two", Optional.of("the other trace ends before the request does")));
    assertThat(Comparison.of(whole, timeline()).spansOnlyLeft())
        .extracting(OnlySpan::caution)
        .containsExactly(Optional.empty());
  }

  @Test
  void traces_of_different_verbosity_are_compared_as_far_as_both_tell() {
    Comparison comparison =
        compare(refused(SITE), refused(SITE).record(Recording.EVERYTHING.upTo(3)));
    assertThat(comparison.spansOnlyLeft())
        .isNotEmpty()
        .allMatch(only -> only.caution().isPresent() && !only.isWhole());
    assertThat(comparison.eventsOnlyLeft()).allMatch(only -> only.caution().isPresent());
    assertThat(comparison.spansOnlyRight()).isEmpty();
    assertThat(comparison.eventsOnlyRight()).isEmpty();
    assertThat(comparison.events())
        .extracting(pair -> pair.right().name())
        .contains("MODULE_SET_RESPONSE_ERROR_STATUS", "SET_RESPONSE_ERROR_DESCRIPTION");
    assertThat(comparison.times()).isEmpty();
    assertThat(comparison.data()).isEmpty();
  }

  @Test
  void an_area_that_was_not_traced_is_said_and_what_lies_in_it_is_compared() {
    Comparison comparison =
        compare(
            refused(SITE),
            refused(SITE).record(Recording.EVERYTHING.without("RequestNotifications")));
    assertThat(comparison.spansOnlyRight()).isEmpty();
    assertThat(comparison.eventsOnlyRight()).isEmpty();
    assertThat(comparison.spansOnlyLeft())
        .isNotEmpty()
        .allMatch(
            only ->
                only.caution()
                    .equals(
                        Optional.of("the other trace has no events of area RequestNotifications")));
    assertThat(comparison.states()).isEmpty();
  }

  @Test
  void an_event_that_lies_in_another_step_is_said_to() {
    request();
    module("One", 10);
    start("Two");
    event("GENERAL_SEND_CUSTOM_ERROR", 0);
    end("Two");
    Timeline left = timeline();
    request();
    start("One");
    event("GENERAL_SEND_CUSTOM_ERROR", 0);
    end("One");
    module("Two", 10);
    Comparison comparison = Comparison.of(left, timeline());
    assertThat(comparison.eventsOnlyLeft())
        .extracting(o -> o.event().index(), OnlyEvent::elsewhere, o -> o.span().name())
        .containsExactly(tuple(4, OptionalInt.of(2), "Two"));
    assertThat(comparison.eventsOnlyRight())
        .extracting(OnlyEvent::elsewhere)
        .containsExactly(OptionalInt.of(4));
  }

  @Test
  void headers_are_compared_one_by_one_without_those_of_the_single_request() {
    request();
    event("GENERAL_RESPONSE_HEADERS", 5, "Headers", "Server: A\nDate: Mon\nX-Old: 1\n");
    event("GENERAL_SET_REQUEST_HEADER", 5, "HeaderName", "X-ARR-LOG-ID", "HeaderValue", "11");
    event(
        "GENERAL_SET_REQUEST_HEADER",
        5,
        "HeaderName",
        "X-Forwarded-For",
        "HeaderValue",
        "10.0.0.1:4000, [2001:db8::1]:81");
    Timeline left = timeline();
    request();
    event("GENERAL_RESPONSE_HEADERS", 5, "Headers", "server: B\nDate: Tue\nSet-Cookie: x\n");
    event("GENERAL_SET_REQUEST_HEADER", 5, "HeaderName", "X-ARR-LOG-ID", "HeaderValue", "12");
    event(
        "GENERAL_SET_REQUEST_HEADER",
        5,
        "HeaderName",
        "X-Forwarded-For",
        "HeaderValue",
        "10.0.0.1:4001, [2001:db8::1]:82");
    assertThat(Comparison.of(left, timeline()).data())
        .extracting(d -> d.header().orElse("?"), DataDifference::left, DataDifference::right)
        .containsExactly(
            tuple("Server", Optional.of("A"), Optional.of("B")),
            tuple("X-Old", Optional.of("1"), Optional.empty()),
            tuple("Set-Cookie", Optional.empty(), Optional.of("x")));
  }

  @Test
  void a_dynamic_module_is_the_same_after_a_restart() {
    String name = "__DynamicModule_Shop.A_b, Shop, PublicKeyToken=null_";
    request();
    module(name + "7b0a2c64-93b5-4f6a-8d2c-0f7e3d1a5c11", 10);
    Timeline left = timeline();
    request();
    module(name + "00aa2c64-93b5-4f6a-8d2c-0f7e3d1a5c22", 10);
    assertThat(Comparison.of(left, timeline()).isSame()).isTrue();
  }

  @Test
  void that_the_urls_differ_is_told_once() {
    request();
    event("URL_CHANGED", 4, "OldUrl", "/items?page=3&access_token=abcdef", "NewUrl", "/x");
    Timeline left = timeline();
    Map<String, String> attributes = new LinkedHashMap<>(Samples.attributes());
    attributes.put("url", "http://shop.example:80/items?page=4");
    request();
    event("URL_CHANGED", 4, "OldUrl", "/items?page=4", "NewUrl", "/y");
    Timeline right = Timeline.of(trace().request(RequestInfo.of(attributes)).build());
    Comparison comparison = Comparison.of(left, right);
    assertThat(comparison.isSamePath()).isTrue();
    assertThat(comparison.attributes())
        .extracting(AttributeDifference::name)
        .containsExactly("url");
    assertThat(comparison.data()).extracting(DataDifference::name).containsExactly("NewUrl");
    attributes.put("url", "http://shop.example:80/Items");
    Timeline other = Timeline.of(trace().request(RequestInfo.of(attributes)).build());
    assertThat(Comparison.of(left, other).isSamePath()).isFalse();
  }

  @Test
  void thousands_of_siblings_on_both_sides_take_well_under_a_second() {
    request();
    reads(5_000, 7);
    Timeline left = timeline();
    request();
    reads(4_900, 11);
    Timeline right = timeline();
    Comparison.of(left, right);
    long before = System.nanoTime();
    Comparison comparison = Comparison.of(left, right);
    long millis = (System.nanoTime() - before) / 1_000_000;
    assertThat(comparison.spans()).hasSizeGreaterThan(4_800);
    assertThat(millis).isLessThan(3_000); // measured 100 to 350; the machine may be busy
  }

  private void reads(int count, int step) {
    for (int i = 0; i < count; i++) {
      String kind = i % (step * 100) == 0 ? "OUTPUT_CACHE_LOOKUP" : "GENERAL_READ_ENTITY";
      event(kind + "_START", 5);
      event(kind + "_END", 5);
    }
  }

  private static TraceScript refused(Site site) {
    return Failures.refused(site, "shopfarm", "fab-web2");
  }

  private static Comparison compare(TraceScript left, TraceScript right) {
    return Comparison.of(Timeline.of(left.trace()), Timeline.of(right.trace()));
  }

  private void request() {
    events.clear();
    now = 0;
    event("GENERAL_REQUEST_START", 0);
  }

  private void module(String name, long millis) {
    start(name);
    now += millis;
    end(name);
  }

  private void start(String name) {
    event("NOTIFY_MODULE_START", 5, "ModuleName", name, "Notification", "1");
  }

  private void end(String name) {
    event("NOTIFY_MODULE_END", 5, "ModuleName", name, "Notification", "1");
  }

  private void event(String name, int level, String... data) {
    events.add(Samples.event(events.size(), now, level, name, data));
  }

  private Timeline timeline() {
    event("GENERAL_REQUEST_END", 0);
    return Timeline.of(trace().build());
  }

  /** Of the events so far. */
  private Trace.Builder trace() {
    return Samples.trace(events.toArray(TraceEvent[]::new));
  }
}
