package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.classify.Classifier;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.TraceScript;
import io.github.frebscope.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The same failures with less traced. A verdict may then know less, but must not become surer, nor
 * name another cause.
 */
class LessTracedCausesTest {
  private enum Fate {
    SAME,
    UNKNOWN,
    WRONG
  }

  private static final Map<CauseFixture, Verdict> WHOLE = new ConcurrentHashMap<>();

  private static Verdict whole(CauseFixture fixture) {
    return Classifier.standard().classify(CauseTraces.read(fixture.script().get()));
  }

  private static Trace at(CauseFixture fixture, Recording recording) {
    return CauseTraces.read(fixture.script().get().record(recording));
  }

  /** The file ends after 60 % of its events, as when a disk was full. */
  private static Trace cut(CauseFixture fixture) {
    TraceScript script = fixture.script().get();
    String text = new String(script.bytes(), StandardCharsets.UTF_8);
    int events = script.trace().events().size() * 6 / 10;
    int end = 0;
    for (int i = 0; i < events; i++) {
      end = text.indexOf("</Event>", end) + "</Event>".length();
    }
    return CauseTraces.read(text.substring(0, end).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<Fate, Integer> judge(Function<CauseFixture, Trace> less) {
    Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    for (CauseFixture fixture : CauseFixtures.ALL) {
      Verdict whole = WHOLE.computeIfAbsent(fixture, LessTracedCausesTest::whole);
      Verdict verdict = Classifier.standard().classify(less.apply(fixture));
      assertThat(verdict.confidence())
          .as("%s:%n%s%n%s", fixture, whole, verdict)
          .isGreaterThanOrEqualTo(whole.confidence());
      Fate fate = fate(whole, verdict);
      assertThat(fate).as("%s:%n%s%n%s", fixture, whole, verdict).isNotEqualTo(Fate.WRONG);
      fates.merge(fate, 1, Integer::sum);
    }
    return fates;
  }

  private static Fate fate(Verdict whole, Verdict less) {
    if (less.cause().equals(whole.cause())) {
      return Fate.SAME;
    }
    return less.cause().isEmpty() ? Fate.UNKNOWN : Fate.WRONG;
  }

  /** What is never wrong may still know nothing: how many of a hundred keep their cause. */
  private static void keeps(int percent, Map<Fate, Integer> fates) {
    assertThat(fates.get(Fate.SAME) * 100 / CauseFixtures.ALL.size())
        .as("%s", fates)
        .isGreaterThanOrEqualTo(percent);
  }

  @Test
  void warnings_only() {
    keeps(80, judge(f -> at(f, Recording.EVERYTHING.upTo(3))));
  }

  @Test
  void information_only() {
    keeps(95, judge(f -> at(f, Recording.EVERYTHING.upTo(4))));
  }

  @Test
  void without_request_notifications() {
    keeps(45, judge(f -> at(f, Recording.EVERYTHING.without("RequestNotifications"))));
  }

  @Test
  void without_request_routing() {
    keeps(95, judge(f -> at(f, Recording.EVERYTHING.without("RequestRouting"))));
  }

  @Test
  void cut_after_60_percent_of_the_events() {
    keeps(12, judge(LessTracedCausesTest::cut));
  }
}
