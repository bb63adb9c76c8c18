package io.github.frebscope.log;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * How a log is to be read. Begin with {@link #defaults()}; every method gives another value.
 * Immutable; what it is given to call is called by the thread that reads.
 */
public final class LogOptions {
  private static final LogOptions DEFAULTS = new LogOptions(null, bytes -> {}, null);

  private final ZoneId zone; // null: not given
  private final LongConsumer progress;
  private final BooleanSupplier stop; // null: never

  private LogOptions(ZoneId zone, LongConsumer progress, BooleanSupplier stop) {
    this.zone = zone;
    this.progress = progress;
    this.stop = stop;
  }

  /** No zone, nobody told, read to the end. */
  public static LogOptions defaults() {
    return DEFAULTS;
  }

  /**
   * The zone of the server's clock, or for an export that of the computer that wrote it. Only
   * formats in local time without an offset ask for it: IIS's own log format and CSV of the Event
   * Viewer.
   */
  public LogOptions withZone(ZoneId newZone) {
    return new LogOptions(Objects.requireNonNull(newZone, "zone"), progress, stop);
  }

  /**
   * Tells how many bytes have been read: about every quarter of a megabyte and at the end, never
   * less than before.
   */
  public LogOptions withProgress(LongConsumer newProgress) {
    return new LogOptions(zone, Objects.requireNonNull(newProgress, "progress"), stop);
  }

  /**
   * Stops when this says so. It is asked before each entry and so must be cheap. The ledger then
   * has a problem that says where reading stopped.
   */
  public LogOptions stoppedWhen(BooleanSupplier newStop) {
    return new LogOptions(zone, progress, Objects.requireNonNull(newStop, "stop"));
  }

  /** The zone of times without an offset, if it was given. */
  public Optional<ZoneId> zone() {
    return Optional.ofNullable(zone);
  }

  void tellProgress(long bytes) {
    progress.accept(bytes);
  }

  boolean mustStop() {
    return stop != null && stop.getAsBoolean();
  }

  /** {@code zone Europe/Berlin}: one line. */
  @Override
  public String toString() {
    return zone == null ? "no zone" : "zone " + zone;
  }
}
