package io.github.frebscope.classify;

import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An event that says that a module set the response's status.
 *
 * @param event the event
 * @param status the status it set; events for 200 and 3xx carry no sub-status
 * @param child which child request of the request itself it lies in, from 1 on; 0 for none
 */
record StatusEvent(TraceEvent event, StatusCode status, int child) {
  static final Set<String> EVENTS = Set.of(Names.ERROR_STATUS, Names.SUCCESS_STATUS);

  /** Empty when the event is none that sets a status, or the status cannot be read. */
  static Optional<StatusEvent> of(TraceEvent event, int child) {
    return EVENTS.contains(event.name())
        ? Codes.status(event).map(status -> new StatusEvent(event, status, child))
        : Optional.empty();
  }

  /** SET_RESPONSE_ERROR_DESCRIPTION belongs to the status event before it in the same request. */
  static Optional<TraceEvent> description(List<TraceEvent> events, TraceEvent set) {
    return events.stream()
        .filter(e -> e.index() > set.index() && e.requestDepth() == set.requestDepth())
        .filter(e -> e.is(Names.ERROR_DESCRIPTION) || EVENTS.contains(e.name()))
        .findFirst()
        .filter(e -> e.is(Names.ERROR_DESCRIPTION));
  }

  int index() {
    return event.index();
  }

  boolean isInChild() {
    return event.requestDepth() > 0;
  }

  /** Whether the sub-status is told; it cannot have been another one then. */
  boolean tellsSubStatus() {
    return Codes.number(event, "HttpSubStatus").isPresent();
  }

  Optional<String> module() {
    return Codes.text(event, "ModuleName");
  }

  /** The module's usual name, for rules; an empty text when the event names none. */
  String usualModule() {
    return module().map(Names::usual).orElse("");
  }

  /** The module, or words for its absence. */
  String moduleOrUnnamed() {
    return module().orElse("an unnamed module");
  }

  boolean isByFollower() {
    return Names.FOLLOWERS.contains(usualModule());
  }

  OptionalLong errorCode() {
    return Codes.errorCode(event);
  }

  OptionalLong notificationMask() {
    return Codes.number(event, "Notification");
  }

  /** The name IIS prints; the number when several notifications are joined in one mask. */
  Optional<String> notification() {
    return Codes.notification(event);
  }
}
