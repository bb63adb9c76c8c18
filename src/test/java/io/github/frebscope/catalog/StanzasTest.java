package io.github.frebscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.catalog.Stanzas.Stanza;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class StanzasTest {
  private static List<Stanza> parse(String text) throws IOException {
    return Stanzas.parse("x.txt", new BufferedReader(new StringReader(text)));
  }

  @Test
  void keys_go_on_in_lines_with_a_blank_and_may_repeat() throws IOException {
    List<Stanza> stanzas =
        parse(
            "# about\n\nCause: A\nSays: one\n two: three\nUnlike: B: x\nUnlike: C: y\n\n\nCause: D\n");
    assertThat(stanzas).hasSize(2);
    assertThat(stanzas.get(0).text("Says")).isEqualTo("one two: three");
    assertThat(stanzas.get(0).all("Unlike")).containsExactly("B: x", "C: y");
    assertThat(stanzas.get(0).keys()).containsExactly("Cause", "Says", "Unlike");
    assertThat(stanzas.get(1).text("Cause")).isEqualTo("D");
    assertThat(stanzas.get(1).find("Says")).isEmpty();
    assertThat(stanzas.get(1).words("Code")).isEmpty();
  }

  @Test
  void words_stand_between_commas() throws IOException {
    assertThat(parse("Code: A,\n B , C").get(0).words("Code")).containsExactly("A", "B", "C");
  }

  @Test
  void errors_name_the_line() throws IOException {
    assertThatThrownBy(() -> parse("Cause: A\n\n lost"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("x.txt line 3 is neither a key nor a text");
    Stanza twice = parse("\nCause: A\nCause: B").get(0);
    assertThatThrownBy(() -> twice.text("Cause")).hasMessageContaining("x.txt line 2");
    assertThatThrownBy(() -> twice.text("Says")).hasMessage("x.txt line 2: Says is missing");
    assertThatThrownBy(() -> Stanzas.read("causes/none.txt")).hasMessageContaining("none.txt");
  }
}
