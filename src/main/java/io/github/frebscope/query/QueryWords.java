package io.github.frebscope.query;

import io.github.frebscope.catalog.NearNames;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** A query as the options of a command line, and back. */
final class QueryWords<R> {
  private static final List<String> OPTIONS =
      List.of("--where", "--by", "--over", "--zone", "--agg", "--order-by", "--limit", "--pivot");

  private final Vocabulary<R> vocabulary;
  private String words = "";

  QueryWords(Vocabulary<R> vocabulary) {
    this.vocabulary = vocabulary;
  }

  static String of(Question<?> query) {
    List<String> words = new ArrayList<>();
    if (!query.condition().isAll()) {
      words.add("--where");
      words.add(word(query.condition().toString()));
    }
    List<String> names = query.keys().stream().map(k -> ConditionText.name(k.name())).toList();
    if (!names.isEmpty()) {
      words.add("--by");
      words.add(word(String.join(",", names)));
    }
    query
        .steps()
        .ifPresent(
            steps -> {
              words.add("--over");
              words.add(length(steps.length()));
              if (!steps.zone().equals(ZoneOffset.UTC)) {
                words.add("--zone");
                words.add(word(steps.zone().getId()));
              }
            });
    words.add("--agg");
    words.add(word(String.join(",", figureWords(query))));
    query
        .order()
        .ifPresent(
            order -> {
              words.add("--order-by");
              words.add(
                  CommandWords.quoted(order.column() + (order.isDescending() ? ":desc" : ":asc")));
            });
    if (query.limit() > 0) {
      words.add("--limit");
      words.add(Integer.toString(query.limit()));
    }
    if (query.isPivot()) {
      words.add("--pivot");
    }
    return String.join(" ", words);
  }

  private static List<String> figureWords(Question<?> query) {
    return query.figures().stream().map(Aggregate::words).toList();
  }

  private static String word(String text) {
    return CommandWords.quoted(CommandWords.singleQuotes(text));
  }

  private static String length(Duration length) {
    Duration hour = Duration.ofHours(1);
    Duration minute = Duration.ofMinutes(1);
    if (length.toMillis() % hour.toMillis() == 0) {
      return length.toHours() + "h";
    }
    return length.toMillis() % minute.toMillis() == 0
        ? length.toMinutes() + "m"
        : ConditionText.plain(length);
  }

  /** Reads the options of a query. */
  Question<R> parse(String text) {
    return parse(CommandWords.split(text));
  }

  /** Reads the options of a query. */
  Question<R> parse(List<String> given) {
    words = String.join(" ", given.stream().map(CommandWords::quoted).toList());
    Question<R> query = Question.all();
    Duration step = null;
    ZoneId zone = ZoneOffset.UTC;
    Iterator<String> all = given.iterator();
    while (all.hasNext()) {
      String option = all.next();
      if (option.equals("--pivot")) {
        query = query.pivot();
        continue;
      }
      if (!OPTIONS.contains(option)) {
        List<String> near = NearNames.of(option, OPTIONS);
        throw wrong(
            "'"
                + option
                + "' is no part of a query; "
                + (near.isEmpty()
                    ? "there are " + String.join(", ", OPTIONS)
                    : "did you mean " + String.join(", ", near) + "?"),
            option);
      }
      if (!all.hasNext()) {
        throw wrong("a value is missing after " + option, option);
      }
      String value = all.next();
      try {
        switch (option) {
          case "--over" -> step = step(value);
          case "--zone" -> zone = zone(value);
          default -> query = with(query, option, value);
        }
      } catch (WordsException e) {
        throw new WordsException(option + ": " + e.problem(), e.words(), e.at());
      }
    }
    return checked(step == null ? query : query.over(new TimeSteps(step, zone)));
  }

  private Question<R> with(Question<R> query, String option, String value) {
    return switch (option) {
      case "--where" -> query.where(vocabulary.condition(value));
      case "--by" -> query.by(vocabulary.fields(value));
      case "--agg" -> query.aggregate(vocabulary.aggregates(value));
      case "--order-by" -> order(query, value);
      default -> query.limited(limit(value));
    };
  }

  private Duration step(String value) {
    Duration step;
    try {
      step = ValueWords.duration(value);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage(), value);
    }
    if (step.compareTo(Duration.ofMillis(1)) < 0) {
      throw wrong("a step of time is at least 1 ms", value);
    }
    return step;
  }

  private ZoneId zone(String value) {
    try {
      return ZoneId.of(value).equals(ZoneId.of("UTC")) ? ZoneOffset.UTC : ZoneId.of(value);
    } catch (DateTimeException e) {
      List<String> near = NearNames.of(value, ZoneId.getAvailableZoneIds());
      throw wrong(
          "there is no time zone '"
              + value
              + "'; "
              + (near.isEmpty()
                  ? "write Europe/Berlin or +01:00"
                  : "did you mean " + String.join(", ", near) + "?"),
          value);
    }
  }

  private int limit(String value) {
    if (!value.matches("[1-9]\\d{0,8}")) {
      throw wrong("'" + value + "' is no number of rows; 1 is the least", value);
    }
    return Integer.parseInt(value);
  }

  private Question<R> order(Question<R> query, String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    boolean isAscending = lower.endsWith(":asc");
    boolean hasDirection = isAscending || lower.endsWith(":desc");
    String column = hasDirection ? value.substring(0, value.lastIndexOf(':')) : value;
    return query.ordered(new Question.Order(column, !isAscending));
  }

  /** Says now what could not be answered later. */
  private Question<R> checked(Question<R> query) {
    if (query.isPivot()) {
      int keys = query.keys().size() + (query.steps().isPresent() ? 1 : 0);
      if (keys != 2 || query.figures().size() != 1) {
        throw wrong(
            "a pivot takes two attributes, or --over and one, and one aggregate", "--pivot");
      }
      return query;
    }
    List<Column> columns = query.columns();
    query
        .order()
        .map(Question.Order::column)
        .filter(c -> Vocabulary.place(columns, c).isEmpty())
        .ifPresent(
            c -> {
              List<String> names = columns.stream().map(Column::name).toList();
              List<String> near = NearNames.of(c, names);
              throw wrong(
                  "there is no column '"
                      + c
                      + "' to order by; "
                      + (near.isEmpty()
                          ? "there are " + String.join(", ", names)
                          : "did you mean " + String.join(", ", near) + "?"),
                  c);
            });
    return query;
  }

  private WordsException wrong(String problem, String word) {
    return new WordsException(problem, words, Math.max(0, words.indexOf(word)));
  }
}
