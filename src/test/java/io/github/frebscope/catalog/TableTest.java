package io.github.frebscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class TableTest {
  private static Table parse(String text) throws IOException {
    return Table.parse("t.tsv", new BufferedReader(new StringReader(text)));
  }

  @Test
  void skips_comments_and_keeps_empty_cells() throws IOException {
    Table table = parse("# a comment\n\na\tb\tc\n1\t\t0x1F\n# more\n2\t?\t\n");

    assertThat(table.rows()).hasSize(2);
    assertThat(table.rows().get(0).text("b")).isEmpty();
    assertThat(table.rows().get(0).number("c")).isEqualTo(31);
    assertThat(table.rows().get(1).numberOr("b", -1)).isEqualTo(-1);
    assertThat(table.rows().get(1).text("c")).isEmpty();
  }

  @Test
  void reads_windows_line_ends() throws IOException {
    assertThat(parse("a\tb\r\n1\t2\r\n").rows().get(0).text("b")).isEqualTo("2");
  }

  @Test
  void names_the_line_of_a_mistake() {
    assertThatThrownBy(() -> parse("a\tb\n1\t2\n1\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("t.tsv line 3");
    assertThatThrownBy(() -> parse("a\nx\n").rows().get(0).number("a"))
        .hasMessageContaining("t.tsv line 2");
    assertThatThrownBy(() -> parse("# nothing\n")).hasMessageContaining("no header");
    assertThatThrownBy(() -> Table.read("absent.tsv")).hasMessageContaining("absent.tsv");
  }
}
