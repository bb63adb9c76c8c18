package io.github.frebscope.classify;

import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.catalog.Notification;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.TraceEvent;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the numbers and texts in an event's data. */
final class Codes {
  private static final String ERROR_CODE = "ErrorCode";

  private Codes() {}

  /** The text of that data; empty when it is missing or blank. */
  static Optional<String> text(TraceEvent event, String name) {
    return event.data(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  /**
   * The unsigned number in that data. IIS prints unsigned decimals; a negative one or hexadecimal
   * digits after {@code 0x} are read as the same 32 bits.
   */
  static OptionalLong number(TraceEvent event, String name) {
    Optional<String> text = text(event, name);
    return text.isPresent() ? ErrorCodes.unsigned(text.get()) : OptionalLong.empty();
  }

  /** The error code of an event in whatever form, see {@link ErrorCodes#in}. */
  static OptionalLong errorCode(TraceEvent event) {
    return ErrorCodes.in(event, ERROR_CODE);
  }

  /** {@code HttpStatus} with {@code HttpSubStatus}; empty when there is no status of 100 to 999. */
  static Optional<StatusCode> status(TraceEvent event) {
    long status = number(event, "HttpStatus").orElse(0);
    long sub = number(event, "HttpSubStatus").orElse(0);
    return status < 100 || status > 999 || sub > Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(StatusCode.of((int) status, (int) sub));
  }

  /** The printed name of {@code Notification}; the number itself for a mask of several. */
  static Optional<String> notification(TraceEvent event) {
    OptionalLong mask = number(event, "Notification");
    return mask.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Notification.of(mask.getAsLong())
                .map(Notification::printedName)
                .orElse(Long.toString(mask.getAsLong())));
  }
}
