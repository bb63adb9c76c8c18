package io.github.frebscope.cli;

import io.github.frebscope.load.LoadProgress;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error, for a person who watches; otherwise nothing. */
final class Progress implements AutoCloseable, LoadProgress {
  private static final long MEGABYTE = 1_000_000;
  private static final int MOST_COLUMNS = 100;

  /** A run that is over before this shows no bar: it would only flicker. */
  private static final int QUIET_MILLIS = 250;

  private final Terminal terminal;
  private final boolean shown;
  private final AtomicLong files = new AtomicLong();
  private ProgressBar bar;

  private Progress(Terminal terminal, boolean shown) {
    this.terminal = terminal;
    this.shown = shown;
  }

  static Progress of(Terminal terminal, boolean wanted) {
    return new Progress(terminal, wanted && terminal.errIsTerminal());
  }

  @Override
  public synchronized void found(int count, long bytes) {
    if (!shown) {
      return;
    }
    bar =
        new ProgressBarBuilder()
            .setTaskName("Reading " + count + (count == 1 ? " trace" : " traces"))
            .setInitialMax(bytes)
            .setUnit(" MB", MEGABYTE)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(QUIET_MILLIS)
            .setConsumer(
                new ConsoleProgressBarConsumer(
                    terminal.err(), Math.min(terminal.width(), MOST_COLUMNS) - 1))
            .clearDisplayOnFinish()
            .build();
  }

  @Override
  public void read(String file, long bytes) {
    ProgressBar current;
    synchronized (this) {
      current = bar;
    }
    if (current != null) {
      current.stepBy(bytes);
      current.setExtraMessage(files.incrementAndGet() + " read");
    }
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
