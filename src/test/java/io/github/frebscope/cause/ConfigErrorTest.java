package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigErrorTest {
  @Test
  void file_line_and_message() {
    assertThat(
            ConfigError.parse("\\\\?\\E:\\plan\\web.config ( 42) :Unrecognized element 'rewrit'\n"))
        .contains(
            new ConfigError(
                Optional.of("E:\\plan\\web.config"),
                Optional.of("42"),
                "Unrecognized element 'rewrit'"));
  }

  @Test
  void brackets_in_the_path_and_in_the_message() {
    assertThat(
            ConfigError.parse(
                "\\\\?\\C:\\Program Files (x86)\\plan (2)\\web.config (7) :entry ( 3) :twice"))
        .contains(
            new ConfigError(
                Optional.of("C:\\Program Files (x86)\\plan (2)\\web.config"),
                Optional.of("7"),
                "entry ( 3) :twice"));
  }

  @Test
  void line_0_is_unknown() {
    assertThat(ConfigError.parse("\\\\?\\E:\\plan\\web.config ( 0) :Cannot read the file"))
        .contains(
            new ConfigError(
                Optional.of("E:\\plan\\web.config"), Optional.empty(), "Cannot read the file"));
  }

  @Test
  void a_translated_message_over_several_lines() {
    assertThat(
            ConfigError.parse(
                "\\\\?\\E:\\plan\\web.config ( 118) :Doppelter Auflistungseintrag\r\n vom Typ"
                    + " \"add\"\r\n"))
        .contains(
            new ConfigError(
                Optional.of("E:\\plan\\web.config"),
                Optional.of("118"),
                "Doppelter Auflistungseintrag vom Typ \"add\""));
  }

  @Test
  void a_file_without_a_message() {
    assertThat(ConfigError.parse("MACHINE/WEBROOT/APPHOST ( 5) :"))
        .contains(new ConfigError(Optional.of("MACHINE/WEBROOT/APPHOST"), Optional.of("5"), ""));
  }

  @Test
  void another_form_is_a_message() {
    assertThat(ConfigError.parse("The data is invalid"))
        .contains(new ConfigError(Optional.empty(), Optional.empty(), "The data is invalid"));
  }

  @Test
  void a_text_of_any_length_is_read_in_time() {
    String blanks = " ".repeat(3_000_000);
    assertThat(ConfigError.parse("x" + blanks + "( 3").map(ConfigError::message)).contains("x");
  }

  @Test
  void nothing() {
    assertThat(ConfigError.parse("")).isEmpty();
    assertThat(ConfigError.parse(" \r\n")).isEmpty();
  }
}
