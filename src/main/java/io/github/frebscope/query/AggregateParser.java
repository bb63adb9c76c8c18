package io.github.frebscope.query;

import io.github.frebscope.catalog.NearNames;
import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads aggregates: {@code count, p95(timeTaken) as slow}. */
final class AggregateParser<R> {
  private static final List<String> NAMES =
      List.of(
          "count",
          "share",
          "rate",
          "sum",
          "avg",
          "min",
          "max",
          "first",
          "last",
          "distinct",
          "top",
          "p50",
          "p75",
          "p90",
          "p95",
          "p99");
  private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,3}(?:\\.\\d{1,9})?)");
  private static final int USUAL_TOP = 3;

  private final Vocabulary<R> words;
  private final WordScanner scanner;

  AggregateParser(Vocabulary<R> words, String text) {
    this.words = words;
    this.scanner = new WordScanner(text);
  }

  List<Aggregate<R, ?>> all() {
    List<Aggregate<R, ?>> all = new ArrayList<>();
    do {
      all.add(named());
    } while (scanner.take(","));
    if (!scanner.isAtEnd()) {
      throw scanner.fail("a comma is missing before '" + scanner.next() + "'");
    }
    return all;
  }

  private Aggregate<R, ?> named() {
    Aggregate<R, ?> aggregate = one();
    while (scanner.takeWord("where")) {
      if (!scanner.take("(")) {
        throw scanner.fail("a condition in parentheses comes after 'where'");
      }
      aggregate = aggregate.where(new ConditionParser<>(words, scanner).either());
      close();
    }
    if (scanner.takeWord("as")) {
      WordScanner.Item label = scanner.item();
      if (label.text().isBlank()) {
        throw scanner.fail("a name is missing after 'as'", label.at());
      }
      aggregate = aggregate.as(label.text());
    }
    return aggregate;
  }

  private Aggregate<R, ?> one() {
    scanner.blanks();
    int at = scanner.at();
    String name = scanner.word();
    String lower = name.toLowerCase(Locale.ROOT);
    boolean hasArguments = scanner.take("(");
    switch (lower) {
      case "count" -> {
        return hasArguments && !scanner.take(")") ? Aggregates.count(last()) : Aggregates.count();
      }
      case "share" -> {
        return hasArguments && !scanner.take(")") ? share() : Aggregates.share();
      }
      case "rate" -> {
        if (hasArguments) {
          close();
        }
        return Aggregates.rate();
      }
      default -> {
        if (!NAMES.contains(lower) && !PERCENTILE.matcher(lower).matches()) {
          throw scanner.fail(unknown(name), at);
        }
        if (!hasArguments) {
          throw scanner.fail("'" + name + "' wants an attribute: " + name + "(timeTaken)", at);
        }
        return lower.equals("top") ? top() : over(lower, last(), at);
      }
    }
  }

  private Aggregate<R, ?> share() {
    Condition<R> condition = new ConditionParser<>(words, scanner).either();
    close();
    return Aggregates.share(condition);
  }

  private Aggregate<R, ?> top() {
    int at = scanner.at();
    String first = scanner.word();
    int most = USUAL_TOP;
    if (first.matches("\\d{1,6}") && scanner.take(",")) {
      most = Integer.parseInt(first);
    } else {
      scanner.back(at);
    }
    if (most < 1) {
      throw scanner.fail("top wants 1 or more", at);
    }
    return Aggregates.top(most, last());
  }

  private Aggregate<R, ?> over(String word, Field<R, ?> field, int at) {
    try {
      return switch (word) {
        case "distinct" -> Aggregates.distinct(field);
        case "first" -> Aggregates.first(field);
        case "last" -> Aggregates.last(field);
        case "min" -> Aggregates.min(field);
        case "max" -> Aggregates.max(field);
        case "sum", "avg" -> total(word.equals("sum"), field, at);
        default -> Aggregates.percentile(field, Double.parseDouble(word.substring(1)));
      };
    } catch (WordsException e) {
      throw e;
    } catch (UnsupportedOperationException e) {
      throw scanner.fail("no value is larger or smaller in '" + field.name() + "'", at);
    } catch (IllegalArgumentException e) {
      throw scanner.fail("a percentile is above 0 and up to 100, not " + word.substring(1), at);
    }
  }

  @SuppressWarnings("unchecked") // Looked at before.
  private Aggregate<R, ?> total(boolean isSum, Field<R, ?> field, int at) {
    if (field.type() == Duration.class) {
      Field<R, Duration> times = (Field<R, Duration>) field;
      return isSum ? Aggregates.sum(times) : Aggregates.avg(times);
    }
    if (field.type() == MeasuredTime.class) {
      // Only events have such fields, so the rows are events.
      EventField<MeasuredTime> times = (EventField<MeasuredTime>) (Field<?, ?>) field;
      return (Aggregate<R, ?>)
          (Aggregate<?, ?>) (isSum ? Aggregates.sum(times) : Aggregates.avg(times));
    }
    if (field.type() == Integer.class || field.type() == Long.class) {
      Field<R, ? extends Number> numbers = (Field<R, ? extends Number>) field;
      return isSum ? Aggregates.sumOf(numbers) : Aggregates.avgOf(numbers);
    }
    throw scanner.fail("'" + field.name() + "' is no whole number and no length of time", at);
  }

  private Field<R, ?> last() {
    Field<R, ?> field = words.field(scanner);
    close();
    return field;
  }

  private void close() {
    if (!scanner.take(")")) {
      throw scanner.fail("a ) is missing");
    }
  }

  private String unknown(String name) {
    if (name.isEmpty()) {
      return "an aggregate is missing: count, p95(timeTaken), ...";
    }
    List<String> near = NearNames.of(name, NAMES);
    return "there is no aggregate '"
        + TerminalText.line(name)
        + "'; "
        + (near.isEmpty()
            ? "there are " + String.join(", ", NAMES) + " and every pN"
            : "did you mean " + String.join(", ", near) + "?");
  }
}
