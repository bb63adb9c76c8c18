package io.github.frebscope.config;

import java.util.List;
import java.util.Optional;

/**
 * The rules of Failed Request Tracing in force at one place, in their order.
 *
 * @param rules the rules; the first whose path matches is the one that counts
 * @param providers the providers and areas that the server defines
 */
public record FailureRules(List<FailureRule> rules, List<ProviderDefinition> providers) {
  /** Refuses nulls. */
  public FailureRules {
    rules = List.copyOf(rules);
    providers = List.copyOf(providers);
  }

  /**
   * Whether a request that ended so would have been traced, and by which rule. It does not look at
   * the site's switch.
   *
   * <p>The first rule whose path matches is the one that counts, also when none of its conditions
   * is met. Its conditions are alternatives. What it goes by is how the request ended: a status
   * that was set on the way, the status of a child request, and a module that asks for a trace by a
   * server variable can write one as well. The time is that in the worker process; the one of a W3C
   * log is longer by the time in the queue and on the network.
   *
   * <p>{@link RuleAnswer.Result#CANNOT_TELL} when what is not known would decide, when IIS refuses
   * the rule, and when it refuses another one of the list and this one would have written a trace:
   * what it does with the rest then is not documented. Never for want of a trigger, which is empty
   * when two conditions are met and nothing tells which came first.
   *
   * <p>Costs time in proportion to the rules and their items.
   */
  public RuleAnswer answer(RequestOutcome outcome) {
    Optional<FailureRule> first =
        rules.stream().filter(rule -> rule.matches(outcome.urlPath())).findFirst();
    if (first.isEmpty()) {
      return new RuleAnswer(
          RuleAnswer.Result.NOT_TRACED,
          Optional.empty(),
          Optional.empty(),
          "no rule is for " + UrlPath.of(outcome.urlPath()));
    }
    List<RuleProblem> own = RuleProblems.of(first.get(), providers);
    if (!own.isEmpty()) {
      return refused(first.get(), own.get(0), "");
    }
    RuleAnswer answer = new RuleConditions(first.get(), outcome).answer();
    List<RuleProblem> problems = problems();
    return answer.isTraced() && !problems.isEmpty()
        ? refused(first.get(), problems.get(0), "another rule is at fault: ")
        : answer;
  }

  private static RuleAnswer refused(FailureRule rule, RuleProblem problem, String which) {
    return new RuleAnswer(
        RuleAnswer.Result.CANNOT_TELL,
        Optional.of(rule),
        Optional.empty(),
        which + problem.reason());
  }

  /** What IIS refuses in the rules, in their order; empty when all is well. */
  public List<RuleProblem> problems() {
    return rules.stream().flatMap(rule -> RuleProblems.of(rule, providers).stream()).toList();
  }

  /**
   * What a rule records, given what the server defines: areas are the beginnings of names, in any
   * case. Where {@link #providers()} is empty, nothing is known of that and the rule is taken at
   * its word.
   */
  public RuleRecording recording(FailureRule rule) {
    return RuleAreas.of(rule, providers);
  }
}
