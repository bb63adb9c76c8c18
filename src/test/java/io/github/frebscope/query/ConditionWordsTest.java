package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.testing.MadeSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions as words, and their texts as words again. */
class ConditionWordsTest {
  private static final Vocabulary<TraceSummary> WORDS = Vocabulary.ofTraces();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status=502|status=502",
        "STATUS = 502 | status=502",
        "status=502,504|status=502,504",
        "status=502, 504|status=502,504",
        "status=502..504|status>=502 and status<=504",
        "status=502..|status>=502",
        "status=..504|status<=504",
        "status!=200|status!=200",
        "status!=200,304|not (status=200,304)",
        "status=502.3|statusCode=502.3",
        "status=404,502.3|status=404 or statusCode=502.3",
        "status!=404,502.3|status!=404 and statusCode!=502.3",
        "status>=502.3|statusCode>=502.3",
        "status=502.3..503|statusCode>=502.3 and statusCode<504",
        "status=500..502.3|statusCode>=500 and statusCode<=502.3",
        "statusCode=500..502|statusCode>=500 and statusCode<503",
        "statusCode<=502|statusCode<503",
        "statusCode<=502.0|statusCode<=502.0",
        "statusCode>502|statusCode>=503",
        "statusCode<502|statusCode<502",
        "statusCode>502.0|statusCode>502.0",
        "statusCode=502|statusCode=502",
        "timeTaken>=30s|timeTakenMs>=30s",
        "timeTaken>=30|timeTakenMs>=30ms",
        "timeTakenMs<1.5s|timeTakenMs<1500ms",
        "timeTaken>2min|timeTakenMs>120s",
        "timeTaken>2m|timeTakenMs>120s",
        "timeTaken=1s..1h|timeTakenMs>=1s and timeTakenMs<=3600s",
        "waitMs<0.5ms|waitMs<0.5ms",
        "start=2026-01-14|start>=2026-01-14T00:00:00.000Z and start<2026-01-15T00:00:00.000Z",
        "start>2026-01-14|start>=2026-01-15T00:00:00.000Z",
        "start<=2026-01-14T10:22|start<2026-01-14T10:23:00.000Z",
        "start>=2026-01-14T10|start>=2026-01-14T10:00:00.000Z",
        "start>=2026-01-14T10:00+01:00|start>=2026-01-14T09:00:00.000Z",
        "start='2026-01-14 10:22:31.5Z'|start=2026-01-14T10:22:31.500Z",
        "start=2026-01-14..2026-01-15|start>=2026-01-14T00:00:00.000Z and start<2026-01-16T00:00:00.000Z",
        "start='2026-01-14 10:00'..'2026-01-14 11:00'|start>=2026-01-14T10:00:00.000Z and"
            + " start<2026-01-14T11:01:00.000Z",
        "url~\\.aspx|url~\\.aspx",
        "url~a{1,2}|url~\"a{1,2}\"",
        "url!~x|not (url~x)",
        "module=-|module=-",
        "module!=-|module!=-",
        "module=-,x|module=x or module=-",
        "module!=-,x|not (module=x or module=-)",
        "module='-'|module=\"-\"",
        "path=/a/../b|path=/a/../b",
        "rule='to farm'|rule=\"to farm\"",
        "rule=\"say \"\"no\"\"\"|rule=\"say \"\"no\"\"\"",
        "complete=FALSE|complete=no",
        "not failure|not (failure=yes)",
        "confidence>=medium|confidence>=medium",
        "phase=connecting-and-sending|phase=\"connecting and sending\"",
        "weekday=monday,SUNDAY|weekday=Monday,Sunday",
        "errorCode=0x80072EE2|errorCode=2147954402",
        "headers=user-agent|headers=user-agent",
        "headers==a,b|headers==a,b",
        "headers==()|headers==()",
        "status=()|status=()",
        "evidence=3|evidence=3",
        "header:User-Agent~curl|header:user-agent~curl",
        "status=502 and (module=a or module=b)|status=502 and (module=a or module=b)",
        "status=502 or module=a and module=b|status=502 or (module=a and module=b)",
        "NOT (status=502)AND failure|not (status=502) and failure=yes",
        "(status=502)|status=502",
      })
  void are_read(String words, String meaning) {
    assertThat(WORDS.condition(words)).hasToString(meaning);
    assertThat(WORDS.condition(meaning)).hasToString(meaning);
  }

  @Test
  void parentheses_of_an_expression_are_its_own() {
    assertThat(WORDS.condition("(url~(a|b)c or url~x)")).hasToString("url~\"(a|b)c\" or url~x");
  }

  @Test
  void a_blank_text_asks_nothing() {
    assertThat(WORDS.condition("  ")).hasToString("");
    assertThat(WORDS.condition("not ()").test(MadeSummary.failure().build())).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "staus=502|0|there is no attribute 'staus'; did you mean status",
        "status=502 and modul=x|15|did you mean module",
        "flavour=x|0|there are file, server, site",
        "status|6|after 'status' comes one of = != ~ !~ > >= < <=",
        "status=|7|a value is missing",
        "status=abc|7|'abc' is no whole number",
        "timeTaken>soon|10|'soon' is no length of time; write 30s",
        "start>yesterday|6|'yesterday' is no time; write 2026-01-14",
        "start=2026-13-01|6|is no time",
        "confidence=hig|11|is none of high, medium, low; did you mean high?",
        "complete=maybe|9|is neither yes nor no",
        "url~(|5|this is no regular expression",
        "headers>3|8|no value is larger or smaller in 'headers'",
        "status=502 && failure|11|'and' or 'or' is missing before '&&'; write 'and'",
        "status=502 module=x|11|'and' or 'or' is missing before 'module'",
        "(status=502|11|a ) is missing",
        "status=502)|10|missing before ')'",
        "rule=\"a|5|the quote \" has no end",
        "module = Application Request|21|a value with blanks or signs stands in quotes",
        "and|0|there is no attribute 'and'",
        "status=..|7|a range has a value before or after",
        "status>-|7|no value is larger",
        "timeTaken>=99999999999999999999999999h|11|is too long",
      })
  void say_what_is_wrong_and_where(String words, int at, String problem) {
    assertThatThrownBy(() -> WORDS.condition(words))
        .isInstanceOfSatisfying(
            WordsException.class,
            e -> {
              assertThat(e.problem()).contains(problem);
              assertThat(e.at()).isEqualTo(at);
              assertThat(e.words()).isEqualTo(words);
            });
  }

  @Test
  void show_the_place() {
    assertThatThrownBy(() -> WORDS.condition("status=502 and modul=x"))
        .hasMessage(
            """
            there is no attribute 'modul'; did you mean module?
              status=502 and modul=x
                             ^\
            """);
    assertThatThrownBy(() -> WORDS.condition("(".repeat(9999))).hasMessageContaining("more than");
  }

  @Test
  void an_error_code_may_be_written_as_signed() {
    assertThat(WORDS.condition("errorCode=-2147012867"))
        .hasToString("errorCode=2147954429")
        .hasToString(WORDS.condition("errorCode=0x80072EFD").toString());
    assertThat(WORDS.condition("site=-1")).hasToString("site=-1");
  }

  @Test
  void as_many_tests_as_the_stack_holds() {
    TraceSummary trace = MadeSummary.failure().build();
    for (String joint : List.of(" and ", " or ")) {
      String many = String.join(joint, Collections.nCopies(1_000, "status=502"));
      assertThat(WORDS.condition(many).test(trace)).isTrue();
      assertThatThrownBy(() -> WORDS.condition(many + joint + "status=502"))
          .isInstanceOf(WordsException.class)
          .hasMessageContaining("more than 1,000 tests");
    }
    String names = "x,".repeat(1_000) + "x";
    assertThatThrownBy(() -> WORDS.condition("headers=" + names))
        .isInstanceOf(WordsException.class)
        .hasMessageContaining("more than 1,000 values");
    assertThat(WORDS.condition("verb=" + names + ",GET").test(trace)).isTrue();
  }

  @Test
  void no_expression_takes_hours_or_the_stack() {
    String host = "http://www.mosaic.example/";
    TraceSummary hostile = MadeSummary.failure().url(host + "x".repeat(9_000)).build();
    for (String regex : List.of("(x+x+)+y", "(.|x)*y", "(x|x)*y")) {
      Condition<TraceSummary> condition = WORDS.condition("url~\"" + regex + "\"");
      assertThat(condition.test(MadeSummary.failure().url(host + "xxy").build())).isTrue();
      assertThatThrownBy(() -> condition.test(hostile))
          .isInstanceOfSatisfying(
              WordsException.class,
              e -> assertThat(e.problem()).contains("too many steps on a value of 9,026"));
    }
    assertThat(WORDS.condition("url~mosaic.*x$").test(hostile)).isTrue();
    assertThat(WORDS.condition("url~\\.example/(x{9000})$").test(hostile)).isTrue();
  }

  @Test
  void own_attributes_are_words_too() {
    Attribute<String> tenant = Attribute.of("my tenant", String.class, TraceSummary::server);
    Condition<TraceSummary> condition = tenant.is("a b").and(Attributes.STATUS.is(502));
    assertThat(condition).hasToString("\"my tenant\"=\"a b\" and status=502");
    assertThat(WORDS.with(List.of(tenant)).condition(condition.toString()))
        .hasToString(condition.toString());
  }

  @Test
  void what_is_printed_is_read_as_the_same_condition() {
    List<TraceSummary> traces = traces();
    for (int seed = 0; seed < 3000; seed++) {
      Condition<TraceSummary> made = new Made(new Random(seed), traces).condition(3);
      Condition<TraceSummary> read = WORDS.condition(made.toString());
      assertThat(read).as("seed %d", seed).hasToString(made.toString());
      assertThat(traces.stream().map(read::test))
          .as("seed %d: %s", seed, made)
          .containsExactlyElementsOf(traces.stream().map(made::test).toList());
    }
  }

  private static List<TraceSummary> traces() {
    List<TraceSummary> traces = new ArrayList<>();
    String[] modules = {
      "ApplicationRequestRouting", "a \"b\", c", "-", "not", "(x", "a..b", "'", ""
    };
    for (int i = 0; i < 24; i++) {
      traces.add(
          MadeSummary.failure()
              .by(modules[i % modules.length], i % 3 == 0 ? "502.3" : "50" + i % 5)
              .on("WEB" + i % 4, i)
              .url("http://www.mosaic.example:80/\u00c4/order/" + i + "?a=b,c")
              .at(Instant.parse("2026-01-14T10:00:00Z").plusNanos(i * 1_234_567_891L))
              .waited(i % 2 == 0 ? null : Duration.ofNanos(i * 777_777_777L))
              .build());
    }
    return traces;
  }

  /** Random conditions over all attributes, of values that traces have or nearly have. */
  private record Made(Random random, List<TraceSummary> traces) {
    Condition<TraceSummary> condition(int depth) {
      int kind = depth == 0 ? 9 : random.nextInt(10);
      return switch (kind) {
        case 0, 1 -> condition(depth - 1).and(condition(depth - 1));
        case 2, 3 -> condition(depth - 1).or(condition(depth - 1));
        case 4 -> condition(depth - 1).negate();
        default -> test(Attributes.all().get(random.nextInt(Attributes.all().size())));
      };
    }

    private <T> Condition<TraceSummary> test(Attribute<T> attribute) {
      List<T> values = traces.stream().flatMap(t -> attribute.of(t).stream()).distinct().toList();
      if (values.isEmpty()) {
        return random.nextBoolean() ? attribute.missing() : attribute.present();
      }
      T value = values.get(random.nextInt(values.size()));
      T other = values.get(random.nextInt(values.size()));
      String text = ConditionText.plain(value);
      String part = text.substring(0, random.nextInt(text.length() + 1));
      Object element =
          value instanceof Collection<?> list
              ? list.isEmpty() ? "x" : list.iterator().next()
              : value;
      boolean isOrdered = attribute.isOrdered();
      return switch (random.nextInt(isOrdered ? 13 : 8)) {
        case 0 -> attribute.is(value);
        case 1 -> attribute.isNot(value);
        case 2 -> attribute.in(Arrays.asList(value, other));
        case 3 -> attribute.missing();
        case 4 -> attribute.contains(part.toUpperCase(java.util.Locale.ROOT));
        case 5 -> attribute.matches(java.util.regex.Pattern.quote(part));
        case 6 -> attribute.has(element);
        case 7 -> attribute.in(List.of());
        case 8 -> attribute.atLeast(value);
        case 9 -> attribute.atMost(value);
        case 10 -> attribute.above(value);
        case 11 -> attribute.below(value);
        default -> attribute.between(value, other);
      };
    }
  }
}
