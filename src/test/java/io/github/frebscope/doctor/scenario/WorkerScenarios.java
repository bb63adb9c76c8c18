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

import io.github.frebscope.testing.FarmWriter;
import io.github.frebscope.testing.farm.SiteScript;
import io.github.frebscope.testing.script.Failures;
import java.util.List;

/** What the worker process and its pool did: R12, R13, and E6 to E8. */
final class WorkerScenarios {
  private static final String FRONT = "Default Web Site";

  private WorkerScenarios() {}

  static List<Scenario> all() {
    return List.of(
        crash(),
        recycledByHand(),
        crashByHttpErrAlone(),
        idleConnection(),
        anotherPoolCrashed(),
        rapidFail(),
        offlineHoursBefore(),
        tcpLevel(),
        tcpLevelAndUp(),
        disabledOnAll(),
        queueTimer(),
        headerTimer(),
        preloadAtNight(),
        failureDuringPreload());
  }

  private static SiteScript shop(FarmWriter farm, String server) {
    SiteScript shop = Usual.site(farm, server, "shop", 2, "shop.mosaic.example");
    return shop.rule("*", "400-599");
  }

  private static void control(SiteScript site, String time) {
    site.log().line(time, "/missing.gif", 404, 0, 2, 12);
    site.traces().notFound(time, "/missing.gif");
  }

  private static Scenario crash() {
    return Scenario.of(
            "R12 the worker process died with six requests in hand",
            "2026-04-14",
            "http.sys lost six requests in one second, WAS and Application Error say why, and the"
                + " recorder had traced a 404 that morning.",
            farm -> {
              control(shop(farm, "web01"), "07:02:00");
              SiteScript shop = shop(farm, "web02");
              control(shop, "07:40:00");
              shop.log().quiet("14:03:15", "14:03:41");
              for (int i = 0; i < 6; i++) {
                shop.httpErr("14:03:27", "/order/" + i, "Connection_Abandoned_By_ReqQueue");
              }
              farm.server("web02")
                  .was("14:03:27", 5009, "shop pool", "A process terminated unexpectedly.")
                  .event("14:03:26", "Application Error", 1000, "Faulting application w3wp.exe");
              farm.incident("14:03:28", "http://shop.mosaic.example/order/1", 502)
                  .incident("14:03:27", "http://shop.mosaic.example/order/4", 502);
            })
        .expects(
            verdict(WORKER_CRASH)
                .on("web02", "shop")
                .between(MEDIUM, HIGH)
                .cites("web02", "14:03:27", "/order/1"),
            verdict(COLDSTART_SUSPECT).on("web02", "shop").between(LOW, MEDIUM).mayBe())
        .never(PRODUCED_UPSTREAM, POOL_DOWN, WRITE_FAIL, RECORDER_OFF, RULE_MISS);
  }

  private static Scenario recycledByHand() {
    return Scenario.of(
            "R12- the pool was recycled by hand",
            "2026-04-14",
            "5079 is an administrator's recycle, no request was abandoned; without overlap the next"
                + " one waited for the new process until the front end had gone.",
            farm -> {
              control(shop(farm, "web01"), "07:02:00");
              SiteScript shop = shop(farm, "web02");
              shop.pool("shop pool", pool -> pool.recycling("disallowOverlappingRotation", "true"));
              shop.log().quiet("14:03:20", "14:04:02");
              shop.log().line("14:04:02", "/order/1", 200, 0, 64, 37_480);
              farm.server("web02").was("14:03:20", 5079, "shop pool", "An administrator did it.");
              farm.incident("14:03:55", "http://shop.mosaic.example/order/1", 502);
            })
        .expects(
            verdict(COLDSTART_SUSPECT).on("web02", "shop").cites("web02", "14:04:02", "/order/1"),
            verdict(FRONT_GAVE_UP).on("web02", "shop").between(LOW, MEDIUM).mayBe())
        .never(WORKER_CRASH, POOL_DOWN, MEMBER_ABORTED, WRITE_FAIL, RECORDER_OFF);
  }

  private static Scenario crashByHttpErrAlone() {
    return Scenario.of(
            "E8 five requests were abandoned in one second, and no events were collected",
            "2026-04-15",
            "One log says it.",
            farm -> {
              SiteScript shop = shop(farm, "web02");
              for (int i = 0; i < 5; i++) {
                shop.httpErr("10:41:09", "/order/" + i, "Connection_Abandoned_By_AppPool");
              }
              farm.incident("10:41:12", "http://shop.mosaic.example/order/3", 502);
            })
        .expects(
            verdict(WORKER_CRASH)
                .on("web02", "shop")
                .between(LOW, MEDIUM)
                .cites("web02", "10:41:09", "/order/3"),
            verdict(COLDSTART_SUSPECT).on("web02", "shop").between(LOW, LOW).mayBe())
        .never(PRODUCED_UPSTREAM, POOL_DOWN, MEMBER_ABORTED, WRITE_FAIL);
  }

  private static Scenario idleConnection() {
    return Scenario.of(
            "E8- one idle connection was closed",
            "2026-04-15",
            "Timer_ConnectionIdle is of no request; both members know nothing of it.",
            farm -> {
              shop(farm, "web01");
              shop(farm, "web02");
              farm.server("web02").httpErr("10:41:09", "-", "Timer_ConnectionIdle");
              farm.incident("10:41:10", "http://shop.mosaic.example/order/3", 502);
            })
        .expects(verdict(PRODUCED_UPSTREAM).of("shop").between(LOW, MEDIUM))
        .never(WORKER_CRASH, MEMBER_ABORTED, POOL_DOWN, QUEUE_WAIT);
  }

  private static Scenario anotherPoolCrashed() {
    return Scenario.of(
            "E8- the worker process of another pool died",
            "2026-04-16",
            "Site 9 lost its requests; this one was busy in the same second.",
            farm -> {
              shop(farm, "web01");
              SiteScript home = Usual.recorded(farm, "web01", "home", 9, "home.mosaic.example");
              for (int i = 0; i < 4; i++) {
                home.httpErr("10:41:09", "/news/" + i, "Connection_Abandoned_By_ReqQueue");
              }
              farm.server("web01").was("10:41:09", 5009, "home pool", "Terminated unexpectedly.");
              farm.incident("10:41:10", "http://shop.mosaic.example/order/3", 502);
            })
        .expects(
            verdict(PRODUCED_UPSTREAM).on("web01", "shop").between(LOW, MEDIUM),
            verdict(WORKER_CRASH).on("web01", "home").mayBe())
        .never(MEMBER_ABORTED, POOL_DOWN, QUEUE_WAIT, WRITE_FAIL);
  }

  private static Scenario rapidFail() {
    return Scenario.of(
            "E6 the pool was disabled by rapid-fail protection",
            "2026-04-17",
            "http.sys answered 503 itself because WAS had disabled the pool.",
            farm -> {
              SiteScript shop = shop(farm, "web01");
              control(shop, "07:40:00");
              shop.log().quiet("10:54:00", "12:02:00");
              shop.httpErr("11:20:31", "/order/7", "AppOffline");
              shop.httpErr("11:20:36", "/home", "AppOffline");
              farm.server("web01").was("10:54:00", 5002, "shop pool", "Disabled: rapid fail.");
              farm.incident("11:20:31", "http://shop.mosaic.example/order/7", 502);
            })
        .expects(
            verdict(POOL_DOWN)
                .on("web01", "shop")
                .between(MEDIUM, HIGH)
                .cites("web01", "11:20:31", "/order/7"),
            verdict(WORKER_CRASH).on("web01", "shop").between(LOW, MEDIUM).mayBe())
        .never(PRODUCED_UPSTREAM, RECORDER_OFF, WRITE_FAIL, RULE_MISS, COLDSTART_SUSPECT);
  }

  private static Scenario offlineHoursBefore() {
    return Scenario.of(
            "E6- the pool was disabled three hours before",
            "2026-04-17",
            "It was up again for hours, and busy in that minute.",
            farm -> {
              SiteScript shop = shop(farm, "web01");
              control(shop, "07:40:00");
              shop.log().quiet("08:12:00", "08:31:00");
              shop.httpErr("08:20:31", "/order/7", "AppOffline");
              farm.server("web01").was("08:12:00", 5002, "shop pool", "Disabled: rapid fail.");
              farm.incident("11:20:31", "http://shop.mosaic.example/order/7", 502);
            })
        .expects(verdict(PRODUCED_UPSTREAM).on("web01", "shop").between(LOW, MEDIUM))
        .never(POOL_DOWN, WORKER_CRASH, QUEUE_WAIT, COLDSTART_SUSPECT);
  }

  private static Scenario tcpLevel() {
    return Scenario.of(
            "E6 the pool was down and its connections were closed instead of answered",
            "2026-04-20",
            "With TcpLevel a client gets no 503, and the proxy makes a 502 of the closed"
                + " connection.",
            farm -> {
              SiteScript shop = shop(farm, "web01");
              shop.pool("shop pool", pool -> pool.failure("loadBalancerCapabilities", "TcpLevel"));
              shop.log().quiet("11:19:50", "11:48:00");
              shop.httpErr("11:20:31", "/order/7", "AppOffline");
              farm.server("web01").was("11:19:50", 5002, "shop pool", "Disabled: rapid fail.");
              farm.incident("11:20:30", "http://shop.mosaic.example/order/7", 502);
            })
        .expects(
            verdict(POOL_DOWN)
                .on("web01", "shop")
                .between(MEDIUM, HIGH)
                .cites("web01", "11:20:31", "/order/7"),
            verdict(WORKER_CRASH).on("web01", "shop").between(LOW, MEDIUM).mayBe())
        .never(PRODUCED_UPSTREAM, MEMBER_ABORTED, RECORDER_OFF, WRITE_FAIL);
  }

  private static Scenario tcpLevelAndUp() {
    return Scenario.of(
            "E6- TcpLevel is set and the pool was up",
            "2026-04-20",
            "A setting alone did nothing; the site was busy.",
            farm -> {
              shop(farm, "web01")
                  .pool("shop pool", pool -> pool.failure("loadBalancerCapabilities", "TcpLevel"));
              farm.incident("11:20:30", "http://shop.mosaic.example/order/7", 502);
            })
        .expects(verdict(PRODUCED_UPSTREAM).on("web01", "shop").between(LOW, MEDIUM))
        .never(POOL_DOWN, MEMBER_ABORTED, WORKER_CRASH);
  }

  private static Scenario disabledOnAll() {
    return Scenario.of(
            "E6 the pools of all members were stopped, and ARR had no member left",
            "2026-04-21",
            "http.sys of both members answered 503 Disabled; then the front end made 502.4.",
            farm -> {
              SiteScript front = Usual.front(farm, "edge01", "", "web01", "web02");
              Usual.behind(farm, "edge01", "web01", "web02");
              for (String name : List.of("web01", "web02")) {
                SiteScript shop = shop(farm, name);
                shop.pool("shop pool", pool -> pool.set("autoStart", "false"));
                shop.log().quiet("16:30:00", "18:00:00");
                shop.httpErr("16:30:05", "/home", "Disabled");
                shop.httpErr("16:31:02", "/home", "Disabled");
              }
              front.log().line("16:31:02", "/home", 502, 4, 0, 15);
              front.traces().add("16:31:02", "/home", s -> Failures.noServer(s, "webfarm"));
              farm.incident("16:31:02", "http://shop.mosaic.example/home", 502);
            })
        .expects(
            verdict(PRODUCED_BY_FRONT_END)
                .on("edge01", FRONT)
                .between(MEDIUM, HIGH)
                .cites("edge01", "16:31:02", "/home"),
            verdict(POOL_DOWN)
                .on("web01", "shop")
                .between(MEDIUM, HIGH)
                .cites("web01", "16:31:02", "/home"),
            verdict(POOL_DOWN)
                .on("web02", "shop")
                .between(MEDIUM, HIGH)
                .cites("web02", "16:31:02", "/home"))
        .never(PRODUCED_UPSTREAM, WORKER_CRASH, RECORDER_OFF, COLDSTART_SUSPECT);
  }

  private static Scenario queueTimer() {
    return Scenario.of(
            "E7 requests waited two minutes for a worker process",
            "2026-04-22",
            "http.sys gave up on them after connectionTimeout, two minutes after their begin; the"
                + " client's proxy did so before.",
            farm -> {
              SiteScript shop = shop(farm, "web01");
              shop.log().quiet("09:59:55", "10:02:40");
              shop.httpErr("10:02:00", "/order/7", "Timer_AppPool");
              shop.httpErr("10:02:11", "/home", "Timer_AppPool");
              farm.incident("10:00:30", "http://shop.mosaic.example/order/7", 502);
            })
        .expects(
            verdict(QUEUE_WAIT)
                .on("web01", "shop")
                .between(LOW, HIGH)
                .cites("web01", "10:02:00", "/order/7"),
            verdict(COLDSTART_SUSPECT).on("web01", "shop").between(LOW, MEDIUM).mayBe())
        .never(PRODUCED_UPSTREAM, WORKER_CRASH, POOL_DOWN, WRITE_FAIL, RECORDER_OFF);
  }

  private static Scenario headerTimer() {
    return Scenario.of(
            "E7- a connection on which no request came",
            "2026-04-22",
            "Timer_HeaderWait is of no request at all; the site was busy.",
            farm -> {
              shop(farm, "web01");
              farm.server("web01").httpErr("10:02:00", "-", "Timer_HeaderWait");
              farm.incident("10:00:30", "http://shop.mosaic.example/order/7", 502);
            })
        .expects(verdict(PRODUCED_UPSTREAM).on("web01", "shop").between(LOW, MEDIUM))
        .never(QUEUE_WAIT, WORKER_CRASH, MEMBER_ABORTED, POOL_DOWN);
  }

  private static Scenario preloadAtNight() {
    return Scenario.of(
            "R13- a recycle at night with preload",
            "2026-04-24",
            "The warm-up request is in no log, and nobody missed anything: nothing to claim.",
            farm -> {
              SiteScript shop = shop(farm, "web01").preload(true);
              shop.pool("shop pool", pool -> pool.alwaysRunning().schedule("03:00:00"));
              farm.server("web01").was("03:00:00", 5076, "shop pool", "A scheduled recycle.");
            })
        .never(COLDSTART_SUSPECT, PRODUCED_UPSTREAM, RECORDER_OFF, WORKER_CRASH);
  }

  private static Scenario failureDuringPreload() {
    return Scenario.of(
            "R13 a 502 in the seconds after a recycle with preload",
            "2026-04-24",
            "The recorder is right and the site has no line; the warm-up request would have none"
                + " in any case. The start is near, and more than a suspicion cannot be had.",
            farm -> {
              SiteScript shop = shop(farm, "web01").preload(true);
              shop.pool("shop pool", pool -> pool.alwaysRunning().schedule("13:00:00"));
              farm.server("web01").was("13:00:00", 5076, "shop pool", "A scheduled recycle.");
              farm.incident("13:00:09", "http://shop.mosaic.example/order/7", 502);
            })
        .expects(
            verdict(COLDSTART_SUSPECT).on("web01", "shop").between(LOW, MEDIUM).mayBe(),
            verdict(PRODUCED_UPSTREAM).on("web01", "shop").between(LOW, MEDIUM).mayBe())
        .never(RECORDER_OFF, RULE_MISS, WRITE_FAIL, WORKER_CRASH, POOL_DOWN)
        .most(MEDIUM);
  }
}
