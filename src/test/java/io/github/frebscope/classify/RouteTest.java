package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.CANNOT_CONNECT;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.Shared;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which way a request took: its rewrite rule, farm, backend, and how far it got. */
class RouteTest {
  private static TraceScript rewrite(TraceScript script, String type, String... rules) {
    script.event("URL_REWRITE_START", "RequestURL", "/", "Scope", "0", "Type", type);
    for (String rule : rules) {
      script.event("RULE_EVALUATION_START", "RuleName", rule, "RequestURL", "/");
    }
    return script;
  }

  private static TraceScript action(TraceScript script, String url) {
    return script.event("REWRITE_ACTION", "Substitution", "x", "RewriteURL", url);
  }

  @Test
  void the_rule_is_the_one_under_which_the_url_was_changed() {
    TraceScript script = rewrite(endedWith("200").begin(), "0", "First", "Second");
    action(script, "http://shop/");
    script.event("RULE_EVALUATION_START", "RuleName", "Third", "RequestURL", "/");
    assertThat(script.end("200", "0").verdict().route().rule()).contains("Second");
  }

  @Test
  void rules_that_were_only_looked_at_decide_nothing() {
    TraceScript script = rewrite(endedWith("200").begin(), "0", "First", "Second");
    assertThat(script.end("200", "0").verdict().route()).isEqualTo(Route.NONE);
  }

  @Test
  void the_last_of_global_and_site_rules_counts_and_outbound_rules_do_not() {
    TraceScript script = action(rewrite(endedWith("200").begin(), "0", "Global"), "/a");
    action(rewrite(script, "0", "Site"), "/b");
    action(rewrite(script, "1", "Outbound"), "/c");
    assertThat(script.end("200", "0").verdict().route().rule()).contains("Site");
  }

  @Test
  void what_was_rewritten_after_the_failure_did_not_lead_to_it() {
    TraceScript script = action(rewrite(endedWith("502.3").begin(), "0", "ToFarm"), "http://a/");
    script.error(ARR, "502.3", CANNOT_CONNECT);
    action(rewrite(script, "0", "ErrorPage"), "/error");
    assertThat(script.end("502", "3").verdict().route().rule()).contains("ToFarm");
  }

  @Test
  void a_good_request_has_a_farm_and_a_backend_as_well() {
    TraceScript script = action(rewrite(endedWith("200").begin(), "0", "ToFarm"), "http://shop/");
    script.event("ARR_SERVER_ROUTED", "Server", "web1.example");
    Route route = script.end("200", "0").verdict().route();
    assertThat(route).isEqualTo(Route.of("ToFarm", "shop", "web1.example", null));
    assertThat(route).hasToString("rule ToFarm, farm shop, backend web1.example");
  }

  @Test
  void what_was_not_traced_gives_no_phase() {
    Route route = endedWith("502.3").begin().error(ARR, "502.3", CANNOT_CONNECT).verdict().route();
    assertThat(route.phase()).isEmpty();
    assertThat(Route.NONE).hasToString("-");
  }

  @ParameterizedTest
  @CsvSource({
    "arr-502.3-refused, ReverseProxy, , fab-web1.fabrik.example:8080, CONNECTING_AND_SENDING",
    "arr-502.3-reset, ARR_shopfarm_loadbalance, shopfarm, fab-web2.fabrik.example, WAITING",
    "arr-502.0-relayed, ARR_shopfarm_loadbalance, shopfarm, fab-web2.fabrik.example, BODY",
    "arr-502.4-no-server, ARR_shopfarm_loadbalance, shopfarm, shopfarm, ",
    "arr-502.3-area-not-traced, ARR_shopfarm_loadbalance, , shopfarm, ",
    "rewrite-200.0-abort, BlockScanners, , , ",
    "ancm2-502.3-forward-fail, , , , WAITING",
    "managed-502.0-handler, , , , "
  })
  void traces_tell_it(String trace, String rule, String farm, String backend, ExchangePhase phase)
      throws IOException {
    assertThat(Frebscope.classify(Frebscope.read(Fixtures.trace(trace))).route())
        .isEqualTo(Route.of(rule, farm, backend, phase));
  }

  @ParameterizedTest
  @CsvSource({
    "fr000059.rewrite-pretty.xml, PrettyUrl, , ",
    "fr000064.rewrite-abort.xml, AbortRule, , ",
    "fr000069.arr-proxy.xml, ARRProxy, localhost:$Port, BODY",
    "fr000070.arr-bad-backend.xml, ARRBadBackend, localhost:59999, CONNECTING_AND_SENDING"
  })
  void real_traces_tell_it(String file, String rule, String backend, ExchangePhase phase)
      throws IOException {
    Path trace = Shared.dir("corpus").resolve("frebviewer").resolve(file);
    assertThat(Frebscope.classify(Frebscope.read(trace)).route())
        .isEqualTo(Route.of(rule, null, backend, phase));
  }
}
