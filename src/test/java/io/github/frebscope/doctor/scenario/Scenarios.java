package io.github.frebscope.doctor.scenario;

import java.util.List;
import java.util.stream.Stream;

/** All of them. */
final class Scenarios {
  private Scenarios() {}

  static Stream<Scenario> all() {
    return Stream.of(
            RecorderScenarios.all(),
            FileScenarios.all(),
            ProducerScenarios.all(),
            WorkerScenarios.all(),
            FrontScenarios.all(),
            ColdStartScenarios.all(),
            MixedScenarios.all())
        .flatMap(List::stream);
  }
}
