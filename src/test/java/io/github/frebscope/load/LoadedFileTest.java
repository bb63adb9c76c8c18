package io.github.frebscope.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.classify.Classifier;
import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.source.TraceFile;
import io.github.frebscope.testing.Fixtures;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LoadedFileTest {
  @Test
  void a_file_too_large_for_the_memory_costs_only_itself() {
    LoadedFile loaded =
        load(
            text -> {
              throw new OutOfMemoryError("Java heap space");
            });
    assertThat(loaded.summary()).isEmpty();
    assertThat(loaded.failure()).contains("-Xmx");
  }

  @Test
  void a_defect_costs_only_the_file_it_shows_in() {
    LoadedFile loaded =
        load(
            text -> {
              throw new StackOverflowError("odd");
            });
    assertThat(loaded.summary()).isEmpty();
    assertThat(loaded.failure()).contains("please report", "odd");
  }

  private static LoadedFile load(UnaryOperator<String> texts) {
    return LoadedFile.load(
        TraceFile.of(Fixtures.trace("arr-502.3-refused")),
        TraceReader.standard(),
        Classifier.standard(),
        texts,
        List.of());
  }
}
