package io.github.frebscope.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that prints a result. */
abstract class PrintingCommand implements Callable<Integer> {
  @Mixin private OutputOptions output;

  private Terminal terminal;

  final OutputOptions output() {
    return output;
  }

  final Terminal terminal() {
    return terminal;
  }

  final void useTerminal(Terminal newTerminal) {
    terminal = newTerminal;
  }
}
