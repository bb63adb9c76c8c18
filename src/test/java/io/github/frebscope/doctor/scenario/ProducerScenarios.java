package io.github.frebscope.doctor.scenario;

import static io.github.frebscope.cause.Confidence.HIGH;
import static io.github.frebscope.cause.Confidence.LOW;
import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.doctor.Explanation.COLDSTART_SUSPECT;
import static io.github.frebscope.doctor.Explanation.FRONT_GAVE_UP;
import static io.github.frebscope.doctor.Explanation.MEMBER_ABORTED;
import static io.github.frebscope.doctor.Explanation.POOL_DOWN;
import static io.github.frebscope.doctor.Explanation.PRODUCED_BY_FRONT_END;
import static io.github.frebscope.doctor.Explanation.PRODUCED_UPSTREAM;
import static io.github.frebscope.doctor.Explanation.QUEUE_WAIT;
import static io.github.frebscope.doctor.Explanation.RECORDER_OFF;
import static io.github.frebscope.doctor.Explanation.RULE_MISS;
import static io.github.frebscope.doctor.Explanation.WORKER_CRASH;
import static io.github.frebscope.doctor.Explanation.WRITE_FAIL;
import static io.github.frebscope.doctor.scenario.Expected.verdict;

import io.github.frebscope.testing.farm.SiteScript;
import io.github.frebscope.testing.script.Failures;
import java.time.Duration;
import java.util.List;

/** Another box made it, or is suspected to have: E1 to E5, E9, E10, and health. */
final class ProducerScenarios {
  private static final String FRONT = "Default Web Site";

  private ProducerScenarios() {}

  static List<Scenario> all() {
    return List.of(
        frontEndCannotConnect(),
        frontEndRelays(),
        frontSiteOfTheSameHost(),
        neighbourFailsOnItsOwn(),
        proxyGivesUpAtAMinute(),
        browserLeftADownload(),
        cloudFrontEnd(),
        logsEndBefore(),
        httpSysRefuses(),
        scannerNoise(),
        neverArrived(),
        anotherMemberTookIt(),
        cachedFailure(),
        failsTwice(),
        healthy());
  }

  private static Scenario frontEndCannotConnect() {
    return Scenario.of(
            "E1 ARR on another host could not connect",
            "2026-03-03",
            "The front end's log has the 502.3 and its trace is there; both members are recorded,"
                + " were busy and know nothing of it.",
            farm -> {
              SiteScript front = Usual.front(farm, "edge01", "00:00:30", "web01", "web02");
              Usual.behind(farm, "edge01", "web01", "web02");
              Usual.recorded(farm, "web01", "shop", 2, "shop.mosaic.example");
              Usual.recorded(farm, "web02", "shop", 2, "shop.mosaic.example");
              front.log().line("09:31:05", "/basket", 502, 3, 12029, 2_034);
              front.traces().refused("09:31:03", "/basket", "webfarm", "web02");
              farm.incident("09:31:05", "http://shop.mosaic.example/basket", 502);
            })
        .expects(
            verdict(PRODUCED_BY_FRONT_END)
                .on("edge01", FRONT)
                .between(MEDIUM, HIGH)
                .cites("edge01", "09:31:05", "/basket"))
        .never(PRODUCED_UPSTREAM, RECORDER_OFF, WRITE_FAIL, RULE_MISS, FRONT_GAVE_UP);
  }

  private static Scenario frontEndRelays() {
    return Scenario.of(
            "E1- ARR on another host only relays the member's 502",
            "2026-03-03",
            "Both logs have the 502 in the same second: the member made it with its module, the"
                + " front end's trace shows that an answer came. The member's tracing is off.",
            farm -> {
              SiteScript front = Usual.front(farm, "edge01", "00:00:30", "web01", "web02");
              Usual.behind(farm, "edge01", "web01", "web02");
              SiteScript shop = Usual.core(farm, "web01", "shop", 2, "shop.mosaic.example");
              shop.rule("*", "502").tracing(false);
              Usual.recorded(farm, "web02", "shop", 2, "shop.mosaic.example");
              front.log().line("09:31:05", "/basket", 502, 0, 0, 95);
              front
                  .traces()
                  .add(
                      "09:31:05",
                      "/basket",
                      s -> Failures.relayed(s, "webfarm", "web01", 502, "Bad Gateway"));
              shop.log().line("09:31:05", "/basket", 502, 3, 12030, 63);
              farm.incident("09:31:05", "http://shop.mosaic.example/basket", 502);
            })
        .expects(
            verdict(RECORDER_OFF)
                .on("web01", "shop")
                .between(MEDIUM, HIGH)
                .cites("web01", "09:31:05", "/basket"))
        .never(PRODUCED_BY_FRONT_END, PRODUCED_UPSTREAM, RULE_MISS, WRITE_FAIL, MEMBER_ABORTED);
  }

  private static Scenario frontSiteOfTheSameHost() {
    return Scenario.of(
            "E2 ARR at another site of the same host",
            "2026-03-04",
            "The site people look at is recorded; the 502.4 was made by the Default Web Site, which"
                + " takes the clients' requests and is not traced.",
            farm -> {
              SiteScript front = Usual.front(farm, "solo", "", "localhost");
              front.tracing(false).noTraceFolder();
              SiteScript desk = farm.server("solo").site("desk", 4).binding("http", "*:8080:");
              desk.pool("desk pool").tracing(true).rule("*", "502");
              desk.log().client("127.0.0.1").port(8080).traffic("05:00:00", "19:00:00", 25, 44);
              front.log().line("10:17:40", "/tickets", 502, 4, 0, 15);
              farm.incident("10:17:40", "http://desk.mosaic.example/tickets", 502);
            })
        .expects(
            verdict(PRODUCED_BY_FRONT_END)
                .on("solo", FRONT)
                .between(MEDIUM, HIGH)
                .cites("solo", "10:17:40", "/tickets"),
            verdict(RECORDER_OFF)
                .on("solo", FRONT)
                .mayBe()
                .names(
                    "solo",
                    "sites/site[@name='Default Web Site']/traceFailedRequestsLogging",
                    "enabled",
                    "false"))
        .never(PRODUCED_UPSTREAM, WRITE_FAIL, RULE_MISS);
  }

  private static Scenario neighbourFailsOnItsOwn() {
    return Scenario.of(
            "E2- another site of the host made a 502 of its own in that second",
            "2026-03-04",
            "No ARR anywhere; the other line is of another URL and has its trace. The site itself"
                + " was busy and knows nothing.",
            farm -> {
              SiteScript home = Usual.core(farm, "solo", "intranet", 5, "home.mosaic.example");
              home.rule("*", "502").log().line("10:17:40", "/people", 502, 3, 12030, 63);
              home.traces()
                  .add(
                      "10:17:40",
                      "/people",
                      s -> Failures.forwardFails(s, Duration.ofMillis(60), Usual.ENDED));
              Usual.recorded(farm, "solo", "desk", 4, "desk.mosaic.example");
              farm.incident("10:17:40", "http://desk.mosaic.example/tickets", 502);
            })
        .expects(verdict(PRODUCED_UPSTREAM).on("solo", "desk").between(LOW, MEDIUM))
        .never(PRODUCED_BY_FRONT_END, WRITE_FAIL, RULE_MISS, RECORDER_OFF, MEMBER_ABORTED);
  }

  private static Scenario proxyGivesUpAtAMinute() {
    return Scenario.of(
            "E3 a proxy that is no IIS gives up after a minute",
            "2026-03-05",
            "Members answered 200 after more than a minute to a peer that had gone; the clients'"
                + " 502s are a minute after the begin. The proxy was not collected.",
            farm -> {
              SiteScript one = Usual.recorded(farm, "web01", "stats", 3, "stats.mosaic.example");
              SiteScript two = Usual.recorded(farm, "web02", "stats", 3, "stats.mosaic.example");
              one.log().line("10:01:08", "/report/year", 200, 0, 1236, 68_112);
              two.log().line("13:31:19", "/report/year", 200, 0, 1236, 79_460);
              one.log().line("15:31:05", "/report/year", 200, 0, 1236, 65_007);
              farm.incident("10:01:00", "http://stats.mosaic.example/report/year", 502)
                  .incident("13:31:00", "http://stats.mosaic.example/report/year", 502)
                  .incident("15:31:00", "http://stats.mosaic.example/report/year", 502);
            })
        .expects(
            verdict(FRONT_GAVE_UP)
                .of("stats")
                .between(LOW, MEDIUM)
                .cites("web01", "10:01:08", "/report/year")
                .cites("web02", "13:31:19", "/report/year"),
            verdict(PRODUCED_UPSTREAM).of("stats").between(LOW, MEDIUM).mayBe())
        .never(COLDSTART_SUSPECT, WRITE_FAIL, MEMBER_ABORTED, WORKER_CRASH, PRODUCED_BY_FRONT_END)
        .most(MEDIUM);
  }

  private static Scenario browserLeftADownload() {
    return Scenario.of(
            "E3- browsers left long downloads",
            "2026-03-05",
            "200 with 64 after minutes, and nobody saw a failure: people close their browsers.",
            farm -> {
              SiteScript files = Usual.recorded(farm, "web01", "files", 3, "files.mosaic.example");
              files
                  .log()
                  .line("10:01:08", "/get/setup.zip", 200, 0, 64, 300_112, "c-ip=203.0.113.9");
              files
                  .log()
                  .line("12:41:33", "/get/setup.zip", 206, 0, 64, 71_018, "c-ip=203.0.113.9");
              files
                  .log()
                  .line("15:20:09", "/get/manual.pdf", 200, 0, 995, 33_604, "c-ip=203.0.113.9");
            })
        .never(FRONT_GAVE_UP, COLDSTART_SUSPECT, PRODUCED_UPSTREAM, MEMBER_ABORTED);
  }

  private static Scenario cloudFrontEnd() {
    return Scenario.of(
            "E4 nothing anywhere, and the logs cover it",
            "2026-03-06",
            "Recorder right, another failure was traced, busy before and after, not a line of it.",
            farm -> {
              SiteScript api = Usual.core(farm, "vm-0", "api", 1, "api.harbour.example");
              api.rule("*", "400-599").traces().notFound("06:44:10", "/robots.txt");
              api.log().line("06:44:10", "/robots.txt", 404, 0, 2, 9);
              farm.server("vm-0").httpErr("05:30:00", "-", "Timer_ConnectionIdle");
              farm.server("vm-0").httpErr("18:30:00", "-", "Timer_ConnectionIdle");
              farm.incident("10:03:50", "https://api.harbour.example/v2/import", 502)
                  .incident("16:44:01", "https://api.harbour.example/v2/import", 502);
            })
        .expects(verdict(PRODUCED_UPSTREAM).on("vm-0", "api").between(LOW, MEDIUM))
        .never(RECORDER_OFF, RULE_MISS, WRITE_FAIL, MEMBER_ABORTED, WORKER_CRASH, POOL_DOWN)
        .most(MEDIUM);
  }

  private static Scenario logsEndBefore() {
    return Scenario.of(
            "E4- nothing anywhere, and the log ends hours before",
            "2026-03-06",
            "Silence after the log's end is no silence of the server: nothing can be said.",
            farm -> {
              SiteScript api = farm.server("vm-0").site("api", 1);
              api.binding("api.harbour.example").pool("api pool").tracing(true).rule("*", "502");
              api.log().traffic("00:00:10", "08:00:00", 20, 5);
              farm.incident("14:03:50", "https://api.harbour.example/v2/import", 502);
            })
        .never(PRODUCED_UPSTREAM, COLDSTART_SUSPECT, WRITE_FAIL, WORKER_CRASH);
  }

  private static Scenario httpSysRefuses() {
    return Scenario.of(
            "E5 http.sys refused a request and the proxy made a 502 of it",
            "2026-03-09",
            "http.sys never answers 502; its 400 of that second and URL did not reach the site.",
            farm -> {
              Usual.recorded(farm, "web01", "shop", 2, "shop.mosaic.example");
              farm.server("web01").httpErr("11:11:11", "/search?q=%", "BadRequest");
              farm.incident("11:11:11", "http://shop.mosaic.example/search?q=%", 502);
            })
        .expects(
            verdict(PRODUCED_UPSTREAM)
                .on("web01", "shop")
                .between(LOW, MEDIUM)
                .cites("web01", "11:11:11", "/search"))
        .never(POOL_DOWN, WORKER_CRASH, QUEUE_WAIT, WRITE_FAIL, RULE_MISS);
  }

  private static Scenario scannerNoise() {
    return Scenario.of(
            "E5- http.sys refused a scanner ten minutes before",
            "2026-03-09",
            "The 502 has its line and its trace at the site itself.",
            farm -> {
              SiteScript shop = Usual.core(farm, "web01", "shop", 2, "shop.mosaic.example");
              shop.rule("*", "502").log().line("11:11:11", "/search", 502, 3, 12030, 63);
              shop.traces()
                  .add(
                      "11:11:11",
                      "/search",
                      s -> Failures.forwardFails(s, Duration.ofMillis(60), Usual.ENDED));
              for (int i = 0; i < 12; i++) {
                farm.server("web01").httpErr("11:01:%02d".formatted(i), "/cgi-bin", "BadRequest");
              }
              farm.incident("11:11:11", "http://shop.mosaic.example/search?q=tea", 502);
            })
        .never(PRODUCED_UPSTREAM, POOL_DOWN, WORKER_CRASH, MEMBER_ABORTED, WRITE_FAIL);
  }

  private static Scenario neverArrived() {
    return Scenario.of(
            "E9 it never reached any of the members",
            "2026-03-10",
            "Both members were busy in that minute and have no line of the URL.",
            farm -> {
              Usual.recorded(farm, "web01", "stats", 3, "stats.mosaic.example");
              Usual.recorded(farm, "web02", "stats", 3, "stats.mosaic.example");
              farm.incident("12:30:15", "http://stats.mosaic.example/export", 502)
                  .incident("12:30:18", "http://stats.mosaic.example/export", 502);
            })
        .expects(verdict(PRODUCED_UPSTREAM).of("stats").between(LOW, MEDIUM))
        .never(RECORDER_OFF, RULE_MISS, WRITE_FAIL, COLDSTART_SUSPECT, WORKER_CRASH)
        .most(MEDIUM);
  }

  private static Scenario anotherMemberTookIt() {
    return Scenario.of(
            "E9- a third member took it, and its tracing is off",
            "2026-03-10",
            "Two members know nothing because the third has the line.",
            farm -> {
              Usual.recorded(farm, "web01", "stats", 3, "stats.mosaic.example");
              Usual.recorded(farm, "web02", "stats", 3, "stats.mosaic.example");
              SiteScript three = Usual.core(farm, "web03", "stats", 3, "stats.mosaic.example");
              three.rule("*", "502").tracing(false);
              three.log().line("12:30:17", "/export", 502, 3, 12030, 2_063);
              farm.incident("12:30:15", "http://stats.mosaic.example/export", 502);
            })
        .expects(
            verdict(RECORDER_OFF)
                .on("web03", "stats")
                .between(MEDIUM, HIGH)
                .cites("web03", "12:30:17", "/export"))
        .never(PRODUCED_UPSTREAM, RULE_MISS, WRITE_FAIL, PRODUCED_BY_FRONT_END);
  }

  private static Scenario cachedFailure() {
    return Scenario.of(
            "E10 the first 502 was the site's, the second came out of a proxy's cache",
            "2026-03-11",
            "The first has its line and trace; three minutes later the site was busy, and nobody"
                + " asked it for that URL.",
            farm -> {
              SiteScript shop = Usual.core(farm, "web01", "shop", 2, "shop.mosaic.example");
              shop.rule("*", "502").log().line("10:00:05", "/offers", 502, 3, 12030, 63);
              shop.traces()
                  .add(
                      "10:00:05",
                      "/offers",
                      s -> Failures.forwardFails(s, Duration.ofMillis(60), Usual.ENDED));
              farm.incident("10:00:05", "http://shop.mosaic.example/offers", 502)
                  .incident("10:03:20", "http://shop.mosaic.example/offers", 502);
            })
        .expects(verdict(PRODUCED_UPSTREAM).on("web01", "shop").between(LOW, MEDIUM))
        .never(RECORDER_OFF, RULE_MISS, WRITE_FAIL, COLDSTART_SUSPECT)
        .most(MEDIUM);
  }

  private static Scenario failsTwice() {
    return Scenario.of(
            "E10- the site made both",
            "2026-03-11",
            "Each has its line and its trace.",
            farm -> {
              SiteScript shop = Usual.core(farm, "web01", "shop", 2, "shop.mosaic.example");
              shop.rule("*", "502");
              for (String time : List.of("10:00:05", "10:03:20")) {
                shop.log().line(time, "/offers", 502, 3, 12030, 63);
                shop.traces()
                    .add(
                        time,
                        "/offers",
                        s -> Failures.forwardFails(s, Duration.ofMillis(60), Usual.ENDED));
                farm.incident(time, "http://shop.mosaic.example/offers", 502);
              }
            })
        .never(PRODUCED_UPSTREAM, RECORDER_OFF, RULE_MISS, WRITE_FAIL);
  }

  private static Scenario healthy() {
    return Scenario.of(
            "H1- nothing is wrong",
            "2026-03-12",
            "Idle shut-downs at night, idle connections, browsers that left: an ordinary day.",
            farm -> {
              for (String name : List.of("web01", "web02")) {
                SiteScript shop = Usual.recorded(farm, name, "shop", 2, "shop.mosaic.example");
                shop.log().line("09:00:12", "/get/manual.pdf", 200, 0, 64, 9_040);
                farm.server(name).was("20:20:00", 5186, "shop pool", "It was idle.");
                for (int hour = 10; hour < 18; hour++) {
                  String time = hour + ":15:00";
                  farm.server(name).httpErr(time, "-", "Timer_ConnectionIdle");
                }
              }
            })
        .never(PRODUCED_UPSTREAM, COLDSTART_SUSPECT, FRONT_GAVE_UP, WORKER_CRASH, MEMBER_ABORTED);
  }
}
