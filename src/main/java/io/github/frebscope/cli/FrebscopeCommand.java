package io.github.frebscope.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself: it only has commands. */
@Command(
    name = "frebscope",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SummaryCommand.class,
      TracesCommand.class,
      QueryCommand.class,
      ShowCommand.class,
      CompareCommand.class,
      ViewCommand.class,
      DoctorCommand.class,
      ShellCommand.class
    },
    description =
        "Reads IIS Failed Request Tracing logs and says which module produced a 502, and why.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  frebscope summary C:\\inetpub\\logs\\FailedReqLogFiles",
      "  frebscope summary WEB01=\\\\web01\\D$\\inetpub\\logs\\FailedReqLogFiles",
      "  frebscope traces --format csv collected.zip --output traces.csv",
      "  frebscope show C:\\inetpub\\logs\\FailedReqLogFiles\\W3SVC1\\fr000001.xml",
      "  frebscope compare D:\\farm\\web01\\fr000021.xml D:\\farm\\web01\\fr000034.xml",
      "  frebscope query D:\\farm --where status=502 --by \"module,area\"",
      "  frebscope doctor D:\\farm --incidents D:\\farm\\incidents.csv",
      "  frebscope view time-by-module C:\\inetpub\\logs\\FailedReqLogFiles",
      "",
      "'frebscope COMMAND --help' tells more about a command.",
      "Exit status: 0 done, 1 --fail-on holds, 2 wrong usage, 3 nothing readable."
    })
final class FrebscopeCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
