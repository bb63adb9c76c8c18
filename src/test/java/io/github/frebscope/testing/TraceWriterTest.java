package io.github.frebscope.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.EventOrigin;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TraceWriterTest {
  private static final Pattern DATA = Pattern.compile(">[^<]*</Data>");

  /** Files that were edited after IIS wrote them, so their bytes are not IIS's. */
  private static final List<String> RESAVED = List.of("fr000001.xml");

  /** Files that no XML parser reads: raw control characters, a bare {@code &}. */
  private static final List<String> MALFORMED =
      List.of("12-iis75-control-characters", "14-ampersand-in-pool-name");

  @Test
  void realTracesComeOutAsTheyWere() throws IOException {
    int compared = 0;
    for (Path file : Shared.traces(Shared.dir("corpus"))) {
      byte[] original = Files.readAllBytes(file);
      byte[] written = TraceWriter.write(DomTraces.parse(file.toString(), original));
      if (RESAVED.contains(file.getFileName().toString())) {
        assertThat(lf(text(written)) + "\n").as(file.toString()).isEqualTo(lf(text(original)));
      } else {
        assertThat(dataLf(written)).as(file.toString()).isEqualTo(dataLf(original));
      }
      compared++;
    }
    assertThat(compared).isEqualTo(43);
  }

  @Test
  void knownCasesComeOutAsTheyWere() throws IOException {
    int compared = 0;
    for (Path file : Shared.traces(Shared.dir("cases"))) {
      if (MALFORMED.contains(file.getParent().getFileName().toString())) {
        continue;
      }
      byte[] original = Files.readAllBytes(file);
      byte[] written = TraceWriter.write(DomTraces.parse(file.toString(), original));
      assertThat(dataLf(written)).as(file.toString()).isEqualTo(dataLf(original));
      compared++;
    }
    assertThat(compared).isEqualTo(14);
  }

  @Test
  void poolAndVerbAreNotEscapedAndBytesStayBytes() {
    Map<String, String> root = new LinkedHashMap<>();
    root.put("url", "http://a.example:80/?x=1&y='2'");
    root.put("appPoolId", "Shop&Cart");
    root.put("verb", "GET");
    root.put("authenticationType", "NOT_AVAILABLE");
    root.put("activityId", "{0}");
    TraceEvent event =
        TraceEvent.builder()
            .time(Instant.parse("2026-03-01T10:00:00.060Z"))
            .origin(new EventOrigin("WEB", "{0}", "", 4, 5, "en-US"))
            .data(List.of(new DataField("Headers", "X: \uDC8B\u0008ü\r\n")))
            .build();
    Trace trace = Trace.builder().request(RequestInfo.of(root)).events(List.of(event)).build();

    byte[] bytes = TraceWriter.write(trace);

    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text)
        .contains("<failedRequest url=\"http://a.example:80/?x=1&amp;y=&apos;2&apos;\"\r\n")
        .contains("\r\n               appPoolId=\"Shop&Cart\"\r\n")
        .contains("authenticationType=\"NOT_AVAILABLE\"               activityId=\"{0}\"\r\n")
        .contains("<TimeCreated SystemTime=\"2026-03-01T10:00:00.060Z\"/>\r\n")
        .contains("<Data Name=\"Headers\">X: \u008B\u0008\u00C3\u00BC\r\n</Data>\r\n")
        .endsWith("</Event>\r\n</failedRequest>");
  }

  /** The text with every line end inside a Data element as LF, all else untouched. */
  private static String dataLf(byte[] bytes) {
    return DATA.matcher(text(bytes)).replaceAll(m -> Matcher.quoteReplacement(lf(m.group())));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String lf(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
