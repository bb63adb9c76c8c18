package io.github.frebscope.query;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What became of every file that was met: how many were read whole, and each of the others with its
 * reason. Nothing is lost silently.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Ledger {
  private static final Ledger EMPTY = new Ledger(0, List.of(), 0);

  private final long whole;
  private final List<Entry> entries;
  private final long otherXmlFiles;

  /**
   * A file that was not read whole.
   *
   * @param path the file as it was found
   * @param outcome what became of it
   * @param reason why, one sentence
   */
  public record Entry(String path, Outcome outcome, String reason) {
    /** Refuses nulls. */
    public Entry {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(reason, "reason");
    }

    /** {@code path: damaged: reason}. */
    @Override
    public String toString() {
      return TerminalText.line(path + ": " + outcome.text() + ": " + reason);
    }
  }

  private Ledger(long whole, List<Entry> entries, long otherXmlFiles) {
    this.whole = whole;
    this.entries = entries;
    this.otherXmlFiles = otherXmlFiles;
  }

  /** No files at all. */
  public static Ledger empty() {
    return EMPTY;
  }

  /**
   * A ledger.
   *
   * @param whole how many files were read whole
   * @param entries the others, in any order
   */
  public static Ledger of(long whole, List<Entry> entries) {
    if (whole < 0) {
      throw new IllegalArgumentException("whole: " + whole);
    }
    return new Ledger(
        whole, entries.stream().sorted(Comparator.comparing(Entry::path)).toList(), 0);
  }

  /** This ledger with a count of {@code .xml} files that were passed over for their names. */
  public Ledger withOtherXmlFiles(long count) {
    return new Ledger(whole, entries, count);
  }

  /** The files that were not read whole, in the order of their paths. */
  public List<Entry> entries() {
    return entries;
  }

  /** How many files were read whole. */
  public long whole() {
    return whole;
  }

  /** How many files were damaged and read in part. */
  public long partial() {
    return count(Outcome.PARTIAL);
  }

  /** How many files could not be read. */
  public long unreadable() {
    return count(Outcome.UNREADABLE);
  }

  /** How many files held a trace that another file held too. */
  public long duplicates() {
    return count(Outcome.DUPLICATE);
  }

  /** How many files were not looked at, {@link #otherXmlFiles()} not among them. */
  public long passedOver() {
    return count(Outcome.PASSED_OVER);
  }

  /** How many {@code .xml} files were passed over because IIS names its traces otherwise. */
  public long otherXmlFiles() {
    return otherXmlFiles;
  }

  /** Whether a file was damaged or unreadable. */
  public boolean hasDamage() {
    return partial() + unreadable() > 0;
  }

  private long count(Outcome outcome) {
    return entries.stream().filter(e -> e.outcome() == outcome).count();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ledger that
        && whole == that.whole
        && otherXmlFiles == that.otherXmlFiles
        && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(whole, entries, otherXmlFiles);
  }

  /** {@code 148 whole, 1 damaged, 2 unreadable, 3 duplicates}, without what is zero: one line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(whole).append(" whole");
    append(text, partial(), "damaged");
    append(text, unreadable(), "unreadable");
    append(text, duplicates(), duplicates() == 1 ? "duplicate" : "duplicates");
    append(text, passedOver(), "passed over");
    return text.toString();
  }

  private static void append(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append(", ").append(count).append(' ').append(what);
    }
  }
}
