package io.github.frebscope.doctor;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.config.RecorderReport;
import io.github.frebscope.doctor.Finding.Log;
import io.github.frebscope.farm.SiteEvidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes verdicts of findings: joins those that say the same, says how sure, and ranks them. */
final class Verdicts {
  /** What is about a farm's members together when more than one of them shows it. */
  private static final Set<Explanation> OF_FARM =
      EnumSet.of(
          Explanation.FRONT_GAVE_UP, Explanation.COLDSTART_SUSPECT, Explanation.PRODUCED_UPSTREAM);

  /** What the configuration and the site's own log prove together, without any trace. */
  private static final Set<Explanation> BY_CONFIG =
      EnumSet.of(
          Explanation.RECORDER_OFF,
          Explanation.RULE_MISS,
          Explanation.ROTATED_AWAY,
          Explanation.TRUNCATED);

  /** Of equally sure ones first what can be mended, then what it leads to. */
  private static final List<Explanation> ORDER =
      List.of(
          Explanation.RECORDER_OFF,
          Explanation.RULE_MISS,
          Explanation.WRITE_FAIL,
          Explanation.ROTATED_AWAY,
          Explanation.TRUNCATED,
          Explanation.POOL_DOWN,
          Explanation.WORKER_CRASH,
          Explanation.COLDSTART_SUSPECT,
          Explanation.PRODUCED_BY_FRONT_END,
          Explanation.FRONT_GAVE_UP,
          Explanation.QUEUE_WAIT,
          Explanation.MEMBER_ABORTED,
          Explanation.PRODUCED_UPSTREAM,
          Explanation.RECORDER_UNPROVEN);

  private static final Comparator<Fact> BY_TIME =
      Comparator.comparing(fact -> fact.time().orElse(Instant.MAX));

  private final Examination examination;

  Verdicts(Examination examination) {
    this.examination = examination;
  }

  /** The verdicts, the surest first. */
  List<FarmVerdict> of(List<Finding> findings) {
    List<FarmVerdict> verdicts = new ArrayList<>();
    groups(findings).values().forEach(group -> verdicts.add(verdict(group)));
    verdicts.sort(
        Comparator.comparing(FarmVerdict::confidence)
            .thenComparing(v -> ORDER.indexOf(v.explanation()))
            .thenComparing(v -> v.server().orElse(""))
            .thenComparing(v -> v.site().orElse("")));
    return verdicts;
  }

  private static Map<List<Object>, List<Finding>> groups(List<Finding> findings) {
    Map<List<Object>, List<Finding>> groups = new LinkedHashMap<>();
    for (Finding finding : findings) {
      Optional<String> server =
          OF_FARM.contains(finding.explanation()) ? Optional.empty() : finding.server();
      groups
          .computeIfAbsent(
              List.of(finding.explanation(), server, site(finding, findings)),
              key -> new ArrayList<>())
          .add(finding);
    }
    return groups;
  }

  /** The finding's site; without one, that of the only other finding which says the same. */
  private static Optional<String> site(Finding finding, List<Finding> findings) {
    if (finding.site().isPresent()) {
      return finding.site();
    }
    List<String> others =
        findings.stream()
            .filter(f -> f.explanation() == finding.explanation())
            .filter(f -> f.server().equals(finding.server()))
            .flatMap(f -> f.site().stream())
            .distinct()
            .toList();
    return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
  }

  private FarmVerdict verdict(List<Finding> group) {
    Finding first = group.get(0);
    Set<Optional<String>> servers = new LinkedHashSet<>();
    List<Fact> facts =
        group.stream().flatMap(f -> f.facts().stream()).distinct().sorted(BY_TIME).toList();
    Set<String> missing = new LinkedHashSet<>();
    Set<String> summary = new LinkedHashSet<>();
    Set<Log> logs = EnumSet.noneOf(Log.class);
    Confidence most = Confidence.LOW;
    for (Finding finding : group) {
      servers.add(finding.server());
      missing.addAll(finding.missing());
      summary.add(finding.summary());
      logs.addAll(finding.logs());
      most = most.compareTo(finding.most()) > 0 ? finding.most() : most;
    }
    Optional<String> server = servers.size() == 1 ? first.server() : Optional.empty();
    return new FarmVerdict(
        first.explanation(),
        server,
        group.stream().flatMap(f -> f.site().stream()).findFirst(),
        Confidence.lower(most, sureness(group, logs)),
        String.join(" ", summary),
        facts,
        new SameOnServers(examination.evidence().servers().stream().map(s -> s.name()).toList())
            .join(missing),
        first.experiment());
  }

  /**
   * High when the recorder is proved and seen to work and two independent logs agree; medium with
   * one log; low when only something's absence speaks for it.
   */
  private Confidence sureness(List<Finding> group, Set<Log> logs) {
    if (logs.isEmpty()) {
      return Confidence.LOW;
    }
    Set<Log> independent = EnumSet.copyOf(logs);
    independent.remove(Log.CLIENT);
    if (independent.size() < 2) {
      return Confidence.MEDIUM;
    }
    boolean proved =
        BY_CONFIG.contains(group.get(0).explanation())
            || (logs.contains(Log.W3C_OF_FRONT) && isTraced())
            || group.stream().allMatch(this::isProved);
    return proved ? Confidence.HIGH : Confidence.MEDIUM;
  }

  /** Whether any front end wrote a trace: it is seen to work where the failure was answered. */
  private boolean isTraced() {
    return examination
        .evidence()
        .sites()
        .filter(site -> examination.fronts().isFront(site.server()))
        .anyMatch(Examination::hasControl);
  }

  /** Whether the recorder of the finding's site is on, and wrote something. */
  private boolean isProved(Finding finding) {
    return examination
        .evidence()
        .sites()
        .filter(s -> finding.server().map(s.server()::equals).orElse(true))
        .filter(s -> finding.site().map(s.name()::equals).orElse(true))
        .filter(SiteEvidence::isInUse)
        .allMatch(
            s ->
                Examination.hasControl(s)
                    && Proofs.recorder(examination, s)
                        .filter(r -> r.works() == RecorderReport.Works.YES)
                        .isPresent());
  }

  /** What to change, each setting once, in the order of the verdicts. */
  static List<SettingAdvice> settings(List<FarmVerdict> verdicts, List<Finding> findings) {
    Map<List<Object>, SettingAdvice> advice = new LinkedHashMap<>();
    for (FarmVerdict verdict : verdicts) {
      for (Finding finding : findings) {
        if (finding.explanation() == verdict.explanation()) {
          finding.settings().forEach(s -> add(advice, s));
        }
      }
    }
    return List.copyOf(advice.values());
  }

  private static void add(Map<List<Object>, SettingAdvice> advice, SettingAdvice one) {
    List<Object> key =
        List.of(
            one.server(), one.setting().file(), one.setting().element(), one.setting().attribute());
    advice.putIfAbsent(key, one);
  }
}
