package io.github.frebscope.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** Where the process starts. */
public final class Main {
  private static final int USAGE_WIDTH = 90;
  private static final int BUFFER = 1 << 16;

  private Main() {}

  /** Runs the command line and ends the process with its exit status. */
  public static void main(String[] args) {
    // Numbers and help read the same everywhere; results are made for being compared and parsed.
    Locale.setDefault(Locale.ROOT);
    PrintStream out =
        stream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
            resultCharset());
    // Messages are for the person at the console, wherever the results go.
    Charset messages = charset("stderr.encoding", "sun.stderr.encoding");
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, messages);
    int exit = run(args, Terminal.ofProcess(out, err));
    // A reader that went away ('| head') is no failure: print streams keep such errors quiet.
    out.flush();
    err.flush();
    System.exit(exit);
  }

  /**
   * A stream of that charset; where it has no {@code ±} the two letters {@code +-} stand for it.
   */
  static PrintStream stream(OutputStream bytes, Charset charset) {
    if (charset.newEncoder().canEncode('\u00b1')) {
      return new PrintStream(bytes, false, charset);
    }
    return new PrintStream(bytes, false, charset) {
      @Override
      public void print(String text) {
        super.print(text == null ? null : text.replace("\u00b1", "+-"));
      }
    };
  }

  /**
   * What the console speaks; UTF-8 into files and pipes, for which Java 19 and later would take the
   * code page of the system, and Java 17 says nothing.
   */
  private static Charset resultCharset() {
    return Terminal.ofProcessIsTerminal()
        ? charset("stdout.encoding", "sun.stdout.encoding")
        : StandardCharsets.UTF_8;
  }

  private static Charset charset(String property, String olderProperty) {
    String name = System.getProperty(property, System.getProperty(olderProperty, ""));
    try {
      return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /**
   * Runs the command line.
   *
   * @return the exit status
   */
  static int run(String[] args, Terminal terminal) {
    CommandLine command = commandLine(terminal);
    command.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            helpColor(args, terminal) ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    try {
      return command.execute(args);
    } catch (OutOfMemoryError e) {
      terminal
          .err()
          .println("frebscope: not enough memory; give it more: set FREBSCOPE_OPTS to -Xmx2g");
      return ExitCode.NOTHING_READABLE;
    } finally {
      terminal.out().flush();
    }
  }

  private static CommandLine commandLine(Terminal terminal) {
    CommandLine command = new CommandLine(new FrebscopeCommand());
    // First of all: what is set below is handed on to the commands there are.
    QueryView.addTo(command.getSubcommands().get("view"));
    command.setExpandAtFiles(false);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setUsageHelpWidth(USAGE_WIDTH);
    command.setOut(writer(terminal.out()));
    command.setErr(writer(terminal.err()));
    Errors errors = new Errors(terminal);
    command.setParameterExceptionHandler(errors);
    command.setExecutionExceptionHandler(errors);
    useTerminal(command, terminal);
    command.setExecutionStrategy(Main::execute);
    return command;
  }

  private static int execute(CommandLine.ParseResult parsed) {
    CommandLine.RunLast usual = new CommandLine.RunLast();
    List<CommandLine> chain = parsed.asCommandLineList();
    CommandLine last = chain.get(chain.size() - 1);
    if (last.getCommand() instanceof PrintingCommand printing
        && printing.output().file().isPresent()) {
      Path file = printing.output().file().get();
      return OutputFile.run(file, last, printing, () -> usual.execute(parsed));
    }
    return usual.execute(parsed);
  }

  private static void useTerminal(CommandLine command, Terminal terminal) {
    for (CommandLine sub : command.getSubcommands().values()) {
      if (sub.getCommand() instanceof PrintingCommand printing) {
        printing.useTerminal(terminal);
      }
      useTerminal(sub, terminal);
    }
  }

  /** For help texts, which are plain ASCII. */
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** The help is printed before options are looked at. */
  private static boolean helpColor(String[] args, Terminal terminal) {
    String joined = String.join(" ", Arrays.asList(args)).replace("--color ", "--color=");
    return !joined.contains("--color=never")
        && (joined.contains("--color=always") || terminal.showsColor());
  }
}
