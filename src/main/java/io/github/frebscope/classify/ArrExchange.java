package io.github.frebscope.classify;

import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far Application Request Routing got with its backend before some event, as its {@code ARR_*}
 * events tell. They come in pairs of START and END; the last START without an END is the step in
 * which it broke.
 */
final class ArrExchange {
  /** A step of the exchange; the text goes on after "while". */
  enum Step {
    /** No event of the exchange was traced. */
    NONE(""),
    /** ARR_REQUEST_HEADERS_START: connect, TLS, or the headers' way out. */
    SENDING_HEADERS("connecting or sending the request headers"),
    /** ARR_REQUEST_ENTITY_START. */
    SENDING_BODY("sending the request body"),
    /** The request is out, no answer yet. */
    WAITING("waiting for the backend's answer"),
    /** ARR_RESPONSE_HEADERS_START. */
    RECEIVING_HEADERS("waiting for the response headers or receiving them"),
    /** ARR_RESPONSE_HEADERS_END: the backend has answered. */
    ANSWERED("passing on the backend's answer"),
    /** ARR_RESPONSE_ENTITY_START. */
    RECEIVING_BODY("receiving the response body");

    private final String text;

    Step(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private static final Map<String, Step> STEPS =
      Map.of(
          "ARR_REQUEST_HEADERS_START", Step.SENDING_HEADERS,
          "ARR_REQUEST_HEADERS_END", Step.WAITING,
          "ARR_REQUEST_ENTITY_START", Step.SENDING_BODY,
          "ARR_REQUEST_ENTITY_END", Step.WAITING,
          "ARR_RESPONSE_HEADERS_START", Step.RECEIVING_HEADERS,
          "ARR_RESPONSE_HEADERS_END", Step.ANSWERED,
          "ARR_RESPONSE_ENTITY_START", Step.RECEIVING_BODY,
          "ARR_RESPONSE_ENTITY_END", Step.ANSWERED);

  static final Set<String> EVENTS = STEPS.keySet();

  private final Step step;
  private final TraceEvent latest;
  private final TraceEvent answer;

  private ArrExchange(Step step, TraceEvent latest, TraceEvent answer) {
    this.step = step;
    this.latest = latest;
    this.answer = answer;
  }

  /**
   * The exchange before an event.
   *
   * @param events the events of a digest
   * @param depth the depth of the request that is asked about
   * @param before only events with a smaller number count
   */
  static ArrExchange before(List<TraceEvent> events, int depth, int before) {
    Step step = Step.NONE;
    TraceEvent latest = null;
    TraceEvent answer = null;
    for (TraceEvent event : events) {
      Step next = STEPS.get(event.name());
      if (next == null || event.requestDepth() != depth || event.index() >= before) {
        continue;
      }
      step = next;
      latest = event;
      if (event.is("ARR_RESPONSE_HEADERS_END")) {
        answer = event;
      } else if (next == Step.SENDING_HEADERS) {
        answer = null; // another attempt, with this or another server
      }
    }
    return new ArrExchange(step, latest, answer);
  }

  Step step() {
    return step;
  }

  /** The event that began the step; empty when none was traced. */
  Optional<TraceEvent> latest() {
    return Optional.ofNullable(latest);
  }

  /** The end of the response headers: the backend answered; empty when that was not traced. */
  Optional<TraceEvent> answer() {
    return Optional.ofNullable(answer);
  }

  /** The event that began the step and the one that proves the answer, without repeats. */
  Stream<TraceEvent> proof() {
    return Stream.of(answer(), latest()).flatMap(Optional::stream).distinct();
  }
}
