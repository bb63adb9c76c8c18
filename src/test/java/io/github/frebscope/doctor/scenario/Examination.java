package io.github.frebscope.doctor.scenario;

import io.github.frebscope.doctor.FarmDiagnosis;
import java.nio.file.Path;

/** The one place that calls the doctor. */
final class Examination {
  /** Why the tests that need it do not run yet. */
  static final String WAITS = "the doctor is not there yet";

  private Examination() {}

  /** What the doctor says of a collected farm, with its {@code incidents.csv} when there is one. */
  @SuppressWarnings("DoNotCallSuggester")
  static FarmDiagnosis of(Path farm) {
    // Doctor.standard().incidents(IncidentFile of incidents.csv).examine(Farm.open(farm))
    throw new UnsupportedOperationException(farm + ": " + WAITS);
  }
}
