package io.github.frebscope.report;

import io.github.frebscope.catalog.NearNames;
import io.github.frebscope.query.Condition;
import io.github.frebscope.query.Cut;
import io.github.frebscope.query.Field;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.query.ValueText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why no trace passes a condition, as far as the values that there are tell it: one line. */
public final class EmptyAnswer {
  private static final int FEW = 4;
  private static final int MOST_VALUE = 40;

  /** What is asked of a field: {@code server=web01}. */
  private static final Pattern EQUAL = Pattern.compile("[^=!<>~]+={1,2}\"?([^\"]*)\"?");

  private final Condition<TraceSummary> condition;
  private final TraceSet all;
  private final Redaction redaction;

  private EmptyAnswer(Condition<TraceSummary> condition, TraceSet all, Redaction redaction) {
    this.condition = condition;
    this.all = all;
    this.redaction = redaction;
  }

  /**
   * What to say; empty when a trace passes.
   *
   * @param condition what was asked
   * @param all the traces that were asked
   * @param redaction masks secrets in the values that are told
   */
  public static Optional<String> of(
      Condition<TraceSummary> condition, TraceSet all, Redaction redaction) {
    return all.where(condition).isEmpty()
        ? Optional.of(new EmptyAnswer(condition, all, redaction).text())
        : Optional.empty();
  }

  private String text() {
    int count = all.count();
    String text =
        "no trace passes "
            + condition
            + "; "
            + ValueText.count(count)
            + (count == 1 ? " was read" : " were read");
    String why = count == 0 ? "" : why();
    return TerminalText.line(why.isEmpty() ? text : text + ". " + why);
  }

  private String why() {
    for (Condition<TraceSummary> part : condition.parts()) {
      if (part.fields().size() == 1 && all.where(part).isEmpty()) {
        return values(part, part.fields().iterator().next());
      }
    }
    return condition.parts().size() < 2
        ? ""
        : condition.parts().stream()
            .map(part -> part + " passes " + ValueText.count(all.where(part).count()))
            .collect(Collectors.joining(", ", "Each alone: ", ""));
  }

  private <T> String values(Condition<TraceSummary> part, Field<TraceSummary, T> field) {
    List<T> values = all.stream().flatMap(trace -> field.of(trace).stream()).toList();
    if (values.isEmpty()) {
      return "None of them tells " + field.name();
    }
    if (field.type() == Instant.class || field.type() == Duration.class) {
      T least = values.stream().min(field.order()).orElseThrow();
      T most = values.stream().max(field.order()).orElseThrow();
      return field.name() + " goes from " + ValueText.of(least) + " to " + ValueText.of(most);
    }
    Matcher asked = EQUAL.matcher(part.toString());
    return asked.matches() && !asked.group(1).equals("-")
        ? texts(field, values, asked.group(1))
        : texts(field, values, "");
  }

  private String texts(Field<?, ?> field, List<?> values, String asked) {
    Map<String, Long> counts =
        values.stream()
            .flatMap(
                value -> value instanceof Collection<?> list ? list.stream() : Stream.of(value))
            .map(ValueText::of)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<String> byCount = new ArrayList<>(counts.keySet());
    byCount.sort(
        Comparator.<String, Long>comparing(counts::get)
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    Set<String> shown = new LinkedHashSet<>(NearNames.of(asked, byCount));
    shown.addAll(byCount);
    List<String> told =
        shown.stream().limit(FEW).map(value -> told(field, value, counts.get(value))).toList();
    int more = shown.size() - told.size();
    boolean isCase = byCount.stream().anyMatch(v -> v.equalsIgnoreCase(asked) && !v.equals(asked));
    return field.name()
        + " is "
        + String.join(", ", told)
        + (more > 0 ? " and " + ValueText.count(more) + (more == 1 ? " other" : " others") : "")
        + (isCase ? "; upper and lower case are not the same" : "")
        + (asked.indexOf('*') >= 0 ? "; * stands for itself, " + field.name() + "~part looks" : "")
        + (asked.indexOf('*') >= 0 ? " for a part" : "");
  }

  private String told(Field<?, ?> field, String value, long count) {
    String safe = AttributeValues.text(field.name(), value, redaction);
    return Cut.MIDDLE.apply(safe, MOST_VALUE) + " (" + ValueText.count(count) + ")";
  }
}
