package io.github.frebscope.query;

import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A column of a {@link ResultTable}.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param name its word: the key in JSON, the head in CSV, what a table is ordered by
 * @param title its head for people
 * @param align the side its values stand on
 * @param cut where values that are too long are cut
 * @param isMilliseconds whether lengths of time stand in it as bare milliseconds with their error
 * @param content what its values are
 */
public record Column(
    String name, String title, Align align, Cut cut, boolean isMilliseconds, Content content) {
  /** Which side of its column a value stands on. */
  public enum Align {
    /** For texts. */
    LEFT,
    /** For numbers. */
    RIGHT
  }

  /**
   * What the values of a column are, for what writes, masks or compares them.
   *
   * @param type their type when they are there; {@code Object} when that is not known
   * @param field the field whose values they are; empty for figures
   * @param head the field of which the head is a value, as in a pivot; empty for others
   */
  public record Content(Class<?> type, Optional<Field<?, ?>> field, Optional<Field<?, ?>> head) {
    static final Content ANYTHING = new Content(Object.class, Optional.empty(), Optional.empty());

    /** Refuses nulls. */
    public Content {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(head, "head");
    }
  }

  /** What is a path: both its beginning and its end tell. */
  private static final Set<String> PATHS = Set.of("file", "url", "path", "urlPattern");

  /** Refuses nulls. */
  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(align, "align");
    Objects.requireNonNull(cut, "cut");
    Objects.requireNonNull(content, "content");
  }

  private static Column of(String title, Align align, Cut cut) {
    return new Column(title, title, align, cut, false, Content.ANYTHING);
  }

  /** A column of texts that are cut at their end. */
  public static Column left(String title) {
    return of(title, Align.LEFT, Cut.END);
  }

  /** A column of numbers. */
  public static Column right(String title) {
    return of(title, Align.RIGHT, Cut.END);
  }

  /** A column of lengths of time in milliseconds; say so in its title. */
  public static Column milliseconds(String title) {
    return new Column(title, title, Align.RIGHT, Cut.END, true, Content.ANYTHING);
  }

  /** A column of short texts that are worth little when cut, such as times. */
  public static Column fixed(String title) {
    return of(title, Align.LEFT, Cut.LAST);
  }

  /** A column of paths or URLs: their beginning and their end are kept. */
  public static Column path(String title) {
    return of(title, Align.LEFT, Cut.MIDDLE);
  }

  /** A column for the values of a field, under its name. */
  public static Column of(Field<?, ?> field) {
    Class<?> type = field.type();
    Column column;
    if (type == Duration.class || type == MeasuredTime.class) {
      column = milliseconds(field.title() + ", ms");
    } else if (Number.class.isAssignableFrom(type)) {
      column = right(field.title());
    } else if (type == Instant.class || type == StatusCode.class) {
      column = fixed(field.title());
    } else {
      column = PATHS.contains(field.name()) ? path(field.title()) : left(field.title());
    }
    return column
        .named(field.name())
        .holding(new Content(type, Optional.of(field), Optional.empty()));
  }

  /** The same column under another name. */
  public Column named(String newName) {
    return new Column(newName, title, align, cut, isMilliseconds, content);
  }

  /** The same column under another title. */
  public Column titled(String newTitle) {
    return new Column(name, newTitle, align, cut, isMilliseconds, content);
  }

  Column holding(Content newContent) {
    return new Column(name, title, align, cut, isMilliseconds, newContent);
  }

  Column holding(Class<?> type) {
    return holding(new Content(type, content.field(), content.head()));
  }

  String text(Object value) {
    Object bare = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (isMilliseconds && bare instanceof Duration length) {
      return ValueText.milliseconds(MeasuredTime.of(length));
    }
    if (isMilliseconds && bare instanceof MeasuredTime length) {
      return ValueText.milliseconds(length);
    }
    return ValueText.of(value);
  }
}
