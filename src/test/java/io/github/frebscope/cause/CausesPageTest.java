package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.Causes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** docs/causes.md tells what the rules do; {@code -Dfrebscope.update=true} writes it anew. */
class CausesPageTest {
  private static final Path PAGE = Path.of("docs", "causes.md");

  @Test
  void is_current() throws IOException {
    String text = CausesPage.text();
    if (Boolean.getBoolean("frebscope.update")) {
      Files.writeString(PAGE, text);
    }
    assertThat(Files.readString(PAGE)).isEqualToNormalizingNewlines(text);
  }

  @Test
  void look_alikes_are_causes_themselves() {
    List<String> ids = Causes.all().stream().map(Cause::id).toList();
    assertThat(ids).doesNotHaveDuplicates();
    for (Cause cause : Causes.all()) {
      assertThat(cause.confusions())
          .as("%s", cause)
          .allSatisfy(c -> assertThat(ids).contains(c.other()));
      assertThat(cause.sources()).as("%s", cause).isNotEmpty();
    }
  }

  /** A cause that names modules is found only when the module is known. */
  private static Optional<String> onlyWhatIsAlwaysThere(String name) {
    return List.of("module", "status").contains(name) ? Optional.of("x") : Optional.empty();
  }

  /** A text that cannot be rendered would fail only when its cause is found. */
  @Test
  void templates_can_be_filled() {
    for (Cause cause : Causes.all()) {
      for (String template :
          List.of(cause.says(), cause.remedy().orElse(""), cause.next().orElse(""))) {
        assertThat(Template.render(template, CausesPageTest::onlyWhatIsAlwaysThere))
            .as("%s without values", cause)
            .doesNotContain("{", "}", "[", "]", "?", "  ");
        assertThat(Template.render(template, name -> Optional.of("x")))
            .as("%s with values", cause)
            .doesNotContain("{", "}", "[", "]", "  ");
      }
    }
  }
}
