package io.github.frebscope.report;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.Causes;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.classify.Origin;
import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.Counts;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.query.ValueText;
import io.github.frebscope.trace.StatusCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Failures of one module, area and status. */
final class FailureGroup {
  /** What the failures of a group have in common. */
  record Key(Optional<StatusCode> status, Optional<String> module, Optional<String> area) {
    static Key of(TraceSummary trace) {
      return new Key(
          trace.verdict().status().or(trace::status),
          trace.verdict().module(),
          trace.verdict().area());
    }
  }

  /** Says itself that the backend answered so. */
  private static final Cause RELAYED = Causes.find("RELAYED_502").orElseThrow();

  private final Key key;
  private final TraceSet traces;

  private FailureGroup(Key key, TraceSet traces) {
    this.key = key;
    this.traces = traces;
  }

  /** The groups, most failures first. */
  static List<FailureGroup> of(TraceSet failures) {
    Map<Key, List<TraceSummary>> groups = new LinkedHashMap<>();
    failures.stream()
        .forEach(t -> groups.computeIfAbsent(Key.of(t), k -> new ArrayList<>()).add(t));
    return groups.entrySet().stream()
        .map(e -> new FailureGroup(e.getKey(), TraceSet.of(e.getValue(), Ledger.empty())))
        .sorted(
            Comparator.comparingInt(FailureGroup::count)
                .reversed()
                .thenComparing(g -> g.key.status().map(StatusCode::toString).orElse(""))
                .thenComparing(g -> g.key.module().orElse(""))
                .thenComparing(g -> g.key.area().orElse("")))
        .toList();
  }

  Key key() {
    return key;
  }

  int count() {
    return traces.count();
  }

  Optional<String> span() {
    return span(traces);
  }

  /** {@code 2026-01-14 10:22:31Z to 2026-01-15 09:00:00Z}: when the first and the last began. */
  static Optional<String> span(TraceSet traces) {
    Optional<Instant> first =
        traces.stream().flatMap(t -> t.start().stream()).min(Instant::compareTo);
    Optional<Instant> last =
        traces.stream().flatMap(t -> t.start().stream()).max(Instant::compareTo);
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    String from = ValueText.of(first.get());
    String to = ValueText.of(last.get());
    return Optional.of(from.equals(to) ? from : from + " to " + to);
  }

  Counts<String> servers() {
    return traces.groupBy(Attributes.SERVER).count();
  }

  /** How sure the verdicts are; empty when all are sure, or none names a module. */
  Optional<Counts<Confidence>> doubts() {
    boolean sure = traces.stream().allMatch(t -> t.verdict().confidence() == Confidence.HIGH);
    return sure || key.module().isEmpty()
        ? Optional.empty()
        : Optional.of(traces.groupBy(Attributes.CONFIDENCE).count());
  }

  /** The backends that were asked or were to be, by name; none where no gateway took part. */
  Counts<String> backends() {
    return traces.where(Attributes.BACKEND.present()).groupBy(Attributes.BACKEND).count();
  }

  /** Why they failed, most first; without those of which it is not known. */
  List<Why> causes() {
    Map<Cause, List<TraceSummary>> causes = new LinkedHashMap<>();
    traces.stream()
        .forEach(
            t ->
                t.verdict()
                    .cause()
                    .ifPresent(c -> causes.computeIfAbsent(c, k -> new ArrayList<>()).add(t)));
    return causes.entrySet().stream()
        .map(e -> new Why(e.getKey(), TraceSet.of(e.getValue(), Ledger.empty())))
        .sorted(Comparator.comparingInt(Why::count).reversed().thenComparing(w -> w.cause().id()))
        .toList();
  }

  /**
   * A cause and the failures that have it.
   *
   * @param cause the cause
   * @param traces the failures, one at least
   */
  record Why(Cause cause, TraceSet traces) {
    int count() {
      return traces.count();
    }

    /** What to do, in the words for each. */
    Counts<String> remedies() {
      return traces.where(Attributes.REMEDY.present()).groupBy(Attributes.REMEDY).count();
    }
  }

  /** What the module's name alone would hide. */
  Optional<String> note() {
    if (key.module().isEmpty()) {
      return Optional.of("who set it cannot be told; show says why for each trace");
    }
    if (traces.stream().allMatch(t -> t.verdict().rule().equals("rewrite-abort"))) {
      return Optional.of("a rewrite rule dropped the connection on purpose");
    }
    long relayed =
        traces.stream()
            .filter(t -> t.verdict().origin() == Origin.RELAYED)
            .filter(t -> t.verdict().cause().filter(RELAYED::equals).isEmpty())
            .count();
    return relayed == 0
        ? Optional.empty()
        : Optional.of(
            "the backend answered so and the module passed it on"
                + (relayed == count() ? "" : " (" + ValueText.count(relayed) + ")"));
  }

  /** The error codes by name, by number where a name is missing or misleads; 0 is left out. */
  Counts<String> errors() {
    Attribute<String> name = Attributes.ERROR_NAME;
    TraceSet withCode = traces.where(t -> t.verdict().errorCode().orElse(0) != 0);
    boolean named =
        withCode.stream().allMatch(t -> name.of(t).isPresent() && !t.verdict().isExitCode());
    return named ? withCode.groupBy(name).count() : withCode.groupBy(Attributes.ERROR_HEX).count();
  }
}
