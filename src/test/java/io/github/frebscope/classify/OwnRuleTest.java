package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.TimeLimits;
import io.github.frebscope.cause.CauseRule;
import io.github.frebscope.cause.CauseRuleException;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.cause.Failure;
import io.github.frebscope.cause.Finding;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A rule for a home-made module, as package {@code cause} documents it. */
class OwnRuleTest {
  private static final String MODULE = "MosaicGate";

  private record QueueFull() implements CauseRule {
    @Override
    public Cause cause() {
      return Cause.builder("MOSAIC_QUEUE_FULL", "the queue of MosaicGate was full")
          .says("{module} let {queue|a queue} refuse the request[ after {wait}].")
          .remedy("Raise QueueLength in mosaic.config.")
          .build();
    }

    @Override
    public Set<String> events() {
      return Set.of("MOSAIC_QUEUE");
    }

    @Override
    public Optional<Finding> judge(Failure failure) {
      if (!failure.isBy(MODULE) || failure.status().status() != 502) {
        return Optional.empty();
      }
      return failure
          .lastBefore("MOSAIC_QUEUE")
          .map(
              event ->
                  Finding.of(cause(), Confidence.HIGH)
                      .proof(event, "the queue was full")
                      .value("queue", event.data("Name")));
    }
  }

  private static TraceScript request() {
    return endedWith("502").begin().event("MOSAIC_QUEUE", "Name", "checkout", "Length", "100");
  }

  @Test
  void is_asked_with_the_events_it_needs() {
    Classifier classifier = Classifier.standard().with(new QueueFull());
    assertThat(classifier.eventNames()).contains("MOSAIC_QUEUE");
    Verdict verdict = classifier.classify(request().error(MODULE, "502", "0").build());
    assertThat(verdict.module()).contains(MODULE);
    assertThat(verdict.cause().map(Cause::id)).contains("MOSAIC_QUEUE_FULL");
    assertThat(verdict.why())
        .get()
        .asString()
        .startsWith("MosaicGate let checkout refuse the request");
    assertThat(verdict.remedy()).contains("Raise QueueLength in mosaic.config.");
    assertThat(verdict.evidence()).contains(new Evidence(1, "MOSAIC_QUEUE", "the queue was full"));
  }

  @Test
  void says_nothing_about_other_modules_and_the_standard_classifier_does_not_know_it() {
    Classifier classifier = Classifier.standard().with(new QueueFull());
    Verdict other = classifier.classify(request().error("OtherGate", "502", "0").build());
    assertThat(other.cause().map(Cause::id)).isNotEqualTo(Optional.of("MOSAIC_QUEUE_FULL"));
    Verdict standard = Classifier.standard().classify(request().error(MODULE, "502", "0").build());
    assertThat(standard.cause().map(Cause::id)).isNotEqualTo(Optional.of("MOSAIC_QUEUE_FULL"));
  }

  private static CauseRule rule(Cause cause, Function<Failure, Optional<Finding>> judge) {
    return new CauseRule() {
      @Override
      public Cause cause() {
        return cause;
      }

      @Override
      public Optional<Finding> judge(Failure failure) {
        return judge.apply(failure);
      }
    };
  }

  private static void isRefused(CauseRule rule, String message) {
    assertThatThrownBy(
            () ->
                Classifier.standard()
                    .with(rule)
                    .classify(request().error(MODULE, "502", "0").build()))
        .isInstanceOf(CauseRuleException.class)
        .hasMessageContaining(message);
  }

  @Test
  void a_broken_rule_is_named() {
    Cause cause = Cause.builder("MOSAIC_ODD", "odd").says("it was {odd").build();
    isRefused(
        rule(
            cause,
            f -> {
              throw new IllegalStateException("no queue");
            }),
        "failed: java.lang.IllegalStateException: no queue");
    isRefused(rule(cause, f -> null), "The rule for MOSAIC_ODD (" + OwnRuleTest.class.getName());
    isRefused(rule(cause, f -> null), "answered null, not an empty Optional");
    isRefused(
        rule(cause, f -> Optional.of(Finding.of(cause, Confidence.HIGH))),
        "A template of the rule for MOSAIC_ODD cannot be read: no } in: {odd");
  }

  @Test
  void a_rule_without_a_cause_is_refused_at_once() {
    assertThatThrownBy(() -> Classifier.standard().with(rule(null, f -> Optional.empty())))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("cause() of " + OwnRuleTest.class.getName());
  }

  @Test
  void reads_well_at_a_prompt() {
    int count = Classifier.standard().causes().all().size();
    assertThat(Classifier.standard())
        .hasToString("classifier, " + count + " rules for causes, default time limits");
    assertThat(
            Classifier.standard()
                .with(new QueueFull())
                .with(TimeLimits.standard().with("arr-farm", Duration.ofSeconds(60))))
        .hasToString(
            "classifier, "
                + (count + 1)
                + " rules for causes, 1 of them added: MOSAIC_QUEUE_FULL, time limits of yours");
  }
}
