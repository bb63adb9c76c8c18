package io.github.frebscope.classify;

import io.github.frebscope.catalog.Notification;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.TraceEvent;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the numbers and texts in an event's data. */
final class Codes {
  private static final long MASK_32_BITS = 0xFFFF_FFFFL;
  private static final String ERROR_CODE = "ErrorCode";
  private static final Pattern HEXADECIMAL =
      Pattern.compile("\\b0x[0-9a-f]{1,16}\\b", Pattern.CASE_INSENSITIVE);

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
    return text.isPresent() ? parse(text.get()) : OptionalLong.empty();
  }

  /**
   * The error code of an event: the number in {@code ErrorCode}, or when there is none that can be
   * read, the one that IIS put behind its text in any language: {@code ... (0x800704cd)}.
   */
  static OptionalLong errorCode(TraceEvent event) {
    OptionalLong number = number(event, ERROR_CODE);
    return number.isPresent()
        ? number
        : event.description(ERROR_CODE).map(Codes::inText).orElse(OptionalLong.empty());
  }

  /** The last hexadecimal number of a text, as a rule an error code in brackets at its end. */
  static OptionalLong inText(String text) {
    OptionalLong last = OptionalLong.empty();
    Matcher matcher = HEXADECIMAL.matcher(text);
    while (matcher.find()) {
      last = parse(matcher.group());
    }
    return last;
  }

  private static OptionalLong parse(String text) {
    try {
      if (text.startsWith("0x") || text.startsWith("0X")) {
        return OptionalLong.of(Long.parseUnsignedLong(text.substring(2), 16) & MASK_32_BITS);
      }
      long value = Long.parseLong(text);
      return OptionalLong.of(value < 0 ? value & MASK_32_BITS : value);
    } catch (NumberFormatException e) {
      return OptionalLong.empty(); // no number, or none of 64 bits
    }
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
