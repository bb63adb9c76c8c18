package io.github.frebscope.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A time that cannot be read is never taken for the year 1970. */
class UnreadableTimesTest {
  @Test
  void the_first_events_carry_the_first_time_that_can_be_read() throws IOException {
    Trace whole = read(text(), TraceReader.standard());
    String second = whole.events().get(1).time().toString();
    for (TraceReader reader :
        new TraceReader[] {TraceReader.standard(), TraceReader.standard().digest(Set.of())}) {
      Trace trace = read(text().replaceFirst("SystemTime=\"2026", "SystemTime=\"2x26"), reader);
      assertThat(trace.start()).hasValue(Instant.parse(second));
      assertThat(trace.events().get(0).time()).isEqualTo(second);
      assertThat(trace.events().get(0).index()).isZero();
      assertThat(trace.eventCount()).isEqualTo(whole.eventCount());
      assertThat(trace.end()).isEqualTo(whole.end());
      assertThat(trace.diagnostics()).hasSize(1);
    }
  }

  @Test
  void without_any_time_there_is_no_start() throws IOException {
    Trace trace =
        read(text().replace("SystemTime=\"2026", "SystemTime=\"2x26"), TraceReader.standard());
    assertThat(trace.start()).isEmpty();
    assertThat(trace.end()).isEmpty();
    assertThat(trace.events()).hasSize(trace.eventCount());
    assertThat(trace.events()).extracting(TraceEvent::index).isSorted().doesNotHaveDuplicates();
    assertThat(trace.digest(Set.of()).start()).isEmpty();
  }

  private static String text() throws IOException {
    return Files.readString(Fixtures.trace("arr-502.3-refused"), StandardCharsets.UTF_8);
  }

  private static Trace read(String text, TraceReader reader) throws IOException {
    return reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "x");
  }
}
