package io.github.frebscope.doctor.scenario;

import io.github.frebscope.doctor.FarmDiagnosis;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The doctor says what an expert says, and nothing else. */
@Disabled(Examination.WAITS)
class ScenariosTest {
  @TempDir Path dir;

  static Stream<Scenario> scenarios() {
    return Scenarios.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void isExplained(Scenario scenario) {
    FarmDiagnosis said = Examination.of(scenario.write(dir.resolve("farm")));
    Answer.wellFormed(said);
    Answer.check(scenario, said);
  }
}
