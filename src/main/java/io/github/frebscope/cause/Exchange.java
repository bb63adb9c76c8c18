package io.github.frebscope.cause;

import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.catalog.ExchangeStep;
import io.github.frebscope.catalog.Exchanges;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;

/** How far a gateway module had got with its backend, from its own events alone. */
final class Exchange {
  private ExchangePhase phase = ExchangePhase.BEFORE;
  private TraceEvent began;
  private TraceEvent connected;
  private TraceEvent answered;

  private Exchange() {}

  /**
   * The exchange of the request at that depth before an event.
   *
   * @param end only events with a smaller number count
   */
  static Exchange before(List<TraceEvent> events, int depth, int end) {
    Exchange exchange = new Exchange();
    for (TraceEvent event : events) {
      if (event.index() >= end) {
        break;
      }
      if (event.requestDepth() == depth) {
        Exchanges.step(event)
            .filter(ExchangeStep::isOfGateways)
            .ifPresent(s -> exchange.add(event, s));
      }
    }
    return exchange;
  }

  private void add(TraceEvent event, ExchangeStep step) {
    if (step.opens()) {
      connected = null; // another attempt, perhaps with another server
      answered = null;
    }
    ExchangePhase next = step.phase().orElse(phase);
    // The failure itself ends the exchange; what matters is where it was until then.
    if (next != ExchangePhase.AFTER && next != phase) {
      phase = next;
      began = event;
    }
    if (next == ExchangePhase.WAITING || next == ExchangePhase.BODY || isConnected(event)) {
      connected = connected == null ? event : connected;
    }
    if (next == ExchangePhase.BODY) {
      answered = answered == null ? event : answered;
    }
  }

  /** WinHTTP tells CONNECTED_TO_SERVER, SENDING_REQUEST and REQUEST_SENT. */
  private static boolean isConnected(TraceEvent event) {
    return event.is("ANCM_WINHTTP_CALLBACK")
        && event.data("InternetStatus").filter(List.of("8", "16", "32")::contains).isPresent();
  }

  ExchangePhase phase() {
    return phase;
  }

  Optional<TraceEvent> began() {
    return Optional.ofNullable(began);
  }

  Optional<TraceEvent> connected() {
    return Optional.ofNullable(connected);
  }

  Optional<TraceEvent> answered() {
    return Optional.ofNullable(answered);
  }
}
