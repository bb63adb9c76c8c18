package io.github.frebscope.config;

import io.github.frebscope.catalog.Statuses;
import io.github.frebscope.config.RecorderStep.Kind;
import io.github.frebscope.config.RecorderStep.Outcome;
import io.github.frebscope.config.RuleAnswer.Result;
import io.github.frebscope.config.RuleAnswer.Trigger;
import io.github.frebscope.trace.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The steps about the rule for a URL: is there one, does it cover the status, what writes first.
 */
final class RecorderRules {
  private static final String RULES = "tracing/traceFailedRequests";
  private static final int MOST_PLACES = 3;
  private static final int MOST_SUB_STATUS = 999;

  private final RecorderFacts facts;
  private final RequestOutcome wanted;
  private final RuleAnswer answer;
  private final String location;

  RecorderRules(RecorderFacts facts, RequestOutcome wanted, RuleAnswer answer) {
    this.facts = facts;
    this.wanted = wanted;
    this.answer = answer;
    location = facts.location(wanted.urlPath());
  }

  List<RecorderStep> steps() {
    Optional<FailureRule> rule = answer.rule();
    if (rule.isEmpty()) {
      return List.of(noRule());
    }
    List<RecorderStep> steps = new ArrayList<>();
    steps.add(RecorderStep.pass(Kind.RULE, "the first rule that matches is " + rule.get()));
    steps.add(conditions(rule.get()));
    if (answer.result() != Result.NOT_TRACED) {
      steps.add(trigger(rule.get()));
    }
    return steps;
  }

  private RecorderStep noRule() {
    List<FailureRule> rules = facts.rules().rules();
    String url = UrlPath.of(wanted.urlPath());
    String sentence;
    Setting<String> setting;
    if (rules.isEmpty()) {
      sentence = "no rule at all is in force for " + url + elsewhere();
      setting =
          new Setting<>(
              "",
              facts.site().tracing().enabled().file(),
              0,
              RULES + "/add[@path='*']",
              "path",
              Setting.Origin.SCHEMA);
    } else {
      String paths = rules.stream().map(FailureRule::path).collect(Collectors.joining(", "));
      sentence = "no rule is for " + url + ": those in force there are for " + paths;
      FailureRule first = rules.get(0);
      setting = setting(first, "", "path", first.path());
    }
    return RecorderStep.of(
        Kind.RULE,
        Outcome.FAIL,
        sentence,
        setting,
        Commands.newRule(
            "Add a rule for all URLs with the status " + wanted.status(),
            location,
            RecorderAreas.PROVIDER,
            RecorderAreas.all(facts.rules()),
            Integer.toString(wanted.status())));
  }

  private String elsewhere() {
    List<String> places = facts.elsewhere();
    if (places.isEmpty()) {
      return "";
    }
    String more =
        places.size() > MOST_PLACES ? " and " + (places.size() - MOST_PLACES) + " more" : "";
    return "; elsewhere on the server "
        + places.stream().limit(MOST_PLACES).collect(Collectors.joining("; "))
        + more;
  }

  private RecorderStep conditions(FailureRule rule) {
    Optional<RuleProblem> problem = facts.rules().problems().stream().findFirst();
    if (answer.result() == Result.CANNOT_TELL && problem.isPresent()) {
      return RecorderStep.of(
          Kind.CONDITIONS,
          Outcome.CANNOT_TELL,
          problem.get().reason(),
          setting(problem.get()),
          new Remedy("Mend what IIS refuses; then read the rule again", List.of(), List.of()));
    }
    List<String> missed = missed(rule);
    String some = missed.isEmpty() ? "" : "; it misses " + String.join(", ", missed);
    if (answer.result() == Result.TRACED) {
      return new RecorderStep(
          Kind.CONDITIONS,
          Outcome.PASS,
          answer.reason() + some,
          Optional.of(statusCodes(rule)),
          Optional.empty());
    }
    Outcome open = missed.isEmpty() ? Outcome.CANNOT_TELL : Outcome.PARTIAL;
    return RecorderStep.of(
        Kind.CONDITIONS,
        answer.result() == Result.NOT_TRACED ? Outcome.FAIL : open,
        answer.reason() + some,
        statusCodes(rule),
        Commands.rule(
            "Let the rule cover " + wanted.status() + " with every sub-status",
            location,
            rule,
            "statusCodes",
            rule.statuses().isEmpty()
                ? Integer.toString(wanted.status())
                : rule.statusCodes().strip() + "," + wanted.status()));
  }

  /**
   * The sub-statuses that IIS uses with this status and a rule that covers some of them does not.
   */
  private List<String> missed(FailureRule rule) {
    StatusCodeSet statuses = rule.statuses();
    int status = wanted.status();
    if (statuses.part(status) != StatusCodeSet.Part.SOME) {
      return List.of();
    }
    return IntStream.rangeClosed(0, MOST_SUB_STATUS)
        .filter(sub -> !statuses.contains(status, sub))
        .filter(sub -> sub == 0 || Statuses.text(StatusCode.of(status, sub)).isPresent())
        .mapToObj(sub -> sub == 0 ? status + " without sub-status" : status + "." + sub)
        .toList();
  }

  private RecorderStep trigger(FailureRule rule) {
    boolean mayBeCut =
        !rule.timeLimit().isZero()
            && !rule.traceAllAfterTimeout()
            && !answer.trigger().equals(Optional.of(Trigger.STATUS));
    if (!mayBeCut) {
      return RecorderStep.pass(
          Kind.TRIGGER, "no time limit writes the file before the status is set");
    }
    long seconds = rule.timeLimit().toSeconds();
    return RecorderStep.of(
        Kind.TRIGGER,
        Outcome.PARTIAL,
        "a request that takes more than "
            + seconds
            + " s has its file written at that moment, with failureReason TIME_TAKEN and a status that"
            + " is not yet "
            + wanted.status()
            + ": look for it by URL and time",
        setting(rule, "/failureDefinitions", "timeTaken", seconds + " s"),
        Commands.rule(
            "Let the trace go on after the time limit (IIS 10 and later)",
            location,
            rule,
            "traceAllAfterTimeout",
            "true"));
  }

  private static Setting<String> statusCodes(FailureRule rule) {
    return setting(rule, "/failureDefinitions", "statusCodes", rule.statusCodes());
  }

  private static Setting<String> setting(RuleProblem problem) {
    FailureRule rule = problem.rule();
    return switch (problem.kind()) {
      case STATUS_CODES -> statusCodes(rule);
      case AREA -> setting(rule, "/traceAreas/add", "areas", problem.text());
      case PROVIDER -> setting(rule, "/traceAreas/add", "provider", problem.text());
      case VERBOSITY -> setting(rule, "", "verbosity", problem.text());
    };
  }

  /** An attribute of a rule; the line is that of the rule. */
  static Setting<String> setting(FailureRule rule, String child, String attribute, String value) {
    return new Setting<>(
        value,
        rule.file(),
        rule.line(),
        RULES + "/add[@path='" + rule.path() + "']" + child,
        attribute,
        Setting.Origin.OWN);
  }
}
