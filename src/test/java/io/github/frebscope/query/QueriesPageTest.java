package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What docs/queries.md says is so; {@code -Dfrebscope.update=true} writes its table of attributes
 * anew.
 */
class QueriesPageTest {
  private static final Path PAGE = Path.of("docs", "queries.md");
  private static final String BEGIN = "<!-- attributes -->\n";
  private static final String END = "<!-- end of attributes -->\n";
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private static String page() throws IOException {
    return Files.readString(PAGE).replace("\r\n", "\n");
  }

  private static String table() {
    return Attributes.all().stream()
        .map(a -> "| `" + a.name() + "` | " + type(a) + " | " + a.description() + " |\n")
        .collect(Collectors.joining("", "| word | type | what |\n|---|---|---|\n", ""));
  }

  private static String type(Attribute<?> attribute) {
    Class<?> type = attribute.type();
    if (type == Duration.class) {
      return "time, ms";
    }
    if (type == Instant.class) {
      return "moment";
    }
    if (type == List.class) {
      return "list";
    }
    if (type == Boolean.class) {
      return "yes, no";
    }
    return Number.class.isAssignableFrom(type) ? "number" : "text";
  }

  @Test
  void tells_every_attribute() throws IOException {
    String page = page();
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    if (Boolean.getBoolean("frebscope.update")) {
      Files.writeString(PAGE, page.substring(0, from) + table() + page.substring(to));
    }
    assertThat(page().substring(from)).startsWith(table() + END);
  }

  /** The code in the first column of a chapter's table. */
  private static List<String> words(String chapter) throws IOException {
    String rest = page().split("\n## " + chapter + "\n", 2)[1];
    List<String> words =
        rest.split("\n## ", 2)[0]
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split(" \\| ", 2)[0])
            .flatMap(cell -> CODE.matcher(cell).results())
            .map(MatchResult::group)
            .map(code -> code.substring(1, code.length() - 1))
            .toList();
    assertThat(words).hasSizeGreaterThan(8);
    return words;
  }

  @Test
  void conditions_can_be_typed() throws IOException {
    for (String condition : words("Conditions")) {
      if (condition.matches(".*[=<>~].*|failure")) {
        assertThat(Vocabulary.ofTraces().condition(condition).toString())
            .as(condition)
            .isNotEmpty();
      }
    }
  }

  @Test
  void figures_can_be_typed() throws IOException {
    for (String word : words("Figures")) {
      if (word.contains("(") || List.of("count", "share", "rate").contains(word)) {
        assertThat(Vocabulary.ofTraces().aggregate(word).label()).as(word).isNotEmpty();
      } else if (!word.startsWith("...")) {
        assertThat(Vocabulary.ofTraces().aggregate(word + "(waitMs)").label())
            .isEqualTo(word + "(waitMs)");
      }
    }
  }

  /** The recipe as it stands there gives the id that the program gives. */
  @Test
  void a_fingerprint_can_be_made_by_hand() throws IOException {
    String recipe = page().split("```text\n", 2)[1].split("```", 2)[0];
    String id =
        "1-"
            + Hashing.sha256()
                .hashString(recipe, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 10);
    assertThat(Files.readString(Path.of("docs", "cookbook.md"))).contains(id);
  }
}
