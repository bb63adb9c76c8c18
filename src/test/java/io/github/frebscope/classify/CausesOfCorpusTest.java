package io.github.frebscope.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.testing.Shared;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Real traces that lie beside the checkout. One of them is a failure of a gateway; whatever the
 * others are, none may be given a gateway's cause.
 */
class CausesOfCorpusTest {
  private record Row(String file, Verdict verdict) {
    String text() {
      return file.substring(0, file.indexOf('.'))
          + " "
          + verdict.status().map(Object::toString).orElse("?")
          + " "
          + verdict.module().orElse("-")
          + " "
          + verdict.cause().map(Cause::id).orElse("-");
    }
  }

  private static List<Row> rows() {
    return Shared.traces(Shared.dir("corpus")).stream().map(CausesOfCorpusTest::row).toList();
  }

  private static Row row(Path file) {
    return new Row(file.getFileName().toString(), RealTraces.classify(RealTraces.read(file)));
  }

  private static List<String> texts(Predicate<Verdict> wanted) {
    return rows().stream().filter(r -> wanted.test(r.verdict())).map(Row::text).toList();
  }

  @Test
  void every_failure_with_its_module_and_cause() {
    assertThat(texts(Verdict::isFailure))
        .containsExactly(
            "fr000004 404 IIS Web Core -",
            "fr000008 500.19 RequestFilteringModule -",
            "fr000010 500 IsapiModule -",
            "fr000018 500 ManagedPipelineHandler -",
            "fr000021 403 ManagedPipelineHandler -",
            "fr000022 503 ManagedPipelineHandler -",
            "fr000031 401.2 IIS Web Core -",
            "fr000033 401.2 IIS Web Core -",
            "fr000035 500.21 IIS Web Core -",
            "fr000037 405 WebDAVModule -",
            "fr000043 500 IsapiModule -",
            "fr000049 500 FastCgiModule -",
            "fr000064 200 RewriteModule -",
            "fr000065 200 RewriteModule -",
            "fr000067 404.11 RequestFilteringModule -",
            "fr000069 400 ApplicationRequestRouting -",
            "fr000070 502.3 ApplicationRequestRouting CONNECT_REFUSED");
  }

  @Test
  void what_did_not_fail_has_no_cause() {
    List<Row> well = rows().stream().filter(r -> !r.verdict().isFailure()).toList();
    assertThat(well).isNotEmpty();
    assertThat(well)
        .allSatisfy(
            r -> {
              assertThat(r.verdict().cause()).as(r.file()).isEmpty();
              assertThat(r.verdict().alternatives()).as(r.file()).isEmpty();
            });
  }

  @Test
  void nothing_is_hinted_at_beside_the_refused_connection() {
    for (Row row : rows()) {
      assertThat(row.verdict().alternatives()).as(row.file()).isEmpty();
      if (row.verdict().cause().isPresent()) {
        assertThat(row.file()).startsWith("fr000070.");
        assertThat(row.verdict().confidence()).isEqualTo(Confidence.HIGH);
        assertThat(row.verdict().explanation())
            .contains(" The backend localhost:59999 is a site or process on this same server.");
      }
    }
  }
}
