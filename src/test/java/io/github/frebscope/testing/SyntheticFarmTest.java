package io.github.frebscope.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticFarmTest {
  @Test
  void filesAreAsLargeAndAsVariedAsRealOnes(@TempDir Path folder) throws IOException {
    SyntheticFarm.write(folder, 80, 7);

    List<Path> files = Shared.traces(folder);
    assertThat(files).hasSize(80);
    long bytes = 0;
    long events = 0;
    Set<StatusCode> statuses = new TreeSet<>();
    for (Path file : files) {
      bytes += Files.size(file);
      Trace trace = DomTraces.read(file);
      events += trace.events().size();
      statuses.add(trace.request().status().orElseThrow());
    }
    assertThat(bytes / files.size()).isBetween(80_000L, 100_000L);
    assertThat(events / files.size()).isBetween(70L, 100L);
    assertThat(statuses).contains(StatusCode.of(502, 3), StatusCode.of(502, 5), StatusCode.of(404));
  }

  @Test
  void theSameSeedGivesTheSameFile() {
    assertThat(SyntheticFarm.trace(11, 3).bytes()).isEqualTo(SyntheticFarm.trace(11, 3).bytes());
    assertThat(SyntheticFarm.trace(11, 3).bytes()).isNotEqualTo(SyntheticFarm.trace(12, 3).bytes());
  }
}
