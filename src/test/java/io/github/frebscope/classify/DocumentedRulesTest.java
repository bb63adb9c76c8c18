package io.github.frebscope.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/classifier.md tells of every rule and clue there is, and of no other. */
class DocumentedRulesTest {
  private static final Path SOURCES = Path.of("src/main/java/io/github/frebscope/classify");
  private static final Path PAGE = Path.of("docs/classifier.md");

  /** In the sources of this package only ids are texts in kebab case. */
  private static final Pattern IN_CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

  /** On the page an id is a heading or the first cell of a row. */
  private static final Pattern ON_PAGE =
      Pattern.compile("(?m)^(?:### |\\| )`([a-z]+(?:-[a-z]+)+)`");

  @Test
  void every_id_is_documented_and_no_other() throws IOException {
    Set<String> code = new TreeSet<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        find(IN_CODE, file, code);
      }
    }
    assertThat(code).contains(SetByModule.ID, IndirectEvidence.UNKNOWN);
    Stream.concat(FailureClues.RULES.stream(), PresenceClues.RULES.stream())
        .forEach(rule -> assertThat(code).contains(rule.id()));

    Set<String> page = new TreeSet<>();
    find(ON_PAGE, PAGE, page);
    assertThat(page).isEqualTo(code);
  }

  private static void find(Pattern pattern, Path file, Set<String> into) throws IOException {
    pattern.matcher(Files.readString(file)).results().forEach(match -> into.add(match.group(1)));
  }
}
