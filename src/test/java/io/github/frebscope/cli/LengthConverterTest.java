package io.github.frebscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class LengthConverterTest {
  @ParameterizedTest
  @CsvSource({
    "500, 500",
    "500ms, 500",
    "2s, 2000",
    "1.5s, 1500",
    "1.5min, 90000",
    "2 S, 2000",
    "1m, 60000",
    "0, 0",
    "0.4ms, 0"
  })
  void reads_lengths(String text, long millis) {
    assertThat(new LengthConverter().convert(text).toMillis()).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-5", "5h", "ms", "1e9", "9999999999"})
  void refuses_what_is_none(String text) {
    assertThatThrownBy(() -> new LengthConverter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("no length of time");
  }
}
