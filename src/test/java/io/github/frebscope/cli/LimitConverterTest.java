package io.github.frebscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.catalog.TimeLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class LimitConverterTest {
  @Test
  void changes_one_limit() {
    TimeLimits limits = new LimitConverter().convert("arr-farm=60s").apply(TimeLimits.standard());
    assertThat(limits.get("arr-farm").length()).isEqualTo(Duration.ofSeconds(60));
    assertThat(limits.get("cgi")).isEqualTo(TimeLimits.standard().get("cgi"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "arr-farm | 'arr-farm' is no NAME=TIME, such as arr-farm=60s",
        "farm=60s | no time limit is called 'farm'; there are arr-farm, arr-proxy, ancm-request,",
        "arr-farm=0 | the time limit arr-farm must be more than 0",
        "arr-farm=60 | 'arr-farm=60' would be 60 ms; write s or min, as in 60s",
        "arr-farm=00:02:00 | '00:02:00' is no length of time here; write 120s or 2min for 00:02:00",
        "arr-farm=long | 'long' is no length of time; write 500, 500ms, 2s or 1.5min"
      })
  void says_what_is_wrong(String value, String message) {
    assertThatThrownBy(() -> new LimitConverter().convert(value))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageStartingWith(message);
  }
}
