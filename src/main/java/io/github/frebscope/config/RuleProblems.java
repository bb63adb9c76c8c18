package io.github.frebscope.config;

import io.github.frebscope.config.FailureRule.TraceArea;
import java.util.ArrayList;
import java.util.List;

/** Finds what IIS refuses in a tracing rule. */
final class RuleProblems {
  private RuleProblems() {}

  static List<RuleProblem> of(FailureRule rule, List<ProviderDefinition> defined) {
    List<RuleProblem> problems = new ArrayList<>();
    for (String item : rule.statuses().refused()) {
      problems.add(
          new RuleProblem(
              rule,
              RuleProblem.Kind.STATUS_CODES,
              item,
              "statusCodes holds "
                  + item
                  + ", which is neither a status nor a range from low to high, so IIS refuses the"
                  + " rule (event 2286 of IIS-FREB)"));
    }
    problems.addAll(RuleAreas.of(rule, defined).problems());
    if (rule.verbosity() < 0 || rule.verbosity() > Verbosity.LEAST_GRAVE) {
      problems.add(verbosity(rule, "failureDefinitions", rule.verbosity()));
    }
    for (TraceArea area : rule.areas()) {
      if (area.verbosity() < 0 || area.verbosity() > Verbosity.MOST) {
        problems.add(verbosity(rule, "traceAreas for " + area.provider(), area.verbosity()));
      }
    }
    return problems;
  }

  private static RuleProblem verbosity(FailureRule rule, String where, int level) {
    return new RuleProblem(
        rule,
        RuleProblem.Kind.VERBOSITY,
        Verbosity.name(level),
        where + " has the verbosity " + Verbosity.name(level) + ", which it cannot have");
  }
}
