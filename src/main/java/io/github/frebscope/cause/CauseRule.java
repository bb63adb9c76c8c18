package io.github.frebscope.cause;

import io.github.frebscope.catalog.Cause;
import java.util.Optional;
import java.util.Set;

/**
 * One reason why a request can have failed, and how to tell. Rules are values: they hold no state,
 * and may be asked by several threads at once.
 *
 * <p>A rule for a module of your own:
 *
 * <pre>{@code
 * record QueueFull() implements CauseRule {
 *   public Cause cause() {
 *     return Cause.builder("ACME_QUEUE_FULL", "the queue of AcmeModule was full")
 *         .remedy("Raise AcmeQueueLength.")
 *         .build();
 *   }
 *
 *   public Optional<Finding> judge(Failure failure) {
 *     return failure.isBy("AcmeModule") && failure.status().status() == 503
 *         ? Optional.of(Finding.of(cause(), Confidence.HIGH))
 *         : Optional.empty();
 *   }
 * }
 * }</pre>
 */
public interface CauseRule {
  /** What the rule finds. */
  Cause cause();

  /**
   * The names of the events it looks at, besides those every digest holds ({@link
   * io.github.frebscope.trace.Trace#digest}). Only these are sure to be in {@link Failure#trace()}.
   */
  default Set<String> events() {
    return Set.of();
  }

  /**
   * What speaks for this cause.
   *
   * <p>It is asked for every failed request, whatever its status or module, and should look at
   * those first. What it throws comes out of the classifier as a {@link CauseRuleException}.
   *
   * @return empty when the request does not look like it, or the trace cannot tell; never null
   */
  Optional<Finding> judge(Failure failure);
}
