package io.github.frebscope.cli;

import io.github.frebscope.query.EventQuery;
import io.github.frebscope.query.Query;
import io.github.frebscope.query.WordsException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which of the traces are asked about. */
final class WhereOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-w", "--where"},
      paramLabel = "CONDITION",
      description =
          "Only traces that pass, such as \"status=502 and timeTaken>=30s\"; repeated, all must"
              + " hold. 'frebscope query --help' tells more.")
  private List<String> where = List.of();

  /** The conditions as words of a query. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    where.forEach(w -> words.addAll(List.of("--where", w)));
    return words;
  }

  /**
   * The query of those words, narrowed by the conditions.
   *
   * @throws ParameterException if they cannot be understood
   */
  Query query(List<String> more) {
    List<String> words = words();
    words.addAll(more);
    try {
      return Query.parse(words);
    } catch (WordsException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
  }

  /**
   * As {@link #query}, about events.
   *
   * @throws ParameterException if they cannot be understood
   */
  EventQuery events(List<String> more) {
    List<String> words = words();
    words.addAll(more);
    try {
      return EventQuery.parse(words);
    } catch (WordsException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
  }
}
