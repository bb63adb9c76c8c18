package io.github.frebscope.classify;

import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.TraceEvent;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An event that says that a module set the response's status.
 *
 * @param event the event
 * @param status the status it set; events for 200 and 3xx carry no sub-status
 */
record StatusEvent(TraceEvent event, StatusCode status) {
  static final Set<String> EVENTS = Set.of(Names.ERROR_STATUS, Names.SUCCESS_STATUS);

  /** Empty when the event is none that sets a status, or the status cannot be read. */
  static Optional<StatusEvent> of(TraceEvent event) {
    return EVENTS.contains(event.name())
        ? Codes.status(event).map(status -> new StatusEvent(event, status))
        : Optional.empty();
  }

  int index() {
    return event.index();
  }

  boolean isInChild() {
    return event.requestDepth() > 0;
  }

  Optional<String> module() {
    return Codes.text(event, "ModuleName");
  }

  /** The module, or words for its absence. */
  String moduleOrUnnamed() {
    return module().orElse("an unnamed module");
  }

  boolean isByFollower() {
    return module().filter(Names.FOLLOWERS::contains).isPresent();
  }

  OptionalLong errorCode() {
    return Codes.number(event, "ErrorCode");
  }

  OptionalLong notificationMask() {
    return Codes.number(event, "Notification");
  }

  /** The name IIS prints; the number when several notifications are joined in one mask. */
  Optional<String> notification() {
    return Codes.notification(event);
  }
}
