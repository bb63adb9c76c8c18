package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTableTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.fixed("Start"), Column.right("Took"), Column.left("Text"), Column.path("File"));

  private static final ResultTable TABLE =
      ResultTable.of(
          COLUMNS,
          List.of(
              List.of(
                  Instant.parse("2026-11-03T06:12:44.640Z"),
                  Duration.ofMillis(8078),
                  "a text that is long",
                  "first/second/third/fourth/fr000001.xml"),
              List.of(Optional.empty(), Duration.ofMillis(3), "x", "y")));

  @Test
  void aligns_numbers_right_and_texts_left() {
    assertThat(TABLE.text(120))
        .isEqualTo(
            """
            Start                            Took  Text                 File
            2026-11-03 06:12:44Z  8,078 ms ±16 ms  a text that is long  first/second/third/fourth/fr000001.xml
            -                              <19 ms  x                    y
            """);
  }

  @Test
  void cuts_texts_at_the_end_and_paths_in_the_middle_and_times_not_at_all() {
    assertThat(TABLE.lines(66).get(1))
        .startsWith("2026-11-03 06:12:44Z  8,078 ms ±16 ms  a ")
        .contains("...")
        .endsWith(".xml");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 20, 40, 66, 80, 200})
  void never_passes_the_width(int width) {
    assertThat(TABLE.lines(width)).allMatch(line -> TerminalText.width(line) <= width);
  }

  @Test
  void its_text_has_25_lines_at_most_and_tells_what_is_left_out() {
    ResultTable many =
        ResultTable.of(
            List.of(Column.right("N")), IntStream.range(0, 100).mapToObj(i -> List.of(i)).toList());
    assertThat(many.toString().lines()).hasSize(25);
    assertThat(many.toString()).endsWith("... 78 more rows (print() shows all)\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    many.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(101);
  }

  @Test
  void refuses_rows_of_another_length() {
    List<List<String>> rows = List.of(List.of("a", "b"));
    assertThatThrownBy(() -> ResultTable.of(List.of(Column.left("A")), rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of 2 values under 1 columns");
  }

  @Test
  void wide_letters_take_two_columns() {
    ResultTable wide =
        ResultTable.of(
            List.of(Column.left("A"), Column.left("B")),
            List.of(List.of("\u65E5\u672C", "x"), List.of("abcd", "y")));
    assertThat(wide.text(80)).isEqualTo("A     B\n\u65E5\u672C  x\nabcd  y\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0      | <16 ms
          15     | <31 ms
          16     | <32 ms
          31     | 31 ms ±16 ms
          1046   | 1,046 ms ±16 ms
          120000 | 120,000 ms ±16 ms
          -31    | <16 ms
          """)
  void durations_carry_the_error_of_the_clock(long millis, String text) {
    assertThat(ValueText.of(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @Test
  void texts_are_the_same_in_every_language() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(ValueText.of(Duration.ofMillis(1046))).isEqualTo("1,046 ms ±16 ms");
      assertThat(ValueText.of(Instant.parse("2026-11-03T06:12:44.640Z")))
          .isEqualTo("2026-11-03 06:12:44Z");
      assertThat(ValueText.of(List.of(1, 2))).isEqualTo("1, 2");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void its_values_are_found_by_the_names_of_columns() {
    ResultTable table =
        ResultTable.of(
            List.of(
                Column.left("Who").named("server"), Column.milliseconds("Ms").named("p95(waitMs)")),
            List.of(List.of("A", Duration.ofMillis(5)), List.of("B", Optional.empty())));
    assertThat(table.column("SERVER")).isEqualTo(List.of("A", "B"));
    assertThat(table.value(0, "who")).isEqualTo("A");
    assertThat(table.value(0, "p95(wait)")).isEqualTo(Duration.ofMillis(5));
    assertThat(table.value(1, "p95(waitMs)")).isEqualTo(Optional.empty());
    assertThatThrownBy(() -> table.value(0, "wait"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no column wait; there are server, p95(waitMs)");
    assertThatThrownBy(() -> table.value(2, "server"))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void a_long_head_is_cut_before_the_values_are() {
    String value = "a".repeat(60);
    ResultTable table =
        ResultTable.of(
            List.of(Column.left("Text"), Column.right("Share of waitMs>10s and more")),
            List.of(List.of(value, 12L)));
    assertThat(table.lines(80).get(1)).startsWith(value);
    assertThat(table.lines(80).get(0)).isEqualTo("Text" + " ".repeat(58) + "Share of waitMs...");
    assertThat(table.lines(74).get(0)).endsWith("  Share of ...");
  }
}
