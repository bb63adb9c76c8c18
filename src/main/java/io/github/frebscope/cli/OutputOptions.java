package io.github.frebscope.cli;

import io.github.frebscope.report.Redaction;
import io.github.frebscope.report.ReportOptions;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command that prints. */
final class OutputOptions {
  @Option(
      names = "--show-secrets",
      description =
          "Print cookies, credentials, tokens and bodies as they stand in the trace. Without it"
              + " they are masked.")
  private boolean showSecrets;

  @Option(
      names = "--strict",
      description = "Take damage for an error: exit with 3 when a trace could not be read whole.")
  private boolean strict;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Use colours: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}, on a terminal unless"
              + " NO_COLOR is set).")
  private Choices.ColorWhen color = Choices.ColorWhen.AUTO;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Write the result to that file, as UTF-8 without a byte order mark, instead of to the"
              + " screen. PowerShell's > may write another encoding.")
  private Path file;

  @Option(names = "--debug", hidden = true, description = "Print the stack trace of an error.")
  private boolean debug;

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  boolean strict() {
    return strict;
  }

  boolean debug() {
    return debug;
  }

  Redaction redaction() {
    return showSecrets ? Redaction.off() : Redaction.on();
  }

  ReportOptions report(Terminal terminal) {
    boolean colored =
        switch (color) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> terminal.showsColor();
        };
    return new ReportOptions(terminal.width(), colored, redaction());
  }
}
