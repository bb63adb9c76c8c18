package io.github.frebscope.doctor;

import io.github.frebscope.farm.EvidenceReader;
import io.github.frebscope.farm.Farm;
import io.github.frebscope.farm.FarmEvidence;
import io.github.frebscope.farm.FarmProgress;
import io.github.frebscope.farm.Incident;
import io.github.frebscope.farm.JoinedRequest;
import io.github.frebscope.farm.Watch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Says why there is no trace of failures that clients or logs tell of: which box made them, why
 * nothing was recorded, and what to set.
 *
 * <pre>{@code
 * FarmDiagnosis diagnosis = Doctor.standard()
 *     .incidents(IncidentFile.read(Path.of("incidents.csv")).incidents())
 *     .examine(Farm.open(Path.of("D:\\collected")));
 * diagnosis.verdicts().forEach(System.out::println);
 * }</pre>
 *
 * <p>The recorder is looked at first: only where it is proved to have been on does a missing trace
 * mean anything. Immutable and safe for use by several threads; each method answers a new doctor.
 */
public final class Doctor {
  /** A client may have waited that long before it noted its failure, and a member longer. */
  private static final Duration AROUND = Duration.ofMinutes(5);

  private static final List<Rule> RULES =
      List.of(
          new RecorderRule(),
          new FileRule(),
          new FrontEndRule(),
          new JoinRule(),
          new HttpErrRule(),
          new CrashRule(),
          new SilenceRule(),
          new ColdStartRule(),
          new TraceStartRule());

  private final List<Incident> incidents;
  private final Set<String> fronts;
  private final Optional<String> site;
  private final Instant from;
  private final Instant to;
  private final ZoneId zone;
  private final FarmProgress progress;

  private Doctor(
      List<Incident> incidents,
      Set<String> fronts,
      Optional<String> site,
      Instant from,
      Instant to,
      ZoneId zone,
      FarmProgress progress) {
    this.incidents = List.copyOf(incidents);
    this.fronts = Set.copyOf(fronts);
    this.site = site;
    this.from = from;
    this.to = to;
    this.zone = zone;
    this.progress = progress;
  }

  /** A doctor that looks at everything. */
  public static Doctor standard() {
    return new Doctor(
        List.of(),
        Set.of(),
        Optional.empty(),
        Instant.MIN,
        Instant.MAX,
        ZoneOffset.UTC,
        FarmProgress.NONE);
  }

  /** With what clients saw. */
  public Doctor incidents(Collection<Incident> newIncidents) {
    return new Doctor(List.copyOf(newIncidents), fronts, site, from, to, zone, progress);
  }

  /** With one more server that forwards to the others, where its configuration does not tell. */
  public Doctor front(String server) {
    Set<String> more = new LinkedHashSet<>(fronts);
    more.add(server);
    return new Doctor(incidents, more, site, from, to, zone, progress);
  }

  /**
   * Only verdicts about the site of this name in any case, or of this number, and about the front
   * ends before it.
   */
  public Doctor site(String name) {
    return new Doctor(incidents, fronts, Optional.of(name), from, to, zone, progress);
  }

  /** Only what happened at this time or later, and at that time or before. */
  public Doctor between(Instant newFrom, Instant newTo) {
    return new Doctor(
        incidents,
        fronts,
        site,
        Objects.requireNonNull(newFrom, "from"),
        Objects.requireNonNull(newTo, "to"),
        zone,
        progress);
  }

  /** The zone of the servers: schedules are in local time, and so are some logs. By default UTC. */
  public Doctor zone(ZoneId newZone) {
    return new Doctor(
        incidents, fronts, site, from, to, Objects.requireNonNull(newZone, "zone"), progress);
  }

  /** Tells how far the reading has come. */
  public Doctor progress(FarmProgress newProgress) {
    return new Doctor(
        incidents, fronts, site, from, to, zone, Objects.requireNonNull(newProgress, "progress"));
  }

  /**
   * Reads a farm's logs, configurations and traces, and says what they tell together. Logs are read
   * once, or twice when a front end's failures have to be looked up on its members.
   *
   * @throws IOException if the reading is interrupted; what cannot be read is told by {@link
   *     FarmDiagnosis#problems()}
   * @throws NoSuchElementException if there is no such {@link #site}; the message has those there
   *     are
   */
  public FarmDiagnosis examine(Farm farm) throws IOException {
    List<Incident> asked =
        incidents.stream().filter(i -> !i.time().isBefore(from) && !i.time().isAfter(to)).toList();
    Watch watch = Watch.incidents(asked, AROUND, AROUND);
    EvidenceReader reader =
        EvidenceReader.standard().between(from, to).zone(zone).progress(progress).watch(watch);
    FarmEvidence evidence = reader.read(farm);
    WantedSite wanted = WantedSite.of(site, evidence);
    FrontEnds found = FrontEnds.of(evidence, fronts);
    List<JoinedRequest> joined = List.of();
    Watch failures = Joins.watch(evidence, found);
    if (!failures.isEmpty()) {
      evidence = reader.watch(watch.and(failures)).traces(evidence.traces()).read(farm);
      found = FrontEnds.of(evidence, fronts);
      joined = Joins.of(evidence, found);
    }
    return diagnose(new Examination(evidence, found, asked, zone, joined), wanted);
  }

  private static FarmDiagnosis diagnose(Examination examination, WantedSite wanted) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : RULES) {
      rule.find(examination)
          .filter(f -> wanted.has(f, examination.fronts()))
          .forEach(findings::add);
    }
    List<FarmVerdict> verdicts = new Verdicts(examination).of(findings);
    return new FarmDiagnosis(
        examination.evidence().root(),
        InShort.of(examination, verdicts),
        verdicts,
        Verdicts.settings(verdicts, findings),
        examination.joined(),
        Observations.of(examination),
        NextToCollect.of(examination, verdicts),
        examination.evidence().problems());
  }

  /** {@code examines with 4 incidents}: one line. */
  @Override
  public String toString() {
    return "examines with " + Words.count(incidents.size(), "incident");
  }
}
