package io.github.frebscope.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An attribute that is read, as IIS's schema defines it: a row of {@code attributes.tsv}.
 *
 * @param element the element
 * @param name its name
 * @param type how its text is to be understood
 * @param standard its default, {@code -} for none
 * @param allowed what it may be, {@code -} for anything
 */
record SchemaAttribute(String element, String name, Type type, String standard, String allowed) {
  enum Type {
    BOOL,
    ENUM,
    FLAGS,
    NUMBER,
    SECONDS,
    TIMESPAN,
    STRING
  }

  private static final Map<String, SchemaAttribute> ALL = load();

  private static Map<String, SchemaAttribute> load() {
    Map<String, SchemaAttribute> all = new HashMap<>();
    for (List<String> row : Tsv.rows("attributes.tsv")) {
      Type type = Type.valueOf(row.get(2).toUpperCase(Locale.ROOT));
      SchemaAttribute attribute =
          new SchemaAttribute(row.get(0), row.get(1), type, row.get(3), row.get(4));
      if (all.put(row.get(0) + "@" + row.get(1), attribute) != null) {
        throw new IllegalStateException("attributes.tsv has " + attribute + " twice");
      }
    }
    return all;
  }

  static SchemaAttribute of(String element, String name) {
    SchemaAttribute attribute = ALL.get(element + "@" + name);
    if (attribute == null) {
      throw new IllegalStateException("attributes.tsv has no " + element + "@" + name);
    }
    return attribute;
  }

  /** All rows, for the test of the table. */
  static List<SchemaAttribute> all() {
    return List.copyOf(ALL.values());
  }

  /** The value that a text stands for; empty when IIS would refuse it. */
  Optional<Object> parse(String text) {
    return switch (type) {
      case BOOL -> ConfigText.parseBool(text).map(b -> (Object) b);
      case ENUM -> named(text);
      case FLAGS -> Optional.of(text).filter(this::areFlags).map(t -> (Object) t);
      case NUMBER -> ConfigText.parseNumber(text).filter(this::inRange).map(n -> (Object) n);
      case SECONDS ->
          ConfigText.parseNumber(text).filter(this::inRange).map(n -> Duration.ofSeconds(n));
      case TIMESPAN ->
          ConfigText.parseTimeSpan(text)
              .filter(span -> inRange(span.toSeconds()))
              .map(span -> (Object) span);
      case STRING -> Optional.of(text);
    };
  }

  /** What it may be, to be put into a sentence. */
  String expected() {
    String range = allowed.equals("-") ? "" : " within " + allowed;
    return switch (type) {
      case BOOL -> "true or false";
      case ENUM -> "one of " + allowed;
      case FLAGS -> "some of " + allowed;
      case NUMBER -> "a number" + range;
      case SECONDS -> "a number of seconds" + range;
      case TIMESPAN -> "hh:mm:ss" + (range.isEmpty() ? "" : range + " seconds");
      case STRING -> "a text";
    };
  }

  private Optional<Object> named(String text) {
    return names().stream()
        .filter(name -> name.equalsIgnoreCase(text.strip()))
        .findFirst()
        .map(name -> (Object) name);
  }

  private boolean areFlags(String text) {
    return text.isBlank()
        || Arrays.stream(text.split(",", -1))
            .allMatch(flag -> names().stream().anyMatch(flag.strip()::equalsIgnoreCase));
  }

  private List<String> names() {
    return List.of(allowed.split(",", -1));
  }

  private boolean inRange(long number) {
    int dots = allowed.indexOf("..");
    return dots < 0
        || (number >= Long.parseLong(allowed.substring(0, dots))
            && number <= Long.parseLong(allowed.substring(dots + 2)));
  }
}
