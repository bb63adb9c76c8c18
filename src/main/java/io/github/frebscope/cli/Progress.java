package io.github.frebscope.cli;

import io.github.frebscope.load.LoadProgress;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error, for a person who watches; otherwise nothing. */
final class Progress implements LoadProgress, AutoCloseable {
  private static final long MEGABYTE = 1_000_000;
  private static final int MOST_COLUMNS = 100;

  /** A run that is over before this shows no bar: it would only flicker. */
  private static final long QUIET_NANOS = 500_000_000;

  private final Terminal terminal;
  private final boolean shown;
  private long started;
  private String task = "Reading ";
  private String unit = " MB";
  private long unitSize = MEGABYTE;
  private int files;
  private long bytes;
  private int filesRead;
  private long bytesRead;
  private ProgressBar bar;

  private Progress(Terminal terminal, boolean shown) {
    this.terminal = terminal;
    this.shown = shown;
  }

  static Progress of(Terminal terminal, boolean wanted) {
    return new Progress(terminal, wanted && terminal.errIsTerminal());
  }

  @Override
  public synchronized void found(int newFiles, long newBytes) {
    files = newFiles;
    bytes = newBytes;
    started = System.nanoTime();
  }

  /** So many traces are read once more, for their events; each counts as one. */
  synchronized void again(int traces) {
    task = "Reading the events of ";
    unit = "";
    unitSize = 1;
    found(traces, traces);
  }

  @Override
  public synchronized void read(String file, long size) {
    filesRead++;
    bytesRead += size;
    if (bar == null && shown && System.nanoTime() - started > QUIET_NANOS) {
      bar = open();
    }
    if (bar != null) {
      bar.stepTo(bytesRead);
      bar.setExtraMessage(filesRead + " read");
    }
  }

  /** A bar on standard error that goes away when it is done. */
  static ProgressBar bar(Terminal terminal, String task, long most, String unit, long unitSize) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(most)
        .setUnit(unit, unitSize)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(
            new ConsoleProgressBarConsumer(
                terminal.err(), Math.min(terminal.width(), MOST_COLUMNS) - 1))
        .clearDisplayOnFinish()
        .build();
  }

  private ProgressBar open() {
    String what = task + files + (files == 1 ? " trace" : " traces");
    return bar(terminal, what, bytes, unit, unitSize);
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
