package io.github.frebscope.report;

import io.github.frebscope.compare.Comparison;
import io.github.frebscope.compare.DataDifference;
import io.github.frebscope.compare.EventPair;
import io.github.frebscope.compare.OnlyEvent;
import io.github.frebscope.compare.OnlySpan;
import io.github.frebscope.compare.SpanPair;
import io.github.frebscope.compare.TimeDifference;
import io.github.frebscope.report.Bounded.Item;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.SpanState;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The differences that mostly answer the question: statuses, missing ends, times. */
final class ComparedSteps {
  private static final Set<String> STATUS_EVENTS =
      Set.of("MODULE_SET_RESPONSE_ERROR_STATUS", "MODULE_SET_RESPONSE_SUCCESS_STATUS");

  private final Comparison comparison;
  private final boolean all;
  private final EventText words;
  private final SpanText spans;

  ComparedSteps(Comparison comparison, Redaction redaction, boolean all) {
    this.comparison = comparison;
    this.all = all;
    words = new EventText(redaction);
    spans = new SpanText(redaction);
  }

  static boolean isStatus(TraceEvent event) {
    return STATUS_EVENTS.contains(event.name());
  }

  /** The events that set a status and have no equal on the other side. */
  List<Item> statuses() {
    List<EventPair> pairs =
        comparison.data().stream()
            .map(DataDifference::events)
            .filter(pair -> isStatus(pair.left()))
            .distinct()
            .toList();
    List<Item> items = new ArrayList<>();
    statuses(
        "A",
        pairs.stream().map(EventPair::left),
        comparison.eventsOnlyLeft(),
        comparison.spansOnlyLeft(),
        items);
    statuses(
        "B",
        pairs.stream().map(EventPair::right),
        comparison.eventsOnlyRight(),
        comparison.spansOnlyRight(),
        items);
    return items;
  }

  private void statuses(
      String side,
      Stream<TraceEvent> differing,
      List<OnlyEvent> only,
      List<OnlySpan> onlySpans,
      List<Item> items) {
    Map<TraceEvent, Boolean> found = new TreeMap<>(Comparator.comparingInt(TraceEvent::index));
    differing.forEach(event -> found.put(event, false));
    only.forEach(o -> found.put(o.event(), o.caution().isPresent()));
    onlySpans.forEach(o -> o.events().forEach(e -> found.put(e, o.caution().isPresent())));
    found.forEach(
        (event, isUncertain) -> {
          if (isStatus(event)) {
            items.add(
                Item.of(
                    side
                        + "  event "
                        + event.index()
                        + ": "
                        + words.module(event)
                        + "; "
                        + words.shortData(event)
                        + (isUncertain ? "; may just not have been traced in the other" : "")));
          }
        });
  }

  /**
   * The spans without an end that have one, or are missing, on the other side. When the end lies
   * elsewhere the span is no finding.
   */
  List<Item> openEnds() {
    List<Item> items = new ArrayList<>();
    openEnds("A", "B", SpanPair::left, SpanPair::right, comparison.spansOnlyLeft(), items);
    openEnds("B", "A", SpanPair::right, SpanPair::left, comparison.spansOnlyRight(), items);
    return items;
  }

  static boolean isOpen(Span span) {
    return span.brokeOff();
  }

  private interface Side {
    Span of(SpanPair pair);
  }

  private void openEnds(
      String side, String other, Side here, Side there, List<OnlySpan> only, List<Item> items) {
    List<SpanPair> pairs =
        comparison.states().stream().filter(pair -> isOpen(here.of(pair))).toList();
    Map<Span, Boolean> alone = new LinkedHashMap<>();
    for (OnlySpan one : only) {
      one.spans().stream()
          .filter(ComparedSteps::isOpen)
          .forEach(span -> alone.put(span, one.caution().isPresent()));
    }
    Set<Span> outer = new LinkedHashSet<>();
    Stream.concat(pairs.stream().map(here::of), alone.keySet().stream())
        .forEach(span -> span.outwards().skip(1).forEach(outer::add));
    for (SpanPair pair : pairs) {
      if (all || !outer.contains(here.of(pair))) {
        Span counterpart = there.of(pair);
        String otherState =
            counterpart.state() == SpanState.CLOSED
                ? "ended in " + other
                : counterpart.state().text() + " in " + other;
        items.add(open(side, here.of(pair), otherState + SpanText.at(counterpart)));
      }
    }
    alone.forEach(
        (span, isUncertain) -> {
          if (all || !outer.contains(span)) {
            String missing = "not in " + other + " at all; lasted " + span.inclusive();
            items.add(
                open(side, span, isUncertain ? "may just not be traced in " + other : missing));
          }
        });
  }

  private Item open(String side, Span span, String other) {
    String doing = span.kind().doing().map(d -> ": " + d).orElse("");
    return Item.of(
        side
            + "  "
            + spans.place(span)
            + SpanText.at(span)
            + doing
            + "; "
            + span.state().text()
            + ", "
            + other);
  }

  /** The steps that took longer, the largest difference first. */
  List<Item> times() {
    return comparison.times().stream().map(this::time).toList();
  }

  private Item time(TimeDifference difference) {
    boolean isLeft = difference.isLeftLonger();
    Span longer = isLeft ? difference.spans().left() : difference.spans().right();
    Span other = isLeft ? difference.spans().right() : difference.spans().left();
    String whole =
        difference.isExclusive()
            ? longer.children().isEmpty() ? "" : ", without the steps inside it"
            : ", in all";
    return Item.of(
        (isLeft ? "A  " : "B  ")
            + (isLeft ? difference.left() : difference.right())
            + " against "
            + (isLeft ? difference.right() : difference.left())
            + ": "
            + spans.place(longer)
            + SpanText.at(longer, isLeft ? "B" : "A", other)
            + whole);
  }
}
