package io.github.frebscope.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.RandomLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The size of the window is nobody's business: a file gives the same in a small one. */
class SmallWindowTest {
  private static final Interest INTEREST =
      new Interest(Set.of("HANDLER_CHANGED", "GENERAL_REQUEST_END"));

  static List<Path> traces() {
    return Fixtures.all();
  }

  @ParameterizedTest
  @MethodSource("traces")
  void a_window_of_a_few_events_gives_the_same(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (Interest interest : new Interest[] {null, INTEREST}) {
      List<String> normal = told(new RawReader(RawReader.Way.AUTO), bytes, interest);
      RawReader small = new RawReader(RawReader.Way.AUTO, 4096, RawReader.MOST_EVENT_BYTES);
      assertThat(told(small, bytes, interest)).isEqualTo(normal);
    }
  }

  @Test
  void where_the_window_ends_does_not_matter_in_any_layout() throws IOException {
    Random random = new Random(9);
    for (int round = 0; round < 1000; round++) {
      byte[] bytes = new RandomLayout(random).text().getBytes(StandardCharsets.UTF_8);
      RawReader small = new RawReader(RawReader.Way.AUTO, 1 + random.nextInt(600), 1 << 16);
      for (Interest interest : new Interest[] {null, INTEREST}) {
        assertThat(told(small, bytes, interest))
            .as("round %s: %s", round, new String(bytes, StandardCharsets.UTF_8))
            .containsExactlyInAnyOrderElementsOf(
                told(new RawReader(RawReader.Way.AUTO), bytes, interest));
      }
    }
  }

  @Test
  void an_event_over_the_limit_is_passed_over_and_told() throws IOException {
    String small =
        "<Event xmlns=\"http://schemas.microsoft.com/win/2004/08/events/event\">\r\n <System>"
            + "<Level>4</Level></System></Event>\r\n";
    String huge = small.replace("</System>", "</System><a>" + "x".repeat(20_000) + "</a>");
    byte[] bytes =
        ("<failedRequest url=\"u\">" + small + huge + small + huge + "</failedRequest>")
            .getBytes(StandardCharsets.UTF_8);
    RawReader reader = new RawReader(RawReader.Way.AUTO, 1024, 8192);
    assertThat(told(reader, bytes, null))
        .containsExactly(
            "{url=u}",
            "event 0 at 23 ",
            "LIMIT in 1: the event that begins here is larger than can be read; it was passed over",
            "event 2 at " + (23 + small.length() + huge.length()) + " ",
            "LIMIT in 3: the event that begins here is larger than can be read; it was passed over",
            "end 4 true");
  }

  private static List<String> told(RawReader reader, byte[] bytes, Interest interest)
      throws IOException {
    List<String> told = new ArrayList<>();
    RawSink sink =
        new RawSink() {
          @Override
          public void root(Map<String, String> attributes) {
            told.add(attributes.toString());
          }

          @Override
          public void event(RawEvent e) {
            told.add(
                "event " + e.index + " at " + e.offset + " " + e.name + String.join(",", e.data));
          }

          @Override
          public void problem(Problem problem) {
            told.add(problem.kind() + " in " + problem.event() + ": " + problem.message());
          }

          @Override
          public void end(int events, boolean closed) {
            told.add("end " + events + " " + closed);
          }
        };
    try {
      reader.read(new ByteArrayInputStream(bytes), interest, sink);
    } catch (NotATraceException e) {
      told.add(e.getMessage());
    }
    return told;
  }
}
