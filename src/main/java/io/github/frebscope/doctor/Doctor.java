package io.github.frebscope.doctor;

import io.github.frebscope.farm.Farm;
import io.github.frebscope.farm.FarmProgress;
import io.github.frebscope.farm.Incident;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** Placeholder of the doctor, with the contract that the command line is written against. */
public final class Doctor {
  private static final Doctor STANDARD = new Doctor();

  private Doctor() {}

  /** Looks at everything. */
  public static Doctor standard() {
    return STANDARD;
  }

  /** The server that is the front end. */
  public Doctor front(String server) {
    Objects.requireNonNull(server, "server");
    return this;
  }

  /** Only this site, by its name or number. */
  public Doctor site(String site) {
    Objects.requireNonNull(site, "site");
    return this;
  }

  /** Only this time. */
  public Doctor between(Instant from, Instant to) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    return this;
  }

  /** The zone of local times. */
  public Doctor zone(ZoneId zone) {
    Objects.requireNonNull(zone, "zone");
    return this;
  }

  /** What clients saw. */
  public Doctor incidents(List<Incident> incidents) {
    Objects.requireNonNull(incidents, "incidents");
    return this;
  }

  /** Tells how far it has come. */
  public Doctor progress(FarmProgress progress) {
    Objects.requireNonNull(progress, "progress");
    return this;
  }

  /**
   * Examines a farm.
   *
   * @throws IOException if it cannot be read
   */
  public FarmDiagnosis examine(Farm farm) throws IOException {
    return new FarmDiagnosis(
        farm.root(),
        List.of(),
        List.of(),
        List.of(Fact.of("servers", farm.toString())),
        List.of(),
        farm.problems());
  }
}
