package io.github.frebscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.Script;
import io.github.frebscope.timeline.Stage;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Completeness;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageStripTest {
  @Test
  void stages_lie_side_by_side_to_scale() {
    Timeline timeline =
        new Script()
            .event("GENERAL_REQUEST_START")
            .pause(1000)
            .start("A", "1")
            .pause(2000)
            .end("A", "1")
            .start("B", "4")
            .end("B", "4")
            .start("C", "128")
            .pause(6000)
            .end("C", "128")
            .pause(1000)
            .event("GENERAL_REQUEST_END")
            .timeline();
    assertThat(strip(timeline, 20)).isEqualTo("..1111222222222222..");
    assertThat(strip(timeline, 10)).isEqualTo(".11222222.");
  }

  @Test
  void what_is_not_traced_does_not_hide_a_stage() {
    Timeline timeline =
        new Script()
            .event("GENERAL_REQUEST_START")
            .start("C", "128")
            .pause(32)
            .end("C", "128")
            .event("LOG_FILE_MAX_SIZE_TRUNCATE")
            .ends(Completeness.SIZE_LIMIT)
            .took(30_000)
            .timeline();
    assertThat(strip(timeline, 10)).isEqualTo("1?????????");
  }

  private static String strip(Timeline timeline, int width) {
    List<Stage> lasting =
        timeline.stages().stream().filter(s -> !s.length().isBelowClock()).toList();
    return new StageStrip(lasting).draw(timeline, width);
  }
}
