package io.github.frebscope.doctor.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.farm.Farm;
import io.github.frebscope.farm.FarmServer;
import io.github.frebscope.testing.farm.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The farms hold what their scenarios say: the lines to cite and the settings to name. */
class ScenarioFarmsTest {
  /** Reasons that leave a file, so that there is nothing to claim. */
  private static final List<String> NOTHING_TO_CLAIM = List.of("R6", "R14", "R15", "H1");

  @TempDir Path dir;

  static Stream<Scenario> scenarios() {
    return Scenarios.all();
  }

  @Test
  void everyReasonAndProducerIsThereWithANearMiss() {
    List<String> cases = Scenarios.all().map(s -> s.name().split(" ", 2)[0]).toList();
    Stream<String> wanted =
        Stream.concat(
            IntStream.rangeClosed(1, 15).mapToObj(i -> "R" + i),
            IntStream.rangeClosed(1, 10).mapToObj(i -> "E" + i));
    assertThat(wanted)
        .allSatisfy(
            name -> {
              assertThat(cases).contains(name + "-");
              if (!NOTHING_TO_CLAIM.contains(name)) {
                assertThat(cases).contains(name);
              }
            });
    assertThat(Scenarios.all().map(Scenario::name)).doesNotHaveDuplicates();
    assertThat(Scenarios.all().filter(s -> s.never().isEmpty())).isEmpty();
  }

  @Test
  void nothingIsBothExpectedAndAMistakeOfTheSameServer() {
    assertThat(Scenarios.all())
        .allSatisfy(
            scenario ->
                assertThat(scenario.expected())
                    .as(scenario.name())
                    .extracting(Expected::explanation)
                    .doesNotContainAnyElementsOf(scenario.never()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void holdsWhatItSays(Scenario scenario) throws Exception {
    Path folder = scenario.write(dir.resolve("farm"));
    Farm farm = Farm.open(folder);
    assertThat(farm.problems()).isEmpty();
    assertThat(farm.servers()).isNotEmpty().allMatch(server -> !server.accessLogs().isEmpty());
    When when = new When(LocalDate.parse(scenario.day()));
    for (Expected expected : scenario.expected()) {
      expected.server().ifPresent(name -> assertThat(farm.server(name)).as(name).isPresent());
      for (Expected.Cited cited : expected.facts()) {
        FarmServer server = farm.server(cited.server()).orElseThrow();
        String time = when.at(cited.time()).toString().replace('T', ' ').replace("Z", " ");
        assertThat(lines(server).filter(line -> line.startsWith(time)))
            .as(cited.toString())
            .anyMatch(line -> line.contains(" " + cited.url()));
      }
      for (Expected.Named named : expected.settings()) {
        FarmServer server = farm.server(named.server()).orElseThrow();
        assertThat(values(server, named)).as(named.toString()).containsOnly(named.value());
      }
    }
  }

  private static Stream<String> lines(FarmServer server) {
    return Stream.concat(
            server.accessLogs().stream().map(FarmServer.SiteFile::path),
            server.httpErrLogs().stream())
        .flatMap(
            file -> {
              try {
                return Files.readAllLines(file).stream();
              } catch (IOException e) {
                throw new AssertionError(file.toString(), e);
              }
            });
  }

  /** The values as written; the expected one where nothing is, which means the default. */
  private static List<String> values(FarmServer server, Expected.Named named) throws Exception {
    Path config = server.config().orElseThrow().applicationHost();
    NodeList found =
        (NodeList)
            XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                    "//" + named.element(),
                    new InputSource(config.toUri().toString()),
                    XPathConstants.NODESET);
    List<String> written =
        IntStream.range(0, found.getLength())
            .mapToObj(i -> ((Element) found.item(i)).getAttribute(named.attribute()))
            .filter(value -> !value.isEmpty())
            .toList();
    return written.isEmpty() ? List.of(named.value()) : written;
  }
}
