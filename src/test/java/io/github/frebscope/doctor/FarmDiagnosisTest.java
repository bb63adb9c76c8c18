package io.github.frebscope.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FarmDiagnosisTest {
  private static FarmDiagnosis of(int verdicts, String summary) {
    FarmVerdict verdict =
        new FarmVerdict(
            Explanation.RULE_MISS,
            Optional.of("web01"),
            Optional.of("shop"),
            Confidence.HIGH,
            summary,
            List.of(),
            List.of(),
            "");
    return new FarmDiagnosis(
        "farm",
        "An answer.",
        Collections.nCopies(verdicts, verdict),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void it_is_told_in_a_few_lines() {
    assertThat(of(1, "No rule has 502."))
        .hasToString(
            "farm: 1 verdict, 0 settings to change\nAn answer.\n"
                .concat("1. RULE_MISS (high) site shop on web01: No rule has 502."));
    assertThat(of(0, "")).hasToString("farm: 0 verdicts, 0 settings to change\nAn answer.");
  }

  @Test
  void however_many_verdicts_it_stays_short() {
    String text = of(40, "x\u001b[31m\n".repeat(500)).toString();
    assertThat(text.length()).isLessThanOrEqualTo(1000);
    assertThat(text.lines()).hasSize(7).endsWith("and 36 more");
    assertThat(text).doesNotContain("\u001b");
  }
}
