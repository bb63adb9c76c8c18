package io.github.frebscope.cause;

/** A rule for a cause is broken: it threw, answered null, or has a template that is no template. */
public final class CauseRuleException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CauseRuleException(CauseRule rule, String what, RuntimeException why) {
    super("The rule " + rule.getClass().getName() + " for " + rule.cause().id() + " " + what, why);
  }
}
