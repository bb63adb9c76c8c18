package io.github.frebscope.log;

import io.github.frebscope.internal.xml.XmlEvent;
import io.github.frebscope.internal.xml.XmlEvents;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;

/** Events of an XML export as values. */
final class XmlEventExport implements XmlEvents.Sink {
  private final String file;
  private final LogOptions options;
  private final Consumer<? super WindowsEvent> events;
  private final Tally tally;
  private boolean anything;

  private XmlEventExport(String file, LogOptions options, Consumer<? super WindowsEvent> events) {
    this.file = file;
    this.options = options;
    this.events = events;
    tally = new Tally(file);
  }

  static LogFile read(
      String file, InputStream in, LogOptions options, Consumer<? super WindowsEvent> events)
      throws IOException {
    XmlEventExport export = new XmlEventExport(file, options, events);
    XmlEvents.read(in, export);
    if (!export.anything) {
      export.tally.problem(0, "no Event element in it: no event, or no export of an event log");
    }
    return export.tally.file();
  }

  @Override
  public boolean event(XmlEvent event, long line) {
    anything = true;
    if (options.mustStop()) {
      tally.problem(line, "reading was stopped here on request");
      return false;
    }
    Optional<Instant> time = time(event.systemTime());
    long id = LogBytes.number(event.id());
    if (time.isEmpty() || id < 0 || id > Integer.MAX_VALUE || event.provider().isEmpty()) {
      tally.damaged(line, "an event without a provider, an id or a time that can be read");
      return true;
    }
    String message =
        event.message().isEmpty() ? String.join(" ", event.data().values()) : event.message();
    tally.entry(time.get().toEpochMilli());
    events.accept(
        new WindowsEvent(
            file,
            time.get(),
            event.provider(),
            (int) id,
            event.computer().isEmpty() ? Optional.empty() : Optional.of(event.computer()),
            message,
            PoolNames.in(event.data(), message)));
    return true;
  }

  @Override
  public void damage(long line, String reason) {
    anything = true;
    tally.damaged(line, reason);
  }

  /** SystemTime is UTC, whether it says so or not. */
  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      try {
        return Optional.of(Instant.parse(text + "Z"));
      } catch (DateTimeException again) {
        return Optional.empty();
      }
    }
  }
}
