package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.classify.Classifier;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.TraceScript;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With less traced the right answer may be lost, and no wrong one may take its place surely. */
class HardCausesLessTracedTest {
  private static final List<Recording> LESS =
      List.of(
          Recording.EVERYTHING.upTo(3),
          Recording.EVERYTHING.upTo(4),
          Recording.EVERYTHING.without("RequestNotifications"),
          Recording.EVERYTHING.without("RequestRouting"),
          Recording.EVERYTHING.without("ANCM"),
          Recording.EVERYTHING.without("RequestRouting", "Rewrite", "ANCM"),
          Recording.EVERYTHING.beginningInTheMiddle());

  private static Stream<HardCase> cases() {
    return Stream.of(
            HardCausesTimeOutTest.cases(),
            HardCausesConnectTest.cases(),
            HardCausesAnswerTest.cases(),
            HardCausesStartTest.cases(),
            HardCausesPartialTest.cases(),
            HardCausesMixedTest.cases())
        .flatMap(s -> s);
  }

  @Test
  void no_wrong_cause_is_sure() {
    for (HardCase hard : cases().filter(c -> c.script().isPresent()).toList()) {
      Supplier<TraceScript> script = hard.script().get();
      for (Recording less : LESS) {
        Verdict verdict =
            Classifier.standard().classify(CauseTraces.read(script.get().record(less)));
        String cause = verdict.cause().map(Cause::id).orElse(HardCase.NONE);
        boolean right = cause.equals(HardCase.NONE) || hard.right().contains(cause);
        if (!right && Boolean.getBoolean("frebscope.hard.print")) {
          System.out.println("## " + hard + " " + less + "\n" + verdict);
        }
        if (!right) {
          assertThat(verdict.confidence())
              .as("%s %s%n%s", hard, less, verdict)
              .isNotEqualTo(Confidence.HIGH);
        }
      }
    }
  }

  @Test
  void there_are_many() {
    assertThat(cases()).hasSizeGreaterThan(190);
    assertThat(cases().map(HardCase::name)).doesNotHaveDuplicates();
  }
}
