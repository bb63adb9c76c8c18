package io.github.frebscope.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a configuration's values look like at a prompt: one line each. */
class OneLineTest {
  private static final Path SERVER = Path.of("testdata/untraced/web01");

  @Test
  void values_are_told_in_a_line() throws IOException {
    ServerConfig config = ServerConfig.read(ConfigFiles.in(SERVER));
    Site site = config.site("tickets").orElseThrow();
    AppPool pool = config.pool("Tickets").orElseThrow();

    assertThat(config).hasToString("config/applicationHost.config: 1 site, 2 pools");
    assertThat(site).hasToString("tickets (3): http *:80:tickets.fabrik.example; tracing on");
    assertThat(site.tracing())
        .hasToString("on, to %SystemDrive%\\inetpub\\logs\\FailedReqLogFiles, 50 files of 1024 KB");
    assertThat(site.applications()).hasToString("[/ in pool Tickets]");
    assertThat(site.log()).hasToString("W3C, to %SystemDrive%\\inetpub\\logs\\LogFiles");
    assertThat(pool).hasToString("Tickets: OnDemand, idle time-out 00:20:00, recycle 1.05:00:00");
    assertThat(pool.idleTimeout())
        .hasToString("applicationPools/add[@name='Tickets']/processModel@idleTimeout = 00:20:00");
    assertThat(RequestOutcome.of("/basket", 502, 3).taking(Duration.ofMillis(812)))
        .hasToString("502.3 at /basket after 812 ms");
    assertThat(config.failureRules(site, "/").answer(RequestOutcome.of("/", 404)).toString())
        .startsWith("NOT_TRACED by * on 502 (config/applicationHost.config line 140): ");
  }

  @Test
  void farms_and_rules_too() {
    Setting<Boolean> on =
        new Setting<>(true, "f", 1, "webFarms/webFarm", "enabled", Setting.Origin.OWN);
    Setting<Duration> timeout = on.map(x -> Duration.ofSeconds(30));
    WebFarm farm =
        new WebFarm(
            "shopfarm",
            on,
            List.of(new WebFarm.Member("web01", on, 80, 443)),
            timeout,
            on.map(x -> ""),
            timeout,
            timeout,
            on.map(x -> ""),
            on.map(x -> 0));
    assertThat(farm).hasToString("shopfarm: web01; time-out 00:00:30");
    assertThat(new RewriteRule("to farm", false, true, "*", "Rewrite", "http://shop/{R:0}", "f", 1))
        .hasToString("to farm: * to http://shop/{R:0}, off");
  }
}
