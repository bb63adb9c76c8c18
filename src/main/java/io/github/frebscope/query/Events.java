package io.github.frebscope.query;

import io.github.frebscope.trace.TraceEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The fields of events. */
public final class Events {
  /** The event's name. */
  public static final EventField<String> NAME =
      text("name", "Event", "The name of the event, as IIS writes it.", TraceEvent::name);

  /** When it happened. */
  public static final EventField<Instant> TIME =
      new EventField<>(
          new FieldText("time", "Time (UTC)", "UTC", "When the event happened."),
          Instant.class,
          Field.naturalOrder(Instant.class),
          e -> Optional.of(e.event().time()));

  private Events() {}

  /** The value of a data field. */
  public static EventField<String> data(String name) {
    return new EventField<>(
        new FieldText("data:" + name, name, "", "The data " + name + " as the file has it."),
        String.class,
        Field.naturalOrder(String.class),
        e -> e.event().data(name));
  }

  private static EventField<String> text(
      String name, String title, String description, Function<TraceEvent, String> value) {
    return new EventField<>(
        new FieldText(name, title, "", description),
        String.class,
        Field.naturalOrder(String.class),
        e -> Optional.of(value.apply(e.event())));
  }
}
