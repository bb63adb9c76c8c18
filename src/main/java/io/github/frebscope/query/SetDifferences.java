package io.github.frebscope.query;

import io.github.frebscope.internal.stats.Statistics;
import io.github.frebscope.query.Attribute.Kind;
import io.github.frebscope.query.DifferenceRanking.Ranked;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What differs most between two sets of traces: "here" the set that was asked, "there" the other.
 *
 * <p>Every circumstance and every outcome among {@link Attributes} is tested, the presence of each
 * header of the requests, what was kept while the traces were loaded and what was given beside
 * them; among the traces that tell a value, so that what was not traced is no difference. A
 * difference is claimed when, of all tests together (Holm), one this large comes about by chance
 * less than once in a thousand times, and its {@linkplain SetDifference#effect effect} is {@value
 * #LEAST_EFFECT} or more; with fewer than {@value #LEAST_TRACES} traces on a side nothing is.
 * Chance means independent traces: those of one incident are not, so a difference is where to look,
 * not a cause.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SetDifferences {
  /** How likely one claim or more is where there is no difference at all. */
  public static final double LEVEL = 0.001;

  /** The least effect that is claimed, above or below 0. */
  public static final double LEAST_EFFECT = 0.1;

  /** So many traces have to tell a value on each side. */
  public static final int LEAST_TRACES = 10;

  private static final String CAUTION =
      "where to look, no proof: traces of one incident or client are not independent";

  private static final int MOST_ROWS = 8;
  private static final int LONGEST_WHOLE = 28;

  private final List<SetDifference> circumstances;
  private final List<SetDifference> outcomes;
  private final List<String> tested;
  private final List<NotTested> notTested;
  private final Optional<String> why;
  private final Basis here;
  private final Basis there;
  private final long shared;

  /**
   * An attribute that was not tested.
   *
   * @param name its name, or {@code has} and the name of a header
   * @param reason why not
   */
  public record NotTested(String name, String reason) {
    /** Refuses nulls. */
    public NotTested {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(reason, "reason");
    }

    /** {@code url: too many values: 512 in 600 traces}. */
    @Override
    public String toString() {
      return TerminalText.line(name) + ": " + reason;
    }
  }

  private SetDifferences(TraceSet here, TraceSet there, List<Attribute<?>> more) {
    this.here = here.basis();
    this.there = there.basis();
    shared = shared(here.list(), there.list());
    Statistics.require();
    Optional<String> tooFew = tooFew(here, there);
    if (tooFew.isPresent()) {
      circumstances = List.of();
      outcomes = List.of();
      tested = List.of();
      notTested = List.of();
      why = tooFew;
      return;
    }
    DifferenceSearch search = new DifferenceSearch(here.list(), there.list(), more);
    search.search();
    tested = search.tested().keySet().stream().map(Contrast::name).toList();
    notTested = List.copyOf(search.notTested());
    Map<Contrast, Double> corrected = holm(search.tested().keySet().stream().toList());
    circumstances = ranked(search.tested(), corrected, Kind.CIRCUMSTANCE);
    outcomes = ranked(search.tested(), corrected, Kind.OUTCOME);
    why = circumstances.isEmpty() ? Optional.of(nothing()) : Optional.empty();
  }

  static SetDifferences between(TraceSet here, TraceSet there, List<Attribute<?>> more) {
    return new SetDifferences(here, there, more);
  }

  private static long shared(List<TraceSummary> here, List<TraceSummary> there) {
    Set<TraceSummary> known = new HashSet<>(here);
    return there.stream().filter(known::contains).count();
  }

  private static Optional<String> tooFew(TraceSet here, TraceSet there) {
    if (here.count() >= LEAST_TRACES && there.count() >= LEAST_TRACES) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    text.append(counted(here.count())).append(" here and ").append(counted(there.count()));
    text.append(" there: to compare them takes at least ").append(LEAST_TRACES);
    text.append(" on each side.");
    boolean onlyFailures = !(here.isEmpty() && there.isEmpty());
    for (TraceSet set : List.of(here, there)) {
      onlyFailures &= set.stream().allMatch(TraceSummary::isFailure);
    }
    if (onlyFailures) {
      text.append(" All traces are failures: a rule that traces only failures leaves no good");
      text.append(" traces to compare with. Let the rule trace good requests for a while too, say");
      text.append(" with the status codes 200-599.");
    }
    return Optional.of(text.toString());
  }

  private static String counted(int traces) {
    return ValueText.count(traces) + (traces == 1 ? " trace" : " traces");
  }

  private String nothing() {
    if (tested.isEmpty()) {
      return "Nothing could be tested: no attribute is told by "
          + LEAST_TRACES
          + " traces on each side with values that differ.";
    }
    return "No circumstance differs by more than chance allows: "
        + ValueText.count(tested.size())
        + (tested.size() == 1 ? " test was made." : " tests were made.");
  }

  /** The p of each, such that any false claim among all is no likelier than the level. */
  private static Map<Contrast, Double> holm(List<Contrast> contrasts) {
    List<Contrast> byP = new ArrayList<>(contrasts);
    byP.sort((a, b) -> Double.compare(a.p(), b.p()));
    Map<Contrast, Double> corrected = new HashMap<>();
    double least = 0;
    for (int i = 0; i < byP.size(); i++) {
      least = Math.max(least, Math.min(1, byP.get(i).p() * (byP.size() - i)));
      corrected.put(byP.get(i), least);
    }
    return corrected;
  }

  private static List<SetDifference> ranked(
      Map<Contrast, Kind> tested, Map<Contrast, Double> corrected, Kind kind) {
    List<Contrast> claimed =
        tested.entrySet().stream()
            .filter(e -> e.getValue() == kind)
            .map(Map.Entry::getKey)
            .filter(c -> corrected.get(c) < LEVEL && Math.abs(c.effect()) >= LEAST_EFFECT)
            .toList();
    List<Ranked> ranked = DifferenceRanking.of(claimed, LEVEL / Math.max(1, claimed.size()));
    return ranked.stream()
        .map(r -> r.contrast().told(corrected.get(r.contrast()), r.higher()))
        .toList();
  }

  /**
   * The circumstances that differ: server, URL, time, backend, headers. The strongest first; those
   * that {@linkplain SetDifference#goesWith go with} a higher one stand last.
   *
   * @return empty when nothing is claimed; {@link #why} says why
   */
  public List<SetDifference> circumstances() {
    return circumstances;
  }

  /** How the difference shows itself: status, module, times; in the same order. */
  public List<SetDifference> outcomes() {
    return outcomes;
  }

  /** The names of what was tested, in the order of the attributes. */
  public List<String> tested() {
    return tested;
  }

  /** What was not tested, and why; empty when there are too few traces to test anything. */
  public List<NotTested> notTested() {
    return notTested;
  }

  /** Why no circumstance is told, in a sentence or two; empty when one is. */
  public Optional<String> why() {
    return why;
  }

  /**
   * How many traces are in both sets. They hide a part of what differs, so there should be none.
   */
  public long shared() {
    return shared;
  }

  /** That traces are in both sets, in a sentence; empty when none is. */
  public Optional<String> overlap() {
    return shared == 0
        ? Optional.empty()
        : Optional.of(
            ValueText.count(shared)
                + (shared == 1 ? " trace is" : " traces are")
                + " in both sets, which hides a part of what differs.");
  }

  /**
   * A warning, in a sentence, when half of the traces of a side or more began within one hour and
   * those of the other side did not: as in one incident, all of whose traces may have one server,
   * process or URL for no reason. Empty when they did not.
   */
  public Optional<String> incident() {
    return circumstances.stream()
        .filter(d -> d.attribute() == Attributes.HOUR)
        .findFirst()
        .flatMap(
            d -> {
              boolean isHere = d.here().share() >= d.there().share();
              SetDifference.Side side = isHere ? d.here() : d.there();
              return 2 * side.count() < side.traces()
                  ? Optional.empty()
                  : Optional.of(
                      "Of the traces "
                          + (isHere ? "here, " : "there, ")
                          + side
                          + " are of one hour: if that was one incident, the rest of the list may"
                          + " only describe it.");
            });
  }

  /** What the set that was asked rests on. */
  public Basis basis() {
    return here;
  }

  /** What the set it was compared with rests on. */
  public Basis otherBasis() {
    return there;
  }

  /** The circumstances as a table: what, here, there, effect, ratio and notes. */
  public ResultTable table() {
    return table("Circumstance", circumstances);
  }

  /** The outcomes as a table with the same columns. */
  public ResultTable outcomeTable() {
    return table("How it shows", outcomes);
  }

  /** What differs stays whole rather than the notes, unless it is as long as a URL. */
  private static ResultTable table(String title, List<SetDifference> differences) {
    boolean isShort =
        differences.stream().allMatch(d -> TerminalText.width(d.what()) <= LONGEST_WHOLE);
    return ResultTable.of(
        List.of(
            (isShort ? Column.fixed(title) : Column.path(title)).named("what"),
            Column.right("Here").named("here"),
            Column.right("There").named("there"),
            Column.right("Effect").named("effect"),
            Column.right("Ratio").named("ratio"),
            Column.left("Note").named("note")),
        differences.stream()
            .map(
                d ->
                    List.<Object>of(
                        d.what(),
                        d.here(),
                        d.there(),
                        String.format(Locale.ROOT, "%.2f", d.effect()),
                        d.ratio(),
                        d.note()))
            .toList());
  }

  /** Prints both tables, what they rest on, and what was tested, 80 columns wide. */
  public void print(PrintStream out) {
    text(Integer.MAX_VALUE).lines().forEach(out::println);
  }

  private String text(int most) {
    StringBuilder text = new StringBuilder();
    if (!circumstances.isEmpty()) {
      text.append(table().limit(most).text(ResultTable.WIDTH));
    }
    why.ifPresent(reason -> wrapped(reason, text));
    if (!outcomes.isEmpty()) {
      text.append(outcomeTable().limit(most).text(ResultTable.WIDTH));
    }
    wrapped("here " + here + "; there " + there, text);
    overlap().ifPresent(sentence -> wrapped(sentence, text));
    if (!tested.isEmpty()) {
      text.append(ValueText.count(tested.size())).append(tested.size() == 1 ? " test" : " tests");
      text.append(", p < ").append(LEVEL).append(" for all together, effect at least ");
      text.append(LEAST_EFFECT).append('\n');
      if (!circumstances.isEmpty()) {
        text.append(CAUTION).append('\n');
        incident().ifPresent(sentence -> wrapped(sentence, text));
      }
    }
    return text.toString();
  }

  private static void wrapped(String sentence, StringBuilder text) {
    int used = 0;
    for (String word : sentence.split(" ", -1)) {
      if (used > 0 && used + 1 + word.length() > ResultTable.WIDTH) {
        text.append('\n');
        used = 0;
      }
      text.append(used == 0 ? "" : " ").append(word);
      used += word.length() + (used == 0 ? 0 : 1);
    }
    text.append('\n');
  }

  /** The differences, circumstances first. */
  public Stream<SetDifference> stream() {
    return Stream.concat(circumstances.stream(), outcomes.stream());
  }

  /** As {@link #print(PrintStream)} with the first rows of each table, after an empty line. */
  @Override
  public String toString() {
    return "\n" + text(MOST_ROWS);
  }
}
