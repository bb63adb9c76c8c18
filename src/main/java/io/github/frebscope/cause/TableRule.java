package io.github.frebscope.cause;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.CauseCondition;
import io.github.frebscope.catalog.Causes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A cause of the table with the code that looks closer. */
final class TableRule implements CauseRule {
  private final Cause cause;
  private final CauseCondition condition;
  private final Set<String> events;
  private final Judge judge;

  private TableRule(Cause cause, Set<String> events, Judge judge) {
    this.cause = cause;
    this.condition = Causes.condition(cause.id());
    this.events = Set.copyOf(events);
    this.judge = Objects.requireNonNull(judge, "judge");
  }

  /**
   * A rule.
   *
   * @param id of a cause in the table
   * @param events the events its judge looks at, besides those of exchanges and headers
   */
  static TableRule of(String id, Set<String> events, Judge judge) {
    Cause cause = Causes.find(id).orElseThrow(() -> new IllegalArgumentException("no cause " + id));
    return new TableRule(cause, events, judge);
  }

  /** A rule whose judge looks at no events of its own. */
  static TableRule of(String id, Judge judge) {
    return of(id, Set.of(), judge);
  }

  /** A rule for which module, status and error code say it all. */
  static TableRule of(String id) {
    return of(id, Set.of(), (failure, finding) -> Optional.of(finding));
  }

  @Override
  public Cause cause() {
    return cause;
  }

  @Override
  public Set<String> events() {
    return events;
  }

  @Override
  public Optional<Finding> judge(Failure failure) {
    return condition.fits(failure.module(), failure.status(), failure.hresult())
        ? judge.judge(failure, found(failure))
        : Optional.empty();
  }

  private Finding found(Failure failure) {
    Finding finding = Finding.of(cause, Confidence.HIGH);
    return condition.codes().isEmpty()
        ? finding
        : finding.proof(failure.codeToldBy(), "tells the error code");
  }

  @Override
  public String toString() {
    return cause.id();
  }
}
