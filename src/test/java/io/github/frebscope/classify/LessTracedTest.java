package io.github.frebscope.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The same requests with less traced: fewer areas, a lower verbosity, an early end. The classifier
 * may then know less, but must not name another module.
 */
class LessTracedTest {
  private static final Classifier CLASSIFIER = Classifier.standard();

  private static List<Trace> traces() {
    List<Path> files =
        Fixtures.all().stream()
            .filter(f -> !f.startsWith(Fixtures.TESTDATA.resolve("farm")))
            .toList();
    return files.stream().map(RealTraces::read).toList();
  }

  private static Trace only(Trace trace, Completeness completeness, Predicate<TraceEvent> kept) {
    return Trace.builder()
        .file(trace.file())
        .request(trace.request())
        .events(trace.events().stream().filter(kept).toList())
        .completeness(completeness)
        .build();
  }

  private static Verdict agrees(Trace whole, Trace less) {
    Verdict truth = CLASSIFIER.classify(whole);
    Verdict verdict = CLASSIFIER.classify(less);
    if (verdict.module().isPresent()) {
      assertThat(verdict.module()).as("%s%n%s", whole.file(), verdict).isEqualTo(truth.module());
      assertThat(verdict.area()).isEqualTo(truth.area());
    }
    if (truth.isFailure()) { // a status that is no error stands in the head of the file
      assertThat(verdict.moduleConfidence()).isGreaterThanOrEqualTo(truth.moduleConfidence());
    }
    return verdict;
  }

  @Test
  void without_request_notifications() {
    int named = 0;
    for (Trace trace : traces()) {
      Trace less =
          only(
              trace,
              trace.completeness(),
              e -> !e.area().equals(Optional.of("RequestNotifications")));
      if (agrees(trace, less).module().isPresent()) {
        named++;
      }
    }
    assertThat(named).isGreaterThanOrEqualTo(14);
  }

  @Test
  void at_every_verbosity() {
    for (Trace trace : traces()) {
      for (int level = 0; level <= 4; level++) {
        int most = level;
        agrees(trace, only(trace, trace.completeness(), e -> e.level() <= most));
      }
    }
  }

  @Test
  void request_notifications_at_warning_is_enough_to_be_sure() {
    for (Trace trace : traces()) {
      Trace less = only(trace, trace.completeness(), e -> e.level() <= 3);
      Verdict truth = CLASSIFIER.classify(trace);
      if (truth.moduleConfidence() != Confidence.HIGH || !truth.isFailure()) {
        continue; // who set a success is an event of level Information
      }
      Verdict verdict = CLASSIFIER.classify(less);
      assertThat(verdict.module()).isEqualTo(truth.module());
      assertThat(verdict.notification().isPresent() || verdict.rule().equals("rewrite-abort"))
          .isEqualTo(truth.module().isPresent());
      assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.HIGH);
    }
  }

  @Test
  void cut_after_every_event() {
    for (Trace trace : traces()) {
      for (int length = 0; length < trace.events().size(); length += 7) {
        int end = length;
        agrees(trace, only(trace, Completeness.TORN, e -> e.index() < end));
      }
    }
  }
}
