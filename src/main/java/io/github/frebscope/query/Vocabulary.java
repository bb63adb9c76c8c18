package io.github.frebscope.query;

import io.github.frebscope.catalog.NearNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The words of queries: reads conditions, aggregates and names of fields that were written as text.
 *
 * <h2>Conditions</h2>
 *
 * A test is the name of a field, an operator and values; {@code and}, {@code or}, {@code not} and
 * parentheses join tests, {@code and} before {@code or}. Names, words and joints may be written in
 * any case, values may not, except where it is said.
 *
 * <table>
 *   <caption>Tests</caption>
 *   <tr><td>{@code status=502}</td><td>that value</td></tr>
 *   <tr><td>{@code status=502,504}</td><td>one of those</td></tr>
 *   <tr><td>{@code status=502..504}</td><td>from one to the other, both included; {@code 30s..}
 *     and {@code ..30s} have one end. Not for texts</td></tr>
 *   <tr><td>{@code status!=200}</td><td>any other, or none</td></tr>
 *   <tr><td>{@code timeTaken>=30s}</td><td>also {@code >}, {@code <}, {@code <=}; surer is
 *     larger in {@code confidence>=medium}</td></tr>
 *   <tr><td>{@code url~regex}, {@code url!~regex}</td><td>the regular expression is found in it;
 *     is not, or there is no value. Of a list, in one element</td></tr>
 *   <tr><td>{@code module=-}, {@code module!=-}</td><td>there is no value; there is one</td></tr>
 *   <tr><td>{@code headers=user-agent}</td><td>a list has it, in any case</td></tr>
 *   <tr><td>{@code headers==a,b}</td><td>a list has these in that order and no other; {@code ()}
 *     is an empty one</td></tr>
 *   <tr><td>{@code failure}</td><td>short for {@code failure=yes}</td></tr>
 * </table>
 *
 * <p>Lengths of time have a unit, {@code ms s m min h d}; a bare number is milliseconds. A time is
 * as long as its last unit: {@code start=2026-01-14} is that day, {@code start>2026-01-14T10:22} is
 * after that minute; it is UTC unless a {@code Z} or an offset follows, and a moment once it has
 * parts of a second. Yes and no are {@code yes no true false}. Whole numbers may be hexadecimal
 * after {@code 0x}. {@code status=502.3} asks {@code statusCode}, in which {@code 502} is only what
 * has no sub-status. Values with blanks, commas or signs stand in double or single quotes; the
 * quote itself is written twice in them.
 *
 * <h2>Aggregates</h2>
 *
 * {@code count}, {@code count(url)}, {@code p95(timeTaken)}, {@code p99.9(waitMs)}, {@code
 * avg(events)}, {@code sum(timeTaken)}, {@code min(start)}, {@code max(start)}, {@code
 * distinct(url)}, {@code first(start)}, {@code last(start)}, {@code top(3,urlPattern)}, {@code
 * rate}, {@code share} of all rows, {@code share(waitMs>10s)} of the group; each followed by {@code
 * where (condition)} and by {@code as name}, if wanted. Commas stand between several.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param <R> the type of the rows
 */
public final class Vocabulary<R> {
  /** Names may be written without their unit. */
  private static final String MILLISECONDS = "Ms";

  private final String noun;
  private final List<String> names;
  private final Function<String, Optional<? extends Field<R, ?>>> find;

  private Vocabulary(
      String noun, List<String> names, Function<String, Optional<? extends Field<R, ?>>> find) {
    this.noun = noun;
    this.names = List.copyOf(names);
    this.find = Objects.requireNonNull(find, "find");
  }

  /** The words about traces: {@link Attributes}, and {@code header:NAME} for any header. */
  public static Vocabulary<TraceSummary> ofTraces() {
    return of(Attributes.all().stream().map(Attribute::name).toList(), Vocabulary::attribute);
  }

  /**
   * The words about events: {@link Events}, with {@code data:NAME} and its like, and those about
   * the traces that they stand in.
   */
  public static Vocabulary<TracedEvent> ofEvents() {
    List<String> names = new ArrayList<>();
    Events.all().forEach(field -> names.add(field.name()));
    names.addAll(List.of("data:NAME", "number:NAME", "description:NAME", "requestHeader:NAME"));
    Attributes.all().forEach(attribute -> names.add(attribute.name()));
    return new Vocabulary<>("field", names, Events::find);
  }

  /**
   * Words about rows of any kind.
   *
   * @param names all names there are, for messages
   * @param find the field of a name, in any case; empty for none
   */
  public static <R> Vocabulary<R> of(
      Collection<String> names, Function<String, Optional<? extends Field<R, ?>>> find) {
    return new Vocabulary<>("attribute", List.copyOf(names), find);
  }

  /** The words about the rows of a table with those columns, by their names or their titles. */
  public static Vocabulary<List<Object>> ofColumns(List<Column> columns) {
    List<Field<List<Object>, ?>> fields = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      fields.add(ColumnField.of(columns.get(i), i));
    }
    return new Vocabulary<>(
        "column",
        columns.stream().map(Column::name).toList(),
        word -> place(columns, word).map(fields::get));
  }

  /** Also with fields of your own, which come first. */
  public Vocabulary<R> with(Collection<? extends Field<R, ?>> own) {
    List<Field<R, ?>> fields = List.copyOf(own);
    List<String> all = new ArrayList<>();
    fields.forEach(f -> all.add(f.name()));
    all.addAll(names);
    return new Vocabulary<>(
        noun,
        all,
        word -> {
          Optional<Field<R, ?>> mine =
              fields.stream().filter(f -> f.name().equalsIgnoreCase(word)).findFirst();
          return mine.isPresent() ? mine : find.apply(word);
        });
  }

  static Optional<Attribute<?>> attribute(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.startsWith(RequestHeaders.WORD)
            && !lower.substring(RequestHeaders.WORD.length()).isBlank()
        ? Optional.of(Attributes.header(word.substring(RequestHeaders.WORD.length())))
        : Attributes.find(word);
  }

  /** {@code p95(timeTaken)} is the column {@code p95(timeTakenMs)}. */
  static Optional<Integer> place(List<Column> columns, String word) {
    for (String wanted : List.of(word, word + "Ms", word.replace(")", "Ms)"))) {
      for (int i = 0; i < columns.size(); i++) {
        Column c = columns.get(i);
        if (c.name().equalsIgnoreCase(wanted) || c.title().equalsIgnoreCase(wanted)) {
          return Optional.of(i);
        }
      }
    }
    return Optional.empty();
  }

  /** The names there are; headers have more. */
  public List<String> names() {
    return names;
  }

  /** The field of that name, in any case; empty for none. */
  public Optional<Field<R, ?>> find(String name) {
    return find.apply(name).map(f -> f);
  }

  /**
   * Reads a condition; of a blank text, the one that every row meets. What {@link
   * Condition#toString()} prints is read as the same condition, except where it was made of a
   * predicate.
   *
   * @throws WordsException if it cannot be understood
   */
  public Condition<R> condition(String words) {
    return new ConditionParser<>(this, words).whole();
  }

  /**
   * Reads an aggregate.
   *
   * @throws WordsException if it cannot be understood, or there are several
   */
  public Aggregate<R, ?> aggregate(String words) {
    List<Aggregate<R, ?>> all = aggregates(words);
    if (all.size() != 1) {
      throw new WordsException("one aggregate is wanted, not " + all.size(), words, 0);
    }
    return all.get(0);
  }

  /**
   * Reads aggregates with commas between.
   *
   * @throws WordsException if they cannot be understood
   */
  public List<Aggregate<R, ?>> aggregates(String words) {
    return new AggregateParser<>(this, words).all();
  }

  /**
   * Reads the names of fields with commas between.
   *
   * @throws WordsException if there is none, or one has no field
   */
  public List<Field<R, ?>> fields(String words) {
    WordScanner scanner = new WordScanner(words);
    List<Field<R, ?>> all = new ArrayList<>();
    do {
      all.add(field(scanner));
    } while (scanner.take(","));
    if (!scanner.isAtEnd()) {
      throw scanner.fail("a comma is missing before '" + scanner.next() + "'");
    }
    return all;
  }

  /** The field whose name stands next. */
  Field<R, ?> field(WordScanner scanner) {
    scanner.blanks();
    int at = scanner.at();
    String name = scanner.name();
    if (name.isEmpty()) {
      String next = scanner.next();
      throw scanner.fail(
          (next.isEmpty()
                  ? "the name of " + article() + noun + " is missing"
                  : "'" + next + "' is no " + noun)
              + scanner.habit());
    }
    return find(name).orElseThrow(() -> scanner.fail(unknown(name), at));
  }

  private String article() {
    return noun.startsWith("a") ? "an " : "a ";
  }

  private String unknown(String name) {
    List<String> known = new ArrayList<>(names);
    names.stream()
        .filter(n -> n.endsWith(MILLISECONDS))
        .forEach(n -> known.add(n.substring(0, n.length() - MILLISECONDS.length())));
    List<String> near = NearNames.of(name, known);
    return "there is no "
        + noun
        + " '"
        + TerminalText.line(name)
        + "'; "
        + (near.isEmpty()
            ? "there are " + String.join(", ", names)
            : "did you mean " + String.join(", ", near) + "?");
  }

  /** How many words there are: one line. */
  @Override
  public String toString() {
    return names.size() + " words: " + Cut.END.apply(String.join(", ", names), 60);
  }
}
