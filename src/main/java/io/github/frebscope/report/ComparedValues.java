package io.github.frebscope.report;

import io.github.frebscope.compare.AttributeDifference;
import io.github.frebscope.compare.Comparison;
import io.github.frebscope.compare.DataDifference;
import io.github.frebscope.query.Cut;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.ValueText;
import io.github.frebscope.report.Bounded.Item;
import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two values that differ, side by side when there is room; redacted and safe to print. */
final class ComparedValues {
  /** Told in the first lines of the report. */
  private static final Set<String> TOLD = Set.of("statusCode", "url", "verb");

  private static final int INDENT = 4;

  /** How much of two long values is shown before the first letter that differs. */
  private static final int CONTEXT = 12;

  private final Comparison comparison;
  private final Redaction redaction;
  private final EventText words;
  private final int width;

  ComparedValues(Comparison comparison, Redaction redaction, int width) {
    this.comparison = comparison;
    this.redaction = redaction;
    words = new EventText(redaction);
    this.width = width;
  }

  /** The root attributes that differ and are not told before. */
  List<Item> attributes() {
    return comparison.attributes().stream()
        .filter(a -> !TOLD.contains(a.name()) && !isStatusAgain(a))
        .map(a -> item(a.name(), text(a.left()), text(a.right())))
        .toList();
  }

  /** The status that fired the rule is mostly the one that the client got. */
  private boolean isStatusAgain(AttributeDifference attribute) {
    return attribute.name().equals("triggerStatusCode")
        && attribute.left().equals(status(comparison.left().trace().request().attributes()))
        && attribute.right().equals(status(comparison.right().trace().request().attributes()));
  }

  private static Optional<String> status(Map<String, String> attributes) {
    return Optional.ofNullable(attributes.get("statusCode"));
  }

  private String text(Optional<String> value) {
    return value.map(redaction::text).map(ComparedValues::quoted).orElse("none");
  }

  /** Differences that are alike, by the first of them. */
  Item item(List<DataDifference> alike) {
    DataDifference first = alike.get(0);
    String label =
        TerminalText.line(
            first.events().left().data("HeaderName").or(first::header).map(h -> h + ", ").orElse("")
                + first.name()
                + " of "
                + first.events().left().name());
    int left = first.events().left().index();
    int right = first.events().right().index();
    label += left == right ? " (event " + left : " (events " + left + ", " + right;
    label +=
        alike.size() > 1 ? ", and " + ValueText.count(alike.size() - 1L) + " more like it)" : ")";
    if (first.name().equals("Buffer")) {
      return Item.of(
          label
              + ": differs, "
              + length(first.left())
              + " and "
              + length(first.right())
              + " characters");
    }
    return item(
        label,
        value(first.events().left(), first, first.left()),
        value(first.events().right(), first, first.right()));
  }

  private static String length(Optional<String> value) {
    return ValueText.count(value.map(String::length).orElse(0));
  }

  private String value(TraceEvent event, DataDifference difference, Optional<String> value) {
    if (value.isEmpty()) {
      return "none";
    }
    return difference
        .header()
        .map(header -> quoted(redaction.header(header, value.get())))
        .orElseGet(
            () -> {
              String text = words.value(event, new DataField(difference.name(), value.get()));
              return quoted(text);
            });
  }

  private static String quoted(String value) {
    return value.isEmpty() ? "empty" : TerminalText.line(value);
  }

  private Item item(String label, String left, String right) {
    if (left.equals(right)) {
      return Item.of(label + ": differs where it is masked");
    }
    String line = label + ": A " + left + ", B " + right;
    if (TerminalText.width(line) <= width - 2) {
      return Item.of(line);
    }
    int room = width - INDENT - 3;
    int from = from(left, right, room);
    return new Item(label, List.of("A  " + cut(left, from, room), "B  " + cut(right, from, room)));
  }

  /** Where two values begin to be shown, so that the first letter that differs is among them. */
  private static int from(String left, String right, int room) {
    int common = 0;
    int shortest = Math.min(left.length(), right.length());
    while (common < shortest && left.charAt(common) == right.charAt(common)) {
      common++;
    }
    int from = common < room / 2 ? 0 : common - CONTEXT;
    return from > 0 && Character.isLowSurrogate(left.charAt(from)) ? from - 1 : from;
  }

  private static String cut(String value, int from, int room) {
    return from == 0
        ? Cut.END.apply(value, room)
        : "..." + Cut.END.apply(value.substring(from), room - 3);
  }
}
