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
import static io.github.frebscope.doctor.Explanation.RECORDER_OFF;
import static io.github.frebscope.doctor.Explanation.RULE_MISS;
import static io.github.frebscope.doctor.Explanation.TRUNCATED;
import static io.github.frebscope.doctor.Explanation.WORKER_CRASH;
import static io.github.frebscope.doctor.Explanation.WRITE_FAIL;
import static io.github.frebscope.doctor.scenario.Expected.verdict;

import io.github.frebscope.testing.FarmWriter;
import io.github.frebscope.testing.farm.SiteScript;
import io.github.frebscope.testing.script.Failures;
import java.util.List;

/**
 * A front end and its members together: who closed first (M), who gave up (F), whose queue was
 * full.
 */
final class FrontScenarios {
  private static final String FRONT = "Default Web Site";

  private FrontScenarios() {}

  static List<Scenario> all() {
    return List.of(
        memberCloses(),
        frontEndCloses(),
        slowReport(),
        slowAndPatient(),
        queueFull(),
        queueOfAnotherPool(),
        errorPage());
  }

  private static SiteScript member(FarmWriter farm, String server) {
    SiteScript shop = Usual.site(farm, server, "shop", 2, "shop.mosaic.example");
    return shop.rule("*", "400-599");
  }

  private static void control(SiteScript site, String time) {
    site.log().line(time, "/missing.gif", 404, 0, 2, 12);
    site.traces().notFound(time, "/missing.gif");
  }

  private static Scenario memberCloses() {
    return Scenario.of(
            "M1 the member closed the connection before it had answered",
            "2026-04-23",
            "The front end has 12030 and its trace, http.sys of web02 the dropped connection of"
                + " that URL, and web02's site no line.",
            farm -> {
              SiteScript front = Usual.front(farm, "edge01", "00:01:00", "web01", "web02");
              Usual.behind(farm, "edge01", "web01", "web02");
              member(farm, "web01");
              SiteScript shop = member(farm, "web02");
              control(shop, "07:40:00");
              shop.httpErr("15:10:04", "/api/export", "Connection_Dropped");
              front.log().line("15:10:04", "/api/export", 502, 3, 12030, 412);
              front
                  .traces()
                  .add("15:10:04", "/api/export", s -> Failures.reset(s, "webfarm", "web02"));
              farm.incident("15:10:05", "http://shop.mosaic.example/api/export", 502);
            })
        .expects(
            verdict(MEMBER_ABORTED)
                .on("web02", "shop")
                .between(MEDIUM, HIGH)
                .cites("web02", "15:10:04", "/api/export"),
            verdict(PRODUCED_BY_FRONT_END)
                .on("edge01", FRONT)
                .between(MEDIUM, HIGH)
                .cites("edge01", "15:10:04", "/api/export"))
        .never(FRONT_GAVE_UP, PRODUCED_UPSTREAM, COLDSTART_SUSPECT, POOL_DOWN);
  }

  private static Scenario frontEndCloses() {
    return Scenario.of(
            "M1- the front end closed the connection after a minute",
            "2026-04-23",
            "The connection was dropped at the front end's time-out, and the member answered eleven"
                + " seconds later to nobody.",
            farm -> {
              SiteScript front = Usual.front(farm, "edge01", "00:01:00", "web01", "web02");
              Usual.behind(farm, "edge01", "web01", "web02");
              member(farm, "web01");
              SiteScript shop = member(farm, "web02");
              control(shop, "07:40:00");
              Usual.timedOut(front, "web02", "15:09:00", "15:10:00", "/api/export", 60);
              shop.log().line("15:10:11", "/api/export", 200, 0, 64, 71_044);
              shop.httpErr("15:10:00", "/api/export", "Connection_Dropped");
              farm.incident("15:10:01", "http://shop.mosaic.example/api/export", 502);
            })
        .expects(
            verdict(FRONT_GAVE_UP)
                .on("web02", "shop")
                .between(MEDIUM, HIGH)
                .cites("web02", "15:10:11", "/api/export")
                .names(
                    "edge01",
                    "webFarms/webFarm[@name='webfarm']/applicationRequestRouting/protocol",
                    "timeout",
                    "00:01:00"),
            verdict(PRODUCED_BY_FRONT_END)
                .on("edge01", FRONT)
                .between(MEDIUM, HIGH)
                .cites("edge01", "15:10:00", "/api/export"))
        .never(MEMBER_ABORTED, COLDSTART_SUSPECT, WORKER_CRASH, PRODUCED_UPSTREAM);
  }

  private static Scenario slowReport() {
    return Scenario.of(
            "F1 a report takes longer than the front end waits, at any hour and on every member",
            "2026-07-07",
            "Each 502.3/12002 of the front end after 60 seconds has its answer at a member, 200 with"
                + " 64 after 62 to 80. The members were busy all the time: no cold start.",
            farm -> {
              SiteScript front = Usual.front(farm, "edge01", "00:01:00", "web01", "web02");
              Usual.behind(farm, "edge01", "web01", "web02");
              SiteScript one = member(farm, "web01");
              SiteScript two = member(farm, "web02");
              Usual.timedOut(front, "web01", "09:20:06", "09:21:06", "/report/year", 60);
              one.log().line("09:21:18", "/report/year", 200, 0, 64, 71_044);
              Usual.timedOut(front, "web02", "13:51:00", "13:52:00", "/report/year", 60);
              two.log().line("13:52:03", "/report/year", 200, 0, 64, 62_310);
              Usual.timedOut(front, "web01", "17:22:00", "17:23:00", "/report/year", 60);
              one.log().line("17:23:20", "/report/year", 200, 0, 64, 80_125);
              farm.incident("09:21:06", "http://shop.mosaic.example/report/year", 502)
                  .incident("13:52:00", "http://shop.mosaic.example/report/year", 502)
                  .incident("17:23:00", "http://shop.mosaic.example/report/year", 502);
            })
        .expects(
            verdict(PRODUCED_BY_FRONT_END)
                .on("edge01", FRONT)
                .between(MEDIUM, HIGH)
                .cites("edge01", "09:21:06", "/report/year"),
            verdict(FRONT_GAVE_UP)
                .of("shop")
                .between(MEDIUM, HIGH)
                .cites("web01", "09:21:18", "/report/year")
                .cites("web02", "13:52:03", "/report/year")
                .names(
                    "edge01",
                    "webFarms/webFarm[@name='webfarm']/applicationRequestRouting/protocol",
                    "timeout",
                    "00:01:00"))
        .never(COLDSTART_SUSPECT, RECORDER_OFF, RULE_MISS, WORKER_CRASH, MEMBER_ABORTED);
  }

  private static Scenario slowAndPatient() {
    return Scenario.of(
            "F1- a report takes 71 seconds and the front end waits for two minutes",
            "2026-07-07",
            "The report was answered and delivered; the only 502 is a refused connection of another"
                + " hour.",
            farm -> {
              SiteScript front = Usual.front(farm, "edge01", "00:02:00", "web01", "web02");
              Usual.behind(farm, "edge01", "web01", "web02");
              SiteScript one = member(farm, "web01");
              member(farm, "web02");
              one.log().line("09:21:18", "/report/year", 200, 0, 0, 71_044);
              front.log().line("09:21:18", "/report/year", 200, 0, 0, 71_060);
              front.log().line("14:40:31", "/report/year", 502, 3, 12029, 2_034);
              front.traces().refused("14:40:29", "/report/year", "webfarm", "web02");
              farm.incident("14:40:30", "http://shop.mosaic.example/report/year", 502);
            })
        .expects(
            verdict(PRODUCED_BY_FRONT_END)
                .on("edge01", FRONT)
                .between(MEDIUM, HIGH)
                .cites("edge01", "14:40:31", "/report/year"))
        .never(FRONT_GAVE_UP, COLDSTART_SUSPECT, MEMBER_ABORTED, PRODUCED_UPSTREAM);
  }

  private static Scenario queueFull() {
    return Scenario.of(
            "E6 the queue of the pool was full",
            "2026-07-08",
            "http.sys answered 503 QueueFull; the pool takes 100 requests.",
            farm -> {
              member(farm, "web01");
              SiteScript shop = member(farm, "web02");
              shop.pool("shop pool", pool -> pool.set("queueLength", "100"));
              for (int i = 0; i < 9; i++) {
                shop.httpErr("12:12:0" + i, "/order/" + i, "QueueFull");
              }
              farm.incident("12:12:05", "http://shop.mosaic.example/order/4", 502);
            })
        .expects(
            verdict(POOL_DOWN)
                .on("web02", "shop")
                .between(LOW, HIGH)
                .cites("web02", "12:12:04", "/order/4"))
        .never(PRODUCED_UPSTREAM, WORKER_CRASH, COLDSTART_SUSPECT, WRITE_FAIL);
  }

  private static Scenario queueOfAnotherPool() {
    return Scenario.of(
            "E6- the queue of another pool was full",
            "2026-07-08",
            "The other site's requests were refused; this one answered in the same seconds.",
            farm -> {
              member(farm, "web01");
              SiteScript home = Usual.recorded(farm, "web01", "home", 9, "home.mosaic.example");
              for (int i = 0; i < 9; i++) {
                home.httpErr("12:12:0" + i, "/news/" + i, "QueueFull");
              }
              farm.incident("12:12:05", "http://shop.mosaic.example/order/4", 502);
            })
        .expects(
            verdict(PRODUCED_UPSTREAM).on("web01", "shop").between(LOW, MEDIUM),
            verdict(POOL_DOWN).on("web01", "home").mayBe())
        .never(WORKER_CRASH, COLDSTART_SUSPECT, WRITE_FAIL);
  }

  private static Scenario errorPage() {
    return Scenario.of(
            "R15- an error page changed the status that the trace shows",
            "2026-06-15",
            "The root says statusCode 200 and triggerStatusCode 502.3: this is the trace.",
            farm -> {
              SiteScript front = Usual.front(farm, "edge01", "00:00:30", "web01", "web02");
              front.traces().shows("200");
              Usual.timedOut(front, "web01", "10:00:00", "10:00:30", "/pay", 30);
              farm.incident("10:00:31", "http://shop.mosaic.example/pay", 502);
            })
        .expects(verdict(PRODUCED_BY_FRONT_END).on("edge01", FRONT).mayBe())
        .never(WRITE_FAIL, RULE_MISS, RECORDER_OFF, TRUNCATED);
  }
}
