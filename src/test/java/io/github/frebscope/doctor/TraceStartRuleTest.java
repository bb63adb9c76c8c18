package io.github.frebscope.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.farm.Farm;
import io.github.frebscope.testing.FarmWriter;
import io.github.frebscope.testing.farm.SiteScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cold starts that only the traces tell. */
class TraceStartRuleTest {
  @TempDir Path dir;

  @Test
  void failures_that_follow_the_starts_of_processes() throws IOException {
    List<FarmVerdict> verdicts = examine(true);

    assertThat(verdicts).hasSize(1);
    FarmVerdict verdict = verdicts.get(0);
    assertThat(verdict.explanation()).isEqualTo(Explanation.COLDSTART_SUSPECT);
    assertThat(verdict.server()).contains("web01");
    assertThat(verdict.site()).contains("shop");
    assertThat(verdict.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(verdict.facts()).hasSize(1);
    assertThat(verdict.facts().get(0).text())
        .startsWith("After 3 of 3 starts of a worker process of ");
  }

  /** The same failures of one process say nothing. */
  @Test
  void the_same_failures_without_a_start() throws IOException {
    assertThat(examine(false)).isEmpty();
  }

  private List<FarmVerdict> examine(boolean newProcesses) throws IOException {
    FarmWriter farm = FarmWriter.in(dir).day("2026-04-02");
    SiteScript shop = farm.server("web01").site("shop", 2);
    shop.tracing(true).rule("*", "502");
    for (int start = 0; start < 4; start++) {
      shop.traces().process(newProcesses ? 3000 + start : 3000);
      String hour = String.format("%02d", 6 + 3 * start);
      for (int i = 0; i < 4 && start > 0; i++) {
        shop.traces().refused(hour + ":00:0" + 2 * i, "/a", "shopfarm", "web02");
      }
      shop.traces()
          .refused(String.format("%02d", 8 + 3 * start) + ":55:00", "/b", "shopfarm", "web02");
    }
    return Doctor.standard().examine(Farm.open(farm.write())).verdicts();
  }
}
