package io.github.frebscope.query;

import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.StatusCode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as conditions write them, so that they can be read again. */
final class ConditionText {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:\\\\\\[\\]{}@%+?*^$-]+");
  private static final int NANO_DIGITS = 9;
  private static final int MILLI_DIGITS = 3;

  /** What would be read as something else: nothing, no value, and the words between tests. */
  private static final Set<String> WORDS = Set.of("-", "()");

  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_.:/-]+(\\([\\p{L}\\p{N}_.:,/-]*\\))?");
  private static final Set<String> JOINTS = Set.of("and", "or", "not", "as", "where");

  /** With milliseconds at least: without them a time stands for its whole second. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private static final DateTimeFormatter NANOS =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

  private ConditionText() {}

  /** The text of a value, in quotes where it has to be. */
  static String of(Object value) {
    return quoted(plain(value));
  }

  /** As {@link #of}; of a status without sub-status {@code 502.0}, since 502 lasts to 502.99. */
  static String bound(Object value) {
    return value instanceof StatusCode code && code.subStatus() == 0
        ? code.status() + ".0"
        : of(value);
  }

  /** The text of a value as regular expressions see it. */
  static String plain(Object value) {
    if (value instanceof Duration length) {
      return duration(length);
    }
    if (value instanceof MeasuredTime time) {
      return duration(time.length());
    }
    if (value instanceof Instant time) {
      return time.truncatedTo(ChronoUnit.MILLIS).equals(time)
          ? TIME.format(time)
          : NANOS.format(time);
    }
    if (value instanceof Boolean flag) {
      return flag ? "yes" : "no";
    }
    if (value instanceof DayOfWeek) {
      return ValueText.of(value);
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
    boolean bare = PLAIN.matcher(text).matches() && !WORDS.contains(text);
    return bare ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  /** The name of a field or column, in quotes where it has to be. */
  static String name(String name) {
    boolean bare = NAME.matcher(name).matches() && !JOINTS.contains(name.toLowerCase(Locale.ROOT));
    return bare ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** The texts of the elements of a list; {@code ()} for an empty one. */
  static String elements(Collection<String> texts) {
    return texts.isEmpty()
        ? "()"
        : texts.stream().map(ConditionText::quoted).collect(Collectors.joining(","));
  }

  /** {@code 30s}, {@code 1500ms} or {@code 0.5ms}. */
  private static String duration(Duration length) {
    if (length.truncatedTo(ChronoUnit.SECONDS).equals(length)) {
      return length.toSeconds() + "s";
    }
    return BigDecimal.valueOf(length.toSeconds())
            .add(BigDecimal.valueOf(length.toNanosPart(), NANO_DIGITS))
            .movePointRight(MILLI_DIGITS)
            .stripTrailingZeros()
            .toPlainString()
        + "ms";
  }
}
