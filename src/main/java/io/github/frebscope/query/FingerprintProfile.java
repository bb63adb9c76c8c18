package io.github.frebscope.query;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One problem as the traces of a set show it: how often, when, where, how long, and the trace to
 * read first.
 *
 * <p>Texts from traces in it are not redacted. Immutable and safe for use by several threads.
 *
 * @param fingerprint what its failures have in common
 * @param count how many failures, 1 or more
 * @param share what part of all failures of the set they are
 * @param perMinute how many there are a minute, from the first to the last failure of the set, of
 *     whatever kind; empty when all have the same time or none has one
 * @param first when the first of them began; empty when none has a time
 * @param last when the last of them began; empty when none has a time
 * @param servers the servers and how many of them each had, most first; a missing value is an entry
 *     too, here and in the next two
 * @param urlPatterns the URL patterns, most first
 * @param backends the backends, most first
 * @param waits how long they waited
 * @param sample the trace that tells most of them
 * @param sampleBecause why this one, in a few words
 * @param meaning what the problem is, in a line
 */
public record FingerprintProfile(
    Fingerprint fingerprint,
    long count,
    Share share,
    Optional<Double> perMinute,
    Optional<Instant> first,
    Optional<Instant> last,
    List<Counts.Entry<String>> servers,
    List<Counts.Entry<String>> urlPatterns,
    List<Counts.Entry<String>> backends,
    Waits waits,
    TraceSummary sample,
    String sampleBecause,
    String meaning) {
  private static final int MINUTES_AN_HOUR = 60;
  private static final int MINUTES_A_DAY = 1440;

  /** Refuses nulls and keeps copies of the lists. */
  public FingerprintProfile {
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(share, "share");
    Objects.requireNonNull(perMinute, "perMinute");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    servers = List.copyOf(servers);
    urlPatterns = List.copyOf(urlPatterns);
    backends = List.copyOf(backends);
    Objects.requireNonNull(waits, "waits");
    Objects.requireNonNull(sample, "sample");
    Objects.requireNonNull(sampleBecause, "sampleBecause");
    Objects.requireNonNull(meaning, "meaning");
  }

  /** Its failures, in this set or another: {@code traces.where(profile.condition())}. */
  public Condition<TraceSummary> condition() {
    return fingerprint.condition();
  }

  /** All of it in lines of at most 80 columns, each ended by LF. */
  public String text() {
    FactLines lines =
        new FactLines(
            fingerprint.id()
                + ": "
                + Draft.many(count, "failure")
                + ", "
                + share
                + " of all"
                + perMinute.map(FingerprintProfile::rate).orElse(""));
    lines.say(meaning.substring(0, 1).toUpperCase(Locale.ROOT) + meaning.substring(1) + ".");
    lines.fact("seen", seen());
    lines.counts("servers", servers).counts("URLs", urlPatterns).counts("backends", backends);
    lines.fact("wait", waits.toString());
    lines.fact("sample", sample.file() + " (" + sampleBecause + ")");
    return lines.say(fingerprint.explanation()).toString();
  }

  /** In a unit of which it has not too little to read. */
  private static String rate(double perMinute) {
    if (perMinute >= 1) {
      return ", " + ValueText.of(perMinute) + " a minute";
    }
    return perMinute * MINUTES_AN_HOUR >= 1
        ? ", " + ValueText.of(perMinute * MINUTES_AN_HOUR) + " an hour"
        : ", " + ValueText.of(perMinute * MINUTES_A_DAY) + " a day";
  }

  private String seen() {
    String from = ValueText.of(first);
    return first.equals(last) ? from : from + " to " + ValueText.of(last);
  }

  /** Prints {@link #text()}. */
  public void print(PrintStream out) {
    text().lines().forEach(out::println);
  }

  /** Prints {@link #text()} to standard output, for a {@code jshell} prompt. */
  public void print() {
    print(ResultTable.terminal());
  }

  /** {@code 1-7f3a9c2b10: 12 failures, 41.2 %: meaning}: one line of at most 80 characters. */
  @Override
  public String toString() {
    String text =
        fingerprint.id() + ": " + Draft.many(count, "failure") + ", " + share + ": " + meaning;
    return Cut.END.apply(TerminalText.line(text), ResultTable.WIDTH);
  }
}
