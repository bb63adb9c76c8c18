package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{400000A2-0001-FA00-B63F-84710C7967BB}",
        "{FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF}",
        "{00000000-0000-0000-0000-000000000001}"
      })
  void a_guid_is_packed_and_reads_as_before(String text) {
    assertThat(GuidText.packed(text)).isInstanceOf(GuidText.class).hasToString(text);
    assertThat(GuidText.packed(text)).isEqualTo(GuidText.packed(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{400000a2-0001-FA00-B63F-84710C7967BB}",
        "400000A2-0001-FA00-B63F-84710C7967BB",
        "{400000A2-0001-FA00-B63F-84710C7967BG}",
        "{00400000A2-001-FA00-B63F-84710C7967B}",
        "(400000A2-0001-FA00-B63F-84710C7967BB)",
        "{400000A2-0001-FA00-B63F-84710C7967BB "
      })
  void what_is_written_otherwise_stays_as_it_is(String text) {
    assertThat(GuidText.packed(text)).isSameAs(text);
  }

  @Test
  void two_ids_are_two() {
    assertThat(GuidText.packed("{400000A2-0001-FA00-B63F-84710C7967BB}"))
        .isNotEqualTo(GuidText.packed("{400000A2-0001-FA00-B63F-84710C7967BC}"));
  }
}
