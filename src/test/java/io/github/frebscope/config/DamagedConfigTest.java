package io.github.frebscope.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were cut, files in several encodings, and files that are something else. */
class DamagedConfigTest {
  private static final String TEXT =
      """
      <?xml version="1.0" encoding="%s"?>
      <!-- a comment -->
      <configuration>
        <system.applicationHost>
          <applicationPools><add name="Büro" startMode="AlwaysRunning"/></applicationPools>
          <sites><site name="Büro" id="7"><application path="/" applicationPool="Büro"/></site></sites>
        </system.applicationHost>
        <location path="Büro"><system.webServer><tracing><traceFailedRequests>
          <add path="*"><failureDefinitions statusCodes="502"/></add>
        </traceFailedRequests></tracing></system.webServer></location>
      </configuration>
      """;

  @TempDir Path server;
  private Path host;

  @BeforeEach
  void folder() throws IOException {
    host = Files.createDirectories(server.resolve("config")).resolve("applicationHost.config");
  }

  private ServerConfig read(byte[] bytes) throws IOException {
    Files.write(host, bytes);
    return ServerConfig.read(ConfigFiles.in(server));
  }

  private static byte[] bytes(Charset charset) {
    return TEXT.formatted(charset.name()).getBytes(charset);
  }

  @Test
  void a_file_cut_anywhere_is_refused_with_its_line_or_says_the_same() throws IOException {
    byte[] all = bytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int length = 0; length < all.length; length++) {
      byte[] cut = Arrays.copyOf(all, length);
      try {
        assertIsWhole(read(cut));
      } catch (IOException e) {
        assertThat(e)
            .hasMessageMatching("(?s)config/applicationHost\\.config line \\d+: .*copy .*");
        refused++;
      }
    }
    assertThat(refused).isEqualTo(all.length - 1); // only the line end after the root may be gone
  }

  @Test
  void a_web_config_cut_anywhere_is_a_problem_with_its_line_and_says_nothing() throws IOException {
    Files.write(host, bytes(StandardCharsets.UTF_8));
    byte[] all =
        ("<configuration>\n<system.webServer><tracing><traceFailedRequests>\n<clear/><add path='b'/>"
                + "</traceFailedRequests></tracing></system.webServer></configuration>")
            .getBytes(StandardCharsets.UTF_8);
    Path file = server.resolve("config/sites/W3SVC7/web.config");
    Files.createDirectories(file.getParent());
    for (int length = 0; length < all.length; length++) {
      Files.write(file, Arrays.copyOf(all, length));
      ServerConfig config = ServerConfig.read(ConfigFiles.in(server));
      assertIsWhole(config, 1);
      ConfigProblem problem = config.problems().get(0);
      assertThat(problem.file()).isEqualTo("config/sites/W3SVC7/web.config");
      assertThat(problem.line()).isBetween(1, 3);
      assertThat(problem.reason()).contains("500.19");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1"})
  void encodings_by_their_declaration_and_bytes(String encoding) throws IOException {
    assertIsWhole(read(bytes(Charset.forName(encoding))));
  }

  @Test
  void byte_order_marks() throws IOException {
    String text = TEXT.formatted("utf-16");
    assertIsWhole(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)));
    assertIsWhole(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE)));
    String utf8 = TEXT.formatted("utf-8");
    assertIsWhole(read(("\uFEFF" + utf8).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_byte_that_is_no_character_is_refused_with_its_line() {
    byte[] bytes = bytes(StandardCharsets.UTF_8);
    bytes[TEXT.formatted("UTF-8").indexOf("AlwaysRunning")] = (byte) 0xFF;
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("applicationHost.config line 5: a byte is no character of UTF-8");
  }

  @Test
  void another_document_is_refused() {
    assertThatThrownBy(() -> read("<failedRequest/>".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 1: the root element is <failedRequest>");
  }

  @Test
  void nothing_is_fetched_and_no_entity_is_known() {
    String text =
        "<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<configuration>&x;"
            + "</configuration>";
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void a_namespace_changes_nothing() throws IOException {
    String text =
        TEXT.formatted("UTF-8")
            .replace(
                "<configuration>",
                "<configuration xmlns=\"http://schemas.microsoft.com/.NetConfiguration/v2.0\">");
    assertIsWhole(read(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_folder_without_a_configuration_is_told_with_a_remedy() throws IOException {
    assertThat(ConfigFiles.find(server)).isEmpty();
    assertThatThrownBy(() -> ConfigFiles.in(server))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no applicationHost.config")
        .hasMessageContaining("inetsrv");
  }

  private static void assertIsWhole(ServerConfig config) {
    assertIsWhole(config, 0);
  }

  private static void assertIsWhole(ServerConfig config, int problems) {
    assertThat(config.problems()).hasSize(problems);
    assertThat(config.pool("büro").orElseThrow().startMode().value()).isEqualTo("AlwaysRunning");
    Site site = config.site(7).orElseThrow();
    assertThat(site.name()).isEqualTo("Büro");
    FailureRule rule = config.failureRules(site, "/x").rules().get(0);
    assertThat(rule.statusCodes()).isEqualTo("502");
    assertThat(rule.line()).isEqualTo(9);
  }
}
