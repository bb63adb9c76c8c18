package io.github.frebscope.report;

import io.github.frebscope.config.Setting;
import io.github.frebscope.doctor.Fact;
import io.github.frebscope.doctor.FarmDiagnosis;
import io.github.frebscope.doctor.FarmVerdict;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.ValueText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sentences of a diagnosis, masked and in one line each, and how many of a list are shown: what
 * text and Markdown have in common.
 */
final class DoctorTexts {
  static final int MOST_FACTS = 6;
  static final int MOST_SETTINGS = 12;
  static final int MOST_SERVERS = 8;
  static final int MOST_FILES = 8;

  /** Kinds of observations after which nobody may say that all is well. */
  private static final Set<String> SPEAKING =
      Set.of("recorder-fault", "no-line-in-period", "incidents");

  private static final String NO_PROOF =
      "That is no proof that all is well: see what to collect next.";

  private final FarmDiagnosis diagnosis;
  private final Redaction redaction;
  private final boolean all;

  DoctorTexts(FarmDiagnosis diagnosis, Redaction redaction, boolean all) {
    this.diagnosis = diagnosis;
    this.redaction = redaction;
    this.all = all;
  }

  FarmDiagnosis diagnosis() {
    return diagnosis;
  }

  /** A text as it may be printed. */
  String line(String text) {
    return TerminalText.line(redaction.text(text));
  }

  /** The first of a list, or all of it. */
  <T> List<T> shown(List<T> list, int most) {
    return all || list.size() <= most ? list : list.subList(0, most);
  }

  /** {@code and 12 more; --all shows them}; empty when nothing is left out. */
  Optional<String> rest(List<?> list, int most) {
    int left = list.size() - shown(list, most).size();
    return left == 0
        ? Optional.empty()
        : Optional.of("and " + ValueText.count(left) + " more; --all shows them");
  }

  /** {@code farm: 2 verdicts, 3 settings to change}. */
  String title() {
    int settings = SettingGroup.of(diagnosis.settings()).size();
    return line(diagnosis.root())
        + ": "
        + many(diagnosis.verdicts().size(), "verdict")
        + ", "
        + many(settings, "setting")
        + " to change";
  }

  private static String many(long count, String noun) {
    return ValueText.count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** What is said when there is no verdict. */
  List<String> noVerdict() {
    if (diagnosis.observations().isEmpty()) {
      return List.of("No verdict: there was nothing to look at.", NO_PROOF);
    }
    List<String> servers =
        observations().keySet().stream().filter(server -> !server.isEmpty()).toList();
    String looked =
        "What was looked at"
            + (servers.isEmpty()
                ? ""
                : " on "
                    + String.join(", ", shown(servers, MOST_SERVERS))
                    + rest(servers, MOST_SERVERS).map(text -> " " + text).orElse(""))
            + " stands below";
    long failures = failures();
    if (failures > 0) {
      return List.of(
          "No verdict, although the logs have "
              + many(failures, "request")
              + " answered 502: what was gathered does not tell why they left no trace. "
              + looked
              + ", and what to collect next.");
    }
    boolean isQuiet =
        diagnosis.problems().isEmpty()
            && diagnosis.observations().stream().noneMatch(f -> SPEAKING.contains(f.kind()));
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "No verdict. " + looked + (isQuiet ? "; nothing there speaks for a problem." : "."));
    if (!diagnosis.collect().isEmpty()) {
      sentences.add(NO_PROOF);
    }
    return sentences;
  }

  /** How many requests answered 502 the observations tell of. */
  private long failures() {
    return diagnosis.observations().stream()
        .map(fact -> fact.details().get("failures"))
        .filter(Long.class::isInstance)
        .mapToLong(Long.class::cast)
        .sum();
  }

  /** {@code A cold start is suspected (COLDSTART_SUSPECT, medium confidence)}. */
  static String heading(FarmVerdict verdict) {
    return verdict.explanation().title()
        + " ("
        + verdict.explanation()
        + ", "
        + verdict.confidence()
        + " confidence)";
  }

  /** {@code site shop, on web01}. */
  String where(FarmVerdict verdict) {
    return verdict.site().map(site -> "site " + line(site) + ", ").orElse("")
        + verdict.server().map(server -> "on " + line(server)).orElse("the farm as a whole");
  }

  /** The fact with its time and server in front, where it does not tell them itself. */
  String fact(Fact fact) {
    String server = fact.server().map(this::line).orElse("");
    String text = line(fact.text());
    return timed(fact, server.isEmpty() || text.contains(server) ? text : server + ": " + text);
  }

  /** The same below a heading that names the server. */
  String factOfServer(Fact fact) {
    return timed(fact, line(fact.text()));
  }

  private static String timed(Fact fact, String text) {
    String time = fact.time().map(DoctorTexts::time).orElse("");
    return time.isEmpty() || text.contains(time) ? text : time + " " + text;
  }

  static String time(Instant time) {
    return ValueText.of(time);
  }

  /** Observations by server; those of the farm stand first, under an empty name. */
  Map<String, List<Fact>> observations() {
    Map<String, List<Fact>> byServer = new LinkedHashMap<>();
    List<Fact> ofFarm =
        diagnosis.observations().stream().filter(fact -> fact.server().isEmpty()).toList();
    if (!ofFarm.isEmpty()) {
      byServer.put("", ofFarm);
    }
    for (Fact fact : diagnosis.observations()) {
      fact.server()
          .ifPresent(
              server ->
                  byServer.computeIfAbsent(line(server), none -> new ArrayList<>()).add(fact));
    }
    return byServer;
  }

  /** {@code applicationPools/add[@name='ShopPool']@startMode: OnDemand -> AlwaysRunning}. */
  String change(SettingGroup group) {
    Setting<String> setting = group.setting();
    String from = setting.value().isEmpty() ? "(not set)" : line(setting.value());
    String origin =
        switch (setting.origin()) {
          case OWN -> "";
          case DEFAULTS -> " (by the defaults of all)";
          case SCHEMA -> " (default)";
        };
    return line(setting.element() + "@" + setting.attribute())
        + ": "
        + from
        + origin
        + " -> "
        + line(group.recommended());
  }

  /** {@code on web01, web02, in config/applicationHost.config, line 27}. */
  String place(SettingGroup group) {
    Setting<String> setting = group.setting();
    boolean oneLine = setting.line() > 0 && group.servers().size() == 1;
    return line("on " + String.join(", ", group.servers()) + ", in " + setting.file())
        + (oneLine ? ", line " + setting.line() : "");
  }

  /** {@code For: COLDSTART_SUSPECT}; empty when it belongs to no verdict. */
  static String reasons(SettingGroup group) {
    return group.explanations().stream().map(Enum::name).collect(Collectors.joining(", "));
  }
}
