package io.github.frebscope.query;

import java.util.List;

/**
 * What a result rests on, so that no figure hides damage.
 *
 * @param events how many events were asked; -1 when the question was about traces
 * @param traces how many traces were asked, damaged ones included
 * @param partial how many of them come from damaged files, of which a part could not be read
 * @param unreadable how many files could not be read at all: those of the whole ledger, since
 *     nobody knows what stood in them
 * @param gone the files of the set whose events were asked for and that could not be read again,
 *     each with its reason: gone since, or changed; their traces are not counted. Empty when the
 *     question was about traces
 */
public record Basis(
    long events, long traces, long partial, long unreadable, List<Ledger.Entry> gone) {
  /** Copies the list. */
  public Basis {
    gone = List.copyOf(gone);
  }

  /** The basis of a question about traces. */
  static Basis ofTraces(long traces, long partial, long unreadable) {
    return new Basis(-1, traces, partial, unreadable, List.of());
  }

  /**
   * {@code of 150 traces, 3 damaged; 2 files unreadable}, {@code of 412 events in 148 traces; 2
   * files could not be read again}: one line.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("of ");
    if (events >= 0) {
      text.append(counted(events, "event", "events")).append(" in ");
    }
    text.append(counted(traces, "trace", "traces"));
    if (partial > 0) {
      text.append(", ").append(ValueText.count(partial)).append(" damaged");
    }
    if (!gone.isEmpty()) {
      text.append("; ").append(counted(gone.size(), "file", "files"));
      text.append(" could not be read again");
    }
    if (unreadable > 0) {
      text.append("; ").append(counted(unreadable, "file", "files")).append(" unreadable");
    }
    return text.toString();
  }

  private static String counted(long count, String one, String many) {
    return ValueText.count(count) + " " + (count == 1 ? one : many);
  }
}
