package io.github.frebscope.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTextTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S,00:00:00",
    "PT20M,00:20:00",
    "PT29H,1.05:00:00",
    "PT24H,1.00:00:00",
    "PT100H,4.04:00:00",
    "PT0.1S,00:00:00.1",
    "PT59.9999999S,00:00:59.9999999"
  })
  void writes_and_reads_time_spans(Duration span, String text) {
    assertThat(ConfigText.timeSpan(span)).isEqualTo(text);
    assertThat(ConfigText.parseTimeSpan(text)).contains(span);
  }

  @Test
  void hours_may_be_more_than_a_day() {
    assertThat(ConfigText.parseTimeSpan("29:00:00")).contains(Duration.ofHours(29));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20", "00:20", "00:60:00", "-00:01:00", "1:2:3", "00:00:00 x", "a"})
  void other_texts_are_no_time_spans(String text) {
    assertThat(ConfigText.parseTimeSpan(text)).isEmpty();
  }

  @Test
  void a_negative_span_is_refused() {
    assertThatThrownBy(() -> ConfigText.timeSpan(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbers() {
    assertThat(ConfigText.parseNumber("4294967295")).contains(4294967295L);
    assertThat(ConfigText.parseNumber("0x10")).contains(16L);
    assertThat(ConfigText.parseNumber("-1")).isEmpty();
    assertThat(ConfigText.parseNumber("1e3")).isEmpty();
    assertThat(ConfigText.parseNumber("99999999999999999999")).isEmpty();
  }

  @Test
  void every_row_of_the_table_has_a_default_that_it_allows_itself() {
    assertThat(SchemaAttribute.all()).hasSizeGreaterThan(60);
    for (SchemaAttribute row : SchemaAttribute.all()) {
      if (!row.standard().equals("-")) {
        assertThat(row.parse(row.standard())).as(row.toString()).isPresent();
      }
    }
  }
}
