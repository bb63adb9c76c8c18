package io.github.frebscope.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A named, typed fact about the rows of a set: the one word for it in filters, groups, aggregates,
 * columns and JSON. {@link Attribute} is one about traces, {@link EventField} one about events.
 *
 * <p>Immutable and safe for use by several threads, as long as a function that an embedder gives
 * is.
 *
 * @param <R> the type of the rows
 * @param <T> the type of its values
 */
public abstract sealed class Field<R, T> permits Attribute, EventField, ColumnField {
  private final FieldText text;
  private final Class<? super T> type;
  private final Comparator<T> order;
  private final Function<R, Optional<T>> value;

  Field(
      FieldText text, Class<? super T> type, Comparator<T> order, Function<R, Optional<T>> value) {
    this.text = Objects.requireNonNull(text, "text");
    this.type = Objects.requireNonNull(type, "type");
    this.order = order;
    this.value = Objects.requireNonNull(value, "value");
  }

  /** The order that values of a type have by themselves; null for types that have none. */
  @SuppressWarnings("unchecked")
  static <T> Comparator<T> naturalOrder(Class<? super T> type) {
    return Comparable.class.isAssignableFrom(type)
        ? (Comparator<T>) (Comparator<?>) Comparator.naturalOrder()
        : null;
  }

  /** The word for it: the JSON key and the head of the CSV column, for example {@code module}. */
  public final String name() {
    return text.name();
  }

  /** The head of a column for people, for example {@code Module}. */
  public final String title() {
    return text.title();
  }

  /** {@code ms} for lengths of time, {@code UTC} for times; empty for what is no measure. */
  public final String unit() {
    return text.unit();
  }

  /** One sentence: what it means. */
  public final String description() {
    return text.description();
  }

  /**
   * The type of the values. A {@link java.time.Duration} is written to JSON and CSV in
   * milliseconds, an {@link Instant} as ISO 8601 in UTC with milliseconds.
   */
  public final Class<? super T> type() {
    return type;
  }

  /** The value for a row; empty when it does not tell. */
  public final Optional<T> of(R row) {
    return value.apply(row);
  }

  /** When a row happened, by which first and last are told; empty when it does not tell. */
  abstract Optional<Instant> timeOf(R row);

  /**
   * How values are ordered: smallest, earliest, least sure first; texts by their characters.
   *
   * @throws UnsupportedOperationException if the values have no order, as lists have none
   */
  public final Comparator<T> order() {
    if (order == null) {
      throw new UnsupportedOperationException(name() + " has no order");
    }
    return order;
  }

  /** Whether the values have an order, so that ranges, minimum and percentiles make sense. */
  public final boolean isOrdered() {
    return order != null;
  }

  /** The rows with that value; of lists, those with these elements and no other. */
  public final Condition<R> is(T wanted) {
    Objects.requireNonNull(wanted, "wanted");
    return wanted instanceof Collection<?> list
        ? isList(list.stream().map(ConditionText::plain).toList())
        : condition("=" + ConditionText.of(wanted), wanted::equals);
  }

  /** The rows whose list has elements with these texts in that order, and no other. */
  final Condition<R> isList(List<String> texts) {
    return condition(
        "==" + ConditionText.elements(texts),
        v ->
            v instanceof Collection<?> list
                && list.stream().map(ConditionText::plain).toList().equals(texts));
  }

  /** The rows that do not have that value, those that tell none among them. */
  public final Condition<R> isNot(T unwanted) {
    Objects.requireNonNull(unwanted, "unwanted");
    return unwanted instanceof Collection<?>
        ? is(unwanted).negate()
        : whole(
            "!=" + ConditionText.of(unwanted), row -> of(row).filter(unwanted::equals).isEmpty());
  }

  /** The rows with one of those values; none when no value is given. */
  @SafeVarargs
  public final Condition<R> in(T... wanted) {
    List<T> values = new ArrayList<>();
    for (T value : wanted) {
      values.add(value);
    }
    return in(values);
  }

  /** The rows with one of those values; none when there is none. */
  public final Condition<R> in(Collection<? extends T> wanted) {
    Set<T> values = new LinkedHashSet<>(wanted);
    values.forEach(v -> Objects.requireNonNull(v, "wanted"));
    if (values.stream().anyMatch(Collection.class::isInstance)) {
      return values.stream().map(this::is).reduce(Condition::or).orElseThrow();
    }
    List<String> texts = new ArrayList<>();
    values.forEach(v -> texts.add(ConditionText.plain(v)));
    return condition("=" + ConditionText.elements(texts), values::contains);
  }

  /** The rows that tell a value at all. */
  public final Condition<R> present() {
    return whole("!=-", row -> of(row).isPresent());
  }

  /** The rows that tell no value. */
  public final Condition<R> missing() {
    return whole("=-", row -> of(row).isEmpty());
  }

  /**
   * The rows with that value or a larger, later, surer one.
   *
   * @throws UnsupportedOperationException if the values have no order; so for all ranges
   */
  public final Condition<R> atLeast(T bound) {
    Comparator<T> by = order();
    Objects.requireNonNull(bound, "bound");
    return condition(">=" + ConditionText.of(bound), v -> by.compare(v, bound) >= 0);
  }

  /** The rows with that value or a smaller one. */
  public final Condition<R> atMost(T bound) {
    Comparator<T> by = order();
    Objects.requireNonNull(bound, "bound");
    return condition("<=" + ConditionText.bound(bound), v -> by.compare(v, bound) <= 0);
  }

  /** The rows with a larger, later, surer value. */
  public final Condition<R> above(T bound) {
    Comparator<T> by = order();
    Objects.requireNonNull(bound, "bound");
    return condition(">" + ConditionText.bound(bound), v -> by.compare(v, bound) > 0);
  }

  /** The rows with a smaller, earlier, less sure value. */
  public final Condition<R> below(T bound) {
    Comparator<T> by = order();
    Objects.requireNonNull(bound, "bound");
    return condition("<" + ConditionText.of(bound), v -> by.compare(v, bound) < 0);
  }

  /** The rows with a value from the first on and below the second: {@code [from, below)}. */
  public final Condition<R> between(T from, T below) {
    return atLeast(from).and(below(below));
  }

  /**
   * The rows in whose value, as a text, the regular expression is found; of a list, in one element
   * of it. Texts are those that conditions print: {@code yes}, {@code 30s}. An expression that
   * takes more than some hundred million steps on one value ends the question with a {@link
   * WordsException}, so that no URL that was made for it stops the work.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public final Condition<R> matches(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return condition(
        "~" + ConditionText.quoted(regex), v -> anyText(v, t -> BoundedSearch.find(pattern, t)));
  }

  /** The rows whose value holds that text, in any case; of a list, one element of it does. */
  public final Condition<R> contains(String part) {
    return matches("(?iu)" + Pattern.quote(part));
  }

  /**
   * For lists: the rows whose list holds an element with the text of that one, in any case; for
   * others, those whose value has its text.
   */
  public final Condition<R> has(Object element) {
    String wanted = ConditionText.plain(Objects.requireNonNull(element, "element"));
    return condition(
        "=" + ConditionText.quoted(wanted),
        v ->
            v instanceof Collection<?>
                ? anyText(v, wanted::equalsIgnoreCase)
                : wanted.equals(ConditionText.plain(v)));
  }

  private static boolean anyText(Object value, Predicate<String> test) {
    return value instanceof Collection<?> list
        ? list.stream().map(ConditionText::plain).anyMatch(test)
        : test.test(ConditionText.plain(value));
  }

  private Condition<R> condition(String rest, Predicate<T> test) {
    return whole(
        rest,
        row -> {
          Optional<T> found = value.apply(row);
          return found.isPresent() && test.test(found.get());
        });
  }

  /** A condition that rows without a value can meet as well. */
  private Condition<R> whole(String rest, Predicate<R> test) {
    return Condition.of(this, ConditionText.name(name()) + rest, test);
  }

  /** The name. */
  @Override
  public final String toString() {
    return name();
  }
}
