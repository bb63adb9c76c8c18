package io.github.frebscope.report;

import io.github.frebscope.report.Bounded.Item;
import io.github.frebscope.timeline.Comparison;
import io.github.frebscope.timeline.DataDifference;
import io.github.frebscope.timeline.EventPair;
import io.github.frebscope.timeline.OnlyEvent;
import io.github.frebscope.timeline.OnlySpan;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.SpanPair;
import io.github.frebscope.timeline.SpanState;
import io.github.frebscope.timeline.TimeDifference;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    Stream.of(
            differing,
            only.stream().map(OnlyEvent::event),
            onlySpans.stream().flatMap(span -> span.events().stream()))
        .flatMap(events -> events)
        .filter(ComparedSteps::isStatus)
        .sorted(Comparator.comparingInt(TraceEvent::index))
        .forEach(
            event ->
                items.add(
                    Item.of(
                        side
                            + "  event "
                            + event.index()
                            + ": "
                            + words.module(event)
                            + "; "
                            + words.shortData(event))));
  }

  /** The spans without an end, or start, that have one, or are missing, on the other side. */
  List<Item> openEnds() {
    List<Item> items = new ArrayList<>();
    openEnds("A", "B", SpanPair::left, SpanPair::right, comparison.spansOnlyLeft(), items);
    openEnds("B", "A", SpanPair::right, SpanPair::left, comparison.spansOnlyRight(), items);
    return items;
  }

  private interface Side {
    Span of(SpanPair pair);
  }

  private void openEnds(
      String side, String other, Side here, Side there, List<OnlySpan> only, List<Item> items) {
    List<SpanPair> pairs =
        comparison.states().stream()
            .filter(pair -> here.of(pair).state() != SpanState.CLOSED)
            .toList();
    List<Span> alone =
        only.stream()
            .flatMap(o -> o.span().stream())
            .filter(span -> span.state() != SpanState.CLOSED)
            .toList();
    Set<Span> outer = new LinkedHashSet<>();
    Stream.concat(pairs.stream().map(here::of), alone.stream())
        .forEach(span -> span.outwards().skip(1).forEach(outer::add));
    for (SpanPair pair : pairs) {
      if (all || !outer.contains(here.of(pair))) {
        Span counterpart = there.of(pair);
        String otherState =
            counterpart.state() == SpanState.CLOSED
                ? "whole in " + other
                : counterpart.state().text() + " in " + other;
        items.add(open(side, here.of(pair), otherState + SpanText.at(counterpart)));
      }
    }
    for (Span span : alone) {
      if (all || !outer.contains(span)) {
        items.add(open(side, span, "not in " + other + " at all"));
      }
    }
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
            : ", in all: many small differences";
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
