package io.github.frebscope.classify;

import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The way that a request took inside IIS, of failed and of good requests alike. Everything is empty
 * when the trace does not tell it.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Route {
  /** Nothing is known. */
  public static final Route NONE = new Route(null, null, null, null);

  private static final String REWRITE_START = "URL_REWRITE_START";
  private static final String RULE_START = "RULE_EVALUATION_START";
  private static final String OUTBOUND = "1";
  private static final Set<String> ACTIONS =
      Set.of(Names.REWRITE_ACTION, "ABORT_REQUEST_ACTION", "ABORT_REQUEST_FROM_CACHE_ACTION");

  /** The events it looks at, besides those of {@link Backend}. */
  static final Set<String> EVENTS =
      Set.of(
          REWRITE_START,
          RULE_START,
          Names.REWRITE_ACTION,
          "ABORT_REQUEST_ACTION",
          "ABORT_REQUEST_FROM_CACHE_ACTION");

  // Nulls, not Optionals: a set keeps one of these for each of its traces.
  private final String rule;
  private final String farm;
  private final String backend;
  private final ExchangePhase phase;

  private Route(String rule, String farm, String backend, ExchangePhase phase) {
    this.rule = rule;
    this.farm = farm;
    this.backend = backend;
    this.phase = phase;
  }

  /** A way of which that much is known; null for what is not. */
  public static Route of(String rule, String farm, String backend, ExchangePhase phase) {
    return rule == null && farm == null && backend == null && phase == null
        ? NONE
        : new Route(rule, farm, backend, phase);
  }

  /**
   * The rewrite rule whose action decided where the request went, by its name: the last inbound one
   * that changed the URL or dropped the request.
   */
  public Optional<String> rule() {
    return Optional.ofNullable(rule);
  }

  /** The ARR server farm that the request was routed to. */
  public Optional<String> farm() {
    return Optional.ofNullable(farm);
  }

  /** The server, farm or host that was asked for the answer. */
  public Optional<String> backend() {
    return Optional.ofNullable(backend);
  }

  /**
   * How far a gateway module had got with its backend when the request failed; empty as well when
   * nothing of the exchange was traced, so never {@code BEFORE} or {@code UNKNOWN}.
   */
  public Optional<ExchangePhase> phase() {
    return Optional.ofNullable(phase);
  }

  /**
   * The way of a request.
   *
   * @param who who set the status
   * @param phase how far it had got when it failed; empty for what is no failure
   */
  static Route of(Facts facts, Verdict who, Optional<ExchangePhase> phase) {
    List<TraceEvent> events = facts.trace().events();
    TraceEvent last = WhyFailed.deciding(facts, who).orElse(null);
    int depth = last == null ? depthOfArr(events) : last.requestDepth();
    int before = last == null ? Integer.MAX_VALUE : last.index();
    Optional<String> backend =
        who.backend()
            .or(
                () ->
                    who.status()
                        .flatMap(s -> Backend.find(events, depth, before, s, false))
                        .map(Backend::name));
    return of(
        rule(events, depth, before).orElse(null),
        Backend.farm(events, depth, before).or(() -> emptyFarm(events, who)).orElse(null),
        backend.orElse(null),
        phase.filter(p -> p != ExchangePhase.UNKNOWN).orElse(null));
  }

  /** Where no server of a farm could be chosen, the farm is all the backend there is. */
  private static Optional<String> emptyFarm(List<TraceEvent> events, Verdict who) {
    boolean noServer = who.status().filter(Backend.NO_SERVER::equals).isPresent();
    return noServer && events.stream().noneMatch(e -> e.is(Names.FARM_NOT_ROUTED))
        ? who.backend()
        : Optional.empty();
  }

  /** A rewrite rule can hand the request to a child, which ARR then sends on. */
  private static int depthOfArr(List<TraceEvent> events) {
    return events.stream()
        .filter(Backend::showsArr)
        .mapToInt(TraceEvent::requestDepth)
        .max()
        .orElse(0);
  }

  private static Optional<String> rule(List<TraceEvent> events, int depth, int before) {
    Optional<String> decided = Optional.empty();
    Optional<String> current = Optional.empty();
    boolean outbound = false;
    for (TraceEvent event : events) {
      if (event.index() >= before || event.requestDepth() > depth) {
        continue;
      }
      if (event.is(REWRITE_START)) {
        outbound = event.data("Type").filter(OUTBOUND::equals).isPresent();
        current = Optional.empty();
      } else if (event.is(RULE_START)) {
        current = Codes.text(event, "RuleName");
      } else if (!outbound && ACTIONS.contains(event.name()) && current.isPresent()) {
        decided = current;
      }
    }
    return decided;
  }

  /** The same with its texts replaced by equal ones, so that many can share them. */
  Route sharing(UnaryOperator<String> shared) {
    return of(shared(rule, shared), shared(farm, shared), shared(backend, shared), phase);
  }

  private static String shared(String text, UnaryOperator<String> shared) {
    return text == null ? null : shared.apply(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Route that
        && Objects.equals(rule, that.rule)
        && Objects.equals(farm, that.farm)
        && Objects.equals(backend, that.backend)
        && phase == that.phase;
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, farm, backend, phase);
  }

  /** {@code rule ToFarm, farm shop, backend web1.example:80, waiting}; {@code -} when unknown. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    rule().ifPresent(r -> text.append(", rule ").append(r));
    farm().ifPresent(f -> text.append(", farm ").append(f));
    backend().ifPresent(b -> text.append(", backend ").append(b));
    phase().ifPresent(p -> text.append(", ").append(p));
    return text.length() == 0 ? "-" : text.substring(2);
  }
}
