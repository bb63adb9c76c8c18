package io.github.frebscope.classify;

import io.github.frebscope.catalog.TimeLimits;
import io.github.frebscope.cause.Failure;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.TraceEvent;
import java.util.Optional;

/** Puts what is known of a failed request together for the rules that look for its cause. */
final class WhyFailed {
  private WhyFailed() {}

  /**
   * The failed request.
   *
   * @param who who set the status; it has one
   */
  static Failure of(Facts facts, Verdict who, StatusCode status, TimeLimits limits) {
    TraceEvent deciding = deciding(facts, who).orElse(null);
    int depth = deciding == null ? 0 : deciding.requestDepth();
    int before = deciding == null ? Integer.MAX_VALUE : deciding.index();
    Optional<String> farm = Backend.farm(facts.trace().events(), depth, before);
    String module = who.module().map(Names::usual).orElse(null);
    Optional<TracedCode> told =
        deciding == null || module == null || who.isExitCode()
            ? Optional.empty()
            : TracedCode.of(facts.trace().events(), deciding, module);
    Long code = who.errorCode().isPresent() ? who.errorCode().getAsLong() : null;
    return Failure.builder(facts.trace(), asSet(deciding, status))
        .by(module, deciding)
        .errorCode(told.map(TracedCode::code).orElse(code), who.isExitCode())
        .codeToldBy(told.map(TracedCode::event).filter(e -> !e.equals(deciding)).orElse(null))
        .relayed(who.origin() == Origin.RELAYED)
        .waited(who.waited().map(MeasuredTime::of).orElse(null))
        .backend(who.backend().orElse(null), farm.orElse(null))
        .limits(limits)
        .build();
  }

  /** As the module set it: a page or a later module can have changed the sub-status. */
  private static StatusCode asSet(TraceEvent deciding, StatusCode status) {
    return Optional.ofNullable(deciding)
        .flatMap(Codes::status)
        .filter(set -> set.status() == status.status() && set.subStatus() != 0)
        .orElse(status);
  }

  /** The first piece of evidence, if it is an event that sets a status. */
  static Optional<TraceEvent> deciding(Facts facts, Verdict who) {
    return who.evidence().stream()
        .findFirst()
        .flatMap(e -> facts.trace().event(e.event()))
        .filter(e -> StatusEvent.EVENTS.contains(e.name()));
  }
}
