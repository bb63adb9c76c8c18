package io.github.frebscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.TimeByModule;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.timeline.Timeline;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeByModuleReportTest {
  @ParameterizedTest
  @ValueSource(ints = {40, 50, 60, 80, 120})
  void figures_are_whole_at_every_width(int width) throws IOException {
    TimeByModule times = new TimeByModule();
    times.add(Timeline.of(Frebscope.read(Fixtures.trace("arr-502.3-receive-timeout"))));
    String text =
        TimeByModuleReport.of(times).text(new ReportOptions(width, false, Redaction.on()));
    assertThat(text.lines()).allMatch(line -> TerminalText.width(line) <= width);
    assertThat(text)
        .contains("100.0 %  30,000 ms ±16 ms")
        .doesNotContainPattern("[\\d,±%] ?\\.\\.\\.")
        .doesNotContainPattern("<?\\d+\\.\\.\\.");
    assertThat(text.contains("p95               Max")).isEqualTo(width >= 50);
  }
}
