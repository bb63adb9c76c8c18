package io.github.frebscope.cli;

import io.github.frebscope.catalog.NearNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what was probably meant. */
final class Usage {
  private static final Pattern CHOICE =
      Pattern.compile("expected one of (\\[[^]]*\\]) \\(case-insensitive\\)");

  private Usage() {}

  static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched.getUnmatched(), e.getCommandLine());
    }
    return CHOICE
        .matcher(String.valueOf(e.getMessage()))
        .replaceAll(m -> "expected one of " + m.group(1).toLowerCase(Locale.ROOT))
        .replace("is not an int", "is no whole number");
  }

  /** What does not belong where it stands; after a wrong option the rest is only its victim. */
  private static String unmatched(List<String> arguments, CommandLine command) {
    for (String argument : arguments) {
      if (argument.startsWith("-")) {
        List<String> options = new ArrayList<>();
        command.getCommandSpec().options().stream()
            .filter(option -> !option.hidden())
            .forEach(option -> options.addAll(List.of(option.names())));
        return unknownOption(argument, options);
      }
    }
    String first = arguments.get(0);
    Collection<String> commands = command.getSubcommands().keySet();
    if (!commands.isEmpty()) {
      return "there is no command '"
          + first
          + "'; "
          + nearOr(first, commands, "the commands are " + String.join(", ", commands));
    }
    List<String> wanted =
        command.getCommandSpec().positionalParameters().stream().map(ArgSpec::paramLabel).toList();
    return "'"
        + first
        + "' is one too many: "
        + command.getCommandName()
        + " takes "
        + String.join(" and ", wanted)
        + "; quote a path that has blanks";
  }

  /** {@code Unknown option: '--al'; did you mean --all?}. */
  static String unknownOption(String argument, Collection<String> options) {
    String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
    String near = nearOr(name, options, "");
    return "Unknown option: '" + argument + "'" + (near.isEmpty() ? "" : "; " + near);
  }

  private static String nearOr(String name, Collection<String> known, String otherwise) {
    List<String> near = NearNames.of(name, known);
    return near.isEmpty() ? otherwise : "did you mean " + String.join(", ", near) + "?";
  }
}
