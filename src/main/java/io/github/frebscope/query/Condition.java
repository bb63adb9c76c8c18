package io.github.frebscope.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A test of rows that can say what it tests, in the words of {@code --where}: {@code status=502 and
 * timeTakenMs>=30s}; {@link Vocabulary#condition} reads them again. It is a plain {@link Predicate}
 * and mixes with others.
 *
 * <p>Immutable, and safe for use by several threads as long as the predicates in it are.
 *
 * @param <R> the type of the rows
 */
public final class Condition<R> implements Predicate<R> {
  private static final String AND = " and ";
  private static final String OR = " or ";

  private final String text;
  private final String joint;
  private final Predicate<? super R> test;
  private final Set<Field<R, ?>> fields;

  /** What is joined by {@code and}; empty for what is not. */
  private final List<Condition<R>> parts;

  /** Whether it is made of tests of fields alone, with no predicate of somebody's own. */
  private final boolean isOfFields;

  private Condition(String text, String joint, Set<Field<R, ?>> fields, Predicate<? super R> test) {
    this(text, joint, fields, test, List.of(), !fields.isEmpty());
  }

  private Condition(
      String text,
      String joint,
      Set<Field<R, ?>> fields,
      Predicate<? super R> test,
      List<Condition<R>> parts,
      boolean isOfFields) {
    this.isOfFields = isOfFields;
    this.parts = List.copyOf(parts);
    this.text = Objects.requireNonNull(text, "text");
    this.joint = joint;
    this.test = Objects.requireNonNull(test, "test");
    this.fields = Set.copyOf(fields);
  }

  /** A condition over one field. */
  static <R> Condition<R> of(Field<R, ?> field, String text, Predicate<? super R> test) {
    return new Condition<>(text, "", Set.of(field), test);
  }

  /**
   * A condition.
   *
   * @param text what it tests, for people
   * @param test the test
   * @throws IllegalArgumentException if the text is blank
   */
  public static <R> Condition<R> of(String text, Predicate<? super R> test) {
    if (text.isBlank()) { // The text tells apart what is no condition at all.
      throw new IllegalArgumentException("a condition has to say what it tests");
    }
    return new Condition<>(text, "", Set.of(), test);
  }

  /** The condition that every row meets; its text is empty. */
  public static <R> Condition<R> all() {
    return new Condition<>("", "", Set.of(), row -> true);
  }

  /** A predicate as a condition; one that cannot say what it tests is called {@code (your own)}. */
  @SuppressWarnings("unchecked") // A condition on a wider type tests these rows as well.
  static <R> Condition<R> from(Predicate<? super R> predicate) {
    return predicate instanceof Condition<?> condition
        ? (Condition<R>) condition
        : new Condition<>("(your own)", "", Set.of(), predicate);
  }

  @Override
  public boolean test(R row) {
    return test.test(row);
  }

  /** The rows that meet both; the second is not tried on rows that do not meet the first. */
  @Override
  public Condition<R> and(Predicate<? super R> other) {
    Condition<R> that = from(other);
    return join(that, AND, row -> test(row) && that.test(row));
  }

  /** The rows that meet one of them, or both. */
  @Override
  public Condition<R> or(Predicate<? super R> other) {
    Condition<R> that = from(other);
    if (isAll() || that.isAll()) {
      return all();
    }
    return join(that, OR, row -> test(row) || that.test(row));
  }

  /** The rows that do not meet it, those that do not tell the value among them. */
  @Override
  public Condition<R> negate() {
    return new Condition<>(
        "not (" + (isAll() ? "all" : text) + ")",
        "",
        fields,
        row -> !test(row),
        List.of(),
        isOfFields);
  }

  private Condition<R> join(Condition<R> that, String with, Predicate<R> both) {
    if (isAll()) {
      return that;
    }
    if (that.isAll()) {
      return this;
    }
    Set<Field<R, ?>> all = new HashSet<>(fields);
    all.addAll(that.fields);
    List<Condition<R>> joined = new ArrayList<>();
    if (with.equals(AND)) {
      joined.addAll(parts());
      joined.addAll(that.parts());
    }
    return new Condition<>(
        part(with) + with + that.part(with),
        with,
        all,
        both,
        joined,
        isOfFields && that.isOfFields);
  }

  /** The conditions that all have to hold; only this one when it is no {@code and}. */
  public List<Condition<R>> parts() {
    return parts.isEmpty() ? List.of(this) : parts;
  }

  /** The fields that it asks for, as far as it is made of them. */
  public Set<Field<R, ?>> fields() {
    return fields;
  }

  /** Whether it is made of tests of fields alone, so that its text says all. */
  boolean isOfFields() {
    return isOfFields;
  }

  /** Whether every row meets it because nothing is asked. */
  boolean isAll() {
    return text.isEmpty();
  }

  private String part(String with) {
    return joint.isEmpty() || joint.equals(with) ? text : "(" + text + ")";
  }

  /** What it tests; empty for the condition that every row meets. */
  @Override
  public String toString() {
    return text;
  }
}
