package io.github.frebscope.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The file of {@code --output}: UTF-8 without a mark of its byte order, whatever the shell would
 * make of a pipe. It is opened when the first byte comes, so that a question that was wrong costs
 * no file of yesterday.
 */
final class OutputFile extends OutputStream {
  private final Path path;
  private OutputStream opened;

  private OutputFile(Path path) {
    this.path = path;
  }

  /**
   * Runs a command with its result in the file.
   *
   * @return the exit status of the command
   * @throws ParameterException when it must not or cannot be written
   */
  static int run(Path path, CommandLine line, PrintingCommand command, IntSupplier run) {
    refuse(path, line);
    Terminal screen = command.terminal();
    OutputFile file = new OutputFile(path);
    PrintStream out = new PrintStream(file, false, StandardCharsets.UTF_8);
    command.useTerminal(
        new Terminal(
            out,
            screen.err(),
            false,
            screen.errIsTerminal(),
            screen.width(),
            screen.environment()));
    int exit;
    try (out) {
      exit = run.getAsInt();
    }
    if (out.checkError()) {
      throw failure(path, line, "cannot be written; is the folder there, and may you write in it?");
    }
    return exit;
  }

  /** What exists is written over, but no trace and no archive of traces. */
  private static void refuse(Path path, CommandLine line) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    if (Files.isDirectory(path)) {
      throw failure(path, line, "is a folder; name a file in it");
    }
    if (Files.exists(path) && (name.endsWith(".xml") || name.endsWith(".zip"))) {
      throw failure(path, line, "is there already and may hold traces; it is not written over");
    }
  }

  private static ParameterException failure(Path path, CommandLine line, String why) {
    return new ParameterException(line, "--output: " + path + ": " + why);
  }

  @Override
  public void write(int b) throws IOException {
    open().write(b);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    open().write(bytes, from, length);
  }

  @Override
  public void flush() throws IOException {
    if (opened != null) {
      opened.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }

  private OutputStream open() throws IOException {
    if (opened == null) {
      opened = new BufferedOutputStream(Files.newOutputStream(path));
    }
    return opened;
  }
}
