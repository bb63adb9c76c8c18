package io.github.frebscope.testing.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.DomTraces;
import io.github.frebscope.testing.Shared;
import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.TraceEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTableTest {
  @Test
  void agreesWithEveryEventOfTheRealTraces() {
    int events = 0;
    for (Path file : Shared.traces(Shared.dir("corpus"))) {
      for (TraceEvent event : DomTraces.read(file).events()) {
        assertThat(told(EventTable.kind(event.name()), event))
            .as(file + " event " + event.index())
            .isEqualTo(read(event));
        events++;
      }
    }
    assertThat(events).isGreaterThan(8000);
  }

  /** What the table says an event of that kind and with those values looks like. */
  private static List<Object> told(EventKind kind, TraceEvent event) {
    List<DataField> texts = new ArrayList<>();
    for (EventKind.Field field : kind.fields()) {
      String value = event.data(field.name()).orElseThrow();
      if (field.systemText()) {
        Language.ENGLISH.text(value).ifPresent(t -> texts.add(new DataField(field.name(), t)));
      } else if (field.texts().containsKey(value)) {
        texts.add(new DataField(field.name(), field.texts().get(value)));
      }
    }
    return List.of(
        kind.provider(),
        kind.providerGuid(),
        kind.eventGuid(),
        kind.opcode(),
        kind.level(),
        kind.version(),
        kind.mask(),
        kind.area(),
        kind.fields().stream().map(EventKind.Field::name).toList(),
        texts);
  }

  private static List<Object> read(TraceEvent event) {
    return List.of(
        event.provider(),
        event.providerGuid(),
        event.eventGuid(),
        event.opcode(),
        event.level(),
        event.version(),
        event.keywords(),
        event.area().orElse(""),
        event.data().stream().map(DataField::name).toList(),
        event.descriptions());
  }
}
