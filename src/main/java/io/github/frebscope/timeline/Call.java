package io.github.frebscope.timeline;

import io.github.frebscope.catalog.Notification;
import io.github.frebscope.trace.TraceEvent;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * For which notification modules are called.
 *
 * @param mask its number; -1 when the event does not tell
 * @param text its name as IIS prints it, the number when it has none
 * @param isPost whether it is the second round
 */
record Call(long mask, String text, boolean isPost) {
  private static final long LAST_ORDERED = Notification.END_REQUEST.mask();
  private static final Call PRE_BEGIN =
      new Call(
          Notification.PRE_BEGIN_REQUEST.mask(),
          Notification.PRE_BEGIN_REQUEST.printedName(),
          false);

  /** Of an event that does not tell. */
  static final Call UNKNOWN = new Call(-1, "", false);

  static Call preBegin() {
    return PRE_BEGIN;
  }

  /** The notification of a NOTIFY_MODULE_ event; empty when it tells none. */
  static Optional<Call> of(TraceEvent event) {
    OptionalLong mask = event.number("Notification");
    if (mask.isEmpty()) {
      return Optional.empty();
    }
    String text =
        Notification.of(mask.getAsLong())
            .map(Notification::printedName)
            .or(() -> event.description("Notification"))
            .orElseGet(() -> Long.toString(mask.getAsLong()));
    // The field has two names: one at the start, one at end and completion.
    String post =
        event
            .data("fIsPostNotification")
            .or(() -> event.data("fIsPostNotificationEvent"))
            .orElse("false");
    return Optional.of(new Call(mask.getAsLong(), text, post.equals("true")));
  }

  /** Whether it is the same notification as another; an event that does not tell can be any. */
  boolean canBe(Call other) {
    return mask < 0 || other == null || other.mask < 0 || equals(other);
  }

  /** Whether it is a step of the pipeline; the others are raised inside the steps. */
  boolean isOrdered() {
    return mask >= 0 && mask <= LAST_ORDERED;
  }
}
