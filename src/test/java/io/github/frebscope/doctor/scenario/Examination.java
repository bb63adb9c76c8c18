package io.github.frebscope.doctor.scenario;

import io.github.frebscope.doctor.Doctor;
import io.github.frebscope.doctor.FarmDiagnosis;
import io.github.frebscope.farm.Farm;
import io.github.frebscope.farm.IncidentFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one place that calls the doctor. */
final class Examination {
  private Examination() {}

  /** What the doctor says of a collected farm, with its {@code incidents.csv} when there is one. */
  static FarmDiagnosis of(Path farm) {
    try {
      Doctor doctor = Doctor.standard();
      Path incidents = farm.resolve("incidents.csv");
      if (Files.exists(incidents)) {
        doctor = doctor.incidents(IncidentFile.read(incidents).incidents());
      }
      return doctor.examine(Farm.open(farm));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
