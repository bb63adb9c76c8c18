package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalTextTest {
  static String[][] cases() {
    return new String[][] {
      {"\u001B[31mred", "\\x1B[31mred"},
      {"\u009B2J", "\\x9B2J"},
      {"a\u0000b\u007F", "a\\x00b\\x7F"},
      {"one\r\ntwo\tthree", "one\\r\\ntwo\\tthree"},
      {"abc\u202Etxt.exe", "abc\\u202Etxt.exe"},
      {"\u2066x\u2069", "\\u2066x\\u2069"},
      {"zero\u200Bwidth\uFEFF", "zero\\u200Bwidth\\uFEFF"},
      {"line\u2028end", "line\\u2028end"},
      {"half \uD83D pair", "half \\uD83D pair"},
      {"tag \uDB40\uDC41", "tag \\u{E0041}"},
      // What has to stay.
      {"C:\\inetpub\\new", "C:\\inetpub\\new"},
      {"Gr\u00FC\u00DFe \u65E5\u672C \uD83D\uDE00", "Gr\u00FC\u00DFe \u65E5\u672C \uD83D\uDE00"},
      {"\uFFFD", "\uFFFD"},
      {"", ""},
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shows_what_would_act_and_keeps_what_is_text(String text, String safe) {
    assertThat(TerminalText.line(text)).isEqualTo(safe);
  }

  @Test
  void lines_stay_lines() {
    assertThat(TerminalText.lines("a\r\nb\u001B\rc")).containsExactly("a", "b\\x1B", "c");
  }

  @Test
  void cuts_do_not_split_pairs() {
    assertThat(Cut.END.apply("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 5))
        .isEqualTo("\uD83D\uDE00...");
    assertThat(Cut.MIDDLE.apply("abcdefghij", 7)).isEqualTo("ab...ij");
    assertThat(Cut.MIDDLE.apply("abcdefghij", 10)).isEqualTo("abcdefghij");
    assertThat(Cut.END.apply("abcdefghij", 2)).isEqualTo("..");
  }
}
