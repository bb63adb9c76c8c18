package io.github.frebscope.cause;

import static io.github.frebscope.cause.Plays.farm;
import static io.github.frebscope.cause.Plays.ms;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.classify.Classifier;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Recording;
import org.junit.jupiter.api.Test;

class NextTimeTest {
  private static final CauseFixture AT_ONCE =
      CauseFixture.of("x", farm(a -> a.failsBeforeTheRequestIsSent(ms(0), Arr.CANNOT_CONNECT, "")));

  private static Verdict verdict(Recording recording) {
    return Classifier.standard()
        .classify(CauseTraces.read(AT_ONCE.script().get().record(recording)));
  }

  @Test
  void names_the_area_of_the_module_when_it_was_not_seen_and_the_cause_is_not_certain() {
    Verdict verdict = verdict(Recording.EVERYTHING.without("RequestRouting"));
    assertThat(verdict.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(verdict.next())
        .get()
        .asString()
        .startsWith("Next time, trace RequestRouting as well, at Information or Verbose. ");
  }

  @Test
  void says_nothing_when_the_area_was_there() {
    assertThat(verdict(Recording.EVERYTHING).next()).get().asString().doesNotContain("Next time");
  }
}
