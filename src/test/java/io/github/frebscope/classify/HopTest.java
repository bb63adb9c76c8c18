package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.CANNOT_CONNECT;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.Shared;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a server stood on the way of a request, and what only looks so. */
class HopTest {
  private static final String CORE = "AspNetCoreModuleV2";
  private static final String HEADERS = "GENERAL_REQUEST_HEADERS";
  private static final String FAILED = "2147954430";

  private static TraceScript arrivedWith(String... lines) {
    return endedWith("502.3")
        .begin()
        .event(HEADERS, "Headers", "Host: a.example\r\n" + String.join("\r\n", lines) + "\r\n");
  }

  private static Verdict coreFails(TraceScript script) {
    return script.error(CORE, "502.3", FAILED).end("502", "3").verdict();
  }

  private static Hop hop(TraceScript script) {
    return coreFails(script).hop();
  }

  @Test
  void a_log_id_that_came_in_shows_a_member() {
    Verdict verdict = coreFails(arrivedWith("X-ARR-LOG-ID: 5D0c8a1e-Ab"));
    assertThat(verdict.hop())
        .isEqualTo(new Hop(Role.MEMBER, Optional.of("5D0c8a1e-Ab"), Optional.empty()));
    assertThat(verdict.explanation())
        .contains(" stands behind an ARR front end: join with X-ARR-LOG-ID 5D0c8a1e-Ab.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x-arr-log-id: 7", "X-Arr-Log-Id:7", "X-ARR-LOG-ID: 7  ", "X-ARR-LOG-ID:\t7"})
  void names_are_known_in_any_case_and_values_without_blanks(String line) {
    assertThat(hop(arrivedWith(line)).receivedLogId()).contains("7");
  }

  @Test
  void other_headers_of_arr_show_a_member_without_an_id() {
    Verdict verdict = coreFails(arrivedWith("X-ARR-SSL: 2048|256|CN=CA|CN=www.a.example"));
    assertThat(verdict.hop()).isEqualTo(new Hop(Role.MEMBER, Optional.empty(), Optional.empty()));
    assertThat(verdict.explanation()).contains(" This server stands behind an ARR front end.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For: 203.0.113.9:50122",
        "X-Forwarded-For: 203.0.113.9, 198.51.100.7",
        "Max-Forwards: 9",
        "X-Original-URL: /shop",
        "X-Forwarded-For: 203.0.113.9\r\nMax-Forwards: 9\r\nX-Original-URL: /shop",
        "X-ARR-LOG-ID:",
        "X-ARR-LOG-ID-OLD: 7",
        "My-X-ARR-LOG-ID: 7",
        "Cookie: X-ARR-LOG-ID: 7",
        "Cookie: ARRAffinity=81d2"
      })
  void headers_that_others_send_too_prove_nothing(String lines) {
    Verdict verdict = coreFails(arrivedWith(lines));
    assertThat(verdict.hop()).isEqualTo(Hop.UNKNOWN);
    assertThat(verdict.explanation()).doesNotContain("front end");
  }

  @Test
  void without_headers_nobody_knows() {
    assertThat(hop(endedWith("502.3").begin())).isEqualTo(Hop.UNKNOWN);
  }

  @Test
  void a_log_id_that_is_set_here_shows_a_front_end() {
    Hop hop = hop(arrivedWith("Accept: */*").header("X-ARR-LOG-ID", "1e154A94"));
    assertThat(hop).isEqualTo(new Hop(Role.FRONT_END, Optional.empty(), Optional.of("1e154A94")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "X-Original-URL", "Max-Forwards", "Host"})
  void headers_that_rewrite_rules_and_other_modules_set_show_no_front_end(String name) {
    assertThat(hop(arrivedWith("Accept: */*").header(name, "203.0.113.9"))).isEqualTo(Hop.UNKNOWN);
  }

  @Test
  void taking_a_log_id_away_makes_no_front_end() {
    Hop hop = hop(arrivedWith("X-ARR-LOG-ID: 7").header("X-ARR-LOG-ID", ""));
    assertThat(hop).isEqualTo(new Hop(Role.MEMBER, Optional.of("7"), Optional.empty()));
  }

  @Test
  void an_id_that_was_set_before_the_headers_were_listed_did_not_come_in() {
    TraceScript script =
        endedWith("502.3")
            .begin()
            .header("X-ARR-LOG-ID", "7")
            .event(HEADERS, "Headers", "Host: a.example\r\nX-ARR-LOG-ID: 7\r\n");
    assertThat(hop(script)).isEqualTo(new Hop(Role.FRONT_END, Optional.empty(), Optional.of("7")));
  }

  @Test
  void in_and_out_is_a_chain() {
    Verdict verdict =
        arrivedWith("X-ARR-LOG-ID: outer")
            .header("X-ARR-LOG-ID", "inner")
            .event("ARR_REQUEST_HEADERS_START")
            .error(ARR, "502.3", CANNOT_CONNECT)
            .end("502", "3")
            .verdict();
    assertThat(verdict.hop())
        .isEqualTo(new Hop(Role.MEMBER_AND_FRONT_END, Optional.of("outer"), Optional.of("inner")));
    assertThat(verdict.explanation())
        .contains(" behind another ARR front end: join with X-ARR-LOG-ID outer.");
  }

  @Test
  void arr_that_sets_the_status_is_a_front_end_whatever_was_traced() {
    Verdict verdict =
        endedWith("502.4").error(ARR.toLowerCase(Locale.ROOT), "502.4", "0").verdict();
    assertThat(verdict.hop())
        .isEqualTo(new Hop(Role.FRONT_END, Optional.empty(), Optional.empty()));
    assertThat(hop(endedWith("502.3").handler("x", ARR, "")).role()).isEqualTo(Role.FRONT_END);
    assertThat(hop(endedWith("502.3").event("ARR_REQUEST_HEADERS_END")).role())
        .isEqualTo(Role.FRONT_END);
  }

  @Test
  void a_child_request_repeats_what_its_parent_set() {
    TraceScript script =
        arrivedWith("Accept: */*")
            .childBegins()
            .event(HEADERS, "Headers", "Host: a.example\r\nX-ARR-LOG-ID: 7\r\n")
            .childEnds("200");
    assertThat(hop(script)).isEqualTo(Hop.UNKNOWN);
  }

  @Test
  void a_child_request_that_arr_sends_on_leaves_the_server() {
    TraceScript script =
        arrivedWith("Accept: */*")
            .childBegins()
            .header("X-ARR-LOG-ID", "7")
            .arrAnswered()
            .childEnds("200");
    assertThat(hop(script)).isEqualTo(new Hop(Role.FRONT_END, Optional.empty(), Optional.of("7")));
  }

  @Test
  void what_ended_well_needs_no_advice() {
    Verdict verdict =
        endedWith("200")
            .begin()
            .event(HEADERS, "Headers", "X-ARR-LOG-ID: 7\r\n")
            .end("200", "0")
            .verdict();
    assertThat(verdict.hop().role()).isEqualTo(Role.MEMBER);
    assertThat(verdict.explanation()).doesNotContain("X-ARR-LOG-ID");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:59999", "LOCALHOST", "127.0.0.1:8080", "127.1.2.3", "[::1]:80", "::1"})
  void a_backend_on_the_loopback_address_is_on_this_server(String server) {
    assertThat(refusedBy(server).explanation())
        .contains(" The backend " + server + " is a site or process on this same server.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost.example:80",
        "127.example",
        "1127.0.0.1",
        "::11",
        "[::1:2]:80",
        "app1.localhost.example"
      })
  void another_backend_is_not(String server) {
    assertThat(refusedBy(server).explanation()).doesNotContain("this same server");
  }

  private static Verdict refusedBy(String server) {
    return endedWith("502.3")
        .event("ARR_SERVER_ROUTED", "Server", server)
        .event("ARR_REQUEST_HEADERS_START")
        .error(ARR, "502.3", CANNOT_CONNECT)
        .end("502", "3")
        .verdict();
  }

  @Test
  void a_backend_with_the_servers_own_name_is_on_this_server() {
    Verdict verdict = refusedBy("Mosaic-GW:8080");
    Optional<String> own = Optional.of("MOSAIC-GW");
    assertThat(Whereabouts.sentences(verdict, verdict.hop(), own))
        .isEqualTo(" The backend Mosaic-GW:8080 is a site or process on this same server.");
    assertThat(Whereabouts.sentences(verdict, verdict.hop(), Optional.of("MOSAIC-GW2"))).isEmpty();
    assertThat(Whereabouts.sentences(verdict, verdict.hop(), Optional.empty())).isEmpty();
  }

  @Test
  void a_farm_is_no_server_whatever_its_name() {
    Verdict verdict =
        endedWith("502.4")
            .event("ARR_REQUEST_ROUTED", "WebFarm", "MOSAIC-GW")
            .error(ARR, "502.4", "0")
            .verdict();
    assertThat(verdict.backend()).contains("MOSAIC-GW");
    assertThat(Whereabouts.sentences(verdict, verdict.hop(), Optional.of("MOSAIC-GW"))).isEmpty();
  }

  @Test
  void the_cases_with_a_known_place() {
    Path cases = Shared.dir("cases");
    assertThat(of(cases.resolve("10-content-server-behind-arr")))
        .isEqualTo(
            new Hop(
                Role.MEMBER,
                Optional.of("0f4e7a10-2b1c-4d3e-9f00-5a6b7c8d9e0f"),
                Optional.empty()));
    assertThat(of(cases.resolve("02-arr-receive-timeout-30s")).role()).isEqualTo(Role.FRONT_END);
    assertThat(of(cases.resolve("06-ancm-client-gone"))).isEqualTo(Hop.UNKNOWN);
  }

  @Test
  void two_real_traces_are_of_front_ends_and_no_other() {
    for (Path file : Shared.traces(Shared.dir("corpus"))) {
      Hop hop = RealTraces.classify(RealTraces.read(file)).hop();
      String name = file.getFileName().toString();
      if (name.startsWith("fr000069.") || name.startsWith("fr000070.")) {
        assertThat(hop.role()).as(name).isEqualTo(Role.FRONT_END);
        assertThat(hop.sentLogId().orElseThrow()).as(name).matches("[0-9a-f-]{36}");
      } else {
        assertThat(hop).as(name).isEqualTo(Hop.UNKNOWN);
      }
    }
  }

  private static Hop of(Path dir) {
    return RealTraces.classify(RealTraces.read(Shared.traces(dir).get(0))).hop();
  }

  @Test
  void an_id_that_was_sent_on_later_had_arrived_all_the_same() {
    assertThat(hop(arrivedWith("X-ARR-LOG-ID: 7").header("X-ARR-LOG-ID", "7")))
        .isEqualTo(new Hop(Role.MEMBER_AND_FRONT_END, Optional.of("7"), Optional.of("7")));
  }

  @Test
  void the_headers_of_a_child_do_not_tell_what_came_in() {
    TraceScript script =
        endedWith("502.3")
            .begin()
            .childBegins()
            .event(HEADERS, "Headers", "X-ARR-LOG-ID: 7\r\n")
            .childEnds("200");
    assertThat(hop(script).role()).isEqualTo(Role.UNKNOWN);
  }
}
