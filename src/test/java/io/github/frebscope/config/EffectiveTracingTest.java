package io.github.frebscope.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectiveTracingTest {
  @TempDir Path folder;

  @Test
  void a_table_of_the_sites() {
    ServerConfig config =
        new MadeServer(folder)
            .tracing("enabled=\"true\" directory=\"D:\\traces\"")
            .defaults("directory=\"E:\\t\"")
            .rule("crm", "*.aspx", "statusCodes=\"404\"")
            .rule("crm/api", "*", "statusCodes=\"502\" timeTaken=\"00:00:10\"")
            .read();

    EffectiveTracing tracing = EffectiveTracing.of(config);

    assertThat(tracing)
        .hasToString(
            """
            id  site  tracing  directory  rules
             3  crm   on       D:\\traces  *.aspx on 404; in /api: %s
             4  shop  off      E:\\t       no rule"""
                .formatted("*.aspx on 404; * on 502, or after 10 s"));
    assertThat(tracing.rows())
        .extracting(EffectiveTracing.Row::canTrace)
        .containsExactly(true, false);
    assertThat(tracing.rows().get(1)).hasToString("shop (4): off, no rule");
  }
}
