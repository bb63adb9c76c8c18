package io.github.frebscope.cli;

import io.github.frebscope.catalog.NearNames;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code frebscope view NAME PATH...}: it only has views. */
@Command(
    name = "view",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "VIEW PATH...",
    subcommands = TimeByModuleView.class,
    description = {
      "Ready-made questions about many traces.",
      "",
      "'frebscope view VIEW --help' shows the query behind a view.",
      ""
    },
    commandListHeading = "Views:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  frebscope view bad-gateway-by-cause C:\\inetpub\\logs\\FailedReqLogFiles",
      "  frebscope view time-by-module \\\\web01\\D$\\inetpub\\logs\\FailedReqLogFiles --top 10"
    })
final class ViewCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Unmatched private final List<String> rest = new ArrayList<>();

  /** Runs when no view was named, or one that there is not. */
  @Override
  public void run() {
    if (rest.isEmpty()) {
      spec.commandLine().usage(spec.commandLine().getOut());
      return;
    }
    String name = rest.get(0);
    if (name.startsWith("-")) {
      throw new ParameterException(
          spec.commandLine(), Usage.unknownOption(name, spec.optionsMap().keySet()));
    }
    var views = spec.subcommands().keySet();
    List<String> near = NearNames.of(name, views);
    throw new ParameterException(
        spec.commandLine(),
        "there is no view '"
            + name
            + "'; "
            + (near.isEmpty() ? "the views are " : "did you mean ")
            + String.join(", ", near.isEmpty() ? views : near)
            + (near.isEmpty() ? "" : "?"));
  }
}
