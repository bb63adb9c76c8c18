package io.github.frebscope.report;

import io.github.frebscope.compare.Comparison;
import io.github.frebscope.compare.DataDifference;
import io.github.frebscope.compare.OnlyEvent;
import io.github.frebscope.compare.OnlySpan;
import io.github.frebscope.compare.SpanPair;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.ValueText;
import io.github.frebscope.report.Bounded.Item;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The differences below those of {@link ComparedSteps}: steps of one side, and data. */
final class ComparedRest {
  private final Comparison comparison;
  private final boolean all;
  private final EventText words;
  private final SpanText spans;
  private final ComparedValues values;

  ComparedRest(Comparison comparison, Redaction redaction, boolean all, int width) {
    this.comparison = comparison;
    this.all = all;
    words = new EventText(redaction);
    spans = new SpanText(redaction);
    values = new ComparedValues(comparison, redaction, width);
  }

  /** What only the left trace has. */
  List<Item> onlyLeft() {
    return only(comparison.spansOnlyLeft(), comparison.eventsOnlyLeft(), "B");
  }

  /** What only the right trace has. */
  List<Item> onlyRight() {
    return only(comparison.spansOnlyRight(), comparison.eventsOnlyRight(), "A");
  }

  /** Something that one side has: where it is, and how much it matters, less being more. */
  private record Found(int rank, int place, String text, Optional<String> caution) {}

  private List<Item> only(List<OnlySpan> onlySpans, List<OnlyEvent> onlyEvents, String other) {
    List<Found> found = new ArrayList<>();
    for (OnlySpan only : onlySpans) {
      if (isToldAsOpen(only)) {
        continue;
      }
      int place = only.events().isEmpty() ? Integer.MAX_VALUE : only.events().get(0).index();
      found.add(new Found(rank(only), place, spans.line(only.span()), only.caution()));
    }
    Set<TraceEvent> told = missingEnds();
    for (OnlyEvent only : onlyEvents) {
      TraceEvent event = only.event();
      if (!ComparedSteps.isStatus(event) && !told.contains(event)) {
        int rank = only.elsewhere().isPresent() ? 3 : event.isWarningOrWorse() ? 0 : 2;
        found.add(new Found(rank, event.index(), line(only, other), only.caution()));
      }
    }
    found.sort(Comparator.comparingInt(Found::rank).thenComparingInt(Found::place));
    return items(found);
  }

  /** The innermost spans without an end are told by {@link ComparedSteps#openEnds}. */
  private static boolean isToldAsOpen(OnlySpan only) {
    Span span = only.span();
    return !only.isWhole()
        && only.caution().isEmpty()
        && ComparedSteps.isOpen(span)
        && span.stream().skip(1).noneMatch(ComparedSteps::isOpen);
  }

  private static int rank(OnlySpan only) {
    Span span = only.span();
    if (ComparedSteps.isOpen(span)
        || only.events().stream().anyMatch(TraceEvent::isWarningOrWorse)) {
      return 0;
    }
    return span.inclusive().isBelowClock() ? 2 : 1;
  }

  /** The ends of spans that have none on the other side: told with these. */
  private Set<TraceEvent> missingEnds() {
    Set<TraceEvent> ends = new HashSet<>();
    for (SpanPair pair : comparison.states()) {
      if (ComparedSteps.isOpen(pair.left())) {
        pair.right().endEvent().ifPresent(ends::add);
      }
      if (ComparedSteps.isOpen(pair.right())) {
        pair.left().endEvent().ifPresent(ends::add);
      }
    }
    return ends;
  }

  private String line(OnlyEvent only, String other) {
    TraceEvent event = only.event();
    String data = words.shortData(event);
    String name = event.name().isEmpty() ? "(no name)" : TerminalText.line(event.name());
    return "event "
        + event.index()
        + " "
        + name
        + (event.isWarningOrWorse() && only.span().parent().isPresent()
            ? " in " + spans.place(only.span())
            : "")
        + (data.isEmpty() ? "" : ": " + data)
        + (only.elsewhere().isEmpty()
            ? ""
            : "; elsewhere in " + other + " (event " + only.elsewhere().getAsInt() + ")");
  }

  /** What may just not have been traced is counted by the reason, unless all is asked for. */
  private List<Item> items(List<Found> found) {
    List<Item> items = new ArrayList<>();
    Map<String, Integer> cautions = new LinkedHashMap<>();
    for (Found one : found) {
      if (one.caution().isEmpty()) {
        items.add(Item.of(one.text()));
      } else {
        cautions.merge(one.caution().get(), 1, Integer::sum);
        if (all) {
          items.add(Item.of(one.text() + " (may just not have been traced)"));
        }
      }
    }
    cautions.forEach(
        (reason, count) ->
            items.add(
                Item.of(
                    ValueText.count(count)
                        + " that may just not have been traced: "
                        + TerminalText.line(reason))));
    return items;
  }

  /** Attributes first, then data; the same two values of one name are told once. */
  List<Item> data() {
    List<Item> items = new ArrayList<>(values.attributes());
    Map<List<Object>, List<DataDifference>> alike = new LinkedHashMap<>();
    for (DataDifference difference : comparison.data()) {
      if (!ComparedSteps.isStatus(difference.events().left())) {
        alike
            .computeIfAbsent(
                List.of(
                    difference.name(), difference.header(), difference.left(), difference.right()),
                key -> new ArrayList<>())
            .add(difference);
      }
    }
    alike.values().forEach(group -> items.add(values.item(group)));
    return items;
  }
}
