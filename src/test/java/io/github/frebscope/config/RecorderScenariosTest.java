package io.github.frebscope.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.config.RecorderReport.Works;
import io.github.frebscope.testing.Shared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The recorders of the scenarios with known answers. */
class RecorderScenariosTest {
  private static RecorderReport check(String server, String site, String url) throws IOException {
    Path folder = Shared.dir("scenarios").resolve(server);
    ServerConfig config = ServerConfig.read(ConfigFiles.in(folder));
    Site found =
        config.sites().stream().filter(s -> s.name().equals(site)).findFirst().orElseThrow();
    return RecorderCheck.of(config, found, RequestOutcome.of(url, 502));
  }

  @Test
  void a_switch_that_is_off() throws IOException {
    RecorderReport report = check("02-tracing-off/node-d", "crm", "/api/list");

    assertThat(report.works()).isEqualTo(Works.NO);
    assertThat(report.faults())
        .extracting(RecorderStep::kind)
        .containsExactly(RecorderStep.Kind.SWITCH);
    assertThat(report.atFault().orElseThrow())
        .hasToString("sites/site[@name='crm']/traceFailedRequestsLogging@enabled = false");
  }

  @Test
  void recorders_that_work() throws IOException {
    for (List<String> row :
        List.of(
            List.of("01-seed-story/node-a", "desk", "/home"),
            List.of("01-seed-story/node-b", "desk", "/home"),
            List.of("01-seed-story/node-c", "desk", "/home"),
            List.of("03-front-end-gave-up/proxy-1", "front", "/report/year"),
            List.of("03-front-end-gave-up/node-e", "stats", "/report/year"),
            List.of("03-front-end-gave-up/node-f", "stats", "/report/year"))) {
      RecorderReport report = check(row.get(0), row.get(1), row.get(2));
      assertThat(report.works()).as(report.toString()).isEqualTo(Works.YES);
      assertThat(report.answer().trigger()).contains(RuleAnswer.Trigger.STATUS);
      assertThat(report.faults()).as(row.toString()).isEmpty();
    }
  }

  @Test
  void every_site_of_the_healthy_farm_with_a_rule_works() throws IOException {
    int checked = 0;
    for (String server : List.of("node-g", "node-h", "proxy-2")) {
      Path folder = Shared.dir("scenarios").resolve("04-healthy-control").resolve(server);
      ServerConfig config = ServerConfig.read(ConfigFiles.in(folder));
      for (Site site : config.sites()) {
        RecorderReport report = RecorderCheck.of(config, site, RequestOutcome.of("/home", 502));
        boolean hasRule = !config.failureRules(site, "/home").rules().isEmpty();
        assertThat(report.works()).as(report.toString()).isEqualTo(hasRule ? Works.YES : Works.NO);
        checked += hasRule ? 1 : 0;
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(3);
  }
}
