package io.github.frebscope.query;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The problems of a set: its failures by {@link Fingerprint}, most first, equal counts in the order
 * of their ids.
 *
 * <pre>{@code
 * traces.fingerprints();                               // the table
 * traces.fingerprints().list().get(0).print();         // all about the most frequent one
 * traces.where(FINGERPRINT.is("1-7f3a9c2b10"));        // its traces
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Fingerprints {
  private static final List<Column> COLUMNS =
      List.of(
          Column.fixed("Fingerprint").named("fingerprint"),
          Column.right("Count").named("count"),
          Column.right("Share").named("share"),
          Column.right("Servers").named("servers"),
          Column.milliseconds("p95, ms").named("p95WaitMs"),
          Column.left("Meaning").named("meaning"));

  private final List<FingerprintProfile> profiles;
  private final long failures;
  private final Basis basis;

  private Fingerprints(List<FingerprintProfile> profiles, long failures, Basis basis) {
    this.profiles = profiles;
    this.failures = failures;
    this.basis = basis;
  }

  static Fingerprints of(List<TraceSummary> traces, Basis basis) {
    Map<String, FingerprintGroup> groups = new HashMap<>();
    long failures = 0;
    for (TraceSummary trace : traces) {
      Optional<String> id = trace.fingerprint();
      if (id.isPresent()) {
        groups.computeIfAbsent(id.get(), i -> new FingerprintGroup()).add(trace);
        failures++;
      }
    }
    Duration time = time(groups.values().stream().toList());
    long all = failures;
    return new Fingerprints(
        groups.values().stream()
            .map(group -> group.profile(all, time))
            .sorted(
                Comparator.comparingLong(FingerprintProfile::count)
                    .reversed()
                    .thenComparing(p -> p.fingerprint().id()))
            .toList(),
        failures,
        basis);
  }

  private static Duration time(List<FingerprintGroup> groups) {
    Optional<Instant> first =
        groups.stream()
            .map(FingerprintGroup::first)
            .filter(Objects::nonNull)
            .min(Instant::compareTo);
    Optional<Instant> last =
        groups.stream()
            .map(FingerprintGroup::last)
            .filter(Objects::nonNull)
            .max(Instant::compareTo);
    return first.isPresent() ? Duration.between(first.get(), last.orElseThrow()) : Duration.ZERO;
  }

  /** A profile for each problem, most first; empty when nothing failed. */
  public List<FingerprintProfile> list() {
    return profiles;
  }

  /** The profiles, most first. */
  public Stream<FingerprintProfile> stream() {
    return profiles.stream();
  }

  /** The profile of that id; empty when no trace of the set has it. */
  public Optional<FingerprintProfile> find(String id) {
    return stream().filter(p -> p.fingerprint().id().equals(id)).findFirst();
  }

  /** How many failures there are in all. */
  public long failures() {
    return failures;
  }

  /** What it rests on: all traces, those that did not fail too. */
  public Basis basis() {
    return basis;
  }

  /** One row a problem: id, count, share, number of servers, 95th percentile of waits, meaning. */
  public ResultTable table() {
    return ResultTable.of(COLUMNS, profiles.stream().map(Fingerprints::row).toList()).on(basis);
  }

  private static List<Object> row(FingerprintProfile profile) {
    return List.of(
        profile.fingerprint().id(),
        profile.count(),
        profile.share(),
        profile.servers().stream().filter(e -> e.value().isPresent()).count(),
        profile.waits().p95(),
        profile.meaning());
  }

  /** Prints the whole table and then all about each problem. */
  public void print(PrintStream out) {
    table().print(out);
    for (FingerprintProfile profile : profiles) {
      out.println();
      profile.print(out);
    }
  }

  /** Prints to standard output, for a {@code jshell} prompt. */
  public void print() {
    print(ResultTable.terminal());
  }

  /** The table, as {@link ResultTable#toString()} shows it. */
  @Override
  public String toString() {
    return table().toString();
  }
}
