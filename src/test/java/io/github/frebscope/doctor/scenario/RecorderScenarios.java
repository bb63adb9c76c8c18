package io.github.frebscope.doctor.scenario;

import static io.github.frebscope.cause.Confidence.HIGH;
import static io.github.frebscope.cause.Confidence.LOW;
import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.doctor.Explanation.COLDSTART_SUSPECT;
import static io.github.frebscope.doctor.Explanation.PRODUCED_BY_FRONT_END;
import static io.github.frebscope.doctor.Explanation.PRODUCED_UPSTREAM;
import static io.github.frebscope.doctor.Explanation.RECORDER_OFF;
import static io.github.frebscope.doctor.Explanation.RECORDER_UNPROVEN;
import static io.github.frebscope.doctor.Explanation.ROTATED_AWAY;
import static io.github.frebscope.doctor.Explanation.RULE_MISS;
import static io.github.frebscope.doctor.Explanation.TRUNCATED;
import static io.github.frebscope.doctor.Explanation.WRITE_FAIL;
import static io.github.frebscope.doctor.scenario.Expected.verdict;

import io.github.frebscope.testing.farm.SiteScript;
import io.github.frebscope.testing.script.Failures;
import io.github.frebscope.testing.script.Recording;
import java.time.Duration;
import java.util.List;

/** Tracing is off, has no rule for it, or records too little: R1 to R4, R6, and unproven. */
final class RecorderScenarios {
  private RecorderScenarios() {}

  static List<Scenario> all() {
    return List.of(
        notInstalled(),
        notInstalledElsewhere(),
        switchedOff(),
        anotherSiteIsOff(),
        onByTheDefaults(),
        offAgainstTheDefaults(),
        noRule(),
        anotherPath(),
        coveredPath(),
        clearedBelow(),
        clearedAndSetAgain(),
        otherSubStatus(),
        sameSubStatus(),
        otherStatus(),
        areaNotRecorded(),
        noConfiguration(),
        noConfigurationButTraces());
  }

  private static void fails(SiteScript site, String end, String path) {
    site.log().line(end, path, 502, 3, 12030, 63);
  }

  private static void traced(SiteScript site, String start, String path) {
    site.traces()
        .add(start, path, s -> Failures.forwardFails(s, Duration.ofMillis(60), Usual.ENDED));
  }

  private static Scenario notInstalled() {
    return Scenario.of(
            "R1 the role service is not installed",
            "2026-01-14",
            "The site's switch is on and its rule is right, and the module that writes is missing.",
            farm -> {
              farm.server("web01").without("FailedRequestsTracingModule");
              SiteScript shop = Usual.core(farm, "web01", "shop", 2, "shop.mosaic.example");
              shop.rule("*", "502").noTraceFolder();
              fails(shop, "09:14:07", "/basket/add");
              fails(shop, "11:40:52", "/basket/pay");
              farm.incident("09:14:07", "http://shop.mosaic.example/basket/add", 502)
                  .incident("11:40:50", "http://shop.mosaic.example/basket/pay", 502);
            })
        .expects(
            verdict(RECORDER_OFF)
                .on("web01", "shop")
                .between(MEDIUM, HIGH)
                .cites("web01", "09:14:07", "/basket/add"))
        .never(WRITE_FAIL, RULE_MISS, PRODUCED_UPSTREAM, RECORDER_UNPROVEN);
  }

  private static Scenario notInstalledElsewhere() {
    return Scenario.of(
            "R1- the role service is missing on the neighbour that did not fail",
            "2026-01-14",
            "web01 made the 502 and has its trace; that web02 could not have written one is no"
                + " reason for anything that happened.",
            farm -> {
              SiteScript shop = Usual.core(farm, "web01", "shop", 2, "shop.mosaic.example");
              shop.rule("*", "502");
              fails(shop, "09:14:07", "/basket/add");
              traced(shop, "09:14:07", "/basket/add");
              farm.server("web02").without("FailedRequestsTracingModule");
              Usual.core(farm, "web02", "shop", 2, "shop.mosaic.example").rule("*", "502");
              farm.incident("09:14:07", "http://shop.mosaic.example/basket/add", 502);
            })
        .never(RECORDER_OFF, WRITE_FAIL, RULE_MISS, PRODUCED_UPSTREAM);
  }

  private static Scenario switchedOff() {
    return Scenario.of(
            "R2 the site's switch is off",
            "2026-02-11",
            "The rule is there, the switch is off, the log has the 502; nobody noted an incident.",
            farm -> {
              farm.server("app-7").asOnDisk();
              SiteScript desk = Usual.core(farm, "app-7", "Order Desk", 7, "desk.harbour.example");
              desk.rule("*", "400-599").tracing(false);
              fails(desk, "08:03:00", "/api/list");
              fails(desk, "08:14:00", "/api/list");
              fails(desk, "08:25:00", "/api/list");
            })
        .expects(
            verdict(RECORDER_OFF)
                .on("app-7", "Order Desk")
                .between(MEDIUM, HIGH)
                .cites("app-7", "08:14:00", "/api/list")
                .names(
                    "app-7",
                    "sites/site[@name='Order Desk']/traceFailedRequestsLogging",
                    "enabled",
                    "false"))
        .never(PRODUCED_UPSTREAM, COLDSTART_SUSPECT, ROTATED_AWAY, PRODUCED_BY_FRONT_END);
  }

  private static Scenario anotherSiteIsOff() {
    return Scenario.of(
            "R2- the switch is off at another site of the server",
            "2026-02-11",
            "The failing site is recorded and its trace is there; the site that is off answered"
                + " everything well.",
            farm -> {
              SiteScript desk = Usual.core(farm, "app-7", "Order Desk", 7, "desk.harbour.example");
              desk.rule("*", "400-599").tracing(false);
              SiteScript till = Usual.core(farm, "app-7", "Till", 8, "till.harbour.example");
              till.rule("*", "502");
              fails(till, "08:14:00", "/api/list");
              traced(till, "08:14:00", "/api/list");
              farm.incident("08:14:00", "http://till.harbour.example/api/list", 502);
            })
        .never(RECORDER_OFF, WRITE_FAIL, RULE_MISS, PRODUCED_UPSTREAM);
  }

  private static Scenario onByTheDefaults() {
    return Scenario.of(
            "R2- the site says nothing and the defaults of all sites switch it on",
            "2026-02-12",
            "siteDefaults are in force where the site is silent; the trace is there.",
            farm -> {
              farm.server("app-7").tracingDefault("enabled", "true");
              SiteScript till = farm.server("app-7").site("Till", 8).aspNetCore("OutOfProcess");
              till.binding("till.harbour.example").pool("Till pool").rule("*", "502");
              till.log().traffic("04:00:00", "20:00:00", 30, 88);
              fails(till, "08:14:00", "/api/list");
              traced(till, "08:14:00", "/api/list");
            })
        .never(RECORDER_OFF, WRITE_FAIL, RULE_MISS, RECORDER_UNPROVEN);
  }

  private static Scenario offAgainstTheDefaults() {
    return Scenario.of(
            "R2 the site switches off what the defaults of all sites switch on",
            "2026-02-12",
            "The site's own value wins over siteDefaults.",
            farm -> {
              farm.server("app-7").tracingDefault("enabled", "true");
              SiteScript till = Usual.core(farm, "app-7", "Till", 8, "till.harbour.example");
              till.tracing(false).rule("*", "502");
              fails(till, "13:14:40", "/api/list");
              farm.incident("13:14:37", "http://till.harbour.example/api/list", 502);
            })
        .expects(
            verdict(RECORDER_OFF)
                .on("app-7", "Till")
                .between(MEDIUM, HIGH)
                .cites("app-7", "13:14:40", "/api/list")
                .names(
                    "app-7",
                    "sites/site[@name='Till']/traceFailedRequestsLogging",
                    "enabled",
                    "false"))
        .never(WRITE_FAIL, RULE_MISS, PRODUCED_UPSTREAM);
  }

  private static Scenario noRule() {
    return Scenario.of(
            "R3 the switch is on and there is no rule at all",
            "2026-03-19",
            "Without a rule nothing is ever traced, whatever the switch says.",
            farm -> {
              SiteScript wiki = Usual.core(farm, "NODE3", "wiki", 12, "wiki.mosaic.example");
              wiki.log().line("16:22:31", "/edit/Start", 502, 3, 12030, 4_211);
              farm.incident("16:22:31", "https://wiki.mosaic.example/edit/Start", 502);
            })
        .expects(
            verdict(RECORDER_OFF)
                .on("NODE3", "wiki")
                .between(MEDIUM, HIGH)
                .cites("NODE3", "16:22:31", "/edit/Start"))
        .never(RULE_MISS, WRITE_FAIL, PRODUCED_UPSTREAM);
  }

  private static Scenario anotherPath() {
    return Scenario.of(
            "R3 the rule is for *.aspx and an API failed",
            "2026-03-19",
            "The site made the 502 at a path that its only rule does not cover.",
            farm -> {
              SiteScript wiki = Usual.core(farm, "NODE3", "wiki", 12, "wiki.mosaic.example");
              wiki.rule("*.aspx", "400-599").traces().notFound("06:10:00", "/old/page.aspx");
              wiki.log().line("06:10:00", "/old/page.aspx", 404, 0, 2, 15);
              fails(wiki, "10:00:09", "/api/orders");
              farm.incident("10:00:07", "http://wiki.mosaic.example/api/orders?x=1", 502);
            })
        .expects(
            verdict(RULE_MISS)
                .on("NODE3", "wiki")
                .between(MEDIUM, HIGH)
                .cites("NODE3", "10:00:09", "/api/orders"))
        .never(RECORDER_OFF, WRITE_FAIL, ROTATED_AWAY, PRODUCED_UPSTREAM);
  }

  private static Scenario coveredPath() {
    return Scenario.of(
            "R3- the rule is for *.aspx and so is the failure",
            "2026-03-19",
            "The rule covers it and the trace is there.",
            farm -> {
              SiteScript wiki = Usual.core(farm, "NODE3", "wiki", 12, "wiki.mosaic.example");
              wiki.rule("*.aspx", "400-599");
              fails(wiki, "10:00:09", "/Reports/List.ASPX");
              traced(wiki, "10:00:09", "/Reports/List.ASPX");
              farm.incident("10:00:07", "http://wiki.mosaic.example/Reports/List.ASPX", 502);
            })
        .never(RULE_MISS, RECORDER_OFF, WRITE_FAIL);
  }

  private static Scenario clearedBelow() {
    return Scenario.of(
            "R3 a folder takes the site's rule away",
            "2026-01-29",
            "The rule of the site covers everything, and <clear/> at /api removes it there; a 404"
                + " outside of it was traced.",
            farm -> {
              SiteScript shop = Usual.core(farm, "web01", "shop", 2, "shop.mosaic.example");
              shop.rule("*", "400-599").clearRulesAt("/api");
              shop.log().line("07:00:00", "/missing.gif", 404, 0, 2, 8);
              shop.traces().notFound("07:00:00", "/missing.gif");
              fails(shop, "15:31:46", "/api/stock");
              farm.incident("15:31:45", "http://shop.mosaic.example/api/stock", 502);
            })
        .expects(
            verdict(RULE_MISS)
                .on("web01", "shop")
                .between(MEDIUM, HIGH)
                .cites("web01", "15:31:46", "/api/stock"))
        .never(RECORDER_OFF, WRITE_FAIL, PRODUCED_UPSTREAM);
  }

  private static Scenario clearedAndSetAgain() {
    return Scenario.of(
            "R3- a folder takes the site's rule away and has one of its own",
            "2026-01-29",
            "The folder's own rule covers it and the trace is there.",
            farm -> {
              SiteScript shop = Usual.core(farm, "web01", "shop", 2, "shop.mosaic.example");
              shop.rule("*", "500").clearRulesAt("/api").ruleAt("/api", "*", "502", rule -> {});
              fails(shop, "15:31:46", "/api/stock");
              traced(shop, "15:31:46", "/api/stock");
              farm.incident("15:31:45", "http://shop.mosaic.example/api/stock", 502);
            })
        .never(RULE_MISS, RECORDER_OFF, WRITE_FAIL);
  }

  private static Scenario otherSubStatus() {
    return Scenario.of(
            "R4 the rule asks for 502.3 and the answer was 502.5",
            "2026-04-02",
            "A rule with a sub-status misses the others.",
            farm -> {
              SiteScript api = Usual.core(farm, "core-b", "api", 4, "api.harbour.example");
              api.rule("*", "502.3");
              api.log().line("05:59:12", "/v2/orders", 502, 5, 0, 1_240);
              api.log().line("06:01:15", "/v2/orders", 502, 5, 0, 1_198);
              farm.incident("05:59:10", "http://api.harbour.example/v2/orders", 502);
            })
        .expects(
            verdict(RULE_MISS)
                .on("core-b", "api")
                .between(MEDIUM, HIGH)
                .cites("core-b", "05:59:12", "/v2/orders")
                .names("core-b", "failureDefinitions", "statusCodes", "502.3"))
        .never(RECORDER_OFF, WRITE_FAIL, ROTATED_AWAY, PRODUCED_UPSTREAM);
  }

  private static Scenario sameSubStatus() {
    return Scenario.of(
            "R4- the rule asks for 502.3 and the answer was 502.3",
            "2026-04-02",
            "The rule covers it, so that it is not the rule that a file is missing.",
            farm -> {
              SiteScript api = Usual.core(farm, "core-b", "api", 4, "api.harbour.example");
              api.rule("*", "502.3");
              fails(api, "05:59:12", "/v2/orders");
              fails(api, "09:20:55", "/v2/stock");
              traced(api, "09:20:55", "/v2/stock");
              farm.incident("05:59:10", "http://api.harbour.example/v2/orders", 502);
            })
        .expects(
            verdict(WRITE_FAIL)
                .on("core-b", "api")
                .between(LOW, MEDIUM)
                .cites("core-b", "05:59:12", "/v2/orders"))
        .never(RULE_MISS, RECORDER_OFF, ROTATED_AWAY);
  }

  private static Scenario otherStatus() {
    return Scenario.of(
            "R4 the rule asks for 500 and the answer was 502",
            "2026-04-03",
            "A rule for 500 proves that the recorder works, and does not cover 502.",
            farm -> {
              SiteScript api = Usual.core(farm, "core-b", "api", 4, "api.harbour.example");
              api.rule("*", "500").traces().serverError("07:12:00", "/v2/stock");
              api.log().line("07:12:00", "/v2/stock", 500, 0, 0, 93);
              fails(api, "14:45:31", "/v2/orders");
              farm.incident("14:45:31", "http://api.harbour.example/v2/orders", 502);
            })
        .expects(
            verdict(RULE_MISS)
                .on("core-b", "api")
                .between(MEDIUM, HIGH)
                .cites("core-b", "14:45:31", "/v2/orders")
                .names("core-b", "failureDefinitions", "statusCodes", "500"))
        .never(RECORDER_OFF, WRITE_FAIL, PRODUCED_UPSTREAM);
  }

  private static Scenario areaNotRecorded() {
    return Scenario.of(
            "R6- the trace is there and the rule leaves out ARR's events",
            "2026-05-06",
            "Too little is recorded, and still there is a file: its absence needs no explanation.",
            farm -> {
              SiteScript front = Usual.front(farm, "edge01", "00:00:30", "web01", "web02");
              front.log().line("12:00:30", "/report", 502, 3, 12002, 30_014);
              front
                  .traces()
                  .add(
                      "12:00:00",
                      "/report",
                      s ->
                          Failures.timesOut(s, "webfarm", "web01", Duration.ofSeconds(30))
                              .record(Recording.EVERYTHING.without("RequestRouting")));
              farm.incident("12:00:31", "http://shop.mosaic.example/report", 502);
            })
        .expects(verdict(PRODUCED_BY_FRONT_END).on("edge01", "Default Web Site").mayBe())
        .never(RULE_MISS, TRUNCATED, WRITE_FAIL, RECORDER_OFF);
  }

  private static Scenario noConfiguration() {
    return Scenario.of(
            "U1 the configuration was not collected",
            "2026-05-07",
            "The log has the 502, and nobody can say whether tracing was on.",
            farm -> {
              farm.server("web05").noConfig();
              SiteScript crm = Usual.core(farm, "web05", "crm", 5, "crm.harbour.example");
              crm.noTraceFolder();
              fails(crm, "10:10:10", "/leads");
              farm.incident("10:10:12", "http://crm.harbour.example/leads", 502);
            })
        .expects(
            verdict(RECORDER_UNPROVEN).on("web05", "W3SVC5").cites("web05", "10:10:10", "/leads"))
        .never(RECORDER_OFF, RULE_MISS, WRITE_FAIL, PRODUCED_UPSTREAM);
  }

  private static Scenario noConfigurationButTraces() {
    return Scenario.of(
            "U1- the configuration was not collected and the failure's own trace is there",
            "2026-05-07",
            "The trace itself proves that the recorder worked.",
            farm -> {
              farm.server("web05").noConfig();
              SiteScript crm = Usual.core(farm, "web05", "crm", 5, "crm.harbour.example");
              fails(crm, "10:10:10", "/leads");
              traced(crm, "10:10:10", "/leads");
              farm.incident("10:10:12", "http://crm.harbour.example/leads", 502);
            })
        .never(RECORDER_UNPROVEN, RECORDER_OFF, RULE_MISS, WRITE_FAIL, PRODUCED_UPSTREAM);
  }
}
