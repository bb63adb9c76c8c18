package io.github.frebscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.trace.StatusCode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeaningsTest {
  private static final boolean ALL_KNOWN = true;
  private static final boolean NOTHING_KNOWN = false;

  private static Optional<String> summary(String module, int status, int subStatus, boolean known) {
    return Meanings.find(
            Optional.ofNullable(module),
            StatusCode.of(status, subStatus),
            OptionalLong.of(0),
            name -> known)
        .map(Meaning::summary);
  }

  /** A meaning that no status can reach, behind a more general one, is a mistake in the table. */
  @Test
  void summaries_are_their_own() {
    assertThat(Meanings.all()).extracting(Meaning::summary).doesNotHaveDuplicates();
  }

  @Test
  void the_usual_statuses_have_a_meaning_whoever_set_them() {
    for (int sub : new int[] {5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20}) {
      assertThat(summary(null, 404, sub, NOTHING_KNOWN)).as("404.%s", sub).isPresent();
    }
    for (int sub : new int[] {1, 2, 3, 4, 5}) {
      assertThat(summary(null, 401, sub, NOTHING_KNOWN)).as("401.%s", sub).isPresent();
    }
    for (int sub : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14, 16, 17, 18, 19}) {
      assertThat(summary(null, 403, sub, NOTHING_KNOWN)).as("403.%s", sub).isPresent();
    }
    for (int sub = 30; sub <= 38; sub++) {
      assertThat(summary("AspNetCoreModuleV2", 500, sub, NOTHING_KNOWN))
          .as("500.%s", sub)
          .isPresent();
    }
    for (int sub = 1000; sub <= 1018; sub++) {
      assertThat(summary("iisnode", 500, sub, NOTHING_KNOWN)).as("500.%s", sub).isPresent();
    }
    for (int sub = 1000; sub <= 1003; sub++) {
      assertThat(summary("iisnode", 503, sub, NOTHING_KNOWN)).as("503.%s", sub).isPresent();
    }
  }

  @Test
  void a_status_that_anybody_can_set_has_none() {
    assertThat(summary(null, 404, 0, ALL_KNOWN)).isEmpty();
    assertThat(summary("AcmeModule", 500, 0, ALL_KNOWN)).isEmpty();
    assertThat(summary("ApplicationRequestRouting", 502, 5, ALL_KNOWN)).isEmpty();
    assertThat(summary("AcmeModule", 500, 30, ALL_KNOWN)).isEmpty();
    assertThat(summary("AspNetCoreModule", 503, 0, ALL_KNOWN)).isEmpty();
  }

  @Test
  void a_configuration_error_needs_its_message() {
    assertThat(summary("IIS Web Core", 500, 19, ALL_KNOWN)).contains("the configuration is wrong");
    assertThat(summary("DynamicCompressionModule", 500, 19, NOTHING_KNOWN)).isEmpty();
  }

  @Test
  void templates_are_closed_and_name_values_that_the_head_of_the_table_lists() {
    Set<String> known =
        Set.of(
            "configFile",
            "configLine",
            "configMessage",
            "verb",
            "path",
            "extension",
            "urlLength",
            "queryLength",
            "contentLength",
            "deniedFile",
            "deniedAccount",
            "deniedAddress",
            "deniedHost",
            "deniedMime",
            "deniedImage",
            "logonError",
            "warning",
            "stderr",
            "aspError",
            "aspLine",
            "isapi",
            "module",
            "pool",
            "startText",
            "words",
            "code",
            "wait",
            "limit",
            "error",
            "status",
            "log");
    Set<String> named = new TreeSet<>();
    for (Meaning meaning : Meanings.all()) {
      named.addAll(meaning.needs());
      Stream.of(meaning.says(), meaning.remedy(), meaning.next().orElse(""))
          .forEach(
              text -> {
                assertThat(text.chars().filter(c -> c == '[').count())
                    .as(text)
                    .isEqualTo(text.chars().filter(c -> c == ']').count());
                Matcher gap = Pattern.compile("\\{([^}|]*)(\\|[^}]*)?}").matcher(text);
                while (gap.find()) {
                  named.add(gap.group(1));
                }
              });
    }
    assertThat(known).containsAll(named);
  }
}
