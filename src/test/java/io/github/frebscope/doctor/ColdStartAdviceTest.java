package io.github.frebscope.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.config.AppPool;
import io.github.frebscope.config.ConfigFiles;
import io.github.frebscope.config.ServerConfig;
import io.github.frebscope.config.Setting;
import io.github.frebscope.config.Site;
import io.github.frebscope.config.WebFarm;
import io.github.frebscope.farm.AfterQuiet;
import io.github.frebscope.farm.ColdStartEvidence;
import io.github.frebscope.farm.ColdStartEvidence.Rhythm;
import io.github.frebscope.farm.ColdStarts;
import io.github.frebscope.farm.QuietGaps;
import io.github.frebscope.farm.UsualTimes;
import io.github.frebscope.farm.WatchedSite;
import io.github.frebscope.log.W3cLog;
import io.github.frebscope.log.WindowsEvent;
import io.github.frebscope.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdStartAdviceTest {
  private static final Instant EIGHT = Instant.parse("2026-03-09T08:00:00Z");

  @TempDir Path dir;

  @Test
  void what_a_cold_farm_should_change_and_nothing_else() throws IOException {
    List<SettingAdvice> advice = ColdStartAdvice.of(scenario("01-seed-story"));
    assertThat(advice)
        .extracting(
            a -> a.setting().attribute() + "=" + a.setting().value() + ">" + a.recommended())
        .hasSize(9)
        .startsWith(
            "startMode=OnDemand>AlwaysRunning",
            "preloadEnabled=false>true",
            "idleTimeout=00:20:00>00:00:00");
    assertThat(advice.get(0).server()).isEqualTo("node-a");
    assertThat(advice.get(0).setting().element())
        .isEqualTo("applicationPools/add[@name='DeskPool']");
    assertThat(advice.get(0).seen())
        .isEqualTo("1 cold first request, the longest took 35 s after 29 quiet minutes.");
    assertThat(advice.get(1).appcmd())
        .isEqualTo("%windir%\\system32\\inetsrv\\appcmd.exe set app desk/ /preloadEnabled:true");
    assertThat(advice.get(2).appcmd())
        .endsWith("set apppool DeskPool /processModel.idleTimeout:00:00:00");
    assertThat(advice.get(2).setting().element())
        .isEqualTo("applicationPools/add[@name='DeskPool']/processModel");
  }

  @Test
  void farms_that_are_not_cold_have_none() throws IOException {
    for (String name : List.of("02-tracing-off", "03-front-end-gave-up", "04-healthy-control")) {
      assertThat(ColdStartAdvice.of(scenario(name))).as(name).isEmpty();
    }
  }

  @Test
  void recycles_that_drift_get_a_time_of_the_night_another_on_each_server() throws IOException {
    String pool = "<add name=\"Desk Pool\"/>";
    List<WatchedSite> sites =
        List.of(
            site("web01", pool, recycles(Duration.ofHours(29), 8)),
            site("web02", pool, recycles(Duration.ofHours(29), 9)));
    List<SettingAdvice> advice = ColdStartAdvice.of(ColdStarts.of(sites, ZoneOffset.UTC));
    assertThat(advice)
        .extracting(a -> a.server() + " " + a.setting().attribute() + ">" + a.recommended())
        .containsExactly(
            "web01 time>00:00:00", "web01 value>03:00:00",
            "web02 time>00:00:00", "web02 value>03:20:00");
    assertThat(advice.get(0).setting().value()).isEqualTo("1.05:00:00");
    assertThat(advice.get(0).appcmd())
        .endsWith("set apppool \"Desk Pool\" /recycling.periodicRestart.time:00:00:00");
    assertThat(advice.get(1).appcmd())
        .endsWith("\"Desk Pool\" /+recycling.periodicRestart.schedule.[value='03:00:00']");
    assertThat(advice.get(1).powershell())
        .endsWith("/recycling/periodicRestart/schedule' -Name '.' -Value @{value='03:00:00'}");
  }

  @Test
  void a_time_that_servers_have_in_common_is_moved_on_all_but_the_first() throws IOException {
    String pool =
        "<add name=\"Desk Pool\"><recycling disallowOverlappingRotation=\"true\""
            + " logEventOnRecycle=\"Time\"><periodicRestart time=\"00:00:00\"><schedule>"
            + "<add value=\"02:00:00\"/></schedule></periodicRestart></recycling></add>";
    List<WatchedSite> sites =
        List.of(
            site("web01", pool, recycles(Duration.ofDays(1), 8)),
            site("web02", pool, recycles(Duration.ofDays(1), 8)));
    List<SettingAdvice> advice = ColdStartAdvice.of(ColdStarts.of(sites, ZoneOffset.UTC));
    assertThat(advice)
        .extracting(a -> a.server() + " " + a.setting().attribute() + ">" + a.recommended())
        .containsExactly(
            "web01 disallowOverlappingRotation>false",
            "web02 value>02:20:00",
            "web02 disallowOverlappingRotation>false");
    assertThat(advice.get(1).setting().value()).isEqualTo("02:00:00");
  }

  @Test
  void recycles_that_leave_no_event_should() throws IOException {
    WatchedSite site = site("web01", "<add name=\"Desk Pool\"/>", List.of());
    List<Instant> starts = recycles(Duration.ofHours(1), 6).stream().map(e -> e.time()).toList();
    Rhythm hourly = new Rhythm(Duration.ofHours(1), starts, 1e-6, false, false);
    ColdStartEvidence evidence =
        new ColdStartEvidence(site, List.of(), 0, 0, List.of(hourly), Confidence.LOW);
    List<SettingAdvice> advice = ColdStartAdvice.of(List.of(evidence));
    assertThat(advice)
        .extracting(a -> a.setting().attribute())
        .containsExactly("logEventOnRecycle");
    assertThat(advice.get(0).appcmd())
        .endsWith("\"/recycling.logEventOnRecycle:" + ColdStartAdvice.ALL_REASONS + "\"");
  }

  @Test
  void the_pool_of_the_front_end_stays() throws IOException {
    AppPool pool = site("web01", "<add name=\"Desk Pool\"/>", List.of()).pool().orElseThrow();
    assertThat(FrontEndAdvice.ownPool("proxy", pool, "It was restarted."))
        .extracting(a -> a.setting().attribute() + "=" + a.setting().value())
        .containsExactly("idleTimeout=00:20:00", "time=1.05:00:00");
  }

  @Test
  void the_farm_waits_for_a_cold_member_and_tests_it() throws IOException {
    WebFarm farm =
        new WebFarm(
            "desk farm",
            setting("enabled", true),
            List.of(),
            setting("timeout", Duration.ofSeconds(30)),
            setting("url", ""),
            setting("interval", Duration.ofSeconds(30)),
            setting("timeout", Duration.ofSeconds(30)),
            setting("responseMatch", ""),
            setting("minServers", 0));
    List<ColdStartEvidence> cold = scenario("01-seed-story");
    SettingAdvice timeout = FrontEndAdvice.timeout("proxy", farm, cold).orElseThrow();
    assertThat(timeout.setting().value()).isEqualTo("00:00:30");
    assertThat(timeout.recommended()).isEqualTo("00:01:30"); // half as much again as 52 s
    assertThat(FrontEndAdvice.healthTest("proxy", farm, cold))
        .map(SettingAdvice::recommended)
        .contains("http://desk farm/home");
    assertThat(FrontEndAdvice.timeout("proxy", farm, List.of())).isEmpty();
    assertThat(FrontEndAdvice.healthTest("proxy", farm, List.of())).isEmpty();
  }

  private static <T> Setting<T> setting(String attribute, T value) {
    return new Setting<>(
        value, "applicationHost.config", 0, "webFarms", attribute, Setting.Origin.SCHEMA);
  }

  @Test
  void reasons_in_any_order_and_case() {
    assertThat(
            ColdStartAdvice.tellsAll(
                "privatememory,Time,Requests, Schedule,Memory,IsapiUnhealthy,OnDemand,ConfigChange"))
        .isTrue();
    assertThat(ColdStartAdvice.tellsAll("Time, Memory, PrivateMemory")).isFalse();
  }

  private static List<WindowsEvent> recycles(Duration period, int count) {
    return Stream.iterate(EIGHT, at -> at.plus(period))
        .limit(count)
        .map(
            at ->
                new WindowsEvent(
                    "system.evtx.xml",
                    at,
                    "WAS",
                    5074,
                    Optional.empty(),
                    "A worker process of application pool 'Desk Pool' has requested a recycle"))
        .toList();
  }

  private WatchedSite site(String server, String pool, List<WindowsEvent> events)
      throws IOException {
    Path file = Files.createDirectories(dir.resolve(server).resolve("config"));
    Files.writeString(
        file.resolve("applicationHost.config"),
        "<configuration><system.applicationHost><applicationPools>"
            + pool
            + "</applicationPools><sites><site name=\"desk\" id=\"4\"><application path=\"/\""
            + " applicationPool=\"Desk Pool\"><virtualDirectory path=\"/\" physicalPath=\"D:\\w\"/>"
            + "</application></site></sites></system.applicationHost></configuration>");
    ServerConfig config = ServerConfig.read(ConfigFiles.in(dir.resolve(server)));
    return site(server, 4, List.of(), config, events);
  }

  private static WatchedSite site(
      String server,
      long id,
      List<AfterQuiet> gaps,
      ServerConfig config,
      List<WindowsEvent> events) {
    Optional<Site> site = config.site(id);
    Optional<AppPool> pool =
        site.flatMap(s -> s.application("/")).flatMap(a -> config.pool(a.pool().value()));
    return new WatchedSite(
        server, id, gaps, site, pool, events, List.of(), Optional.empty(), Optional.empty());
  }

  private static List<ColdStartEvidence> scenario(String name) throws IOException {
    List<WatchedSite> sites = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Shared.dir("scenarios").resolve(name))) {
      for (Path log : files.filter(f -> f.toString().endsWith(".log")).sorted().toList()) {
        Path folder = log.getParent();
        Path server = folder.getParent().getParent();
        String node = server.getFileName().toString();
        long id = Long.parseLong(folder.getFileName().toString().substring("W3SVC".length()));
        QuietGaps gaps = new QuietGaps(node, id, QuietGaps.IDLE, List.of());
        UsualTimes usual = new UsualTimes();
        W3cLog.read(
            log,
            row -> {
              gaps.accept(row);
              usual.accept(row);
            });
        ServerConfig config = ServerConfig.read(ConfigFiles.in(server));
        sites.add(site(node, id, gaps.gaps(usual), config, List.of()));
      }
    }
    assertThat(sites).isNotEmpty();
    return ColdStarts.of(sites, ZoneOffset.UTC);
  }
}
