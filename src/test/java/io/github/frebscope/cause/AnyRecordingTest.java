package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.classify.Classifier;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a rule records of a failure, at every verbosity, with areas left out and the file torn
 * anywhere: no verdict is surer than that of the whole, and none is wrong.
 */
class AnyRecordingTest {
  private static final List<Set<String>> LEFT_OUT =
      List.of(
          Set.of(),
          Set.of("RequestNotifications"),
          Set.of("RequestRouting"),
          Set.of("ANCM"),
          Set.of("CGI", "FastCGI", "iisnode", "WebSocket"),
          Set.of("Rewrite", "Cache", "Filter", "Authentication", "Security"),
          Set.of("RequestNotifications", "RequestRouting"),
          Set.of("RequestNotifications", "ANCM"));

  private static final int TENTHS = 10;

  static List<CauseFixture> fixtures() {
    return CauseFixtures.ALL;
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void less_is_never_surer_nor_another_cause(CauseFixture fixture) {
    Trace whole = CauseTraces.read(fixture.script().get());
    Verdict truth = Classifier.standard().classify(whole);
    for (int level = 0; level <= 5; level++) {
      for (Set<String> leftOut : LEFT_OUT) {
        for (int tenths = 1; tenths <= TENTHS; tenths++) {
          Trace less = less(whole, level, leftOut, tenths);
          Verdict verdict = Classifier.standard().classify(less);
          String how =
              fixture + " at level " + level + " without " + leftOut + ", " + tenths + "/10 of it";
          assertThat(verdict.confidence())
              .as("%s:%n%s%n%s", how, truth, verdict)
              .isGreaterThanOrEqualTo(truth.confidence());
          if (!verdict.cause().equals(truth.cause()) && verdict.cause().isPresent()) {
            assertThat(isLeftOpen(truth, verdict)).as("%s:%n%s%n%s", how, truth, verdict).isTrue();
          }
        }
      }
    }
  }

  /**
   * A look-alike may look likelier when what tells the two apart is gone, if the verdict says that
   * it is not certain and names the truth as well.
   */
  private static boolean isLeftOpen(Verdict truth, Verdict verdict) {
    return verdict.confidence() != Confidence.HIGH
        && (truth.cause().isEmpty()
            || verdict.alternatives().stream()
                .anyMatch(a -> truth.cause().equals(Optional.of(a.cause()))));
  }

  private static Trace less(Trace whole, int level, Set<String> leftOut, int tenths) {
    List<TraceEvent> kept = new ArrayList<>();
    for (TraceEvent event : whole.events()) {
      if (event.level() <= level && !leftOut.contains(event.area().orElse(""))) {
        kept.add(event);
      }
    }
    return Trace.builder()
        .file(whole.file())
        .request(whole.request())
        .events(kept.subList(0, kept.size() * tenths / TENTHS))
        .completeness(tenths == TENTHS ? whole.completeness() : Completeness.TORN)
        .build();
  }
}
