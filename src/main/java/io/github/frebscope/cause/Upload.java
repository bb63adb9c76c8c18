package io.github.frebscope.cause;

import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** How much of the request's body had been read, to be sent on, when the status was set. */
final class Upload {
  /** How far it was. */
  enum State {
    /** There was no body. */
    NONE,
    /** A part of it had not even been read. */
    UNFINISHED,
    /** There was one, and what is traced does not show that a part was missing. */
    READ,
    /** Neither the headers nor the reading of a body were traced. */
    UNTRACED
  }

  static final Set<String> EVENTS = Set.of("GENERAL_READ_ENTITY_START", "GENERAL_READ_ENTITY_END");

  /** IIS reads so much ahead: serverRuntime@uploadReadAheadSize. It can be there unread. */
  private static final long READ_AHEAD = 49_152;

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final State state;
  private final OptionalLong length;
  private final long read;
  private final boolean awaited;

  private Upload(Failure failure) {
    List<TraceEvent> ends = failure.before().filter(e -> e.is("GENERAL_READ_ENTITY_END")).toList();
    awaited =
        failure
            .lastBefore("GENERAL_READ_ENTITY_START", "GENERAL_READ_ENTITY_END")
            .filter(e -> e.is("GENERAL_READ_ENTITY_START"))
            .isPresent();
    read = ends.stream().mapToLong(e -> e.number("BytesReceived").orElse(0)).sum();
    length = number(failure.header("Content-Length"));
    state = state(failure, !ends.isEmpty());
  }

  static Upload of(Failure failure) {
    return new Upload(failure);
  }

  private static OptionalLong number(Optional<String> text) {
    return text.filter(t -> t.matches("\\d{1,18}")).isPresent()
        ? OptionalLong.of(Long.parseLong(text.get()))
        : OptionalLong.empty();
  }

  private State state(Failure failure, boolean hasRead) {
    if (failure.first(Headers.ARRIVED).isEmpty() && !hasRead) {
      String verb = failure.trace().request().verb().orElse("").toUpperCase(Locale.ROOT);
      return WITH_BODY.contains(verb) ? State.UNTRACED : State.NONE;
    }
    boolean chunked = failure.header("Transfer-Encoding").isPresent();
    if (!hasRead && !chunked && length.orElse(0) == 0) {
      return State.NONE;
    }
    boolean missing = length.isPresent() && length.getAsLong() - read > READ_AHEAD;
    return hasRead && missing ? State.UNFINISHED : State.READ;
  }

  State state() {
    return state;
  }

  /**
   * Whether the client was to send more when the status was set: a read had begun and not ended.
   */
  boolean isAwaited() {
    return awaited;
  }

  /** How long the body was to be, grouped; empty when that is not told. */
  Optional<String> length() {
    return length.isPresent() ? Optional.of(grouped(length.getAsLong())) : Optional.empty();
  }

  /** How many bytes had been read, grouped. */
  String read() {
    return grouped(read);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
