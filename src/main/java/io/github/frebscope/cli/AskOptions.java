package io.github.frebscope.cli;

import io.github.frebscope.catalog.TimeLimits;
import io.github.frebscope.classify.Classifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How the answer to a question is printed and judged. */
final class AskOptions {
  /** The forms of an answer. */
  enum Form {
    TABLE,
    CSV,
    JSONL,
    MARKDOWN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "Only the first N rows. NAME=TIME is a time-out of your configuration, as in 'frebscope"
              + " summary --help'.")
  private List<String> limits = List.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Form format = Form.TABLE;

  @Option(
      names = "--fail-on",
      paramLabel = "CONDITION",
      description =
          "Exit with 1 when a row of the answer meets it, such as \"count>10\" or"
              + " \"p95(timeTaken)>30s\"; may be repeated.")
  private List<String> failOn = List.of();

  Form format() {
    return format;
  }

  List<String> failOn() {
    return failOn;
  }

  /** How many rows are wanted; empty for all. */
  Optional<String> rows() {
    return limits.stream().filter(l -> !l.contains("=")).reduce((first, last) -> last);
  }

  /** The classifier with the time-outs that were given. */
  Classifier classifier() {
    List<String> times = new ArrayList<>(limits);
    times.removeIf(l -> !l.contains("="));
    TimeLimits changed = TimeLimits.standard();
    for (String time : times) {
      try {
        changed = new LimitConverter().convert(time).apply(changed);
      } catch (RuntimeException e) {
        throw new ParameterException(command.commandLine(), "--limit: " + e.getMessage());
      }
    }
    return times.isEmpty() ? Classifier.standard() : Classifier.standard().with(changed);
  }
}
