package io.github.frebscope.cli;

import io.github.frebscope.farm.FarmProgress;
import me.tongfei.progressbar.ProgressBar;

/**
 * A progress bar on standard error over all bytes of a farm's logs and traces, for a person who
 * watches.
 */
final class DoctorProgress implements FarmProgress, AutoCloseable {
  private static final long MEGABYTE = 1_000_000;

  /** What is over before this shows no bar: it would only flicker. */
  private static final long QUIET_NANOS = 500_000_000;

  private final Terminal terminal;
  private final boolean shown;
  private final long started = System.nanoTime();
  private ProgressBar bar;

  private DoctorProgress(Terminal terminal, boolean shown) {
    this.terminal = terminal;
    this.shown = shown;
  }

  static DoctorProgress of(Terminal terminal, boolean wanted) {
    return new DoctorProgress(terminal, wanted && terminal.errIsTerminal());
  }

  @Override
  public synchronized void read(String what, long done, long total) {
    if (bar == null && shown && System.nanoTime() - started > QUIET_NANOS) {
      bar = Progress.bar(terminal, "Reading logs and traces", total, " MB", MEGABYTE);
    }
    if (bar != null) {
      bar.stepTo(done);
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
