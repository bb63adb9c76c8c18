package io.github.frebscope.classify;

import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The error code behind a status, and the event that tells it: the one that set the status, or when
 * that has none or 0, what the same module told of its failure right before or after.
 *
 * @param code unsigned; 0 names no error
 * @param event the event that tells it
 */
record TracedCode(long code, TraceEvent event) {
  private static final long FIRST_FAILURE = 0x8000_0000L;
  private static final String FORWARD_FAIL = "ANCM_REQUEST_FORWARD_FAIL";
  private static final OptionalLong NOTHING = OptionalLong.empty();
  private static final Set<String> ASP_NET_CORE =
      Set.of(Names.ANCM_V1, Names.ANCM_V2, Names.HTTP_PLATFORM);

  /**
   * The code of the module's failure.
   *
   * @param set the event that set the status
   * @param module the module's usual name
   * @return empty when no event tells a code, not even 0
   */
  static Optional<TracedCode> of(List<TraceEvent> events, TraceEvent set, String module) {
    Optional<TracedCode> own = at(set, Codes.errorCode(set));
    if (own.filter(c -> c.code() != 0).isPresent() || !Repertoire.isGateway(module)) {
      return own;
    }
    return reported(events, set, module).or(() -> described(events, set)).or(() -> own);
  }

  private static Optional<TracedCode> at(TraceEvent event, OptionalLong code) {
    return code.isPresent()
        ? Optional.of(new TracedCode(code.getAsLong(), event))
        : Optional.empty();
  }

  private static Optional<TracedCode> reported(
      List<TraceEvent> events, TraceEvent set, String module) {
    return ASP_NET_CORE.contains(module)
        ? events.stream()
            .filter(e -> e.is(FORWARD_FAIL) && e.index() < set.index())
            .filter(e -> e.requestDepth() == set.requestDepth())
            .reduce((first, second) -> second)
            .flatMap(e -> at(e, Codes.errorCode(e)))
            .filter(c -> c.code() != 0)
        : Optional.empty();
  }

  /** A small number in the module's words can be anything. */
  private static Optional<TracedCode> described(List<TraceEvent> events, TraceEvent set) {
    return StatusEvent.description(events, set)
        .flatMap(e -> at(e, e.data("ErrorDescription").map(ErrorCodes::inText).orElse(NOTHING)))
        .filter(c -> c.code() >= FIRST_FAILURE);
  }
}
