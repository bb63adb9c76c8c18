package io.github.frebscope.doctor.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.doctor.FarmDiagnosis;
import io.github.frebscope.testing.Shared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The scenarios that lie beside the checkout, by the same runner as our own. */
class SharedScenariosTest {
  @TestFactory
  @Disabled(Examination.WAITS)
  Stream<DynamicTest> everyScenario() throws IOException {
    return SharedScenarios.folders(Shared.dir("scenarios")).stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
  }

  private static void check(Path folder) {
    FarmDiagnosis said = Examination.of(folder);
    Answer.wellFormed(said);
    Answer.check(SharedScenarios.read(folder), said);
    Answer.everywhere(said, SharedScenarios.facts(folder), SharedScenarios.settings(folder));
  }

  @Test
  void expectationsAreRead() throws IOException {
    List<Path> folders = SharedScenarios.folders(Shared.dir("scenarios"));
    assertThat(folders).hasSize(4);
    Scenario story = SharedScenarios.read(folders.get(0));
    assertThat(story.expected())
        .extracting(Expected::toString)
        .containsExactly(
            "COLDSTART_SUSPECT desk (low to medium)",
            "PRODUCED_UPSTREAM desk (low to medium, optional)",
            "FRONT_GAVE_UP desk (low to medium, optional)");
    assertThat(story.never()).hasSize(6);
    assertThat(SharedScenarios.facts(folders.get(0))).hasSize(4);
    assertThat(SharedScenarios.settings(folders.get(0))).hasSize(9);
  }
}
