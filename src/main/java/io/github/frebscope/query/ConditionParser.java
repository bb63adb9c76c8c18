package io.github.frebscope.query;

import io.github.frebscope.query.WordScanner.Item;
import java.util.ArrayList;
import java.util.List;

/** Reads a condition: {@code or} of {@code and} of {@code not} of tests. */
final class ConditionParser<R> {
  private static final List<String> OPERATORS =
      List.of("!=", "!~", ">=", "<=", "==", "=", "~", ">", "<");

  /** More would be no question, and could exhaust the stack. */
  private static final int DEEPEST = 200;

  /** A condition asks its parts one inside another, so that these could exhaust the stack too. */
  private static final int MOST_TESTS = 1_000;

  private final Vocabulary<R> words;
  private final WordScanner scanner;
  private int depth;
  private int tests;

  ConditionParser(Vocabulary<R> words, String text) {
    this(words, new WordScanner(text));
  }

  ConditionParser(Vocabulary<R> words, WordScanner scanner) {
    this.words = words;
    this.scanner = scanner;
  }

  /** The condition that the whole text is. */
  Condition<R> whole() {
    if (scanner.isAtEnd()) {
      return Condition.all();
    }
    Condition<R> condition = either();
    if (!scanner.isAtEnd()) {
      String habit = scanner.habit();
      throw scanner.fail(
          "'and' or 'or' is missing before '"
              + scanner.next()
              + "'"
              + (habit.isEmpty() ? "; a value with blanks or signs stands in quotes" : habit));
    }
    return condition;
  }

  /** Tests with {@code or} between. */
  Condition<R> either() {
    Condition<R> condition = both();
    while (scanner.takeWord("or")) {
      condition = condition.or(both());
    }
    return condition;
  }

  private Condition<R> both() {
    Condition<R> condition = one();
    while (scanner.takeWord("and")) {
      condition = condition.and(one());
    }
    return condition;
  }

  private Condition<R> one() {
    if (++depth > DEEPEST) {
      throw scanner.fail("more than " + DEEPEST + " parentheses and nots");
    }
    Condition<R> condition;
    if (scanner.takeWord("not")) {
      condition = one().negate();
    } else if (scanner.take("(")) {
      condition = scanner.take(")") ? Condition.all() : closed(either());
    } else {
      condition = test();
    }
    depth--;
    return condition;
  }

  private Condition<R> closed(Condition<R> condition) {
    if (!scanner.take(")")) {
      throw scanner.fail("a ) is missing");
    }
    return condition;
  }

  private Condition<R> test() {
    if (++tests > MOST_TESTS) {
      throw scanner.fail("more than " + ValueText.count(MOST_TESTS) + " tests");
    }
    Field<R, ?> field = words.field(scanner);
    for (String operator : OPERATORS) {
      if (scanner.take(operator)) {
        return test(field, operator);
      }
    }
    if (field.type() == Boolean.class) {
      return TestWords.of(words, scanner, field).yes();
    }
    throw scanner.fail(
        "after '"
            + field.name()
            + "' comes one of = != ~ !~ > >= < <="
            + (scanner.isAtEnd() ? "; shells take > and < away: use double quotes" : "")
            + scanner.habit());
  }

  private Condition<R> test(Field<R, ?> field, String operator) {
    if (operator.endsWith("~")) {
      Item item = scanner.expression();
      if (!item.isQuoted() && item.text().isEmpty()) {
        throw scanner.fail("a regular expression is missing");
      }
      Condition<R> found = TestWords.of(words, scanner, field).matches(item);
      return operator.equals("~") ? found : found.negate();
    }
    if (operator.contains("=") && !operator.contains(">") && !operator.contains("<")) {
      return TestWords.equal(words, scanner, field, operator, items());
    }
    return TestWords.compared(words, scanner, field, operator, item());
  }

  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    do {
      items.add(item());
    } while (scanner.take(","));
    return items;
  }

  private Item item() {
    Item item = scanner.item();
    if (!item.isQuoted() && item.text().isEmpty() && item.to() == null) {
      throw scanner.fail("a value is missing; what has none is asked by =-");
    }
    return item;
  }
}
