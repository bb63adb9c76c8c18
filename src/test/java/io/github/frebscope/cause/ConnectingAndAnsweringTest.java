package io.github.frebscope.cause;

import static io.github.frebscope.cause.Plays.core;
import static io.github.frebscope.cause.Plays.farm;
import static io.github.frebscope.cause.Plays.ms;
import static io.github.frebscope.cause.Plays.proxy;
import static io.github.frebscope.cause.Plays.upload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.classify.Classifier;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.TraceScript;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the rules of connect.txt and answer.txt say of their doubts. */
class ConnectingAndAnsweringTest {
  private static final long CONNECTION_REFUSED = 2147943625L;
  private static final long SOCKET_REFUSED = 2147952461L;

  private static Verdict classify(Supplier<TraceScript> script) {
    return classify(script, Recording.EVERYTHING);
  }

  private static Verdict classify(Supplier<TraceScript> script, Recording recording) {
    return Classifier.standard().classify(CauseTraces.read(script.get().record(recording)));
  }

  private static Supplier<TraceScript> noConnection(long millis, long code) {
    return farm(a -> a.failsBeforeTheRequestIsSent(ms(millis), code, ""));
  }

  private static void is(Verdict verdict, String cause, Confidence sure, String... also) {
    assertThat(verdict.cause().map(Cause::id)).as("%s", verdict).contains(cause);
    assertThat(verdict.confidence()).as("%s", verdict).isEqualTo(sure);
    assertThat(verdict.alternatives())
        .as("%s", verdict)
        .extracting(a -> a.cause().id())
        .containsExactly(also);
  }

  @Test
  void two_addresses_that_refuse_take_longer() {
    is(classify(noConnection(8063, Arr.CANNOT_CONNECT)), "CONNECT_REFUSED", Confidence.HIGH);
  }

  @Test
  void no_connection_after_21_s_is_less_sure() {
    Verdict verdict = classify(noConnection(21_010, Arr.CANNOT_CONNECT));
    is(verdict, "CONNECT_REFUSED", Confidence.MEDIUM);
    assertThat(verdict.explanation())
        .contains("because the attempt took as long as one that nobody answers.");
  }

  @Test
  void a_code_that_says_refused_needs_no_time() {
    is(classify(noConnection(0, CONNECTION_REFUSED)), "CONNECT_REFUSED", Confidence.HIGH);
    is(classify(noConnection(0, SOCKET_REFUSED)), "CONNECT_REFUSED", Confidence.HIGH);
  }

  @Test
  void no_connection_although_an_event_shows_one() {
    Verdict verdict =
        classify(core(Handler.ANCM2, a -> a.version2Fails(ms(1040), Arr.CANNOT_CONNECT, "")));
    is(verdict, "CONNECT_REFUSED", Confidence.MEDIUM);
    assertThat(verdict.explanation()).contains("an event shows a connection");
    assertThat(verdict.evidence())
        .extracting(Evidence::reason)
        .doesNotContain("the attempt to connect began; nothing ends it");
  }

  @Test
  void a_silence_that_others_may_share_is_not_called_fast() {
    Verdict verdict =
        classify(noConnection(2030, Arr.CANNOT_CONNECT), Recording.EVERYTHING.upTo(3));
    is(verdict, "CONNECT_REFUSED", Confidence.MEDIUM, "PORT_EXHAUSTION");
    assertThat(verdict.explanation())
        .contains("the attempt took at most 2,0")
        .contains("how long the attempt took was not traced")
        .doesNotContain("faster");
  }

  @Test
  void an_answer_that_is_cut_off() {
    Verdict verdict = classify(farm(a -> a.failsInTheAnswer(ms(310), Arr.CONNECTION_ERROR)));
    is(verdict, "BACKEND_RESET", Confidence.MEDIUM, "BACKEND_CRASH");
    assertThat(verdict.explanation()).contains("was cut in the middle of the answer, after 3");
  }

  @Test
  void no_answer_is_invalid_before_the_request_was_sent() {
    Verdict verdict = classify(noConnection(16, Arr.INVALID_RESPONSE));
    is(verdict, "INVALID_RESPONSE", Confidence.MEDIUM);
    assertThat(verdict.explanation()).contains("no event shows that the request had been sent");
  }

  @Test
  void headers_are_too_many_or_too_large() {
    assertThat(classify(farm(a -> a.failsBeforeTheAnswer(ms(16), 2147954581L, ""))).explanation())
        .startsWith("mosaic-app2.mosaic.example answered with more headers than Application");
    assertThat(classify(farm(a -> a.failsBeforeTheAnswer(ms(16), 2147954582L, ""))).explanation())
        .startsWith("mosaic-app2.mosaic.example answered with larger headers than Application");
  }

  @Test
  void a_process_that_ended_is_no_question() {
    Verdict verdict = classify(core(Handler.ANCM2, a -> a.version2Fails(ms(500), 2147943467L, "")));
    is(verdict, "BACKEND_CRASH", Confidence.HIGH);
    assertThat(verdict.explanation())
        .startsWith("The process behind AspNetCoreModuleV2 ended after ");
  }

  @Test
  void a_kept_connection_that_was_closed() {
    String hint = "It failed at once, as a connection does that was kept for use";
    assertThat(
            classify(farm(a -> a.failsBeforeTheAnswer(ms(0), Arr.CONNECTION_ERROR, "")))
                .explanation())
        .contains(hint);
    assertThat(
            classify(farm(a -> a.failsBeforeTheAnswer(ms(900), Arr.CONNECTION_ERROR, "")))
                .explanation())
        .doesNotContain(hint);
  }

  @Test
  void only_a_tls_backend_has_a_tls_protocol() {
    is(
        classify(proxy(a -> a.failsBeforeTheRequestIsSent(ms(20), Arr.CONNECTION_ERROR, ""))),
        "BACKEND_RESET",
        Confidence.MEDIUM,
        "BACKEND_CRASH");
  }

  @Test
  void an_upload_of_which_nothing_was_traced_can_be_either() {
    Verdict verdict =
        classify(
            upload(Handler.ANCM2, 52_000_000, a -> a.uploadBreaks(9, ms(20), Arr.CONNECTION_ERROR)),
            Recording.EVERYTHING.upTo(3));
    assertThat(verdict.cause()).as("%s", verdict).isEmpty();
    assertThat(verdict.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(verdict.alternatives())
        .extracting(a -> a.cause().id())
        .isEqualTo(List.of("BACKEND_RESET", "UPLOAD_REJECTED", "BACKEND_CRASH"));
  }

  @Test
  void an_upload_tells_how_much_was_read() {
    Verdict verdict =
        classify(
            upload(
                Handler.ANCM2, 52_000_000, a -> a.uploadBreaks(9, ms(20), Arr.CONNECTION_ERROR)));
    assertThat(verdict.explanation()).contains("(73,728 of 52,000,000 bytes were read)");
  }
}
