package io.github.frebscope.classify;

import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How long a module waited before an event.
 *
 * <p>The silence before an event can lie in an earlier stage of the pipeline: when a module took 2
 * s to authenticate and the handler then failed within one tick of the clock, the handler did not
 * wait. The events on either side of the last step of the clock tell where it lies.
 */
final class Silence {
  private static final long LAST_ORDERED_STAGE = 0x800;
  private static final long EXECUTE_HANDLER = 0x80;

  /** Events that belong before the handler stage, though they do not carry a notification. */
  private static final Set<String> BEFORE_HANDLER =
      Set.of(
          Names.HANDLER_CHANGED, Names.REQUEST_ROUTED, Names.SERVER_ROUTED, Names.FARM_NOT_ROUTED);

  private Silence() {}

  /**
   * The silence before an event inside its stage; zero when the stage up to it lies within one tick
   * of the clock.
   *
   * @param events the events of a digest, in order
   * @param event one of them
   * @param stage the mask of the stage it belongs to; empty when unknown
   */
  static Duration before(List<TraceEvent> events, TraceEvent event, OptionalLong stage) {
    int at = events.indexOf(event);
    int first = at;
    while (first > 0 && events.get(first - 1).time().equals(event.time())) {
      first--;
    }
    if (first == 0) {
      return Duration.ZERO;
    }
    TraceEvent before = events.get(first - 1);
    if (first < at && stage.isPresent()) {
      long own = stage.getAsLong();
      // The module's own NOTIFY_MODULE_START must then be among the events of the same time.
      boolean stageBeganAfter =
          before.name().startsWith("NOTIFY_") && isElsewhere(before, event, own);
      if (stageBeganAfter
          || events.subList(first, at).stream().anyMatch(e -> isElsewhere(e, event, own))) {
        return Duration.ZERO;
      }
    }
    Duration silence = Duration.between(before.time(), event.time());
    return silence.isNegative() ? Duration.ZERO : silence;
  }

  /** How long it was silent after an event; zero when no later event has another time. */
  static Duration after(List<TraceEvent> events, TraceEvent event) {
    for (TraceEvent later : events.subList(events.indexOf(event), events.size())) {
      if (later.time().isAfter(event.time())) {
        return Duration.between(event.time(), later.time());
      }
    }
    return Duration.ZERO;
  }

  private static boolean isElsewhere(TraceEvent event, TraceEvent deciding, long own) {
    if (event.requestDepth() != deciding.requestDepth()) {
      return false;
    }
    if (event.name().startsWith("PRE_BEGIN_REQUEST_")) {
      return own != 0;
    }
    if (BEFORE_HANDLER.contains(event.name())) {
      return own == EXECUTE_HANDLER;
    }
    if (!event.name().startsWith("NOTIFY_MODULE_") && !StatusEvent.EVENTS.contains(event.name())) {
      return false;
    }
    // Above END_REQUEST are those that are raised inside other stages, SEND_RESPONSE for example.
    OptionalLong mask = Codes.number(event, "Notification");
    return mask.isPresent() && mask.getAsLong() <= LAST_ORDERED_STAGE && mask.getAsLong() != own;
  }
}
