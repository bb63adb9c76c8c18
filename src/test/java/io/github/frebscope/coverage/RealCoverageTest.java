package io.github.frebscope.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.testing.Shared;
import io.github.frebscope.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real traces and cases with known answers. */
class RealCoverageTest {
  private static Coverage coverage(Path file) throws IOException {
    return Coverage.of(Timeline.of(Frebscope.read(file)));
  }

  @Test
  void all_real_traces_are_whole_and_verbose() throws IOException {
    List<Path> files = Shared.traces(Shared.dir("corpus"));
    assertThat(files).hasSize(43);
    for (Path file : files) {
      Coverage coverage = coverage(file);
      assertThat(coverage.flaws()).as(file.toString()).isEmpty();
      ProviderCoverage server = coverage.providers().get(0);
      assertThat(server.name()).isEqualTo("WWW Server");
      assertThat(server.highestLevel()).isEqualTo(5);
      assertThat(server.areas()).containsKeys("Cache", "RequestNotifications");
      assertThat(coverage.absenceProves("GENERAL_MODULE_FACTORY_FAILED")).isTrue();
    }
  }

  @Test
  void the_refused_connection_proves_that_nothing_was_answered() throws IOException {
    Path corpus = Shared.dir("corpus");
    Path file =
        Shared.traces(corpus).stream()
            .filter(f -> f.toString().contains("arr-bad-backend"))
            .findFirst()
            .orElseThrow();
    Coverage coverage = coverage(file);
    assertThat(coverage.absenceProves("ARR_RESPONSE_HEADERS_START")).isTrue();
    assertThat(coverage.canHave("FASTCGI_START").isUnknown()).isTrue();
  }

  @Test
  void of_the_cases_only_the_truncated_one_is_not_whole() throws IOException {
    List<Path> files = Shared.traces(Shared.dir("cases"));
    assertThat(files).hasSize(16);
    for (Path file : files) {
      Coverage coverage = coverage(file);
      boolean isTruncated = file.toString().contains("11-truncated");
      assertThat(coverage.isWhole()).as(file.toString()).isEqualTo(!isTruncated);
      if (isTruncated) {
        assertThat(coverage.flaws().get(0).kind()).isEqualTo(Flaw.Kind.SIZE_LIMIT);
        assertThat(coverage.absenceProves("GENERAL_MODULE_FACTORY_FAILED")).isFalse();
      }
    }
  }
}
