package io.github.frebscope.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.frebscope.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The configurations of the scenarios, and the settings that their answers name. */
class ScenarioConfigTest {
  @Test
  void every_server_is_read_without_a_problem() throws IOException {
    for (Path server : servers()) {
      ServerConfig config = ServerConfig.read(ConfigFiles.in(server));
      assertThat(config.problems()).as(server.toString()).isEmpty();
      assertThat(config.sites()).as(server.toString()).isNotEmpty();
      assertThat(config.pools()).isNotEmpty();
      assertThat(config.globalModules()).contains("FailedRequestsTracingModule");
      assertThat(config.redirectedTo()).isEmpty();
      Site traced = config.sites().get(config.sites().size() - 1);
      FailureRules rules = config.failureRules(traced, "/any");
      assertThat(rules.rules()).hasSize(1);
      assertThat(rules.rules().get(0).areas()).hasSize(4);
      assertThat(rules.providers()).extracting(ProviderDefinition::name).contains("WWW Server");
    }
  }

  @Test
  void the_settings_of_the_answers_are_found_with_their_element_and_text() throws IOException {
    int compared = 0;
    for (Path scenario : list(Shared.dir("scenarios"))) {
      for (Map<String, String> wanted : settings(scenario.resolve("expected.json"))) {
        ServerConfig config =
            ServerConfig.read(ConfigFiles.in(scenario.resolve(wanted.get("server"))));
        Setting<?> found = find(config, wanted.get("element"), wanted.get("attribute"));
        assertThat(ConfigText.of(found)).isEqualTo(wanted.get("value"));
        assertThat(found.file()).isEqualTo(wanted.get("file"));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(10);
  }

  private static Setting<?> find(ServerConfig config, String element, String attribute) {
    List<Setting<?>> all = new ArrayList<>();
    for (AppPool pool : config.pools()) {
      all.add(pool.startMode());
      all.add(pool.idleTimeout());
      all.add(pool.recycleTime());
    }
    for (Site site : config.sites()) {
      all.add(site.tracing().enabled());
      site.applications().forEach(a -> all.add(a.preloadEnabled()));
    }
    config.farms().forEach(farm -> all.add(farm.timeout()));
    return all.stream()
        .filter(s -> s.element().equals(element) && s.attribute().equals(attribute))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + element + "@" + attribute + " in " + all));
  }

  private static List<Path> servers() throws IOException {
    List<Path> servers = new ArrayList<>();
    for (Path scenario : list(Shared.dir("scenarios"))) {
      list(scenario).stream().filter(Files::isDirectory).forEach(servers::add);
    }
    return servers;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  /** The objects of the array "settings". */
  private static List<Map<String, String>> settings(Path expected) throws IOException {
    List<Map<String, String>> all = new ArrayList<>();
    try (JsonParser in = new JsonFactory().createParser(expected.toFile())) {
      while (in.nextToken() != null) {
        if (in.currentToken() == JsonToken.START_ARRAY && "settings".equals(in.currentName())) {
          while (in.nextToken() != JsonToken.END_ARRAY) {
            Map<String, String> setting = new HashMap<>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
              String name = in.currentName();
              in.nextToken();
              setting.put(name, in.getText());
            }
            all.add(setting);
          }
        }
      }
    }
    return all;
  }
}
