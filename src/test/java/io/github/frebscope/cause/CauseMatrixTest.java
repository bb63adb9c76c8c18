package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.Causes;
import io.github.frebscope.classify.Classifier;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule over every fixture: what must be found is found, and nothing else is. */
class CauseMatrixTest {
  static Stream<CauseFixture> fixtures() {
    return CauseFixtures.ALL.stream();
  }

  /** Written as a file and read again, so that reader and digest are part of the proof. */
  static Trace read(CauseFixture fixture) {
    return CauseTraces.read(fixture.script().get());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void finds_the_declared_cause(CauseFixture fixture) {
    Verdict verdict = Classifier.standard().classify(read(fixture));
    assertThat(verdict.cause().map(Cause::id)).as("%s", verdict).isEqualTo(fixture.cause());
    assertThat(verdict.alternatives())
        .as("%s", verdict)
        .extracting(a -> a.cause().id())
        .containsExactlyElementsOf(fixture.also());
    fixture
        .confidence()
        .ifPresent(c -> assertThat(verdict.confidence()).as("%s", verdict).isEqualTo(c));
  }

  /**
   * A digest of a cause is the same as that of the whole: nothing is read that is not asked for.
   */
  @ParameterizedTest
  @MethodSource("fixtures")
  void a_digest_tells_as_much_as_the_whole(CauseFixture fixture) {
    Trace trace = read(fixture);
    Classifier classifier = Classifier.standard();
    assertThat(classifier.classify(trace.digest(classifier.eventNames())))
        .isEqualTo(classifier.classify(trace));
  }

  @Test
  void every_cause_that_one_trace_shows_is_found_twice() {
    for (Cause cause : causes(false)) {
      assertThat(CauseFixtures.ALL)
          .as("fixtures in which %s is found", cause.id())
          .filteredOn(f -> f.cause().equals(Optional.of(cause.id())))
          .hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void every_cause_that_one_trace_does_not_show_is_an_alternative_twice() {
    List<Cause> causes = causes(true);
    assertThat(causes).extracting(Cause::id).contains("APP_HANG", "PORT_EXHAUSTION");
    for (Cause cause : causes) {
      assertThat(CauseFixtures.ALL)
          .as("fixtures in which %s is an alternative", cause.id())
          .filteredOn(f -> f.also().contains(cause.id()))
          .hasSizeGreaterThanOrEqualTo(2);
    }
  }

  private static List<Cause> causes(boolean needMore) {
    return CauseRules.standard().all().stream()
        .map(CauseRule::cause)
        .filter(c -> c.needs().isPresent() == needMore)
        .toList();
  }

  @Test
  void every_cause_has_a_near_miss() {
    for (CauseRule rule : CauseRules.standard().all()) {
      String id = rule.cause().id();
      List<CauseFixture> near =
          CauseFixtures.ALL.stream().filter(f -> f.near().equals(Optional.of(id))).toList();
      assertThat(near).as("near misses of %s", id).isNotEmpty();
      assertThat(near).allSatisfy(f -> assertThat(f.declared()).doesNotContain(id));
    }
  }

  @Test
  void fixtures_have_names_of_their_own() {
    assertThat(CauseFixtures.ALL).extracting(CauseFixture::name).doesNotHaveDuplicates();
  }

  @Test
  void every_cause_of_the_table_has_a_rule() {
    assertThat(CauseRules.standard().all())
        .extracting(r -> r.cause().id())
        .containsExactlyInAnyOrderElementsOf(Causes.all().stream().map(Cause::id).toList());
  }
}
