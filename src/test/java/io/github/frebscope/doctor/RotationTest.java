package io.github.frebscope.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotationTest {
  /** IIS deletes down to half of the limit, so half of it without the first file is rotation. */
  @ParameterizedTest
  @CsvSource({
    "50, 50, 1, false, false", // full, and nothing deleted yet
    "50, 50, 2, true, false",
    "25, 50, 26, true, false",
    "24, 50, 27, false, true",
    "1, 50, 9, false, true",
    "1, 50, 1, false, false",
    "1, 2, 2, true, false",
    "0, 50, -1, false, false",
  })
  void files_were_deleted_when_half_of_them_are_there_and_not_the_first(
      int files, int most, long first, boolean full, boolean gap) {
    OptionalLong number = first < 0 ? OptionalLong.empty() : OptionalLong.of(first);
    Rotation rotation = new Rotation("web01", files, most, number, number);
    assertThat(rotation.isFull()).isEqualTo(full);
    assertThat(rotation.hasGap()).isEqualTo(gap);
  }

  @Test
  void the_fact_names_the_files() {
    Rotation rotation =
        new Rotation("web01", 50, 50, OptionalLong.of(51), OptionalLong.of(1_000_100));
    assertThat(rotation.firstName()).isEqualTo("fr000051.xml");
    assertThat(rotation.fact().text())
        .isEqualTo("there are 50 files, fr000051.xml to fr1000100.xml, and 50 are kept");
    assertThat(rotation.fact().details()).containsEntry("maxLogFiles", 50L);
    assertThat(new Rotation("web01", 0, 50, OptionalLong.empty(), OptionalLong.empty()).firstName())
        .isEmpty();
  }
}
