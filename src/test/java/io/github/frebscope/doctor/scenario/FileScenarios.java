package io.github.frebscope.doctor.scenario;

import static io.github.frebscope.cause.Confidence.HIGH;
import static io.github.frebscope.cause.Confidence.LOW;
import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.doctor.Explanation.PRODUCED_BY_FRONT_END;
import static io.github.frebscope.doctor.Explanation.PRODUCED_UPSTREAM;
import static io.github.frebscope.doctor.Explanation.RECORDER_OFF;
import static io.github.frebscope.doctor.Explanation.ROTATED_AWAY;
import static io.github.frebscope.doctor.Explanation.RULE_MISS;
import static io.github.frebscope.doctor.Explanation.TRUNCATED;
import static io.github.frebscope.doctor.Explanation.WRITE_FAIL;
import static io.github.frebscope.doctor.scenario.Expected.verdict;

import io.github.frebscope.testing.FarmWriter;
import io.github.frebscope.testing.farm.SiteScript;
import io.github.frebscope.testing.script.Failures;
import io.github.frebscope.testing.script.Recording;
import java.time.Duration;
import java.util.List;

/** The recorder is on: what became of the file. R5, R7 to R11, R14. */
final class FileScenarios {
  private static final String FRONT = "Default Web Site";

  private FileScenarios() {}

  static List<Scenario> all() {
    return List.of(
        timeConditionFirst(),
        timeConditionLater(),
        rotated(),
        fewFiles(),
        roomForMore(),
        truncated(),
        anotherIsTruncated(),
        cannotWrite(),
        couldNotWriteDaysAgo(),
        folderOfAnotherSite(),
        traceOfAnotherSite(),
        directoryNotCollected(),
        written2MinutesLater(),
        traceOfALaterFailure(),
        cachedAnswers());
  }

  private static SiteScript api(FarmWriter farm) {
    return Usual.core(farm, "web01", "api", 2, "api.mosaic.example");
  }

  private static void fails(SiteScript site, String end, String path) {
    site.log().line(end, path, 502, 3, 12030, 63);
  }

  private static void traced(SiteScript site, String start, String path) {
    site.traces()
        .add(start, path, s -> Failures.forwardFails(s, Duration.ofMillis(60), Usual.ENDED));
  }

  private static Scenario timeConditionFirst() {
    return Scenario.of(
            "R5 the time condition wrote the trace before the 502",
            "2026-06-03",
            "The file is there, written after 20 seconds, and has no 502 in it: found by URL and"
                + " time, not by status.",
            farm -> {
              SiteScript front = Usual.frontWithoutRule(farm, "edge01", "00:00:45", "web01");
              front.rule("/slow*", "502", rule -> rule.timeTaken("00:00:20"));
              front.log().line("12:00:45", "/slow/year", 502, 3, 12002, 45_021);
              front
                  .traces()
                  .add(
                      "12:00:00",
                      "/slow/year",
                      s ->
                          Failures.timesOut(s, "webfarm", "web01", Duration.ofSeconds(45))
                              .record(Recording.EVERYTHING.writtenAfter(Duration.ofSeconds(20))));
              farm.incident("12:00:45", "http://shop.mosaic.example/slow/year", 502);
            })
        .expects(verdict(PRODUCED_BY_FRONT_END).on("edge01", FRONT).mayBe())
        .never(WRITE_FAIL, RULE_MISS, RECORDER_OFF, TRUNCATED, ROTATED_AWAY);
  }

  private static Scenario timeConditionLater() {
    return Scenario.of(
            "R5- the time condition is longer than the request and no file is there",
            "2026-06-03",
            "After 30 seconds the status was first; a file should be there and is not.",
            farm -> {
              SiteScript api = api(farm);
              api.rule("*", "502", rule -> rule.timeTaken("00:01:00"));
              api.log().line("12:00:30", "/v1/year", 502, 3, 12002, 30_008);
              fails(api, "16:00:00", "/v1/day");
              traced(api, "16:00:00", "/v1/day");
              farm.incident("12:00:30", "http://api.mosaic.example/v1/year", 502);
            })
        .expects(
            verdict(WRITE_FAIL)
                .on("web01", "api")
                .between(LOW, MEDIUM)
                .cites("web01", "12:00:30", "/v1/year"))
        .never(RULE_MISS, TRUNCATED, ROTATED_AWAY, RECORDER_OFF);
  }

  private static Scenario rotated() {
    return Scenario.of(
            "R7 fifty files of a later storm",
            "2026-06-04",
            "All that is kept is younger than the incident, and there is as much as is kept.",
            farm -> {
              farm.server("web01").asOnDisk();
              SiteScript api = api(farm).rule("*", "502");
              fails(api, "09:14:02", "/v1/cart");
              for (int i = 0; i < 50; i++) {
                fails(api, "11:20:%02d".formatted(i), "/v1/search");
              }
              api.traces()
                  .from(951)
                  .storm(
                      "11:20:00",
                      Duration.ofSeconds(1),
                      50,
                      "/v1/search",
                      s -> Failures.forwardFails(s, Duration.ofMillis(60), Usual.ENDED));
              farm.incident("09:14:00", "http://api.mosaic.example/v1/cart", 502);
            })
        .expects(
            verdict(ROTATED_AWAY)
                .on("web01", "api")
                .between(MEDIUM, HIGH)
                .cites("web01", "09:14:02", "/v1/cart")
                .names(
                    "web01",
                    "sites/site[@name='api']/traceFailedRequestsLogging",
                    "maxLogFiles",
                    "50"))
        .never(WRITE_FAIL, RULE_MISS, RECORDER_OFF, PRODUCED_UPSTREAM);
  }

  private static Scenario fewFiles() {
    return Scenario.of(
            "R7- twelve files, all younger than the incident",
            "2026-06-04",
            "Nothing is deleted at twelve of fifty, and they are numbered from one.",
            farm -> {
              SiteScript api = api(farm).rule("*", "502");
              fails(api, "09:14:02", "/v1/cart");
              for (int i = 0; i < 12; i++) {
                fails(api, "11:20:%02d".formatted(i), "/v1/search");
                traced(api, "11:20:%02d".formatted(i), "/v1/search");
              }
              farm.incident("09:14:00", "http://api.mosaic.example/v1/cart", 502);
            })
        .expects(
            verdict(WRITE_FAIL)
                .on("web01", "api")
                .between(LOW, MEDIUM)
                .cites("web01", "09:14:02", "/v1/cart"))
        .never(ROTATED_AWAY, RULE_MISS, RECORDER_OFF);
  }

  private static Scenario roomForMore() {
    return Scenario.of(
            "R7- fifty files where two hundred are kept",
            "2026-06-05",
            "Fifty is the default and not this site's limit.",
            farm -> {
              SiteScript api = api(farm).rule("*", "502").maxLogFiles(200);
              fails(api, "09:14:02", "/v1/cart");
              for (int i = 0; i < 50; i++) {
                fails(api, "11:20:%02d".formatted(i), "/v1/search");
                traced(api, "11:20:%02d".formatted(i), "/v1/search");
              }
              farm.incident("09:14:00", "http://api.mosaic.example/v1/cart", 502);
            })
        .expects(
            verdict(WRITE_FAIL)
                .on("web01", "api")
                .between(LOW, MEDIUM)
                .cites("web01", "09:14:02", "/v1/cart"))
        .never(ROTATED_AWAY, RULE_MISS, RECORDER_OFF);
  }

  private static Scenario truncated() {
    return Scenario.of(
            "R8 the trace was cut before the failure",
            "2026-06-08",
            "The file of the failing request is there and ends with LOG_FILE_MAX_SIZE_TRUNCATE.",
            farm -> {
              SiteScript front = Usual.front(farm, "edge01", "", "web01", "web02");
              front.maxLogFileSizeKb(64);
              front.log().line("13:07:22", "/upload", 502, 3, 12029, 2_020);
              front.traces().truncated("13:07:20", "/upload", "webfarm", "web02");
              farm.incident("13:07:21", "http://shop.mosaic.example/upload", 502);
            })
        .expects(
            verdict(TRUNCATED)
                .on("edge01", FRONT)
                .between(MEDIUM, HIGH)
                .names(
                    "edge01",
                    "sites/site[@name='Default Web Site']/traceFailedRequestsLogging",
                    "maxLogFileSizeKB",
                    "64"),
            verdict(PRODUCED_BY_FRONT_END).on("edge01", FRONT).mayBe())
        .never(WRITE_FAIL, RULE_MISS, ROTATED_AWAY, RECORDER_OFF);
  }

  private static Scenario anotherIsTruncated() {
    return Scenario.of(
            "R8- the trace of another request was cut",
            "2026-06-08",
            "The failing request's own trace is whole; the one that is cut is of another URL, hours"
                + " before, which nobody reported.",
            farm -> {
              SiteScript front = Usual.front(farm, "edge01", "00:00:40", "web01", "web02");
              front.maxLogFileSizeKb(64);
              front.log().line("08:30:01", "/old.zip", 404, 0, 2, 1_020);
              front
                  .traces()
                  .add(
                      "08:30:00",
                      "/old.zip",
                      s -> Failures.notFound(s).record(Recording.EVERYTHING.fullAfter(8)));
              Usual.timedOut(front, "web01", "13:07:20", "13:08:00", "/upload", 40);
              farm.incident("13:08:01", "http://shop.mosaic.example/upload", 502);
            })
        .expects(verdict(PRODUCED_BY_FRONT_END).on("edge01", FRONT).mayBe())
        .never(TRUNCATED, WRITE_FAIL, RULE_MISS, ROTATED_AWAY, RECORDER_OFF);
  }

  private static Scenario cannotWrite() {
    return Scenario.of(
            "R9 the pool's identity may not write to the share",
            "2026-06-09",
            "The rule covers it, the site made it, and Windows says that the file could not be"
                + " written.",
            farm -> {
              SiteScript api = api(farm).rule("*", "502");
              api.directory("\\\\nas01\\freb").noTraceFolder();
              fails(api, "10:30:10", "/v1/cart");
              fails(api, "10:52:44", "/v1/cart");
              farm.server("web01")
                  .event(
                      "10:30:10",
                      "Microsoft-Windows-IIS-W3SVC-WP",
                      2274,
                      "FailedRequestTracing module encountered an error while writing to the log"
                          + " file. Access is denied. The directory is \\\\nas01\\freb\\W3SVC2.");
              farm.incident("10:30:10", "http://api.mosaic.example/v1/cart", 502);
            })
        .expects(
            verdict(WRITE_FAIL)
                .on("web01", "api")
                .between(MEDIUM, HIGH)
                .cites("web01", "10:30:10", "/v1/cart")
                .names(
                    "web01",
                    "sites/site[@name='api']/traceFailedRequestsLogging",
                    "directory",
                    "\\\\nas01\\freb"))
        .never(RULE_MISS, ROTATED_AWAY, RECORDER_OFF, PRODUCED_UPSTREAM);
  }

  private static Scenario couldNotWriteDaysAgo() {
    return Scenario.of(
            "R9- it could not write three days before, and can now",
            "2026-06-09",
            "The old event explains nothing of today, and today's trace is there.",
            farm -> {
              SiteScript api = api(farm).rule("*", "502");
              fails(api, "10:30:10", "/v1/cart");
              traced(api, "10:30:10", "/v1/cart");
              farm.server("web01")
                  .event(
                      "2026-06-06T10:30:10Z",
                      "Microsoft-Windows-IIS-W3SVC-WP",
                      2274,
                      "FailedRequestTracing module encountered an error. Access is denied.");
              farm.incident("10:30:10", "http://api.mosaic.example/v1/cart", 502);
            })
        .never(WRITE_FAIL, RULE_MISS, ROTATED_AWAY, RECORDER_OFF);
  }

  private static Scenario folderOfAnotherSite() {
    return Scenario.of(
            "R10- the trace lies in the folder of the site that really answered",
            "2026-06-10",
            "W3SVC2 is empty because site 3 has the host name; its trace is in W3SVC3.",
            farm -> {
              Usual.recorded(farm, "web01", "old shop", 2, "old.mosaic.example");
              SiteScript shop = Usual.core(farm, "web01", "new shop", 3, "shop.mosaic.example");
              shop.rule("*", "502");
              fails(shop, "17:30:10", "/cart");
              traced(shop, "17:30:10", "/cart");
              farm.incident("17:30:10", "http://shop.mosaic.example/cart", 502);
            })
        .never(WRITE_FAIL, RULE_MISS, RECORDER_OFF, PRODUCED_UPSTREAM);
  }

  private static Scenario traceOfAnotherSite() {
    return Scenario.of(
            "R10 only another site's trace of the same URL is there",
            "2026-06-10",
            "Both sites answered /cart with 502 in the same second; one wrote its trace, and that"
                + " one is not the other's.",
            farm -> {
              SiteScript old = Usual.core(farm, "web01", "old shop", 2, "old.mosaic.example");
              old.rule("*", "502");
              fails(old, "17:30:10", "/cart");
              SiteScript shop = Usual.core(farm, "web01", "new shop", 3, "shop.mosaic.example");
              shop.rule("*", "502");
              fails(shop, "17:30:10", "/cart");
              traced(shop, "17:30:10", "/cart");
              farm.incident("17:30:10", "http://old.mosaic.example/cart", 502);
            })
        .expects(
            verdict(WRITE_FAIL)
                .on("web01", "old shop")
                .between(LOW, MEDIUM)
                .cites("web01", "17:30:10", "/cart"))
        .never(RULE_MISS, RECORDER_OFF, ROTATED_AWAY);
  }

  private static Scenario directoryNotCollected() {
    return Scenario.of(
            "R10 the site writes to a directory that was not collected",
            "2026-06-10",
            "The folder that was looked at is not the site's: whether the file was written nobody"
                + " has seen.",
            farm -> {
              SiteScript api = api(farm).rule("*", "502").directory("E:\\freb").noTraceFolder();
              fails(api, "10:30:10", "/v1/cart");
              farm.incident("10:30:10", "http://api.mosaic.example/v1/cart", 502);
            })
        .expects(
            verdict(WRITE_FAIL)
                .on("web01", "api")
                .between(LOW, LOW)
                .mayBe()
                .cites("web01", "10:30:10", "/v1/cart"))
        .never(RULE_MISS, ROTATED_AWAY, RECORDER_OFF, PRODUCED_UPSTREAM);
  }

  private static Scenario written2MinutesLater() {
    return Scenario.of(
            "R11- the client noted the beginning, and the trace came two minutes later",
            "2026-06-11",
            "The request took 120 seconds; line and trace carry its end, the client its begin.",
            farm -> {
              SiteScript front = Usual.front(farm, "edge01", "00:02:00", "web01", "web02");
              Usual.timedOut(front, "web01", "10:00:00", "10:02:00", "/export", 120);
              farm.incident("10:00:01", "http://shop.mosaic.example/export", 502);
            })
        .expects(verdict(PRODUCED_BY_FRONT_END).on("edge01", FRONT).mayBe())
        .never(WRITE_FAIL, PRODUCED_UPSTREAM, RULE_MISS, ROTATED_AWAY);
  }

  private static Scenario traceOfALaterFailure() {
    return Scenario.of(
            "R11 the only trace of the URL is two hours later",
            "2026-06-11",
            "That one is of the failure two hours later, which has its own line; a file that comes"
                + " late comes by as much as the request took.",
            farm -> {
              SiteScript api = api(farm).rule("*", "502");
              api.log().line("10:02:00", "/v1/export", 502, 3, 12002, 120_005);
              fails(api, "12:04:30", "/v1/export");
              traced(api, "12:04:30", "/v1/export");
              farm.incident("10:02:01", "http://api.mosaic.example/v1/export", 502);
            })
        .expects(
            verdict(WRITE_FAIL)
                .on("web01", "api")
                .between(LOW, MEDIUM)
                .cites("web01", "10:02:00", "/v1/export"))
        .never(RULE_MISS, RECORDER_OFF, ROTATED_AWAY);
  }

  private static Scenario cachedAnswers() {
    return Scenario.of(
            "R14- the kernel's cache answers and no trace is written",
            "2026-06-12",
            "Quick 200s and 304s are no failures; a rule for 502 has nothing to write.",
            farm -> {
              SiteScript shop = Usual.recorded(farm, "web01", "shop", 2, "shop.mosaic.example");
              for (int i = 0; i < 40; i++) {
                shop.log().line("14:00:%02d".formatted(i), "/img/logo.png", 200, 0, 0, 0);
              }
            })
        .never(WRITE_FAIL, RULE_MISS, RECORDER_OFF, PRODUCED_UPSTREAM);
  }
}
