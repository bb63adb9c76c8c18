package io.github.frebscope.cli;

import io.github.frebscope.parse.TraceParseException;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.WordsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong in one line, and what helps; a stack trace only with {@code --debug}. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Terminal terminal;

  Errors(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    say(Usage.message(e));
    terminal
        .err()
        .println(
            "Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help' for help.");
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult result)
      throws Exception {
    if (e instanceof ParameterException wrong) {
      return handleParseException(wrong, new String[0]);
    }
    terminal.out().flush();
    if (isDebug(command)) {
      e.printStackTrace(terminal.err());
    }
    if (e instanceof CommandFailure failure) {
      say(failure.getMessage());
      return failure.exitCode();
    }
    say(message(e));
    return ExitCode.NOTHING_READABLE;
  }

  private static boolean isDebug(CommandLine command) {
    return command.getCommand() instanceof PrintingCommand printing && printing.output().debug();
  }

  private static String message(Exception e) {
    if (e instanceof UncheckedIOException wrapped) {
      return message(wrapped.getCause());
    }
    if (e instanceof TraceParseException) {
      return e.getMessage() + "; frebscope reads Failed Request Tracing logs (fr000001.xml) of IIS";
    }
    if (e instanceof FileSystemException system && system.getReason() == null) {
      return withRemedy(system);
    }
    if (e instanceof WordsException) {
      return e.getMessage(); // Words that were understood and cannot be answered.
    }
    if (e instanceof IOException) {
      return e.getMessage() == null ? e.toString() : e.getMessage();
    }
    return "this is a defect of frebscope: " + e + " (--debug shows where)";
  }

  /** The JDK's own exceptions have the path for a message and nothing else. */
  private static String withRemedy(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return e.getFile()
          + ": no such file; check the spelling, and that its drive or share is connected; quote a"
          + " path that has blanks";
    }
    if (e instanceof AccessDeniedException) {
      return e.getFile()
          + ": access is denied; run as a user who may read the log folder, or read a copy";
    }
    return e.toString();
  }

  private void say(String message) {
    String safe =
        String.valueOf(message)
            .lines()
            .map(TerminalText::line)
            .collect(Collectors.joining(System.lineSeparator()));
    terminal.err().println("frebscope: " + safe);
  }
}
