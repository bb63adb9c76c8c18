package io.github.frebscope.classify;

import io.github.frebscope.catalog.Notification;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A rewrite rule dropped the connection on purpose. IIS writes status 200 with no byte sent, so the
 * status does not show it; the client sees a broken connection.
 */
final class RewriteAbort implements Rule {
  static final String ID = "rewrite-abort";

  private static final Set<String> ABORTS =
      Set.of("ABORT_REQUEST_ACTION", "ABORT_REQUEST_FROM_CACHE_ACTION");
  private static final String REWRITE_START = "URL_REWRITE_START";
  private static final String RULE_START = "RULE_EVALUATION_START";
  private static final long GLOBAL_RULES = 0;
  private static final long SITE_RULES = 1;

  @Override
  public Set<String> events() {
    return Set.of(
        "ABORT_REQUEST_ACTION",
        "ABORT_REQUEST_FROM_CACHE_ACTION",
        REWRITE_START,
        RULE_START,
        Names.REQUEST_END);
  }

  @Override
  public Optional<Verdict> judge(Facts facts) {
    Optional<StatusCode> status = facts.finalStatus().filter(s -> s.status() == 200);
    if (status.isEmpty()) {
      return Optional.empty();
    }
    return facts
        .last(e -> e.requestDepth() == 0 && ABORTS.contains(e.name()))
        .filter(abort -> facts.history().last().filter(s -> s.index() > abort.index()).isEmpty())
        .filter(abort -> nothingSent(facts))
        .map(abort -> verdict(facts, status.get(), abort));
  }

  /** Without a traced end nothing contradicts the abort. */
  private static boolean nothingSent(Facts facts) {
    return facts
        .requestEnd()
        .map(end -> Codes.number(end, "BytesSent").orElse(0) == 0)
        .orElse(true);
  }

  private static Verdict verdict(Facts facts, StatusCode status, TraceEvent abort) {
    Optional<TraceEvent> start = lastBefore(facts, abort, REWRITE_START, -1);
    int from = start.map(TraceEvent::index).orElse(-1);
    Optional<TraceEvent> rule = lastBefore(facts, abort, RULE_START, from);
    Optional<String> name = rule.flatMap(r -> Codes.text(r, "RuleName"));
    Optional<TraceEvent> end = facts.requestEnd();
    Certainty certainty =
        new Certainty(Confidence.HIGH)
            .lowerIf(end.isEmpty(), "the end of the request is not in the trace");

    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Proof.of(abort, "dropped the connection"));
    rule.ifPresent(r -> evidence.add(Proof.of(r, "the rule" + quoted(name))));
    start.ifPresent(s -> evidence.add(Proof.of(s, "where the rewriting began")));
    end.ifPresent(e -> evidence.add(Proof.of(e, "status 200, but no byte was sent")));

    OptionalLong stage = stage(start);
    return Verdict.builder(ID)
        .status(status)
        .module(Names.REWRITE, Handlers.area(facts, Names.REWRITE))
        .notification(start.flatMap(RewriteAbort::notification).orElse(null))
        .waited(Silence.before(facts.trace().events(), abort, stage))
        .origin(Origin.OWN)
        .confidence(certainty.level())
        .evidence(evidence)
        .explanation(
            "RewriteModule dropped the connection on purpose: "
                + (name.isPresent() ? "the rule" + quoted(name) : "a rewrite rule")
                + " has the action AbortRequest. The trace says "
                + status
                + ", but no answer was sent; the client saw a broken connection."
                + certainty.sentence())
        .build();
  }

  private static String quoted(Optional<String> name) {
    return name.map(n -> " \"" + n + "\"").orElse("");
  }

  private static Optional<TraceEvent> lastBefore(
      Facts facts, TraceEvent abort, String name, int after) {
    return facts.last(
        e -> e.requestDepth() == 0 && e.is(name) && e.index() < abort.index() && e.index() > after);
  }

  /** Rules of the whole server run before the pipeline, those of a site at its beginning. */
  private static Optional<String> notification(TraceEvent start) {
    return stage(Optional.of(start)).stream()
        .boxed()
        .flatMap(mask -> Notification.of(mask).stream())
        .map(Notification::printedName)
        .findFirst();
  }

  private static OptionalLong stage(Optional<TraceEvent> start) {
    OptionalLong scope = start.map(s -> Codes.number(s, "Scope")).orElse(OptionalLong.empty());
    if (scope.isEmpty()) {
      return OptionalLong.empty();
    }
    if (scope.getAsLong() == GLOBAL_RULES) {
      return OptionalLong.of(Notification.PRE_BEGIN_REQUEST.mask());
    }
    return scope.getAsLong() == SITE_RULES
        ? OptionalLong.of(Notification.BEGIN_REQUEST.mask())
        : OptionalLong.empty();
  }
}
