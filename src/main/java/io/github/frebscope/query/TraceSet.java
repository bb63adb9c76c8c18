package io.github.frebscope.query;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Many traces, as summaries, in the order in which their files were found, and the ledger of all
 * files that were met.
 *
 * <p>Immutable and safe for use by several threads, as long as the predicates given to it are.
 */
public final class TraceSet {
  private final List<TraceSummary> traces;
  private final Ledger ledger;

  /** Looked for when first asked for. Two threads may look at once and find the same. */
  private volatile List<SetFinding> findings;

  private TraceSet(List<TraceSummary> traces, Ledger ledger) {
    this.traces = List.copyOf(traces);
    this.ledger = Objects.requireNonNull(ledger, "ledger");
  }

  /** A set of those traces; the list is copied. */
  public static TraceSet of(List<TraceSummary> traces, Ledger ledger) {
    return new TraceSet(traces, ledger);
  }

  /** The traces, in order. */
  public Stream<TraceSummary> stream() {
    return traces.stream();
  }

  /** How many traces there are, damaged ones included. */
  public int count() {
    return traces.size();
  }

  /** Whether there is no trace. */
  public boolean isEmpty() {
    return traces.isEmpty();
  }

  /** The traces that pass; the ledger stays the one of all files. */
  public TraceSet where(Predicate<? super TraceSummary> condition) {
    return new TraceSet(traces.stream().filter(condition).toList(), ledger);
  }

  /** The traces by the values of an attribute. */
  public <K> Grouping<K> groupBy(Attribute<K> key) {
    return new Grouping<>(this, key);
  }

  /**
   * What the traces show together and none of them alone, the surest first: hangs, backends and
   * servers that stand out, errors that began at some moment. They are looked for in the traces of
   * this set only, when this is first called.
   *
   * @return empty when nothing stands out, or there are too few traces to tell: {@link
   *     SetFinding.Kind} says how many it takes
   */
  public List<SetFinding> findings() {
    List<SetFinding> found = findings;
    if (found == null) {
      found = SetRule.findings(traces);
      findings = found;
    }
    return found;
  }

  /** What became of every file that was met when this set was loaded. */
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TraceSet that
        && traces.equals(that.traces)
        && ledger.equals(that.ledger);
  }

  @Override
  public int hashCode() {
    return Objects.hash(traces, ledger);
  }

  /**
   * How many traces and servers, and from when to when (UTC): one line of at most 80 characters.
   */
  @Override
  public String toString() {
    long servers = traces.stream().flatMap(t -> t.server().stream()).distinct().count();
    Optional<Instant> first =
        traces.stream().flatMap(t -> t.start().stream()).min(Instant::compareTo);
    Optional<Instant> last =
        traces.stream().flatMap(t -> t.start().stream()).max(Instant::compareTo);
    long damaged = traces.stream().filter(t -> !t.isReadWhole()).count();
    StringBuilder text = new StringBuilder();
    text.append(count()).append(count() == 1 ? " trace" : " traces");
    if (servers > 0) {
      text.append(" of ").append(servers).append(servers == 1 ? " server" : " servers");
    }
    if (first.isPresent() && last.isPresent()) {
      text.append(", ").append(ValueText.of(first.get()));
      if (!first.equals(last)) {
        text.append(" to ").append(ValueText.of(last.get()));
      }
    }
    if (damaged > 0) {
      text.append(", ").append(damaged).append(" damaged");
    }
    return text.toString();
  }
}
