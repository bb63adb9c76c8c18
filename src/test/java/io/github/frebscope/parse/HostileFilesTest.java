package io.github.frebscope.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.internal.xml.RawReader;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.Trace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to cost: none takes time or memory out of proportion to its size. */
class HostileFilesTest {
  private static final int SIZE = 800_000;
  private static final String EVENT =
      "<Event xmlns=\"http://schemas.microsoft.com/win/2004/08/events/event\">\r\n <System>"
          + "<Level>4</Level></System></Event>\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!--",
        "<![CDATA[",
        "<?",
        "<!-- -",
        "<![CDATA[]]",
        "<",
        "<Event",
        "<Event ",
        "<Event>",
        "<Event/>",
        "<Event a=\"",
        "<Event a='/>",
        "</Event",
        "</failedRequest",
        "<a>",
        "<a x='>",
        "&",
        "&amp",
        "&#x;",
        "&#0;",
        "\0",
        "\uFFFF",
        "x",
        " ",
        "<a/>",
        "]]>",
        "-->",
        "?>",
        "\"",
        "<!DOCTYPE x [",
        "<!-- <Event>"
      })
  void repeated_parts_take_no_long_time(String part) {
    String many = part.repeat(SIZE / part.length());
    for (String text :
        List.of(
            many,
            "<failedRequest url=\"" + many,
            "<failedRequest url=\"u\">" + many,
            "<failedRequest url=\"u\">" + many + EVENT + "</failedRequest>",
            "<failedRequest url=\"u\">" + EVENT + many + EVENT + "</failedRequest>",
            "<failedRequest url=\"u\">" + EVENT.replace("4</", many + "</") + EVENT,
            "<failedRequest url=\"u\">" + EVENT + "</failedRequest>" + many)) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      TraceReader standard = TraceReader.standard();
      for (TraceReader reader :
          List.of(
              standard,
              standard.digest(Set.of("HANDLER_CHANGED")),
              standard.way(RawReader.Way.DOCUMENT))) {
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(3),
            () -> read(reader, bytes),
            () -> part + " in " + text.substring(0, Math.min(40, text.length())));
      }
    }
  }

  @Test
  void as_many_repairs_as_an_event_has_characters_are_counted() throws IOException {
    int many = 300_000;
    String bad = EVENT.replace("</System>", "</System><a>" + "\0".repeat(many) + "</a>");
    byte[] bytes =
        ("<failedRequest url=\"u\">" + EVENT + bad + EVENT + bad + "</failedRequest>")
            .getBytes(StandardCharsets.UTF_8);
    for (RawReader.Way way : List.of(RawReader.Way.SLICES, RawReader.Way.DOCUMENT)) {
      Trace trace = TraceReader.standard().way(way).read(new ByteArrayInputStream(bytes), "x");
      assertThat(trace.events()).as(way.toString()).hasSize(4);
      assertThat(trace.diagnostics())
          .as(way.toString())
          .filteredOn(d -> d.kind() == Diagnostic.Kind.REPAIRED)
          .extracting(d -> d.event() + " " + d.message())
          .containsExactly(
              "1 300000 characters that XML does not allow were repaired, the first is the"
                  + " character U+0000",
              "3 300000 characters that XML does not allow were repaired, the first is the"
                  + " character U+0000");
    }
  }

  private static void read(TraceReader reader, byte[] bytes) throws IOException {
    try {
      assertThat(reader.read(new ByteArrayInputStream(bytes), "x").eventCount()).isNotNegative();
    } catch (TraceParseException e) {
      assertThat(e.reason()).isNotBlank();
    }
  }
}
