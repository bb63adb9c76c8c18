package io.github.frebscope.doctor;

import io.github.frebscope.farm.EvidenceReader;
import io.github.frebscope.farm.Farm;
import io.github.frebscope.farm.FarmEvidence;
import io.github.frebscope.testing.FarmWriter;
import java.io.IOException;

/** Farms made in tests, as the doctor sees them. */
final class Farms {
  private Farms() {}

  static FarmEvidence read(FarmWriter farm) throws IOException {
    return EvidenceReader.standard().read(Farm.open(farm.write()));
  }
}
