package io.github.frebscope.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.source.TraceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FarmTest {
  @TempDir Path dir;

  private Path file(String path) throws IOException {
    Path file = dir.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  private static List<String> logs(FarmServer server) {
    return server.accessLogs().stream()
        .map(log -> server.told(log.path()) + " of " + log.site().orElse(-1))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "web01/LogFiles/W3SVC2/u_ex260223.log, web01, 2",
    "web01/inetpub/logs/LogFiles/W3SVC2/u_ex260223.log, web01, 2",
    "web01/D$/inetpub/logs/LogFiles/W3SVC21/u_ex26022308.log, web01, 21",
    "web01/D/LogFiles/w3svc2/U_EX260223_x.LOG, web01, 2",
    "logs/web01/W3SVC1/u_ex260223.log, web01, 1",
    "web01/W3SVC1/ex260223.log, web01, 1",
    "east/web01/logs/LogFiles/W3SVC7/u_ex.log, web01, 7",
    "web01.mosaic.example/LogFiles/W3SVC2/u_nc260223.log, web01.mosaic.example, 2",
    "web01/LogFiles/u_extend1.log, web01, -1",
    "web01/LogFiles/W3SVC2/custom.log, web01, 2",
  })
  void a_log_belongs_to_the_server_whose_folder_holds_it(String path, String name, long site)
      throws IOException {
    Path log = file(path);
    file("web09/LogFiles/W3SVC1/u_ex260223.log");
    FarmServer server = Farm.open(dir).server(name).orElseThrow();
    assertThat(server.accessLogs())
        .containsExactly(
            new FarmServer.SiteFile(log, site < 0 ? OptionalLong.empty() : OptionalLong.of(site)));
    assertThat(Farm.open(dir).servers())
        .extracting(FarmServer::name)
        .containsExactly(name, "web09");
  }

  @Test
  void every_kind_of_file_is_known_by_its_name() throws IOException {
    file("web01/LogFiles/W3SVC2/u_ex260223.log");
    file("web01/HTTPERR/httperr12.log");
    file("web01/Windows/System32/LogFiles/HTTPERR/old.log");
    file("web01/events/anything.xml");
    file("web01/Application.csv");
    file("web01/System.evtx");
    file("web01/config/applicationHost.config");
    file("web01/config/redirection.config");
    file("web01/config/administration.config");
    file("web01/config/sites/shop/web.config");
    file("web01/FailedReqLogFiles/W3SVC2/fr000001.xml");
    file("web01/FailedReqLogFiles/W3SVC2/freb.xsl");
    Files.createDirectories(dir.resolve("web01/FailedReqLogFiles/W3SVC3"));
    file("web01/FailedReqLogFiles/W3SVC2/fr1.xml");
    file("web01/readme.txt");
    Farm farm = Farm.open(dir);
    assertThat(farm).hasToString("1 server: web01");
    FarmServer server = farm.servers().get(0);
    assertThat(logs(server)).containsExactly("LogFiles/W3SVC2/u_ex260223.log of 2");
    assertThat(server.httpErrLogs().stream().map(server::told))
        .containsExactly("HTTPERR/httperr12.log", "Windows/System32/LogFiles/HTTPERR/old.log");
    assertThat(server.eventExports().stream().map(server::told))
        .containsExactlyInAnyOrder("events/anything.xml", "Application.csv", "System.evtx");
    assertThat(server.traces().stream().map(server::told))
        .containsExactly("FailedReqLogFiles/W3SVC2/fr000001.xml");
    assertThat(server.traceFolders().stream().map(f -> f.site().orElse(-1)))
        .containsExactly(2L, 3L);
    assertThat(server.config().orElseThrow().applicationHost())
        .isEqualTo(dir.resolve("web01/config/applicationHost.config").toAbsolutePath());
    assertThat(server.config().orElseThrow().redirection()).isPresent();
    assertThat(farm.problems()).isEmpty();
  }

  /** The server itself was given: it has the name of its folder, whatever stands around it. */
  @Test
  void the_root_may_be_the_server() throws IOException {
    file("web07/LogFiles/W3SVC2/u_ex260223.log");
    file("web07/config/applicationHost.config");
    for (String root : List.of("web07", "web07/LogFiles", "web07/LogFiles/W3SVC2")) {
      Farm farm = Farm.open(dir.resolve(root));
      assertThat(farm.servers()).extracting(FarmServer::name).containsExactly("web07");
      assertThat(farm.servers().get(0).accessLogs()).hasSize(1);
      assertThat(farm.servers().get(0).accessLogs().get(0).site()).hasValue(2);
    }
  }

  @Test
  void the_root_may_be_one_log() throws IOException {
    Path log = file("web07/LogFiles/W3SVC2/u_ex260223.log");
    FarmServer server = Farm.open(log).servers().get(0);
    assertThat(server.name()).isEqualTo("web07");
    assertThat(server.accessLogs()).extracting(f -> f.path()).containsExactly(log);
    assertThat(server.accessLogs().get(0).site()).hasValue(2);
  }

  @Test
  void a_root_with_a_name_is_all_of_that_server() throws IOException {
    file("a/some/LogFiles/W3SVC1/u_ex260223.log");
    file("a/other/LogFiles/W3SVC2/u_ex260223.log");
    file("b/HTTPERR/httperr1.log");
    Farm farm =
        Farm.open(
            List.of(
                new TraceRoot(Optional.of("edge01"), dir.resolve("a")),
                new TraceRoot(Optional.of("EDGE01"), dir.resolve("b"))));
    assertThat(farm.servers()).extracting(FarmServer::name).containsExactly("edge01");
    FarmServer server = farm.server("Edge01").orElseThrow();
    assertThat(server.accessLogs()).hasSize(2);
    assertThat(server.httpErrLogs()).hasSize(1);
  }

  @Test
  void parts_may_have_any_names() throws IOException {
    Path log = file("x/yesterday.txt");
    Path err = file("x/errors.txt");
    Path events = file("x/was.xml");
    Farm farm =
        Farm.open(
            List.of(),
            Map.of(
                Farm.Part.ACCESS_LOGS, List.of(new TraceRoot(Optional.of("web01"), log)),
                Farm.Part.HTTPERR, List.of(new TraceRoot(Optional.of("web01"), err)),
                Farm.Part.EVENTS, List.of(new TraceRoot(Optional.of("web01"), events))));
    FarmServer server = farm.server("web01").orElseThrow();
    assertThat(server.accessLogs()).extracting(f -> f.path()).containsExactly(log);
    assertThat(server.httpErrLogs()).containsExactly(err);
    assertThat(server.eventExports()).containsExactly(events);
  }

  @Test
  void a_second_configuration_is_told_and_passed_over() throws IOException {
    file("web01/config/applicationHost.config");
    file("web01/history/applicationHost.config");
    Farm farm = Farm.open(dir.resolve("web01"));
    assertThat(farm.servers()).isNotEmpty();
    assertThat(farm.servers().stream().filter(s -> s.config().isPresent())).isNotEmpty();
    Farm named = Farm.open(List.of(new TraceRoot(Optional.of("web01"), dir.resolve("web01"))));
    assertThat(named.problems()).hasSize(1);
    assertThat(named.problems().get(0))
        .contains("history")
        .contains("passed over")
        .contains("config");
  }

  @Test
  void what_is_not_there_is_said_with_its_path() {
    assertThatThrownBy(() -> Farm.open(dir.resolve("web99")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(dir.resolve("web99").toString())
        .hasMessageContaining("no such file or folder");
  }

  @Test
  void an_empty_folder_has_no_servers() throws IOException {
    Farm farm = Farm.open(dir);
    assertThat(farm.servers()).isEmpty();
    assertThat(farm.server("web01")).isEmpty();
    assertThat(farm).hasToString("0 servers: ");
  }

  @ParameterizedTest
  @CsvSource({
    "httperr1.log, HTTPERR_LOG",
    "HTTPERR/x.log, HTTPERR_LOG",
    "u_in260223.log, ACCESS_LOG",
    "raw260223.ibl, ACCESS_LOG",
    "W3SVC1/anything.log, ACCESS_LOG",
    "fr000001.xml, TRACE",
    "FR0000012.XML, TRACE",
    "fr00001.xml, OTHER",
    "FREB.xsl, TRACE_STYLE",
    "Web.config, WEB_CONFIG",
    "System.xml, EVENT_EXPORT",
    "System.txt, OTHER",
    "index.html, OTHER",
    "events/readme.txt, OTHER",
  })
  void kinds_of_files(String path, FileKind kind) {
    assertThat(FileKind.of(Path.of("/srv/x").resolve(path))).isEqualTo(kind);
  }

  /** A name of the server between others, at every depth that IIS or Windows may add. */
  @Test
  void the_servers_folder_is_found_whatever_lies_around_it() {
    Path root = Path.of("/srv/farm");
    Stream.of("", "logs/", "east/", "east/config/")
        .forEach(
            before ->
                Stream.of(
                        "LogFiles/W3SVC1/a.log",
                        "inetpub/logs/LogFiles/W3SVC1/a.log",
                        "C$/Windows/System32/LogFiles/HTTPERR/httperr1.log",
                        "Windows/System32/inetsrv/config/applicationHost.config",
                        "config/applicationHost.config",
                        "events/System.xml")
                    .forEach(
                        after ->
                            assertThat(
                                    ServerFolder.of(root, root.resolve(before + "web01/" + after)))
                                .as(before + " " + after)
                                .isEqualTo(root.resolve(before + "web01"))));
  }
}
