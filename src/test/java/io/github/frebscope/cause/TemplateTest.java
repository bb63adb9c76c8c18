package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static String render(String template, Map<String, String> values) {
    return Template.render(template, name -> Optional.ofNullable(values.get(name)));
  }

  @Test
  void fills_gaps() {
    assertThat(render("{backend} refused", Map.of("backend", "app1"))).isEqualTo("app1 refused");
  }

  @Test
  void has_words_for_what_is_missing() {
    assertThat(render("{backend|The backend} refused", Map.of())).isEqualTo("The backend refused");
    assertThat(render("{backend|} refused", Map.of())).isEqualTo(" refused");
  }

  @Test
  void leaves_out_a_part_whose_value_is_missing() {
    String template = "refused[ after {wait}][ by {who|somebody}].";
    assertThat(render(template, Map.of("wait", "5 ms")))
        .isEqualTo("refused after 5 ms by somebody.");
    assertThat(render(template, Map.of())).isEqualTo("refused by somebody.");
  }

  @Test
  void what_fills_a_gap_is_no_template() {
    assertThat(render("{a}[ and {b}]", Map.of("a", "[x{y}", "b", "]"))).isEqualTo("[x{y} and ]");
  }

  @Test
  void shows_a_gap_outside_brackets_that_nothing_fills() {
    assertThat(render("{a} b", Map.of())).isEqualTo("? b");
  }

  @Test
  void refuses_an_open_bracket() {
    assertThatThrownBy(() -> render("a [b", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no ]");
  }
}
