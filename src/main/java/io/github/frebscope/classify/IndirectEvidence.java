package io.github.frebscope.classify;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.trace.StatusCode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * No event says who set the status, mostly because RequestNotifications was not traced. Then the
 * other areas are asked. A module is named when all of the strongest clues point to it; otherwise
 * the answer is "cannot tell" and what to trace.
 */
final class IndirectEvidence implements Rule {
  static final String UNKNOWN = "not-traced";
  static final String NO_STATUS = "no-status";

  private static final List<ClueRule> RULES =
      Stream.concat(FailureClues.RULES.stream(), PresenceClues.RULES.stream()).toList();

  @Override
  public Set<String> events() {
    Set<String> names = new HashSet<>(Backend.EVENTS);
    RULES.forEach(rule -> names.addAll(rule.events()));
    names.add(Names.SEND_CUSTOM_ERROR);
    return names;
  }

  @Override
  public Optional<Verdict> judge(Facts facts) {
    return Optional.of(
        facts.failure().map(status -> judge(facts, status)).orElseGet(() -> withoutStatus(facts)));
  }

  private static Verdict withoutStatus(Facts facts) {
    boolean slow = facts.trace().request().failureReason().filter("TIME_TAKEN"::equals).isPresent();
    return Verdict.builder(NO_STATUS)
        .failure(!slow)
        .confidence(Confidence.LOW)
        .explanation(
            slow
                ? "Slow request: there was no status yet when the file was written. "
                    + TraceEndsEarly.advice(facts.trace().completeness())
                : "The file names no status, so there is nothing to explain.")
        .build();
  }

  private static Verdict judge(Facts facts, StatusCode status) {
    List<Clue> clues =
        RULES.stream()
            .map(rule -> rule.find(facts, status))
            .flatMap(Optional::stream)
            .filter(clue -> isPossible(facts, status, clue))
            .map(clue -> weighed(status, clue))
            .sorted(Comparator.comparing(Clue::strength))
            .toList();
    if (clues.isEmpty()) {
      return unknown(facts, status, "Nothing else in the trace points to a module.", List.of());
    }
    Confidence strength = clues.get(0).strength();
    List<Clue> strongest = clues.stream().filter(c -> c.strength() == strength).toList();
    Clue chosen =
        strongest.stream().filter(c -> c.module().isPresent()).findFirst().orElse(clues.get(0));
    if (!strongest.stream().allMatch(chosen::agreesWith)) {
      return unknown(facts, status, contradiction(strongest), strongest);
    }
    return named(facts, status, chosen, clues.stream().filter(chosen::agreesWith).toList());
  }

  /** Module V2 in process forwards nothing, so it has no 502 of its own; its application may. */
  private static boolean isPossible(Facts facts, StatusCode status, Clue clue) {
    boolean inProcess =
        status.status() == 502
            && status.subStatus() != 0
            && clue.module().filter(Names.ANCM_V2::equals).isPresent()
            && facts.ownEvents().anyMatch(e -> e.name().startsWith("ANCM_INPROC_"));
    return !inProcess
        && clue.module()
            .map(m -> Repertoire.isPossible(m, status) || clue.rule().equals("processing-error"))
            .orElse(true);
  }

  /** Taking part counts for more when the status is one of the module's own. */
  private static Clue weighed(StatusCode status, Clue clue) {
    boolean own =
        !clue.events().isEmpty()
            && clue.module().filter(m -> Repertoire.isOwn(m, status)).isPresent();
    return own && clue.strength() == Confidence.LOW
        ? new Clue(
            clue.rule(),
            clue.module(),
            clue.area(),
            Confidence.MEDIUM,
            clue.events(),
            clue.text(),
            clue.origin(),
            clue.silence())
        : clue;
  }

  private static Verdict named(Facts facts, StatusCode status, Clue chosen, List<Clue> agreeing) {
    Optional<Backend> backend = backend(facts, status, chosen);
    Certainty certainty =
        new Certainty(chosen.strength())
            .lowerIf(
                facts.mayHaveLostEventsBefore(Integer.MAX_VALUE), "an event could not be read");
    List<Evidence> evidence =
        Stream.concat(
                agreeing.stream().flatMap(c -> c.evidence().stream()),
                Stream.concat(
                    backend.stream().map(b -> Proof.of(b.event(), "names the backend " + b.name())),
                    statusShown(facts, status)))
            .toList();
    return Verdict.builder(chosen.rule())
        .status(status)
        .module(chosen.module().orElse(null), chosen.area())
        .notification(
            chosen.events().stream().findFirst().flatMap(Codes::notification).orElse(null))
        .errorCode(chosen.errorCode().isPresent() ? chosen.errorCode().getAsLong() : null)
        .backend(backend.map(Backend::name).orElse(null))
        .waited(chosen.silence().orElse(null))
        .origin(chosen.origin())
        .confidence(certainty.level())
        .evidence(Proof.unique(evidence))
        .explanation(
            chosen.module().orElse("A module of the area " + chosen.area())
                + (certainty.level() == Confidence.LOW ? " perhaps set " : " probably set ")
                + Wording.status(status, chosen.module().orElse(""))
                + ": "
                + chosen.text()
                + code(status, chosen)
                + chosen.silence().map(w -> ", " + Wording.silence(w)).orElse("")
                + backend.map(b -> "; backend " + b.name()).orElse("")
                + ". "
                + notShown(facts)
                + advice(facts)
                + certainty.sentence())
        .build();
  }

  private static String code(StatusCode status, Clue clue) {
    return clue.errorCode().isPresent()
        ? Wording.errorCode(clue.errorCode().getAsLong(), status, clue.module().orElse(""))
        : "";
  }

  private static Optional<Backend> backend(Facts facts, StatusCode status, Clue clue) {
    boolean arr = clue.module().filter(Names.ARR::equals).isPresent();
    return Backend.find(facts.trace().events(), 0, Integer.MAX_VALUE, status, arr);
  }

  private static Verdict unknown(
      Facts facts, StatusCode status, String why, List<Clue> contradicting) {
    List<String> owners = Repertoire.owners(status);
    String narrowed =
        owners.isEmpty()
            ? ""
            : " By its sub-status it is one that "
                + String.join(", ", owners)
                + " can set (Microsoft KB 943891).";
    List<Evidence> evidence =
        Stream.concat(
                contradicting.stream().flatMap(c -> c.evidence().stream()),
                statusShown(facts, status))
            .toList();
    return Verdict.builder(UNKNOWN)
        .status(status)
        .confidence(Confidence.LOW)
        .evidence(Proof.unique(evidence))
        .explanation(
            "Who set "
                + Wording.status(status)
                + " cannot be told. "
                + notShown(facts)
                + " "
                + why
                + narrowed
                + advice(facts))
        .build();
  }

  private static String contradiction(List<Clue> clues) {
    return "The trace points several ways: "
        + String.join("; ", clues.stream().map(Clue::text).distinct().toList())
        + ".";
  }

  /**
   * Whether any RequestNotifications are seen; a digest need not hold them, so false is no "no".
   */
  private static boolean isTraced(Facts facts) {
    return !facts.history().isEmpty()
        || facts.events().anyMatch(e -> e.name().startsWith("NOTIFY_MODULE_"));
  }

  private static String notShown(Facts facts) {
    return isTraced(facts)
        ? "RequestNotifications was traced, but no event in it sets this status."
        : "No event says who set it.";
  }

  private static String advice(Facts facts) {
    return isTraced(facts)
        ? " Trace RequestRouting at Information as well."
        : " Trace RequestNotifications at Warning or more, and RequestRouting at Information.";
  }

  /** Events that repeat the status without saying who set it. */
  private static Stream<Evidence> statusShown(Facts facts, StatusCode status) {
    return facts
        .ownEvents()
        .filter(e -> e.is(Names.SEND_CUSTOM_ERROR) || e.is(Names.REQUEST_END))
        .filter(e -> Codes.status(e).filter(status::equals).isPresent())
        .map(e -> Proof.of(e, "shows the status, not who set it"));
  }
}
