package io.github.frebscope.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.farm.Farm;
import io.github.frebscope.farm.IncidentFile;
import io.github.frebscope.testing.FarmWriter;
import io.github.frebscope.testing.farm.SiteScript;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answer in a few sentences. */
class InShortTest {
  private static final Path UNTRACED = Path.of("testdata/untraced");

  @TempDir Path dir;

  @Test
  void a_silence_that_is_proved_and_its_likely_cause() throws IOException {
    assertThat(
            Doctor.standard()
                .incidents(IncidentFile.read(UNTRACED.resolve("incidents.csv")).incidents())
                .examine(Farm.open(UNTRACED))
                .answer())
        .isEqualTo(
            "There is no trace because none of these servers answered 502: tracing is on and would"
                + " have recorded it, and their logs have none. What is seen goes with cold starts:"
                + " the first requests after a pause wait for a worker process (medium"
                + " confidence).");
  }

  @Test
  void signs_without_a_failure() throws IOException {
    assertThat(Doctor.standard().examine(Farm.open(UNTRACED)).answer())
        .isEqualTo(
            "No 502 is in what was collected, but something else is. What is seen goes with cold"
                + " starts: the first requests after a pause wait for a worker process (medium"
                + " confidence).");
  }

  @Test
  void a_recorder_that_is_off() throws IOException {
    FarmWriter farm = FarmWriter.in(dir).day("2026-04-01");
    shop(farm, false).log().line("09:00:00", "/basket", 502, 3, 12030, 812);

    assertThat(answer(farm))
        .isEqualTo("There is no trace because tracing is not on for site shop on web01.");
  }

  @Test
  void a_front_end_that_gave_up() throws IOException {
    FarmWriter farm = FarmWriter.in(dir).day("2026-04-01");
    farm.server("edge01").farm("shopfarm", "00:00:30", "web01");
    SiteScript front = farm.server("edge01").site("front", 1);
    front.binding("").tracing(true).rule("*", "400-599");
    front.log().traffic("06:00:00", "12:00:00", 60, 2);
    front.log().line("09:00:30", "/basket", 502, 3, 12002, 30_012);
    farm.server("web01").behind(farm.server("edge01").ip());
    shop(farm, true).log().line("09:00:41", "/basket", 200, 0, 64, 41_000);

    assertThat(answer(farm))
        .isEqualTo(
            "A trace should be there for site front on edge01: it was not written, or it lies"
                + " elsewhere. The box in front gave up while requests were still at work on web01"
                + " (medium confidence).");
  }

  @Test
  void failures_that_are_all_traced() throws IOException {
    FarmWriter farm = FarmWriter.in(dir).day("2026-04-01");
    SiteScript shop = shop(farm, true);
    shop.log().line("09:00:02", "/basket", 502, 3, 12029, 2_110);
    shop.traces().refused("09:00:00", "/basket", "shopfarm", "web02");

    assertThat(answer(farm))
        .isEqualTo("Every 502 in the logs has its trace: frebscope summary says why each failed.");
  }

  @Test
  void a_silence_that_proves_nothing() throws IOException {
    FarmWriter farm = FarmWriter.in(dir).day("2026-04-01");
    shop(farm, true);

    assertThat(answer(farm))
        .isEqualTo(
            "Nothing failed with 502 in what was collected. If clients saw failures, say when and"
                + " where (--incidents).");
  }

  @Test
  void traces_and_no_log() throws IOException {
    assertThat(Doctor.standard().examine(Farm.open(Path.of("testdata/farm"))).answer())
        .isEqualTo(
            "There are 87 traces of 502 here: frebscope summary says who made them, and why.");
  }

  @Test
  void an_empty_folder() throws IOException {
    assertThat(Doctor.standard().examine(Farm.open(dir)).answer())
        .isEqualTo(
            "There is nothing here that the doctor reads: no log, no configuration, no trace.");
  }

  private static SiteScript shop(FarmWriter farm, boolean tracing) {
    SiteScript site = farm.server("web01").site("shop", 2);
    site.binding("shop.mosaic.example").tracing(tracing).rule("*", "502");
    site.log().traffic("06:00:00", "12:00:00", 60, 1);
    return site;
  }

  private static String answer(FarmWriter farm) throws IOException {
    return Doctor.standard().examine(Farm.open(farm.write())).answer();
  }
}
