package io.github.frebscope.cause;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.Exchanges;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules for causes, and how they are weighed: every rule is asked; the surest finding is the cause,
 * less sure ones are its alternatives. When the surest are several, the request is ambiguous: no
 * cause is named, and the confidence is medium at most.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class CauseRules {
  private static final CauseRules STANDARD =
      new CauseRules(
          Stream.of(
                  Connecting.RULES,
                  Answering.RULES,
                  RequestItself.RULES,
                  ProcessStart.RULES,
                  Programs.RULES,
                  ArrInternals.RULES)
              .flatMap(List::stream)
              .toList(),
          List.of());

  private final List<CauseRule> standard;
  private final List<CauseRule> added;
  private final Set<String> events = new HashSet<>();

  private CauseRules(List<CauseRule> standard, List<CauseRule> added) {
    this.standard = List.copyOf(standard);
    this.added = List.copyOf(added);
    events.addAll(Exchanges.eventNames());
    events.addAll(Set.of(Headers.ARRIVED, Headers.SET));
    events.addAll(PlainMeaning.EVENTS);
    all().forEach(rule -> events.addAll(rule.events()));
  }

  /**
   * The rules of this library, one for each cause of {@code causes/*.txt} that a trace can show.
   */
  public static CauseRules standard() {
    return STANDARD;
  }

  /**
   * These rules and one more. It is weighed by the confidence it answers, and preferred to a rule
   * of this library that is just as sure: whoever adds a rule knows his modules better.
   *
   * @throws IllegalArgumentException if there is a rule for that cause already
   */
  public CauseRules with(CauseRule rule) {
    Objects.requireNonNull(rule, "rule");
    String name = rule.getClass().getName();
    Cause cause = Objects.requireNonNull(rule.cause(), () -> "cause() of " + name);
    Objects.requireNonNull(rule.events(), () -> "events() of " + name);
    if (all().stream().anyMatch(r -> r.cause().equals(cause))) {
      throw new IllegalArgumentException("There is a rule for " + cause.id() + " already");
    }
    List<CauseRule> more = new ArrayList<>(added);
    more.add(rule);
    return new CauseRules(standard, more);
  }

  /** The rules, in the order in which equals are named: those that were added come first. */
  public List<CauseRule> all() {
    return Stream.concat(added.stream(), standard.stream()).toList();
  }

  /** The names of the events that the rules look at. */
  public Set<String> eventNames() {
    return Set.copyOf(events);
  }

  /**
   * Why a request failed.
   *
   * @return the cause with its alternatives; without a cause when several fit equally, or when none
   *     does: then what the status means, if it says it itself
   * @throws CauseRuleException if a rule throws or answers null
   */
  public Diagnosis diagnose(Failure failure) {
    return Weighing.of(failure, findings(added, failure), findings(standard, failure));
  }

  private static Optional<Finding> judge(CauseRule rule, Failure failure) {
    Optional<Finding> finding;
    try {
      finding = rule.judge(failure);
    } catch (RuntimeException e) {
      throw CauseRuleException.of(rule, e);
    }
    if (finding == null) {
      throw CauseRuleException.ofNull(rule);
    }
    return finding;
  }

  private static List<Finding> findings(List<CauseRule> rules, Failure failure) {
    List<Finding> found = new ArrayList<>();
    for (CauseRule rule : rules) {
      judge(rule, failure).ifPresent(found::add);
    }
    return found;
  }

  /** {@code 58 rules for causes, 1 of them added: ACME_QUEUE_FULL}. */
  @Override
  public String toString() {
    String ids = String.join(", ", added.stream().map(r -> r.cause().id()).toList());
    return (added.size() + standard.size())
        + " rules for causes"
        + (added.isEmpty() ? "" : ", " + added.size() + " of them added: " + ids);
  }
}
