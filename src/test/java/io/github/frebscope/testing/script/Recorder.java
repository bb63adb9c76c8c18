package io.github.frebscope.testing.script;

import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.EventOrigin;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects the events of one file, stamped by its clock. */
final class Recorder {
  private final Site site;
  private final TickClock clock;
  private final EventOrigin origin;
  private final List<TraceEvent> events = new ArrayList<>();
  private long lastStep;

  Recorder(Site site) {
    this.site = site;
    clock = new TickClock(site.start());
    origin =
        new EventOrigin(
            site.computer(),
            site.activityId(),
            "",
            site.processId(),
            site.threadId(),
            site.language().culture());
  }

  List<TraceEvent> events() {
    return events;
  }

  TickClock clock() {
    return clock;
  }

  /** That long goes by. */
  void pass(Duration time) {
    long before = clock.elapsedMillis();
    clock.pass(time);
    lastStep = clock.elapsedMillis() - before;
  }

  /** One tick goes by. */
  void tick() {
    long before = clock.elapsedMillis();
    clock.tick();
    lastStep = clock.elapsedMillis() - before;
  }

  /** How many milliseconds the clock jumped when it last did. */
  long lastStep() {
    return lastStep;
  }

  /**
   * Writes an event with the level of its kind.
   *
   * @param values the data in order, without ContextId, which is filled in
   * @return the event's number before anything is left out
   */
  int emit(String name, String... values) {
    return emit(EventTable.kind(name).level(), name, values);
  }

  /** Writes an event with another level than its kind has. */
  int emit(int level, String name, String... values) {
    EventKind kind = EventTable.kind(name);
    List<DataField> data = new ArrayList<>();
    List<DataField> texts = new ArrayList<>();
    int next = 0;
    for (EventKind.Field field : kind.fields()) {
      String value = fixed(field.name());
      if (value == null) {
        if (next == values.length) {
          throw new IllegalArgumentException(name + " needs a value for " + field.name());
        }
        value = values[next++];
        addText(field, value, texts);
      }
      data.add(new DataField(field.name(), value));
    }
    if (next != values.length) {
      throw new IllegalArgumentException(name + " has " + next + " values");
    }
    return add(
        TraceEvent.builder()
            .provider(kind.provider(), kind.providerGuid())
            .kind(kind.eventGuid(), kind.opcode(), name)
            .header(0, kind.version(), level)
            .area(
                kind.mask(), kind.area().isEmpty() ? List.of() : List.of(kind.area()), kind.area())
            .data(data)
            .descriptions(texts));
  }

  /** Adds an event of a kind that no table has. */
  int add(TraceEvent.Builder event) {
    int index = events.size();
    events.add(event.position(index, 0).origin(origin).time(clock.now()).build());
    return index;
  }

  private void addText(EventKind.Field field, String value, List<DataField> texts) {
    if (field.systemText()) {
      site.language().text(value).ifPresent(t -> texts.add(new DataField(field.name(), t)));
    } else if (field.texts().containsKey(value)) {
      texts.add(new DataField(field.name(), field.texts().get(value)));
    }
  }

  private String fixed(String field) {
    return switch (field) {
      case "ContextId", "Context ID", "ActivityId" -> site.activityId();
      case "ConnID" -> "0";
      default -> null;
    };
  }
}
