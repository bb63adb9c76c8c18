package io.github.frebscope.classify;

import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.catalog.TimeLimits;
import io.github.frebscope.cause.CauseRule;
import io.github.frebscope.cause.CauseRules;
import io.github.frebscope.cause.Failure;
import io.github.frebscope.trace.Trace;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which module produced the status that a client got, and why.
 *
 * <p>Its rules for who are asked in order; the first that has an answer gives the module. All rules
 * for causes are then asked, see {@link CauseRules}. Immutable and safe for use by several threads.
 */
public final class Classifier {
  private static final List<Rule> RULES =
      List.of(
          new CopiedFromChild(),
          new SetByModule(),
          new ReplacedByPage(),
          new RewriteAbort(),
          new NoFailure(),
          new TraceEndsEarly(),
          new IndirectEvidence());

  private static final Classifier STANDARD =
      new Classifier(CauseRules.standard(), TimeLimits.standard());

  private final CauseRules causes;
  private final TimeLimits limits;
  private final Set<String> eventNames;

  private Classifier(CauseRules causes, TimeLimits limits) {
    this.causes = causes;
    this.limits = limits;
    Set<String> names = new HashSet<>(causes.eventNames());
    names.addAll(Hop.EVENTS);
    names.addAll(Route.EVENTS);
    names.addAll(Backend.EVENTS);
    RULES.forEach(rule -> names.addAll(rule.events()));
    eventNames = Set.copyOf(names);
  }

  /** The classifier with all rules of this library and the default time limits. */
  public static Classifier standard() {
    return STANDARD;
  }

  /**
   * This classifier with one more rule for a cause.
   *
   * @throws IllegalArgumentException if it has a rule for that cause already
   */
  public Classifier with(CauseRule rule) {
    return new Classifier(causes.with(rule), limits);
  }

  /**
   * This classifier with the time limits of your configuration: a silence is held against them
   * instead of the defaults.
   */
  public Classifier with(TimeLimits newLimits) {
    return new Classifier(causes, Objects.requireNonNull(newLimits, "limits"));
  }

  /** The rules for causes. */
  public CauseRules causes() {
    return causes;
  }

  /** The limits that silences are held against. */
  public TimeLimits limits() {
    return limits;
  }

  /**
   * The names of all events that it looks at. A digest of a trace for these names gives the same
   * verdict as the whole trace; make one with {@link Trace#digest(Set)} or read the file as one.
   */
  public Set<String> eventNames() {
    return eventNames;
  }

  /**
   * The verdict on one trace. Its cost grows with the number of events in the digest, which is a
   * small part of the trace.
   *
   * @param trace a whole trace, or a digest that holds at least {@link #eventNames()}
   * @return never null; when the trace cannot tell, a verdict of low confidence that says why
   * @throws io.github.frebscope.cause.CauseRuleException if a rule that was added is broken
   */
  public Verdict classify(Trace trace) {
    Facts facts = Facts.of(trace, eventNames);
    Verdict who =
        RULES.stream()
            .map(rule -> rule.judge(facts))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the last rule always answers"));
    Hop hop = Hop.of(facts);
    Optional<Failure> failure =
        who.status()
            .filter(status -> who.isFailure())
            .map(status -> WhyFailed.of(facts, who, status, limits));
    Verdict why = failure.map(f -> who.because(causes.diagnose(f))).orElse(who);
    return why.at(hop, Whereabouts.sentences(why, hop, trace.server()))
        .on(Route.of(facts, who, failure.flatMap(Classifier::phase)));
  }

  /** That nothing of an exchange is there may be because it was not traced: no phase then. */
  private static Optional<ExchangePhase> phase(Failure failure) {
    return Optional.of(failure.phase()).filter(p -> p != ExchangePhase.BEFORE);
  }

  /** {@code classifier, 57 rules for causes, default time limits}. */
  @Override
  public String toString() {
    boolean own = limits.all().stream().anyMatch(limit -> !limit.isDefault());
    return "classifier, " + causes + (own ? ", time limits of yours" : ", default time limits");
  }
}
