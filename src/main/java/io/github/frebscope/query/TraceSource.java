package io.github.frebscope.query;

import io.github.frebscope.trace.Trace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the events of a set of traces come from: it reads their files again. {@code TraceLoader}
 * gives one to the sets that it loads; make your own for traces that are kept somewhere else.
 *
 * <pre>{@code
 * TraceSource source = traces -> traces.stream().map(t -> Reread.of(t, database.get(t.file())));
 * TraceSet set = TraceSet.of(summaries, Ledger.empty(), source);
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
@FunctionalInterface
public interface TraceSource {
  /**
   * Reads traces again, whole, one after another in the order of the list. The stream is lazy and
   * sequential, holds a few traces at a time only, and is to be closed. A file that cannot be read
   * is a {@link Reread} that says why, and never an exception.
   *
   * @param traces those to read; may be empty
   * @return one {@link Reread} for each, in the same order
   */
  Stream<Reread> read(List<TraceSummary> traces);

  /**
   * A trace that was read again, or the reason why it was not.
   *
   * @param summary what the set knows about the trace
   * @param trace the trace with all its events; empty when it could not be read
   * @param failure why it could not be read; empty when it could
   */
  record Reread(TraceSummary summary, Optional<Trace> trace, String failure) {
    /** Refuses nulls and digests. */
    public Reread {
      Objects.requireNonNull(summary, "summary");
      Objects.requireNonNull(trace, "trace");
      Objects.requireNonNull(failure, "failure");
      if (trace.filter(Trace::isDigest).isPresent()) {
        throw new IllegalArgumentException("a digest lacks events: read the whole trace");
      }
    }

    /**
     * One that was read, whole.
     *
     * @throws IllegalArgumentException if it is a digest, which lacks events
     */
    public static Reread of(TraceSummary summary, Trace trace) {
      return new Reread(summary, Optional.of(trace), "");
    }

    /** One that could not be read, and why. */
    public static Reread failed(TraceSummary summary, String why) {
      return new Reread(summary, Optional.empty(), why);
    }

    /** The file, and why it could not be read: one line. */
    @Override
    public String toString() {
      return TerminalText.line(summary.file() + (trace.isPresent() ? "" : ": " + failure));
    }
  }
}
