package io.github.frebscope.parse;

import io.github.frebscope.catalog.Areas;
import io.github.frebscope.internal.xml.RawEvent;
import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.EventOrigin;
import io.github.frebscope.trace.TraceEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns the texts of an event into a value. A text that cannot be read as its type gives a
 * diagnostic and a neutral value; the event is never lost for it. One for each file.
 */
final class EventMapper {
  private final Consumer<Diagnostic> diagnostics;
  private EventOrigin lastOrigin = new EventOrigin("", "", "", -1, -1, "");
  private String lastProcess = "";
  private String lastThread = "";
  private String lastStamp = "";
  private Instant lastTime = Instant.EPOCH;

  EventMapper(Consumer<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Whether a time stamp has been read. */
  boolean knowsTime() {
    return !lastStamp.isEmpty();
  }

  /** The event but for being built, so that a time can be given to it yet. */
  TraceEvent.Builder map(RawEvent raw, int requestDepth) {
    long mask = hex(raw);
    List<String> printed = List.copyOf(raw.keywordTexts);
    return TraceEvent.builder()
        .position(raw.index, raw.offset)
        .time(time(raw))
        .provider(raw.providerName, raw.providerGuid)
        .kind(raw.eventGuid, number(raw, "Opcode", raw.opcode), raw.name)
        .header(
            number(raw, "EventID", raw.eventId),
            number(raw, "Version", raw.version),
            number(raw, "Level", raw.level))
        .area(mask, printed, Areas.of(raw.providerGuid, raw.eventGuid, mask, printed).orElse(""))
        .origin(origin(raw))
        .requestDepth(requestDepth)
        .data(fields(raw.data))
        .descriptions(fields(raw.descriptions));
  }

  private static List<DataField> fields(List<String> pairs) {
    int size = pairs.size() / 2;
    if (size == 0) {
      return List.of();
    }
    DataField[] fields = new DataField[size];
    for (int i = 0; i < size; i++) {
      fields[i] = new DataField(pairs.get(2 * i), pairs.get(2 * i + 1));
    }
    return List.of(fields);
  }

  private Instant time(RawEvent raw) {
    if (raw.systemTime.equals(lastStamp)) {
      return lastTime;
    }
    Instant time = Timestamps.parse(raw.systemTime);
    if (time == null) {
      unreadable(raw, "SystemTime", raw.systemTime, "the time of its neighbour stands in");
      return lastTime;
    }
    lastStamp = raw.systemTime;
    lastTime = time;
    return time;
  }

  private EventOrigin origin(RawEvent raw) {
    EventOrigin last = lastOrigin;
    if (last.computer().equals(raw.computer)
        && last.activityId().equals(raw.activityId)
        && last.relatedActivityId().equals(raw.relatedActivityId)
        && last.culture().equals(raw.culture)
        && lastProcess.equals(raw.processId)
        && lastThread.equals(raw.threadId)) {
      return last;
    }
    lastProcess = raw.processId;
    lastThread = raw.threadId;
    lastOrigin =
        new EventOrigin(
            raw.computer,
            raw.activityId,
            raw.relatedActivityId,
            id(raw, "ProcessID", raw.processId),
            id(raw, "ThreadID", raw.threadId),
            raw.culture);
    return lastOrigin;
  }

  /** A number of the event's header: -1 when it is missing or none. */
  private int number(RawEvent raw, String field, String text) {
    long number = id(raw, field, text);
    if (number > Integer.MAX_VALUE) {
      unreadable(raw, field, text, "the number is too large");
      return -1;
    }
    return (int) number;
  }

  private long id(RawEvent raw, String field, String text) {
    if (text.isEmpty()) {
      return -1;
    }
    try {
      return Integer.toUnsignedLong(Integer.parseUnsignedInt(text.strip()));
    } catch (NumberFormatException e) {
      unreadable(raw, field, text, "it is no number");
      return -1;
    }
  }

  private long hex(RawEvent raw) {
    String text = raw.keywords.strip();
    if (text.isEmpty()) {
      return 0;
    }
    try {
      return text.startsWith("0x") || text.startsWith("0X")
          ? Long.parseUnsignedLong(text, 2, text.length(), 16)
          : Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      unreadable(raw, "Keywords", text, "it is no mask");
      return 0;
    }
  }

  private void unreadable(RawEvent raw, String field, String text, String what) {
    String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
    diagnostics.accept(
        new Diagnostic(
            Diagnostic.Kind.UNREADABLE_FIELD,
            field + " is \"" + shown + "\": " + what,
            raw.offset,
            raw.index));
  }
}
