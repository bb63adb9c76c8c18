package io.github.frebscope.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.config.StatusCodeSet.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusCodeSetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "502 | ALL",
        "502.3 | SOME",
        "500 | NONE",
        "400-599 | ALL",
        "502-599 | ALL",
        "400-502 | ALL",
        "502.1-599 | SOME",
        "400-502.9 | SOME",
        "502-502.3, 502.4-502 | ALL",
        "502.4-502, 502-502.3 | ALL",
        "502-502.3, 502.5-502 | SOME",
        "502-502.9, 502.2-502.4, 502.8-502 | ALL",
        "502.1-502 | SOME",
        "502.3-502.5, 502.4-502 | SOME",
        "501.3-503.1 | ALL",
        "5xx | NONE",
      })
  void how_much_of_502(String codes, Part part) {
    assertThat(StatusCodeSet.parse(codes).part(502)).isEqualTo(part);
  }

  @Test
  void a_part_agrees_with_its_sub_statuses() {
    StatusCodeSet set = StatusCodeSet.parse("404.2-404.5,404.9,500-502.3");

    for (int status : new int[] {404, 500, 501, 502, 503}) {
      long covered = 0;
      for (int sub = 0; sub <= 1000; sub++) {
        covered += set.contains(status, sub) ? 1 : 0;
      }
      Part part = covered == 0 ? Part.NONE : covered == 1001 ? Part.ALL : Part.SOME;
      assertThat(set.part(status)).as("%d", status).isEqualTo(part);
    }
  }

  @Test
  void what_is_refused_and_what_is_empty() {
    assertThat(StatusCodeSet.parse("502, 5xx 600-500").refused()).containsExactly("5xx", "600-500");
    assertThat(StatusCodeSet.parse("502, 5xx").contains(502, 0)).isTrue();
    assertThat(StatusCodeSet.parse(" , ").isEmpty()).isTrue();
    assertThat(StatusCodeSet.parse("5xx").isEmpty()).isFalse();
    assertThat(StatusCodeSet.parse(" 502.3 ")).hasToString("502.3");
  }
}
