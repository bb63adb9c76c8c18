package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.cause.CauseRule;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.cause.Failure;
import io.github.frebscope.cause.Finding;
import java.util.Optional;
import java.util.Set;
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
}
