package io.github.frebscope.doctor.scenario;

import static io.github.frebscope.cause.Confidence.HIGH;
import static io.github.frebscope.cause.Confidence.LOW;
import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.doctor.Explanation.FRONT_GAVE_UP;
import static io.github.frebscope.doctor.Explanation.POOL_DOWN;
import static io.github.frebscope.doctor.Explanation.PRODUCED_BY_FRONT_END;
import static io.github.frebscope.doctor.Explanation.PRODUCED_UPSTREAM;
import static io.github.frebscope.doctor.Explanation.QUEUE_WAIT;
import static io.github.frebscope.doctor.Explanation.RECORDER_OFF;
import static io.github.frebscope.doctor.Explanation.RULE_MISS;
import static io.github.frebscope.doctor.Explanation.WORKER_CRASH;
import static io.github.frebscope.doctor.Explanation.WRITE_FAIL;
import static io.github.frebscope.doctor.scenario.Expected.verdict;

import io.github.frebscope.testing.FarmWriter;
import io.github.frebscope.testing.farm.SiteScript;
import io.github.frebscope.testing.script.Failures;
import java.time.Duration;
import java.util.List;

/** Farms in which several things are so at once, and not all of them matter. */
final class MixedScenarios {
  private static final String URL = "http://shop.mosaic.example";

  private MixedScenarios() {}

  static List<Scenario> all() {
    return List.of(
        refusedWith503(),
        gatewayTimeout(),
        crashNextDoor(),
        poolDownNextDoor(),
        blanksInPath(),
        unusedDefaultSite(),
        resetsBesideConnectFailures(),
        poolThatDoesNotStart());
  }

  private static SiteScript shop(FarmWriter farm, String server) {
    return Usual.recorded(farm, server, "shop", 2, "shop.mosaic.example");
  }

  private static Scenario refusedWith503() {
    return Scenario.of(
            "E6 clients saw http.sys's own 503 and the rule is for 502",
            "2026-05-05",
            "A stopped pool's 503 never meets a tracing rule, whichever status that asks for.",
            farm -> {
              SiteScript shop = shop(farm, "web01");
              shop.log().quiet("10:00:00", "10:06:00");
              for (int i = 0; i < 9; i++) {
                shop.httpErr("10:0" + i / 2 + ":" + (10 + i), "/home", "Disabled");
              }
              farm.incident("10:00:10", URL + "/home", 503)
                  .incident("10:01:12", URL + "/home", 503);
            })
        .expects(verdict(POOL_DOWN).on("web01", "shop").between(MEDIUM, HIGH))
        .never(RULE_MISS, RECORDER_OFF, PRODUCED_UPSTREAM, WRITE_FAIL);
  }

  private static Scenario gatewayTimeout() {
    return Scenario.of(
            "E3 a proxy's 504 while the member was still at work, and the rule is for 502",
            "2026-05-05",
            "The 504 is the proxy's; the member answered 200, which no rule has to cover.",
            farm -> {
              SiteScript shop = shop(farm, "web01");
              shop.log().line("10:01:20", "/report", 200, 0, 64, 80_120);
              shop.log().line("11:21:22", "/report", 200, 0, 64, 82_015);
              farm.incident("10:01:00", URL + "/report", 504)
                  .incident("11:21:00", URL + "/report", 504);
            })
        .expects(verdict(FRONT_GAVE_UP).on("web01", "shop").between(LOW, MEDIUM))
        .never(RULE_MISS, RECORDER_OFF, WRITE_FAIL);
  }

  private static Scenario crashNextDoor() {
    return Scenario.of(
            "E8- another site's process died in the same second",
            "2026-05-05",
            "The six abandoned requests are of another site's pool; the one that failed is nowhere.",
            farm -> {
              shop(farm, "web01");
              SiteScript batch = Usual.recorded(farm, "web01", "batch", 7, "batch.mosaic.example");
              for (int i = 0; i < 6; i++) {
                batch.httpErr("10:00:07", "/run/" + i, "Connection_Abandoned_By_ReqQueue");
              }
              farm.incident("10:00:08", URL + "/home", 502);
            })
        .expects(verdict(PRODUCED_UPSTREAM).on("web01", "shop").between(LOW, LOW))
        .never(WORKER_CRASH, RECORDER_OFF, RULE_MISS);
  }

  private static Scenario poolDownNextDoor() {
    return Scenario.of(
            "E6- another site's pool was down at the time",
            "2026-05-05",
            "The refused requests are all of another site; its pool does not serve this one.",
            farm -> {
              shop(farm, "web01");
              SiteScript batch = Usual.recorded(farm, "web01", "batch", 7, "batch.mosaic.example");
              for (int i = 10; i < 60; i++) {
                batch.httpErr("10:00:" + i, "/home", "AppOffline");
              }
              farm.incident("10:00:30", URL + "/home", 502);
            })
        .expects(verdict(PRODUCED_UPSTREAM).on("web01", "shop").between(LOW, LOW))
        .never(POOL_DOWN, RECORDER_OFF, RULE_MISS);
  }

  private static Scenario blanksInPath() {
    return Scenario.of(
            "H1- a failure whose path has a blank is traced",
            "2026-05-05",
            "The log has + where the client and the trace have %20; it is one request, and traced.",
            farm -> {
              SiteScript shop = Usual.core(farm, "web01", "shop", 2, "shop.mosaic.example");
              shop.rule("*", "502").traces().host("shop.mosaic.example");
              shop.log().line("10:00:30", "/My+Files/list", 502, 3, Usual.ENDED, 410);
              shop.traces()
                  .add(
                      "10:00:29",
                      "/My%20Files/list",
                      site -> Failures.forwardFails(site, Duration.ofMillis(410), Usual.ENDED));
              farm.incident("10:00:30", URL + "/my%20files/list", 502);
            })
        .expects()
        .never(PRODUCED_UPSTREAM, WRITE_FAIL, RULE_MISS);
  }

  private static Scenario unusedDefaultSite() {
    return Scenario.of(
            "E9 clients noted no host and the default site is not used",
            "2026-05-05",
            "The default site takes every host and has no log at all, so nothing went there: that"
                + " its tracing is off does not matter.",
            farm -> {
              shop(farm, "web01");
              farm.server("web01").site("Default Web Site", 1).binding("").tracing(false);
              farm.incident("10:00:30", "/home", 502);
            })
        .expects(verdict(PRODUCED_UPSTREAM).on("web01", "shop").between(LOW, LOW).mayBe())
        .never(RECORDER_OFF, RULE_MISS, WRITE_FAIL);
  }

  private static Scenario resetsBesideConnectFailures() {
    return Scenario.of(
            "E1- clients left the member's queue a minute after ARR could not connect",
            "2026-05-05",
            "A request for which there was no connection was in nobody's queue; browsers leave at"
                + " any time.",
            farm -> {
              SiteScript front = Usual.front(farm, "proxy", "", "web01");
              SiteScript shop = shop(farm, "web01");
              Usual.behind(farm, "proxy", "web01");
              shop.httpErr("10:01:20", "/home", "Client_Reset");
              shop.httpErr("11:31:20", "/home", "Client_Reset");
              for (String hour : List.of("10:00", "11:30")) {
                front.log().line(hour + ":30", "/home", 502, 3, 12029, 2_034);
                front.traces().refused(hour + ":28", "/home", "webfarm", "web01");
                farm.incident(hour + ":30", URL + "/home", 502);
              }
            })
        .expects(
            verdict(PRODUCED_BY_FRONT_END).on("proxy", "Default Web Site").between(MEDIUM, HIGH))
        .never(QUEUE_WAIT, PRODUCED_UPSTREAM, RECORDER_OFF, RULE_MISS, WRITE_FAIL);
  }

  private static Scenario poolThatDoesNotStart() {
    return Scenario.of(
            "E6 a pool that does not start with IIS",
            "2026-05-05",
            "http.sys says Disabled from the moment of the restart on, and autoStart is false.",
            farm -> {
              SiteScript shop = shop(farm, "web01");
              shop.pool("shop pool", pool -> pool.set("autoStart", "false"));
              shop.log().quiet("10:00:00", "10:06:00");
              for (int i = 10; i < 20; i++) {
                shop.httpErr("10:01:" + i, "/home", "Disabled");
              }
              farm.incident("10:01:12", URL + "/home", 502);
            })
        .expects(
            verdict(POOL_DOWN)
                .on("web01", "shop")
                .between(MEDIUM, HIGH)
                .names("web01", "applicationPools/add[@name='shop pool']", "autoStart", "false"))
        .never(RULE_MISS, RECORDER_OFF, PRODUCED_UPSTREAM, WRITE_FAIL);
  }
}
