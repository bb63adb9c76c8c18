package io.github.frebscope.compare;

import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is different in two traces, typically of one URL, that failed once and worked once.
 *
 * <p>The two span trees are aligned from the top down. Spans are the same step when their kinds,
 * their modules, rules or filters, their notifications and what they lie in agree; URLs and file
 * names are data. Where several spans of one span could be meant, their order decides, so that a
 * missing module does not shift those after it. Events of the same step are aligned likewise. Spans
 * that one of the traces could not have, because it has no events of their area or level at all,
 * are looked through, so that traces of different verbosity can be compared.
 *
 * <p>Every span and every event of both traces is in exactly one of the lists: {@link #spans()} and
 * {@link #events()}, or one of those that only one side has, or inside a span of these. All lists
 * are in the order of the trace unless they say otherwise, and empty when there is nothing.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Comparison {
  /** The root attributes that differ in any two requests; the time is compared by spans. */
  private static final Set<String> NOT_COMPARED = Set.of("activityId", "timeTaken");

  private final Timeline left;
  private final Timeline right;
  private final List<SpanPair> spans;
  private final List<EventPair> events;
  private final List<OnlySpan> spansOnlyLeft;
  private final List<OnlySpan> spansOnlyRight;
  private final List<OnlyEvent> eventsOnlyLeft;
  private final List<OnlyEvent> eventsOnlyRight;
  private final List<TimeDifference> times;
  private final List<SpanPair> states;
  private final List<DataDifference> data;
  private final List<AttributeDifference> attributes;

  private Comparison(Timeline left, Timeline right) {
    this.left = left;
    this.right = right;
    TracedExtent leftExtent = new TracedExtent(left);
    TracedExtent rightExtent = new TracedExtent(right);
    TreeMatch match = TreeMatch.of(left.root(), right.root(), leftExtent, rightExtent);
    spans = List.copyOf(match.spans);
    events = List.copyOf(match.events);
    int[] leftPartners = firstAndLast(events.stream().map(EventPair::left).toList());
    int[] rightPartners = firstAndLast(events.stream().map(EventPair::right).toList());
    spansOnlyLeft = spans(match.left, rightExtent, leftPartners);
    spansOnlyRight = spans(match.right, leftExtent, rightPartners);
    Elsewhere elsewhere =
        new Elsewhere(
            withoutPartner(spansOnlyLeft, match.left.events),
            withoutPartner(spansOnlyRight, match.right.events));
    eventsOnlyLeft = events(match.left.events, elsewhere::ofLeft, rightExtent, leftPartners);
    eventsOnlyRight = events(match.right.events, elsewhere::ofRight, leftExtent, rightPartners);
    Set<Span> untraced =
        Stream.concat(spansOnlyLeft.stream(), spansOnlyRight.stream())
            .filter(only -> only.caution().isPresent())
            .map(OnlySpan::span)
            .collect(Collectors.toSet());
    times =
        List.copyOf(TimeDifferences.of(match, untraced, new CutSpans(left), new CutSpans(right)));
    states = spans.stream().filter(SpanPair::isStateDifferent).toList();
    DataDifferences differences =
        new DataDifferences(left.trace().request(), right.trace().request());
    data = events.stream().flatMap(pair -> differences.of(pair).stream()).toList();
    attributes = attributes(left, right);
  }

  /** Compares two traces. */
  public static Comparison of(Timeline left, Timeline right) {
    return new Comparison(
        Objects.requireNonNull(left, "left"), Objects.requireNonNull(right, "right"));
  }

  private static int[] firstAndLast(List<TraceEvent> partners) {
    return partners.isEmpty()
        ? new int[0]
        : new int[] {
          partners.stream().mapToInt(TraceEvent::index).min().getAsInt(),
          partners.stream().mapToInt(TraceEvent::index).max().getAsInt()
        };
  }

  private static List<OnlySpan> spans(Unmatched side, TracedExtent other, int[] partners) {
    List<OnlySpan> only = new ArrayList<>();
    for (Span span : side.whole) {
      only.add(only(span, true, span.allEvents(), other, partners));
    }
    for (Span span : side.alone) {
      only.add(only(span, false, Unmatched.ends(span), other, partners));
    }
    only.sort(
        Comparator.comparingInt((OnlySpan one) -> TraceOrder.first(one.span()))
            .thenComparing(one -> -TraceOrder.last(one.span())));
    return List.copyOf(only);
  }

  private static OnlySpan only(
      Span span, boolean isWhole, List<TraceEvent> events, TracedExtent other, int[] partners) {
    Optional<String> caution =
        other
            .outside(span)
            .or(() -> events.isEmpty() ? Optional.empty() : other.caution(events, partners));
    return new OnlySpan(span, isWhole, events, caution);
  }

  private static List<TraceEvent> withoutPartner(List<OnlySpan> spans, List<PlacedEvent> events) {
    return Stream.concat(
            spans.stream().flatMap(only -> only.events().stream()),
            events.stream().map(PlacedEvent::event))
        .sorted(Comparator.comparingInt(TraceEvent::index))
        .toList();
  }

  private static List<OnlyEvent> events(
      List<PlacedEvent> placed,
      Function<TraceEvent, OptionalInt> elsewhere,
      TracedExtent other,
      int[] partners) {
    return placed.stream()
        .map(
            p ->
                new OnlyEvent(
                    p.event(),
                    p.span(),
                    elsewhere.apply(p.event()),
                    other.caution(List.of(p.event()), partners)))
        .toList();
  }

  private static List<AttributeDifference> attributes(Timeline left, Timeline right) {
    RequestInfo leftInfo = left.trace().request();
    RequestInfo rightInfo = right.trace().request();
    Set<String> names = new LinkedHashSet<>(leftInfo.attributes().keySet());
    names.addAll(rightInfo.attributes().keySet());
    names.removeAll(NOT_COMPARED);
    List<AttributeDifference> found = new ArrayList<>();
    for (String name : names) {
      Optional<String> leftValue = Optional.ofNullable(leftInfo.attributes().get(name));
      Optional<String> rightValue = Optional.ofNullable(rightInfo.attributes().get(name));
      if (!leftValue.equals(rightValue)) {
        found.add(new AttributeDifference(name, leftValue, rightValue));
      }
    }
    Optional<String> leftServer = left.trace().server();
    Optional<String> rightServer = right.trace().server();
    if (!leftServer.equals(rightServer)) {
      found.add(new AttributeDifference("server", leftServer, rightServer));
    }
    return List.copyOf(found);
  }

  /** The left trace. */
  public Timeline left() {
    return left;
  }

  /** The right trace. */
  public Timeline right() {
    return right;
  }

  /**
   * Whether both traces tell a URL and its paths are equal, letter by letter; hosts, ports and
   * queries may differ. Comparing different pages is no error, but most differences come from that.
   */
  public boolean isSamePath() {
    String path = Urls.path(left.trace().request());
    return !path.isEmpty() && path.equals(Urls.path(right.trace().request()));
  }

  /** Whether nothing differs, apart from what differs in any two requests and from the clock. */
  public boolean isSame() {
    return spansOnlyLeft.isEmpty()
        && spansOnlyRight.isEmpty()
        && eventsOnlyLeft.isEmpty()
        && eventsOnlyRight.isEmpty()
        && times.isEmpty()
        && states.isEmpty()
        && data.isEmpty()
        && attributes.isEmpty();
  }

  /** The spans that are the same step, each before those inside it; the requests are the first. */
  public List<SpanPair> spans() {
    return spans;
  }

  /** The events that tell the same step, in the order of the left trace. */
  public List<EventPair> events() {
    return events;
  }

  /** Spans that only the left trace has; those inside them are not listed again. */
  public List<OnlySpan> spansOnlyLeft() {
    return spansOnlyLeft;
  }

  /** Spans that only the right trace has; those inside them are not listed again. */
  public List<OnlySpan> spansOnlyRight() {
    return spansOnlyRight;
  }

  /** Events that only the left trace has, in spans that both have. */
  public List<OnlyEvent> eventsOnlyLeft() {
    return eventsOnlyLeft;
  }

  /** Events that only the right trace has, in spans that both have. */
  public List<OnlyEvent> eventsOnlyRight() {
    return eventsOnlyRight;
  }

  /**
   * Steps that took longer in one trace, beyond the clock errors of both, the largest difference
   * first. A difference is told of the innermost span that has it.
   */
  public List<TimeDifference> times() {
    return times;
  }

  /** Steps of which one has an end, or a start, that the other has not. */
  public List<SpanPair> states() {
    return states;
  }

  /**
   * Data that differ in events that tell the same step, without ids of request, connection, session
   * and process, cookies, dates and running totals, and without what only repeats the two URLs.
   */
  public List<DataDifference> data() {
    return data;
  }

  /**
   * The attributes of the root element that differ, and {@code server}. Activity ids and times
   * taken are not among them.
   */
  public List<AttributeDifference> attributes() {
    return attributes;
  }

  /** How many differences of each sort there are: one line. */
  @Override
  public String toString() {
    return isSame()
        ? "no difference beyond the clock"
        : "only left: "
            + (spansOnlyLeft.size() + eventsOnlyLeft.size())
            + ", only right: "
            + (spansOnlyRight.size() + eventsOnlyRight.size())
            + ", times: "
            + times.size()
            + ", ends: "
            + states.size()
            + ", data: "
            + (data.size() + attributes.size());
  }
}
