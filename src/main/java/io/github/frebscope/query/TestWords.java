package io.github.frebscope.query;

import io.github.frebscope.query.WordScanner.Item;
import io.github.frebscope.trace.StatusCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Makes the tests of one field out of the values that were written. */
final class TestWords<R, T> {
  private static final String MISSING = "-";
  private static final String NOTHING = "()";
  private static final String RANGE = "..";
  private static final int LAST_STATUS = 999;

  /** Ranges and elements of lists are tests of their own, asked one inside another. */
  private static final int MOST_OTHERS = 1_000;

  private static final Pattern WITH_SUB_STATUS =
      Pattern.compile("\\d{3}\\.\\d+(\\.\\.(\\d{3}(\\.\\d+)?)?)?|(\\d{3})?\\.\\.\\d{3}\\.\\d+");

  private final Field<R, T> field;
  private final WordScanner scanner;

  private TestWords(Field<R, T> field, WordScanner scanner) {
    this.field = field;
    this.scanner = scanner;
  }

  /** The tests of that field. */
  static <R> TestWords<R, ?> of(Vocabulary<R> words, WordScanner scanner, Field<R, ?> field) {
    return new TestWords<>(field, scanner);
  }

  /** Equal to one of the values, or to none of them. */
  static <R> Condition<R> equal(
      Vocabulary<R> words,
      WordScanner scanner,
      Field<R, ?> field,
      String operator,
      List<Item> items) {
    List<Item> plain = new ArrayList<>();
    List<Item> coded = new ArrayList<>();
    Optional<Field<R, ?>> code = statusCode(words, field);
    items.forEach(i -> (code.isPresent() && isCoded(i) ? coded : plain).add(i));
    List<Condition<R>> found = new ArrayList<>();
    if (!plain.isEmpty()) {
      found.add(new TestWords<>(field, scanner).equal(operator, plain));
    }
    if (!coded.isEmpty()) {
      found.add(new TestWords<>(code.orElseThrow(), scanner).equal(operator, coded));
    }
    return operator.equals("!=")
        ? found.stream().reduce(Condition::and).orElseThrow()
        : found.stream().reduce(Condition::or).orElseThrow();
  }

  /** Held against one value. */
  static <R> Condition<R> compared(
      Vocabulary<R> words, WordScanner scanner, Field<R, ?> field, String operator, Item item) {
    Field<R, ?> meant = isCoded(item) ? statusCode(words, field).orElse(field) : field;
    return new TestWords<>(meant, scanner).compared(operator, item);
  }

  /** {@code status=502.3} means the field {@code statusCode}. */
  private static <R> Optional<Field<R, ?>> statusCode(Vocabulary<R> words, Field<R, ?> field) {
    return field.type() == Integer.class
        ? words.find(field.name() + "Code").filter(f -> f.type() == StatusCode.class)
        : Optional.empty();
  }

  private static boolean isCoded(Item item) {
    return !item.isQuoted() && WITH_SUB_STATUS.matcher(item.text()).matches();
  }

  /** For fields of yes and no only. */
  Condition<R> yes() {
    return field.is(cast(true));
  }

  Condition<R> matches(Item item) {
    try {
      return field.matches(item.text());
    } catch (PatternSyntaxException e) {
      throw scanner.fail(
          "this is no regular expression: " + e.getDescription(),
          item.at() + Math.max(0, e.getIndex()));
    }
  }

  private Condition<R> equal(String operator, List<Item> items) {
    if (operator.equals("==") && isList()) {
      boolean isEmpty = items.size() == 1 && is(items.get(0), NOTHING);
      return field.isList(isEmpty ? List.of() : items.stream().map(Item::text).toList());
    }
    List<T> values = new ArrayList<>();
    List<Condition<R>> others = new ArrayList<>();
    for (Item item : items) {
      if (is(item, MISSING)) {
        others.add(field.missing());
      } else if (!is(item, NOTHING)) {
        Optional<Condition<R>> other = other(item);
        if (other.isPresent()) {
          others.add(other.get());
          if (others.size() > MOST_OTHERS) {
            throw scanner.fail("more than " + ValueText.count(MOST_OTHERS) + " values", item.at());
          }
        } else {
          values.add(value(item, item.text()));
        }
      }
    }
    if (operator.equals("!=") && items.size() == 1) {
      return values.isEmpty()
          ? is(items.get(0), MISSING) ? field.present() : joined(values, others).negate()
          : field.isNot(values.get(0));
    }
    Condition<R> found = joined(values, others);
    return operator.equals("!=") ? found.negate() : found;
  }

  private Condition<R> joined(List<T> values, List<Condition<R>> others) {
    List<Condition<R>> all = new ArrayList<>(others);
    if (!values.isEmpty() || others.isEmpty()) {
      all.add(0, values.size() == 1 ? field.is(values.get(0)) : field.in(values));
    }
    return all.stream().reduce(Condition::or).orElseThrow();
  }

  /** What is no single value: an element of a list, a range, a time that lasts. */
  private Optional<Condition<R>> other(Item item) {
    boolean isKnown = ValueWords.canRead(field.type()) || field.type() == Instant.class;
    if (isList() || !isKnown) {
      return Optional.of(field.has(item.text()));
    }
    int at = item.isQuoted() || field.type() == String.class ? -1 : item.text().indexOf(RANGE);
    if (item.to() != null) {
      return Optional.of(range(item, item.text(), item.to().text()));
    }
    if (at >= 0) {
      return Optional.of(
          range(item, item.text().substring(0, at), item.text().substring(at + RANGE.length())));
    }
    if (field.type() != Instant.class) {
      return Optional.empty();
    }
    TimeWords time = time(item, item.text());
    return time.isMoment()
        ? Optional.empty()
        : Optional.of(field.between(cast(time.from()), cast(time.end())));
  }

  private Condition<R> range(Item item, String from, String to) {
    if (!field.isOrdered()) {
      throw noOrder(item);
    }
    if (from.isEmpty() && to.isEmpty()) {
      throw scanner.fail("a range has a value before or after the two dots", item.at());
    }
    if (from.isEmpty()) {
      return compared("<=", to, item);
    }
    Condition<R> lower = compared(">=", from, item);
    return to.isEmpty() ? lower : lower.and(compared("<=", to, item));
  }

  private Condition<R> compared(String operator, Item item) {
    if (!field.isOrdered() || isList() || is(item, MISSING)) {
      throw noOrder(item);
    }
    return compared(operator, item.text(), item);
  }

  private Condition<R> compared(String operator, String text, Item item) {
    boolean isTime = field.type() == Instant.class;
    Optional<TimeWords> time = isTime ? Optional.of(time(item, text)) : Optional.empty();
    T from = time.map(t -> cast(t.from())).orElseGet(() -> value(item, text));
    boolean lasts = time.filter(t -> !t.isMoment()).isPresent();
    if (from instanceof StatusCode status
        && text.indexOf('.') < 0
        && status.status() < LAST_STATUS) {
      // 502 lasts to 502.99, as a day does to midnight; 502.0 is itself.
      T next = cast(StatusCode.of(status.status() + 1));
      if (operator.equals(">")) {
        return field.atLeast(next);
      }
      if (operator.equals("<=")) {
        return field.below(next);
      }
    }
    return switch (operator) {
      case ">=" -> field.atLeast(from);
      case "<" -> field.below(from);
      case ">" -> lasts ? field.atLeast(cast(time.orElseThrow().end())) : field.above(from);
      default -> lasts ? field.below(cast(time.orElseThrow().end())) : field.atMost(from);
    };
  }

  private TimeWords time(Item item, String text) {
    return TimeWords.parse(text)
        .orElseThrow(
            () ->
                scanner.fail(
                    "'"
                        + TerminalText.line(text)
                        + "' is no time; write 2026-01-14, 2026-01-14T10:22 or"
                        + " 2026-01-14T10:22:31Z",
                    item.at()));
  }

  private T value(Item item, String text) {
    if (field.type() == Instant.class) {
      return cast(time(item, text).from());
    }
    if (!ValueWords.canRead(field.type())) {
      throw noOrder(item);
    }
    try {
      Object value = ValueWords.read(field.type(), text);
      return cast(value instanceof Long number && isErrorCode() ? unsigned(number) : value);
    } catch (WordsException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw scanner.fail(e.getMessage(), item.at());
    }
  }

  private boolean isErrorCode() {
    return field.name().equals(Attributes.ERROR_CODE.name());
  }

  /** Event logs and PowerShell write an HRESULT as a negative number of 32 bits. */
  private static Long unsigned(long code) {
    return code < 0 && code >= Integer.MIN_VALUE ? Integer.toUnsignedLong((int) code) : code;
  }

  private WordsException noOrder(Item item) {
    return scanner.fail(
        "no value is larger or smaller in '" + field.name() + "'; use = != ~ !~", item.at());
  }

  private boolean isList() {
    return Collection.class.isAssignableFrom(field.type());
  }

  private static boolean is(Item item, String sign) {
    return !item.isQuoted() && item.text().equals(sign);
  }

  @SuppressWarnings("unchecked") // Read as the type of the field.
  private T cast(Object value) {
    return (T) value;
  }
}
