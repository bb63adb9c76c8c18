package io.github.frebscope.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Where the command prints to, and what is known about it.
 *
 * @param out results
 * @param err progress, ledger, errors
 * @param outIsTerminal whether a person sees {@code out} directly
 * @param errIsTerminal whether a person sees {@code err} directly
 * @param width columns
 * @param environment the environment variables
 */
record Terminal(
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int width,
    Map<String, String> environment) {
  private static final int USUAL_WIDTH = 80;
  private static final int LEAST_WIDTH = 40;
  private static final int MOST_WIDTH = 500;

  Terminal {
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(err, "err");
    environment = Map.copyOf(environment);
  }

  /** No terminal: two streams, 80 columns. */
  static Terminal of(PrintStream out, PrintStream err) {
    return new Terminal(out, err, false, false, USUAL_WIDTH, Map.of());
  }

  /**
   * The process's own. The launcher tells what it is connected to in system properties, since Java
   * itself cannot tell for one stream alone.
   */
  static Terminal ofProcess(PrintStream out, PrintStream err) {
    return new Terminal(
        out,
        err,
        ofProcessIsTerminal(),
        flag("frebscope.err.terminal", hasConsole()),
        width(System.getProperty("frebscope.columns"), System.getenv("COLUMNS")),
        System.getenv());
  }

  /** Whether the process's standard output goes to a terminal. */
  static boolean ofProcessIsTerminal() {
    // Java 17 has this property only when it does, even when the input is no terminal.
    boolean told =
        System.getProperty("stdout.encoding") == null
            && System.getProperty("sun.stdout.encoding") != null;
    return flag("frebscope.out.terminal", told || hasConsole());
  }

  /** Whether input and output are a terminal's. */
  @SuppressWarnings("SystemConsoleNull") // Java 22 and later are asked by isTerminal.
  private static boolean hasConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true; // Before Java 22 there is a console only on a terminal.
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /**
   * Whether colours are wanted and understood: on a terminal, unless {@code NO_COLOR} is set
   * (no-color.org) or the terminal is none that is known to understand them.
   */
  boolean showsColor() {
    if (!outIsTerminal || !environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    String term = environment.getOrDefault("TERM", "");
    boolean modernWindows =
        environment.containsKey("WT_SESSION")
            || environment.containsKey("ANSICON")
            || environment.getOrDefault("ConEmuANSI", "").equalsIgnoreCase("ON");
    return modernWindows || !(term.isEmpty() || term.toLowerCase(Locale.ROOT).equals("dumb"));
  }

  private static boolean flag(String property, boolean otherwise) {
    String value = System.getProperty(property);
    return value == null ? otherwise : Boolean.parseBoolean(value);
  }

  static int width(String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && candidate.matches("\\d{1,4}")) {
        int width = Integer.parseInt(candidate);
        if (width > 0) {
          return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width));
        }
      }
    }
    return USUAL_WIDTH;
  }
}
