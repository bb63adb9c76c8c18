package io.github.frebscope.cause;

import io.github.frebscope.catalog.Cause;

/**
 * A rule for a cause is broken: it threw, answered null, or a text of its cause is no template. The
 * message names the rule. {@linkplain io.github.frebscope.classify.Classifier#classify Classifying}
 * one trace throws it; when many are loaded, the ledger has the message for each file concerned.
 */
public final class CauseRuleException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private CauseRuleException(String message, Throwable why) {
    super(message, why);
  }

  static CauseRuleException of(CauseRule rule, RuntimeException why) {
    return new CauseRuleException(named(rule) + " failed: " + why, why);
  }

  static CauseRuleException ofNull(CauseRule rule) {
    return new CauseRuleException(named(rule) + " answered null, not an empty Optional", null);
  }

  static CauseRuleException ofTemplate(Cause cause, IllegalArgumentException why) {
    return new CauseRuleException(
        "A template of the rule for " + cause.id() + " cannot be read: " + why.getMessage(), why);
  }

  private static String named(CauseRule rule) {
    return "The rule for " + rule.cause().id() + " (" + rule.getClass().getName() + ")";
  }
}
