package io.github.frebscope.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.Shared;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time of real traces lands where it was spent. */
class WaitingTimeTest {
  private static Timeline timeline(Path file) throws IOException {
    return Timeline.of(Frebscope.read(file));
  }

  private static Timeline corpus(String name) throws IOException {
    return timeline(Shared.dir("corpus").resolve("frebviewer/" + name + ".xml"));
  }

  private static Timeline theCase(String name) throws IOException {
    return timeline(Shared.traces(Shared.dir("cases").resolve(name)).get(0));
  }

  private static List<String> largest(Timeline timeline) {
    return timeline.largestGaps(9).stream().map(Gap::toString).toList();
  }

  private static String phases(Timeline timeline) {
    return timeline.gatewayPhases().map(GatewayPhases::toString).orElse("none");
  }

  @Test
  void a_backend_that_cannot_be_reached() throws IOException {
    Timeline timeline = corpus("fr000070.arr-bad-backend");
    assertThat(largest(timeline))
        .containsExactly(
            "8,063 ms ±16 ms in ApplicationRequestRouting, EXECUTE_REQUEST_HANDLER,"
                + " after ARR_REQUEST_HEADERS_START (event 159):"
                + " connecting to the backend or sending headers");
    assertThat(phases(timeline))
        .isEqualTo(
            "ApplicationRequestRouting: before <31 ms | connecting and sending 8,063 ms ±16 ms"
                + " | waiting none | body none | after <16 ms");
    GatewayPhases phases = timeline.gatewayPhases().orElseThrow();
    assertThat(phases.module()).contains("ApplicationRequestRouting");
    assertThat(phases.request()).isEqualTo(timeline.root());
    assertThat(phases.connectingAndSending().length()).hasMillis(8063);
  }

  @Test
  void a_backend_that_answers() throws IOException {
    assertThat(phases(corpus("fr000069.arr-proxy")))
        .isEqualTo(
            "ApplicationRequestRouting: before <31 ms | connecting and sending 63 ms ±16 ms"
                + " | waiting <16 ms | body <16 ms | after <16 ms");
  }

  @Test
  void a_slow_asp_page() throws IOException {
    Timeline timeline = corpus("fr000013.asp-slow-5s");
    assertThat(largest(timeline))
        .first()
        .isEqualTo(
            "4,562 ms ±16 ms in IsapiModule, EXECUTE_REQUEST_HANDLER, after"
                + " ASP_SCRIPT_TRACE_COM_CALL_START (event 116):"
                + " inside a COM call of the ASP script");
    assertThat(timeline.gatewayPhases()).isEmpty();
  }

  @Test
  void an_asp_net_page_that_throws() throws IOException {
    Timeline timeline = corpus("fr000018.aspnet-error");
    String in = " ms ±16 ms in ManagedPipelineHandler, EXECUTE_REQUEST_HANDLER, after ";
    assertThat(largest(timeline))
        .containsExactly(
            "250" + in + "GENERAL_SET_RESPONSE_HEADER (event 157)",
            "235" + in + "AspNetPageLoadEnter (event 147): inside the page: Load",
            "187" + in + "GENERAL_SET_RESPONSE_HEADER (event 150)",
            "125" + in + "AspNetWebEventRaiseStart (event 151): raising a health monitoring event",
            "125"
                + in
                + "AspNetWebEventDeliverStart (event 152): delivering a health monitoring event",
            "78 ms ±16 ms outside any module, after GENERAL_RESPONSE_ENTITY_BUFFER (event 225):"
                + " sending the response",
            "62" + in + "AspNetHttpHandlerEnter (event 142): running the ASP.NET handler");
    assertThat(timeline.gaps().stream().mapToLong(gap -> gap.length().length().toMillis()).sum())
        .isEqualTo(1078);
  }

  @Test
  void an_asp_page_that_fails() throws IOException {
    assertThat(largest(corpus("fr000043.jscript-error")))
        .first()
        .isEqualTo(
            "218 ms ±16 ms in IsapiModule, EXECUTE_REQUEST_HANDLER, after"
                + " ASP_START_SCRIPT_EXECUTION (event 108): running the ASP script");
  }

  @Test
  void a_first_request_to_php() throws IOException {
    Timeline timeline = corpus("fr000048.php-200");
    String in = " ms ±16 ms in FastCgiModule, EXECUTE_REQUEST_HANDLER, after ";
    assertThat(largest(timeline))
        .containsExactly(
            "703"
                + in
                + "FASTCGI_WAITING_FOR_RESPONSE (event 98): waiting for the FastCGI process's"
                + " answer",
            "63" + in + "NOTIFY_MODULE_START (event 95): starting a FastCGI process");
    assertThat(phases(timeline))
        .isEqualTo(
            "FastCgiModule: before <32 ms | connecting and sending 63 ms ±16 ms"
                + " | waiting 703 ms ±16 ms | body <16 ms | after <16 ms");
  }

  @Test
  void a_php_page_that_the_client_takes_slowly() throws IOException {
    assertThat(phases(corpus("fr000051.php-info")))
        .isEqualTo(
            "FastCgiModule: before <16 ms | connecting and sending <16 ms"
                + " | waiting 32 ms ±16 ms | body <16 ms | after 218 ms ±16 ms");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fr000053.node-200; 1,953 ms ±16 ms in iisnode, EXECUTE_REQUEST_HANDLER of a child"
            + " request, after NOTIFY_MODULE_START (event 185)",
        "fr000056.node-error; 219 ms ±16 ms in iisnode, EXECUTE_REQUEST_HANDLER of a child"
            + " request, after GENERAL_SET_REQUEST_HEADER (event 142)",
        "fr000054.node-json; 31 ms ±16 ms in a child request, outside any module, after"
            + " GENERAL_RESPONSE_ENTITY_BUFFER (event 206): sending the response",
        "fr000059.rewrite-pretty; 31 ms ±16 ms in a child request, outside any module, after"
            + " GENERAL_RESPONSE_ENTITY_FILE (event 205): sending the response",
        "fr000005.root-default; 3,172 ms ±16 ms outside any module, after HANDLER_CHANGED (event"
            + " 24)"
      })
  void child_requests(String name, String gap) throws IOException {
    Timeline timeline = corpus(name);
    assertThat(largest(timeline)).first().isEqualTo(gap);
    assertThat(timeline.gatewayPhases()).isEmpty();
  }

  @Test
  void no_time_is_lost_in_a_child_request_that_answers_from_the_cache() throws IOException {
    Timeline timeline = corpus("fr000001");
    assertThat(largest(timeline)).isEmpty();
    assertThat(timeline.gaps())
        .singleElement()
        .hasToString(
            "<31 ms in DefaultDocumentModule, EXECUTE_REQUEST_HANDLER, after"
                + " FILE_CACHE_ACCESS_END (event 41)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "01-arr-connect-refused; ApplicationRequestRouting: before <16 ms"
            + " | connecting and sending 1,046 ms ±16 ms | waiting none | body none | after <16 ms",
        "02-arr-receive-timeout-30s; ApplicationRequestRouting: before <16 ms"
            + " | connecting and sending <31 ms | waiting 30,047 ms ±16 ms | body none"
            + " | after <16 ms",
        "03-arr-no-server; none",
        "04-ancm1-timeout-120s; none",
        "05-ancm2-start-failure-502-5; none",
        "06-ancm-client-gone; none",
        "07-cgi-premature-exit; CgiModule: before <16 ms | connecting and sending <16 ms"
            + " | waiting 125 ms ±16 ms | body none | after <16 ms",
        "08-relayed-502; ApplicationRequestRouting: before <16 ms"
            + " | connecting and sending 468 ms ±16 ms | waiting <16 ms | body <16 ms"
            + " | after <16 ms",
        "09-malformed-request; AspNetCoreModuleV2: before <16 ms"
            + " | connecting and sending <16 ms | waiting none | body none | after <16 ms",
        "10-content-server-behind-arr; AspNetCoreModuleV2: before <16 ms"
            + " | connecting and sending <16 ms | waiting 120,000 ms ±16 ms | body none"
            + " | after <16 ms",
        "11-truncated-unknown; AspNetCoreModuleV2: before <16 ms"
            + " | connecting and sending 234 ms ±16 ms | waiting <16 ms | body none | after none"
            + " | untraced 41,000 ms ±32 ms"
      })
  void cases(String name, String phases) throws IOException {
    assertThat(phases(theCase(name))).isEqualTo(phases);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "02-arr-receive-timeout-30s; 30,047 ms ±16 ms in ApplicationRequestRouting,"
            + " EXECUTE_REQUEST_HANDLER, after ARR_REQUEST_HEADERS_END (event 107):"
            + " waiting for the backend's answer",
        "04-ancm1-timeout-120s; 120,062 ms ±16 ms in AspNetCoreModule, EXECUTE_REQUEST_HANDLER,"
            + " after GENERAL_SET_REQUEST_HEADER (event 87)",
        "05-ancm2-start-failure-502-5; 1,625 ms ±16 ms in AspNetCoreModuleV2,"
            + " EXECUTE_REQUEST_HANDLER, after NOTIFY_MODULE_START (event 84):"
            + " starting the application",
        "06-ancm-client-gone; 1,187 ms ±16 ms in AspNetCoreModule, EXECUTE_REQUEST_HANDLER,"
            + " after GENERAL_SET_REQUEST_HEADER (event 89)",
        "07-cgi-premature-exit; 125 ms ±16 ms in CgiModule, EXECUTE_REQUEST_HANDLER,"
            + " after CGI_REQUEST_ENTITY_SENT (event 88): waiting for the CGI program's answer",
        "10-content-server-behind-arr; 120,000 ms ±16 ms in AspNetCoreModuleV2,"
            + " EXECUTE_REQUEST_HANDLER, after ANCM_WINHTTP_CALLBACK (event 97):"
            + " waiting for the application process's answer",
        "11-truncated-unknown; 41,000 ms ±32 ms not traced,"
            + " after LOG_FILE_MAX_SIZE_TRUNCATE (event 241)"
      })
  void gaps_of_cases(String name, String gap) throws IOException {
    assertThat(largest(theCase(name))).containsExactly(gap);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "arr-502.3-refused; ApplicationRequestRouting: before <16 ms"
            + " | connecting and sending 2,031 ms ±16 ms | waiting none | body none | after <31 ms",
        "arr-502.0-relayed; ApplicationRequestRouting: before <16 ms"
            + " | connecting and sending <16 ms | waiting 109 ms ±16 ms | body <16 ms"
            + " | after <32 ms",
        // Its verbosity leaves out modules and the response's body.
        "arr-404.0-relayed; gateway: before <16 ms | connecting and sending <16 ms"
            + " | waiting <31 ms | body <16 ms | after none | untraced <32 ms",
        "ancm1-502.3-timeout; none",
        "ancm2-502.3-forward-fail; AspNetCoreModuleV2: before <16 ms"
            + " | connecting and sending <16 ms | waiting 234 ms ±16 ms | body none"
            + " | after <32 ms",
        "ancm2-200.0-time-taken; AspNetCoreModuleV2: before <16 ms"
            + " | connecting and sending <16 ms | waiting 10,000 ms ±32 ms | body none | after none",
        "cgi-502.1-timeout; CgiModule: before <16 ms | connecting and sending <16 ms"
            + " | waiting 15,000 ms ±16 ms | body none | after <31 ms",
        // Without FASTCGI_WAITING_FOR_RESPONSE nothing parts sending from waiting.
        "fastcgi-500.0-process-died; gateway: before <16 ms | connecting and sending <16 ms"
            + " | waiting none | body none | after <31 ms | untraced 78 ms ±16 ms",
        "arr-502.3-area-not-traced; none",
        "arr-502.3-torn; ApplicationRequestRouting: before <16 ms"
            + " | connecting and sending <16 ms | waiting 30,000 ms ±16 ms | body none"
            + " | after <16 ms"
      })
  void own_fixtures(String name, String phases) throws IOException {
    assertThat(phases(timeline(Fixtures.trace(name)))).isEqualTo(phases);
  }

  @Test
  void what_module_it_was_is_not_guessed_when_modules_were_not_traced() throws IOException {
    assertThat(largest(timeline(Fixtures.trace("arr-502.3-warnings-only"))))
        .containsExactly(
            "30,000 ms ±16 ms with no module traced, after GENERAL_REQUEST_START (event 0)");
    assertThat(largest(timeline(Fixtures.trace("child-500.0-copied"))))
        .containsExactly(
            "531 ms ±16 ms in a child request, with no module traced, after"
                + " AspNetHttpHandlerEnter (event 46): running the ASP.NET handler");
    assertThat(largest(timeline(Fixtures.trace("iisnode-500.1000-child"))))
        .containsExactly(
            "1,031 ms ±16 ms in iisnode, EXECUTE_REQUEST_HANDLER of a child request, after"
                + " IISNODE (event 72)");
  }

  @Test
  void phases_add_up_to_the_request_in_every_file() throws IOException {
    int withPhases = 0;
    for (Path file : Fixtures.all()) {
      if (file.startsWith(Fixtures.TESTDATA.resolve("farm"))) {
        continue; // Some of these are no traces.
      }
      Timeline timeline = timeline(file);
      if (timeline.gatewayPhases().isPresent()) {
        withPhases++;
        assertThat(sum(timeline.gatewayPhases().get()))
            .as(file.toString())
            .isEqualTo(timeline.root().inclusive().length());
      }
    }
    assertThat(withPhases).isGreaterThan(25);
  }

  @Test
  void phases_add_up_in_every_part_of_a_trace() throws IOException {
    int withPhases = 0;
    for (String name : List.of("arr-502.0-relayed", "fastcgi-500.0-stderr", "cgi-502.1-timeout")) {
      Trace whole = Frebscope.read(Fixtures.trace(name));
      int count = whole.events().size();
      for (int cut = 1; cut < count; cut++) {
        for (List<TraceEvent> part :
            List.of(whole.events().subList(0, cut), whole.events().subList(cut, count))) {
          Timeline timeline =
              Timeline.of(
                  Trace.builder()
                      .request(whole.request())
                      .events(part)
                      .completeness(Completeness.TORN)
                      .build());
          if (timeline.gatewayPhases().isPresent()) {
            withPhases++;
            assertThat(sum(timeline.gatewayPhases().get()))
                .as("%s, cut at %s", name, cut)
                .isEqualTo(timeline.root().inclusive().length());
          }
        }
      }
    }
    assertThat(withPhases).isGreaterThan(200);
  }

  static Duration sum(GatewayPhases phases) {
    return Stream.of(ExchangePhase.values())
        .map(phases::time)
        .map(MeasuredTime::length)
        .reduce(Duration.ZERO, Duration::plus);
  }
}
