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
import static io.github.frebscope.doctor.Explanation.ROTATED_AWAY;
import static io.github.frebscope.doctor.Explanation.RULE_MISS;
import static io.github.frebscope.doctor.Explanation.WORKER_CRASH;
import static io.github.frebscope.doctor.Explanation.WRITE_FAIL;
import static io.github.frebscope.doctor.scenario.Expected.verdict;

import io.github.frebscope.testing.FarmWriter;
import io.github.frebscope.testing.farm.SiteScript;
import io.github.frebscope.testing.script.Failures;
import java.time.Duration;
import java.util.List;

/** A worker process that starts, or seems to: C1 to C6. */
final class ColdStartScenarios {
  private static final String FRONT = "Default Web Site";

  private ColdStartScenarios() {}

  static List<Scenario> all() {
    return List.of(
        quietMembers(),
        slowAtAnyHour(),
        threeQuietMinutes(),
        quickFirstHit(),
        probesKeepItAwake(),
        processWithoutApplication(),
        anotherPoolWasIdle(),
        every29Hours(),
        sameJobEveryDay(),
        wholeChain(),
        noTimeTaken(),
        clientLeftTheQueue(),
        slowMorningWithoutFailure());
  }

  /** Of the desk, whose pool starts on demand and ends after the default 20 idle minutes. */
  private static SiteScript desk(FarmWriter farm, String server) {
    return Usual.recorded(farm, server, "desk", 4, "desk.harbour.example");
  }

  private static Expected idleSettings(Expected verdict, String... servers) {
    Expected all = verdict;
    for (String server : servers) {
      String pool = "applicationPools/add[@name='desk pool']";
      all =
          all.names(server, pool, "startMode", "OnDemand")
              .names(server, pool + "/processModel", "idleTimeout", "00:20:00")
              .names(server, "sites/site[@name='desk']/application", "preloadEnabled", "false");
    }
    return all;
  }

  private static Scenario quietMembers() {
    return Scenario.of(
            "C1 first hits after quiet half-hours take tens of seconds",
            "2026-02-24",
            "Tracing is right and nothing is written since no member made a 502; each failure is the"
                + " first request after more than 20 quiet minutes, and its peer had gone. The"
                + " clients' clock is four seconds off, the front end was not collected.",
            farm -> {
              SiteScript one = desk(farm, "node-1");
              SiteScript two = desk(farm, "node-2");
              desk(farm, "node-3");
              one.log().quiet("07:05:00", "07:34:38").line("07:34:38", "/home", 200, 0, 64, 38_204);
              two.log().quiet("12:10:00", "12:36:44").line("12:36:44", "/home", 200, 0, 64, 44_017);
              farm.incident("07:34:26", "http://desk.harbour.example/home", 502)
                  .incident("12:36:26", "http://desk.harbour.example/home", 502);
            })
        .expects(
            idleSettings(verdict(COLDSTART_SUSPECT), "node-1", "node-2")
                .of("desk")
                .between(LOW, MEDIUM)
                .cites("node-1", "07:34:38", "/home")
                .cites("node-2", "12:36:44", "/home"),
            verdict(FRONT_GAVE_UP).of("desk").between(LOW, MEDIUM).mayBe(),
            verdict(PRODUCED_UPSTREAM).of("desk").between(LOW, MEDIUM).mayBe())
        .never(RECORDER_OFF, RULE_MISS, ROTATED_AWAY, WRITE_FAIL, POOL_DOWN, WORKER_CRASH)
        .most(MEDIUM);
  }

  private static Scenario slowAtAnyHour() {
    return Scenario.of(
            "C1- the same answers in the middle of the traffic",
            "2026-02-24",
            "One URL is slow at any hour, on both members, with requests before and after it.",
            farm -> {
              SiteScript one = desk(farm, "node-1");
              SiteScript two = desk(farm, "node-2");
              one.log().line("07:34:38", "/report/year", 200, 0, 64, 38_204);
              two.log().line("12:36:44", "/report/year", 200, 0, 64, 44_017);
              one.log().line("16:02:10", "/report/year", 200, 0, 64, 35_371);
              farm.incident("07:34:30", "http://desk.harbour.example/report/year", 502)
                  .incident("12:36:30", "http://desk.harbour.example/report/year", 502)
                  .incident("16:02:05", "http://desk.harbour.example/report/year", 502);
            })
        .expects(
            verdict(FRONT_GAVE_UP)
                .of("desk")
                .between(LOW, MEDIUM)
                .cites("node-1", "07:34:38", "/report/year")
                .cites("node-2", "12:36:44", "/report/year"),
            verdict(PRODUCED_UPSTREAM).of("desk").between(LOW, MEDIUM).mayBe())
        .never(COLDSTART_SUSPECT, RECORDER_OFF, WORKER_CRASH, MEMBER_ABORTED)
        .most(MEDIUM);
  }

  private static Scenario threeQuietMinutes() {
    return Scenario.of(
            "C1- the same answer after three quiet minutes",
            "2026-02-24",
            "The pool ends after 20 idle minutes; three are not idle.",
            farm -> {
              SiteScript one = desk(farm, "node-1");
              desk(farm, "node-2");
              one.log().quiet("07:31:00", "07:34:38").line("07:34:38", "/home", 200, 0, 64, 38_204);
              farm.incident("07:34:30", "http://desk.harbour.example/home", 502);
            })
        .expects(
            verdict(FRONT_GAVE_UP)
                .on("node-1", "desk")
                .between(LOW, MEDIUM)
                .cites("node-1", "07:34:38", "/home"),
            verdict(PRODUCED_UPSTREAM).of("desk").between(LOW, MEDIUM).mayBe())
        .never(COLDSTART_SUSPECT, WORKER_CRASH, WRITE_FAIL)
        .most(MEDIUM);
  }

  private static Scenario quickFirstHit() {
    return Scenario.of(
            "C1- the first hit after forty quiet minutes took 0.2 seconds",
            "2026-02-24",
            "Whatever failed at that time, nothing started slowly; it did not arrive.",
            farm -> {
              SiteScript one = desk(farm, "node-1");
              desk(farm, "node-2");
              one.log().quiet("06:55:00", "07:34:38").line("07:34:38", "/home", 200, 0, 0, 204);
              farm.incident("07:40:30", "http://desk.harbour.example/export", 502);
            })
        .expects(verdict(PRODUCED_UPSTREAM).of("desk").between(LOW, MEDIUM))
        .never(COLDSTART_SUSPECT, FRONT_GAVE_UP, WRITE_FAIL)
        .most(MEDIUM);
  }

  private static Scenario probesKeepItAwake() {
    return Scenario.of(
            "C1- nobody but the health probe asked for half an hour",
            "2026-02-25",
            "A probe every 30 seconds is traffic: the worker process was not idle.",
            farm -> {
              SiteScript one = desk(farm, "node-1");
              desk(farm, "node-2");
              one.log().quiet("07:04:00", "07:34:38");
              for (int i = 0; i < 60; i++) {
                String time = "07:%02d:%02d".formatted(4 + i / 2, i % 2 * 30 + 7);
                one.log().line(time, "/alive", 200, 0, 0, 6);
              }
              one.log().line("07:34:38", "/home", 200, 0, 64, 38_204);
              farm.incident("07:34:30", "http://desk.harbour.example/home", 502);
            })
        .expects(
            verdict(FRONT_GAVE_UP)
                .on("node-1", "desk")
                .between(LOW, MEDIUM)
                .cites("node-1", "07:34:38", "/home"),
            verdict(PRODUCED_UPSTREAM).of("desk").between(LOW, MEDIUM).mayBe())
        .never(COLDSTART_SUSPECT, WORKER_CRASH, WRITE_FAIL)
        .most(MEDIUM);
  }

  private static Scenario processWithoutApplication() {
    return Scenario.of(
            "C2 the process is always there and the application is not preloaded",
            "2026-02-26",
            "AlwaysRunning alone is not enough: WAS tells of the idle shut-down, and the first user"
                + " half an hour later waits.",
            farm -> {
              farm.server("node-1").asOnDisk();
              SiteScript one = desk(farm, "node-1");
              one.pool("desk pool", pool -> pool.set("startMode", "AlwaysRunning"));
              one.log().quiet("08:01:00", "08:31:39").line("08:31:39", "/home", 200, 0, 64, 39_530);
              farm.server("node-1").was("08:21:10", 5186, "desk pool", "It was idle.");
              farm.incident("08:31:31", "http://desk.harbour.example/home", 502);
            })
        .expects(
            verdict(COLDSTART_SUSPECT)
                .on("node-1", "desk")
                .cites("node-1", "08:31:39", "/home")
                .names(
                    "node-1",
                    "applicationPools/add[@name='desk pool']/processModel",
                    "idleTimeout",
                    "00:20:00")
                .names("node-1", "sites/site[@name='desk']/application", "preloadEnabled", "false"),
            verdict(FRONT_GAVE_UP).on("node-1", "desk").between(LOW, MEDIUM).mayBe(),
            verdict(PRODUCED_UPSTREAM).on("node-1", "desk").between(LOW, MEDIUM).mayBe())
        .never(RECORDER_OFF, WRITE_FAIL, WORKER_CRASH, POOL_DOWN);
  }

  private static Scenario anotherPoolWasIdle() {
    return Scenario.of(
            "C2- another pool was shut down for being idle",
            "2026-02-26",
            "The failing site made its 502 itself, in the middle of its traffic, and has its trace.",
            farm -> {
              SiteScript api = Usual.core(farm, "node-1", "api", 6, "api.harbour.example");
              api.rule("*", "502").log().line("08:31:39", "/v1/orders", 502, 3, 12030, 63);
              api.traces()
                  .add(
                      "08:31:39",
                      "/v1/orders",
                      s -> Failures.forwardFails(s, Duration.ofMillis(60), Usual.ENDED));
              desk(farm, "node-1").log().quiet("08:05:00", "09:10:00");
              farm.server("node-1").was("08:28:10", 5186, "desk pool", "It was idle.");
              farm.incident("08:31:39", "http://api.harbour.example/v1/orders", 502);
            })
        .never(COLDSTART_SUSPECT, WORKER_CRASH, WRITE_FAIL, PRODUCED_UPSTREAM);
  }

  private static Scenario every29Hours() {
    return Scenario.of(
            "C3 failures follow the recycle that comes every 29 hours",
            "2026-03-23",
            "Monday 06:00, Tuesday 11:00, Wednesday 16:00: 5074 each time, and the first answers"
                + " after it come when the front end has gone.",
            farm -> {
              SiteScript one = desk(farm, "node-1");
              one.pool("desk pool", pool -> pool.alwaysRunning());
              one.log().traffic("2026-03-24T05:00:00Z", "2026-03-24T19:00:00Z", 25, 71);
              one.log().traffic("2026-03-25T05:00:00Z", "2026-03-25T19:00:00Z", 25, 72);
              desk(farm, "node-2");
              for (String at :
                  List.of("2026-03-23T06:00", "2026-03-24T11:00", "2026-03-25T16:00")) {
                one.log().quiet(at + ":02Z", at + ":42Z");
                one.log().line(at + ":42Z", "/home", 200, 0, 64, 39_877);
                one.log().line(at + ":42Z", "/search", 200, 0, 64, 36_204);
                farm.server("node-1").was(at + ":00Z", 5074, "desk pool", "Its time limit.");
                farm.incident(at + ":33Z", "http://desk.harbour.example/home", 502);
              }
            })
        .expects(
            verdict(COLDSTART_SUSPECT)
                .on("node-1", "desk")
                .cites("node-1", "2026-03-24T11:00:42Z", "/home")
                .names(
                    "node-1",
                    "applicationPools/add[@name='desk pool']/recycling/periodicRestart",
                    "time",
                    "1.05:00:00"),
            verdict(FRONT_GAVE_UP).on("node-1", "desk").between(LOW, MEDIUM).mayBe(),
            verdict(PRODUCED_UPSTREAM).of("desk").between(LOW, MEDIUM).mayBe())
        .never(WORKER_CRASH, POOL_DOWN, RECORDER_OFF, WRITE_FAIL);
  }

  private static Scenario sameJobEveryDay() {
    return Scenario.of(
            "C3- one slow job at the same hour of each day",
            "2026-03-23",
            "No recycle, no quiet time, always one URL: a slow job that somebody starts at eleven.",
            farm -> {
              SiteScript one = desk(farm, "node-1");
              one.log().traffic("2026-03-24T05:00:00Z", "2026-03-24T19:00:00Z", 25, 71);
              one.log().traffic("2026-03-25T05:00:00Z", "2026-03-25T19:00:00Z", 25, 72);
              for (String at :
                  List.of("2026-03-23T11:00", "2026-03-24T11:00", "2026-03-25T11:00")) {
                one.log().line(at + ":42Z", "/jobs/close-day", 200, 0, 64, 40_877);
                farm.incident(at + ":33Z", "http://desk.harbour.example/jobs/close-day", 502);
              }
            })
        .expects(
            verdict(FRONT_GAVE_UP)
                .on("node-1", "desk")
                .between(LOW, MEDIUM)
                .cites("node-1", "2026-03-24T11:00:42Z", "/jobs/close-day"),
            verdict(PRODUCED_UPSTREAM).on("node-1", "desk").between(LOW, MEDIUM).mayBe())
        .never(COLDSTART_SUSPECT, WORKER_CRASH, POOL_DOWN)
        .most(MEDIUM);
  }

  private static Scenario wholeChain() {
    return Scenario.of(
            "C4 a cold member behind a front end that was collected",
            "2026-03-26",
            "The front end's 502.3 after 30 seconds, its trace, and the member's first answer after"
                + " half an hour of quiet, by a clock that is six seconds ahead.",
            farm -> {
              SiteScript front = Usual.front(farm, "edge01", "00:00:30", "node-1", "node-2");
              Usual.behind(farm, "edge01", "node-1", "node-2");
              front.traces().host("desk.harbour.example");
              desk(farm, "node-1");
              SiteScript two = desk(farm, "node-2");
              Usual.timedOut(front, "node-2", "14:15:00", "14:15:30", "/home", 30);
              two.log().quiet("13:44:00", "14:15:53").line("14:15:53", "/home", 200, 0, 64, 47_008);
              farm.incident("14:15:31", "http://desk.harbour.example/home", 502);
            })
        .expects(
            verdict(PRODUCED_BY_FRONT_END)
                .on("edge01", FRONT)
                .between(MEDIUM, HIGH)
                .cites("edge01", "14:15:30", "/home"),
            verdict(FRONT_GAVE_UP)
                .on("node-2", "desk")
                .between(MEDIUM, HIGH)
                .cites("node-2", "14:15:53", "/home"),
            idleSettings(verdict(COLDSTART_SUSPECT), "node-2")
                .on("node-2", "desk")
                .cites("node-2", "14:15:53", "/home"))
        .never(MEMBER_ABORTED, PRODUCED_UPSTREAM, WORKER_CRASH, RECORDER_OFF, WRITE_FAIL);
  }

  private static Scenario noTimeTaken() {
    return Scenario.of(
            "C5- the log has no time-taken",
            "2026-03-27",
            "A quiet half-hour and a peer that had gone; how long it took nobody knows. No more"
                + " than a hint.",
            farm -> {
              SiteScript one = desk(farm, "node-1");
              one.log().without("time-taken", "sc-substatus");
              one.log().quiet("08:01:00", "08:31:39").line("08:31:39", "/home", 200, 0, 64, 39_530);
              farm.incident("08:31:31", "http://desk.harbour.example/home", 502);
            })
        .expects(
            verdict(COLDSTART_SUSPECT).on("node-1", "desk").between(LOW, LOW).mayBe(),
            verdict(FRONT_GAVE_UP).on("node-1", "desk").between(LOW, LOW).mayBe(),
            verdict(PRODUCED_UPSTREAM).on("node-1", "desk").between(LOW, LOW).mayBe())
        .never(RECORDER_OFF, RULE_MISS, WRITE_FAIL, WORKER_CRASH)
        .most(LOW);
  }

  private static Scenario clientLeftTheQueue() {
    return Scenario.of(
            "C6 the front end left the queue before the worker process was there",
            "2026-03-30",
            "http.sys tells that the peer left an unassigned request after 30 seconds; the next"
                + " one is the first hit after half an hour, and slow.",
            farm -> {
              SiteScript one = desk(farm, "node-1");
              desk(farm, "node-2");
              one.log().quiet("08:01:00", "08:31:52").line("08:31:52", "/home", 200, 0, 0, 12_530);
              one.httpErr("08:31:30", "/home", "Client_Reset");
              farm.incident("08:31:30", "http://desk.harbour.example/home", 502);
            })
        .expects(
            idleSettings(verdict(COLDSTART_SUSPECT), "node-1")
                .on("node-1", "desk")
                .cites("node-1", "08:31:52", "/home"),
            verdict(QUEUE_WAIT).on("node-1", "desk").mayBe(),
            verdict(FRONT_GAVE_UP).on("node-1", "desk").between(LOW, MEDIUM).mayBe())
        .never(PRODUCED_UPSTREAM, WORKER_CRASH, POOL_DOWN, RECORDER_OFF);
  }

  private static Scenario slowMorningWithoutFailure() {
    return Scenario.of(
            "C6- the first user of the morning waited for twelve seconds and got the page",
            "2026-03-30",
            "A cold start that nobody saw fail: at most a hint.",
            farm -> {
              SiteScript one = desk(farm, "node-1");
              one.log().quiet("05:00:30", "07:31:52").line("07:31:52", "/home", 200, 0, 0, 12_530);
            })
        .expects(verdict(COLDSTART_SUSPECT).on("node-1", "desk").between(LOW, LOW).mayBe())
        .never(FRONT_GAVE_UP, PRODUCED_UPSTREAM, WORKER_CRASH, QUEUE_WAIT)
        .most(LOW);
  }
}
