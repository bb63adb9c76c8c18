package io.github.frebscope.cli;

import io.github.frebscope.query.Ledger;
import io.github.frebscope.report.LedgerReport;
import io.github.frebscope.source.TraceRoot;
import java.util.List;
import java.util.stream.Collectors;

/** The command cannot do what was asked; its message says why and what helps. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  CommandFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }

  static CommandFailure nothingReadable(List<TraceRoot> roots, Ledger ledger, boolean wholeLedger) {
    String where = roots.stream().map(TraceRoot::toString).collect(Collectors.joining(", "));
    String message =
        ledger.unreadable() > 0
            ? "no trace could be read in " + where
            : "no traces in "
                + where
                + "; IIS names them fr000001.xml, in a folder such as"
                + " inetpub\\logs\\FailedReqLogFiles\\W3SVC1";
    String rest = LedgerReport.of(ledger).text(wholeLedger || ledger.entries().size() <= 5);
    return new CommandFailure(ExitCode.NOTHING_READABLE, (message + "\n" + rest).stripTrailing());
  }
}
