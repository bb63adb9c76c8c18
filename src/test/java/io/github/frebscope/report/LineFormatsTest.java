package io.github.frebscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** JSON Lines and CSV, read back by the libraries' own parsers. */
class LineFormatsTest {
  private static final TraceSet SET =
      TraceSet.of(
          List.of(
              Samples.summary("a/fr000001.xml", null, 0),
              bare("=cmd|' /C calc'!A0", "-"),
              bare("h\u00FC\u202E\uD83D.xml\n\"x\",", "+1")),
          Ledger.empty());

  private static TraceSummary bare(String file, String explanation) {
    Verdict unknown =
        Verdict.builder("none").confidence(Confidence.LOW).explanation(explanation).build();
    return TraceSummary.of(
        Trace.builder().file(file).request(RequestInfo.of(Map.of())).build(),
        unknown,
        Optional.empty());
  }

  @Test
  void json_has_every_key_in_order_and_values_of_their_types() throws IOException {
    List<Map<String, Object>> lines = json(Redaction.on());
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).keySet())
        .containsExactlyElementsOf(Attributes.all().stream().map(Attribute::name).toList());
    assertThat(lines.get(0))
        .containsEntry("file", "a/fr000001.xml")
        .containsEntry("server", "WEB01")
        .containsEntry("site", 5L)
        .containsEntry(
            "url", "http://shop.example:80/items?page=3&access_token=[masked, 6 characters]")
        .containsEntry("status", 502L)
        .containsEntry("start", "2026-11-03T06:12:44.640Z")
        .containsEntry("timeTakenMs", 8078L)
        .containsEntry("complete", true)
        .containsEntry("diagnostics", List.of())
        .containsEntry("errorCode", 2147954402L)
        .containsEntry("errorHex", "0x80072EE2")
        .containsEntry("confidence", "high")
        .containsEntry("evidence", List.of(3L))
        .containsEntry("waitMs", 8047L)
        .containsEntry("cause", null)
        .hasEntrySatisfying("fingerprint", id -> assertThat((String) id).matches("1-[0-9a-f]{10}"));
    assertThat(lines.get(1)).containsEntry("server", null).containsEntry("status", null);
  }

  @Test
  void json_is_ascii_and_gives_every_character_back() throws IOException {
    StringWriter out = new StringWriter();
    new JsonLines(Redaction.on()).write(SET, out);
    assertThat(out.toString()).matches("[\\n\\x20-\\x7E]*").contains("\\u202E").contains("\\uD83D");
    assertThat(out.toString().split("\n", -1)).hasSize(4);
    assertThat(json(Redaction.on()).get(2))
        .containsEntry("file", "h\u00FC\u202E\uD83D.xml\n\"x\",");
  }

  @Test
  void secrets_are_written_when_asked_for() throws IOException {
    assertThat(json(Redaction.off()).get(0))
        .containsEntry("url", "http://shop.example:80/items?page=3&access_token=abcdef");
  }

  @Test
  void csv_is_read_back_and_no_text_begins_a_formula() throws IOException {
    StringWriter out = new StringWriter();
    new CsvReport(Redaction.on()).write(SET, out);
    List<CSVRecord> records =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(out.toString()))
            .getRecords();
    assertThat(records).hasSize(3).allMatch(CSVRecord::isConsistent);
    CSVRecord first = records.get(0);
    assertThat(first.get("timeTakenMs")).isEqualTo("8078");
    assertThat(first.get("start")).isEqualTo("2026-11-03T06:12:44.640Z");
    assertThat(first.get("cause")).isEmpty();
    assertThat(first.get("evidence")).isEqualTo("3");
    assertThat(records.get(1).get("file")).isEqualTo("'=cmd|' /C calc'!A0");
    assertThat(records.get(1).get("explanation")).isEqualTo("'-");
    assertThat(records.get(2).get("explanation")).isEqualTo("'+1");
    assertThat(records.get(2).get("file")).isEqualTo("h\u00FC\u202E\uD83D.xml\n\"x\",");
  }

  @Test
  void csv_cannot_move_the_cursor_of_a_terminal() throws IOException {
    StringWriter out = new StringWriter();
    TraceSet hostile =
        TraceSet.of(List.of(bare("a\u001B[2J\u009B1m\u007F\u0007.xml", "a\tb\nc")), Ledger.empty());
    new CsvReport(Redaction.on()).write(hostile, out);
    assertThat(out.toString())
        .contains("a\\x1B[2J\\x9B1m\\x7F\\x07.xml", "a\tb\nc")
        .doesNotContainPattern("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]");
  }

  private static List<Map<String, Object>> json(Redaction redaction) throws IOException {
    StringWriter out = new StringWriter();
    new JsonLines(redaction).write(SET, out);
    List<Map<String, Object>> objects = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(out.toString())) {
      while (parser.nextToken() != null) {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          object.put(key, value(parser));
        }
        objects.add(object);
      }
    }
    return objects;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case START_ARRAY -> {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(value(parser));
        }
        yield values;
      }
      default -> parser.getText();
    };
  }
}
