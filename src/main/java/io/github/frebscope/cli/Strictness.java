package io.github.frebscope.cli;

import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.ValueText;

/** What {@code --strict} makes of damage. */
final class Strictness {
  private Strictness() {}

  static int exitCode(OutputOptions options, Ledger ledger, Terminal terminal) {
    if (!options.strict() || !ledger.hasDamage()) {
      return ExitCode.DONE;
    }
    terminal
        .err()
        .println(
            "frebscope: --strict: "
                + ValueText.count(ledger.partial())
                + " damaged and "
                + ValueText.count(ledger.unreadable())
                + " unreadable; --ledger lists them");
    return ExitCode.NOTHING_READABLE;
  }
}
