package io.github.frebscope.cli;

import io.github.frebscope.source.TraceRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jdk.jshell.tool.JavaShellToolBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code frebscope shell [PATH...]}. */
@Command(
    name = "shell",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Questions typed in Java: jshell with the library, its words and your traces in it.",
      "",
      "Results print as the traces have them: nothing is masked, as it is in reports.",
      "",
      "The traces of the paths are in the variable 'traces'. load(\"PATH\", ...) loads more;"
          + " attributes (STATUS, MODULE, ...), aggregates (count(), p95(TIME_TAKEN), ...) and fields"
          + " of events are imported. /exit ends it. It needs a JDK, not only a Java runtime.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  frebscope shell C:\\inetpub\\logs\\FailedReqLogFiles",
      "  jshell> traces.where(STATUS.is(502)).groupBy(MODULE, CAUSE).aggregate(count(), p95(WAIT))",
      "  jshell> traces.fingerprints()",
      "  jshell> var last = load(\"D:\\\\last week\", \"WEB02=D:\\\\web02.zip\")",
      "  jshell> traces.compare(last)"
    })
final class ShellCommand implements Callable<Integer> {
  private static final String STARTUP = "startup.jsh";
  private static final String TRACES = "traces.jsh";

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "What to load first: as for 'frebscope summary'. NAME=PATH names the server.")
  private List<String> paths = List.of();

  @Override
  public Integer call() throws Exception {
    for (String path : paths) {
      TraceRoot root = new RootConverter().convert(path);
      if (!Files.exists(root.path())) {
        throw new NoSuchFileException(root.path().toString());
      }
    }
    Path folder = Files.createTempDirectory("frebscope-shell");
    try {
      return start(folder);
    } catch (NoClassDefFoundError e) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "shell needs jshell, which this Java runtime does not have; set JAVA_HOME to a JDK 17 or"
              + " newer");
    } finally {
      delete(folder);
    }
  }

  private int start(Path folder) throws Exception {
    Path startup = folder.resolve(STARTUP);
    try (InputStream in = ShellCommand.class.getResourceAsStream(STARTUP)) {
      Files.copy(in, startup, StandardCopyOption.REPLACE_EXISTING);
    }
    // Files to load, not startups: those run before jshell knows the modes that they set.
    List<String> arguments = new ArrayList<>();
    arguments.add("--class-path");
    arguments.add(System.getProperty("java.class.path"));
    arguments.add(startup.toString());
    if (!paths.isEmpty()) {
      arguments.add(Files.writeString(folder.resolve(TRACES), loading()).toString());
    }
    return JavaShellToolBuilder.builder().start(arguments.toArray(String[]::new));
  }

  /** The snippets that load the traces and say what they are. */
  private String loading() {
    return "var traces = load("
        + paths.stream().map(ShellCommand::literal).collect(Collectors.joining(", "))
        + ");\nSystem.out.println(\"traces ==> \" + traces);\n";
  }

  /** A text as Java source. */
  static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(STARTUP));
    Files.deleteIfExists(folder.resolve(TRACES));
    Files.deleteIfExists(folder);
  }
}
