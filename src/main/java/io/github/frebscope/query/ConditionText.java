package io.github.frebscope.query;

import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as conditions write them, so that they can be read again. */
final class ConditionText {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:\\\\\\[\\]{}@%+?*^$-]+");
  private static final long MILLIS = 1000;

  private ConditionText() {}

  /** The text of a value, in quotes where it has to be. */
  static String of(Object value) {
    return quoted(plain(value));
  }

  /** The text of a value as regular expressions see it. */
  static String plain(Object value) {
    if (value instanceof Duration length) {
      return duration(length);
    }
    if (value instanceof MeasuredTime time) {
      return duration(time.length());
    }
    if (value instanceof Boolean flag) {
      return flag ? "yes" : "no";
    }
    if (value instanceof Collection<?> values) {
      return values.stream().map(ConditionText::plain).collect(Collectors.joining(", "));
    }
    return value instanceof Enum<?> word
        ? word.toString().toLowerCase(Locale.ROOT)
        : String.valueOf(value);
  }

  /** A text in double quotes, unless it can stand by itself; a quote inside is doubled. */
  static String quoted(String text) {
    boolean bare = PLAIN.matcher(text).matches() && !text.equals("-");
    return bare ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  /** {@code 30s} or {@code 1500ms}. */
  private static String duration(Duration length) {
    long millis = length.toMillis();
    return millis % MILLIS == 0 ? millis / MILLIS + "s" : millis + "ms";
  }
}
