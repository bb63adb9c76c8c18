package io.github.frebscope.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceRootTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WEB01=D:\\logs             | WEB01          | D:\\logs",
        "web-1.farm.example=logs    | web-1.farm.example | logs",
        "WEB_01=\\\\files\\logs     | WEB_01         | \\\\files\\logs",
        "1=logs                     | 1              | logs",
        "WEB01=a=b                  | WEB01          | a=b",
        "WEB01=C:\\a=b\\x           | WEB01          | C:\\a=b\\x",
        "WEB01=with blank           | WEB01          | with blank",
        "logs                       |                | logs",
        "D:\\logs                   |                | D:\\logs",
        "C:\\a=b\\x                 |                | C:\\a=b\\x",
        "\\\\files\\a=b\\W3SVC1      |                | \\\\files\\a=b\\W3SVC1",
        "/logs/a=b                  |                | /logs/a=b",
        "./a=b                      |                | ./a=b",
        "=logs                      |                | =logs",
        "two words=logs             |                | two words=logs",
        "wéb=logs                   |                | wéb=logs",
      })
  void a_name_is_split_off_only_when_it_looks_like_a_servers_name(
      String text, String server, String path) {
    TraceRoot root = TraceRoot.parse(text);

    assertThat(root.server()).isEqualTo(Optional.ofNullable(server));
    assertThat(root.path()).isEqualTo(Path.of(path));
    assertThat(root).hasToString(text.replace('/', java.io.File.separatorChar));
  }

  @Test
  void a_path_that_exists_is_not_split(@TempDir Path dir) throws IOException {
    // Relative to the directory of the process, since a name with = must stand first.
    Path here = Files.createTempDirectory(Path.of(""), "WEB01=");
    try {
      assertThat(TraceRoot.parse(here.toString())).isEqualTo(TraceRoot.of(here));
    } finally {
      Files.delete(here);
    }
    assertThat(TraceRoot.parse(here.toString()).server()).contains("WEB01");
  }

  @Test
  void a_name_without_path_is_refused_and_says_what_is_expected() {
    assertThatThrownBy(() -> TraceRoot.parse("WEB01="))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("WEB01=: no path after '='; expected PATH or NAME=PATH, as in WEB01=D:\\logs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void nothing_is_refused(String text) {
    assertThatThrownBy(() -> TraceRoot.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no path given");
  }

  @Test
  void what_cannot_be_a_path_is_refused_by_its_text() {
    assertThatThrownBy(() -> TraceRoot.parse("WEB01=a\0b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a\0b: not a path on this system (");
    assertThatThrownBy(() -> TraceRoot.parse("a\0\""))
        .hasMessageContaining("leave out the \\ before the closing quotation mark");
  }

  @Test
  void a_blank_server_is_refused() {
    assertThatThrownBy(() -> new TraceRoot(Optional.of(" "), Path.of("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
