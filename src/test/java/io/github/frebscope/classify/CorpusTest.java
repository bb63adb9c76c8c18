package io.github.frebscope.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.testing.Shared;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Real traces that lie beside the checkout. */
class CorpusTest {
  @Test
  void errors_are_blamed_on_the_first_module_that_set_them_and_nothing_else_is_blamed()
      throws IOException {
    List<String> aborts = new ArrayList<>();
    Map<String, String> areas = areasOfModules();
    int errors = 0;
    for (Path file : Shared.traces(Shared.dir("corpus"))) {
      Trace trace = RealTraces.read(file);
      Verdict verdict = RealTraces.classify(trace);
      StatusCode status = trace.request().status().orElseThrow();
      assertThat(verdict.status()).as("%s", file).contains(status);
      if (status.isError()) {
        errors++;
        TraceEvent setter = firstSetter(trace, status);
        assertThat(verdict.module()).as("%s", file).isEqualTo(setter.data("ModuleName"));
        assertThat(verdict.area())
            .as("%s", file)
            .contains(areas.get(setter.data("ModuleName").orElseThrow()));
        assertThat(verdict.notification())
            .as("%s", file)
            .isEqualTo(setter.description("Notification"));
        assertThat(verdict.errorCode()).as("%s", file).isEqualTo(setter.number("ErrorCode"));
        assertThat(verdict.evidence().get(0).event()).as("%s", file).isEqualTo(setter.index());
        assertThat(verdict.confidence()).as("%s", file).isEqualTo(Confidence.HIGH);
      } else if (verdict.rule().equals("rewrite-abort")) {
        aborts.add(file.getFileName().toString());
      } else {
        assertThat(verdict.isFailure()).as("%s", file).isFalse();
        assertThat(verdict.module()).as("%s", file).isEqualTo(successSetter(trace, status));
        assertThat(verdict.explanation()).as("%s", file).contains("o failure");
      }
    }
    assertThat(errors).isGreaterThanOrEqualTo(15);
    assertThat(aborts).containsExactly("fr000064.rewrite-abort.xml", "fr000065.rewrite-abort.xml");
  }

  /** The map from module to area that lies beside the real traces. */
  private static Map<String, String> areasOfModules() throws IOException {
    Path table = Shared.dir("reference").resolve("module-areas.tsv");
    return Files.readAllLines(table).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1], (first, second) -> first));
  }

  /** Who set the success that the client got; the last one in the request itself. */
  private static Optional<String> successSetter(Trace trace, StatusCode status) {
    return trace.events().stream()
        .filter(e -> e.is("MODULE_SET_RESPONSE_SUCCESS_STATUS") && e.requestDepth() == 0)
        .filter(e -> e.number("HttpStatus").orElse(0) == status.status())
        .reduce((first, second) -> second)
        .flatMap(e -> e.data("ModuleName"));
  }

  private static TraceEvent firstSetter(Trace trace, StatusCode status) {
    return trace.events().stream()
        .filter(e -> e.is("MODULE_SET_RESPONSE_ERROR_STATUS"))
        .filter(e -> e.number("HttpStatus").orElse(0) == status.status())
        .filter(e -> e.number("HttpSubStatus").orElse(0) == status.subStatus())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_relayed_400_and_the_refused_connection() {
    Path corpus = Shared.dir("corpus");
    Verdict relayed = verdict(corpus, "fr000069.");
    assertThat(relayed.rule()).isEqualTo("relayed-status");
    assertThat(relayed.origin()).isEqualTo(Origin.RELAYED);
    assertThat(relayed.backend()).contains("localhost:$Port");
    Verdict refused = verdict(corpus, "fr000070.");
    assertThat(refused.origin()).isEqualTo(Origin.OWN);
    assertThat(refused.backend()).contains("localhost:59999");
    assertThat(refused.waited().orElseThrow().toMillis()).isEqualTo(8063);
  }

  @Test
  void the_aborts_name_their_rule() {
    Verdict abort = verdict(Shared.dir("corpus"), "fr000064.");
    assertThat(abort.status()).contains(StatusCode.of(200));
    assertThat(abort.module()).contains("RewriteModule");
    assertThat(abort.area()).contains("Rewrite");
    assertThat(abort.notification()).contains("BEGIN_REQUEST");
    assertThat(abort.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(abort.explanation()).containsPattern("the rule \"[^\"]+\" has the action");
  }

  private static Verdict verdict(Path corpus, String name) {
    Path file =
        Shared.traces(corpus).stream()
            .filter(f -> f.getFileName().toString().startsWith(name))
            .findFirst()
            .orElseThrow();
    return RealTraces.classify(RealTraces.read(file));
  }
}
