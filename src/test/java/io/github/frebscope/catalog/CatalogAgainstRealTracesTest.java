package io.github.frebscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Compares the catalogue with what real IIS servers wrote. Reads with the JDK's own parser. */
class CatalogAgainstRealTracesTest {
  /** An enumerated value that IIS prints no text for, though the catalogue has a name. */
  private static final Set<String> WITHOUT_TEXT = Set.of("NOTIFY_MODULE_END NotificationStatus 1");

  /** What the tests need of an event. */
  private record Event(
      String provider,
      String providerGuid,
      String eventGuid,
      int opcode,
      int level,
      int version,
      long mask,
      String name,
      List<String> areas,
      Map<String, String> data,
      Map<String, String> descriptions) {}

  @Test
  void every_event_of_a_real_trace_is_known() throws Exception {
    List<Event> events = corpus();
    assertThat(events).hasSizeGreaterThan(5_000);
    Set<String> wrong = new TreeSet<>();
    for (Event event : events) {
      Optional<EventKind> kind =
          EventCatalog.find(event.providerGuid(), event.eventGuid(), event.opcode());
      String expected =
          String.join(
              " ",
              event.name(),
              event.provider(),
              "level " + event.level(),
              "version " + event.version(),
              "mask " + event.mask(),
              event.areas().toString(),
              event.data().keySet().toString());
      String actual =
          kind.map(
                  k ->
                      String.join(
                          " ",
                          k.name(),
                          k.provider(),
                          "level " + k.level(),
                          "version " + k.version(),
                          "mask " + k.areaMask(),
                          k.area().stream().toList().toString(),
                          k.fields().stream().map(EventField::name).toList().toString()))
              .orElse("unknown");
      if (!actual.equals(expected)) {
        wrong.add(expected + " <> " + actual);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void areas_are_those_that_iis_printed() throws Exception {
    Set<String> wrong = new TreeSet<>();
    for (Event event : corpus()) {
      String printed = event.areas().toString();
      String withName = area(event, event.areas());
      String withoutName = area(event, List.of());
      if (!printed.equals(withName) || !printed.equals(withoutName)) {
        wrong.add(event.name() + " " + printed + " <> " + withName + " " + withoutName);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String area(Event event, List<String> printed) {
    return Areas.of(event.providerGuid(), event.eventGuid(), event.mask(), printed).stream()
        .toList()
        .toString();
  }

  @Test
  void texts_of_values_are_those_that_iis_printed() throws Exception {
    Set<String> wrong = new TreeSet<>();
    int compared = 0;
    for (Event event : corpus()) {
      for (Map.Entry<String, String> data : event.data().entrySet()) {
        String field = data.getKey();
        if (field.equals("ErrorCode") || !data.getValue().matches("\\d{1,10}")) {
          continue;
        }
        Optional<String> printed = Optional.ofNullable(event.descriptions().get(field));
        Optional<String> known =
            EnumeratedValues.text(event.name(), field, Long.parseLong(data.getValue()));
        String where = event.name() + " " + field + " " + data.getValue();
        if (!known.equals(printed) && !WITHOUT_TEXT.contains(where)) {
          wrong.add(where + ": " + printed + " <> " + known);
        }
        compared += printed.isPresent() ? 1 : 0;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isGreaterThan(5_000);
  }

  @Test
  void texts_of_error_codes_are_those_that_windows_printed() throws Exception {
    Pattern description = Pattern.compile("(.*?)\\s*\\((0x[0-9a-f]+)\\)", Pattern.DOTALL);
    Map<Long, String> printed = new HashMap<>();
    Set<String> unknown = new TreeSet<>();
    for (Event event : corpus()) {
      if (!event.data().containsKey("ErrorCode")) {
        continue;
      }
      long code = Long.parseLong(event.data().get("ErrorCode"));
      Matcher matcher = description.matcher(event.descriptions().getOrDefault("ErrorCode", ""));
      if (matcher.matches()) {
        assertThat(Long.decode(matcher.group(2))).isEqualTo(code);
        printed.put(code, matcher.group(1));
      }
      if (ErrorCodes.find(code).isEmpty()) {
        unknown.add(ErrorCodes.hex(code));
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(printed).hasSizeGreaterThan(4);
    printed.forEach(
        (code, text) ->
            assertThat(ErrorCodes.find(code).map(ErrorCode::text))
                .as(ErrorCodes.hex(code))
                .contains(text));
  }

  @Test
  void every_kind_of_event_seen_anywhere_is_known() throws IOException {
    List<String> lines = Files.readAllLines(Shared.dir("reference").resolve("events-observed.tsv"));
    List<String> columns = List.of(lines.get(0).split("\t", -1));
    Set<List<String>> observed = new HashSet<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cell = line.split("\t", -1);
      String name = cell[columns.indexOf("opcode_name")];
      EventKind kind =
          EventCatalog.find(
                  cell[columns.indexOf("guid")],
                  cell[columns.indexOf("EventGuid")],
                  Integer.parseInt(cell[columns.indexOf("Opcode")]),
                  name)
              .orElseThrow(() -> new AssertionError(name + " is unknown"));
      String area = cell[columns.indexOf("area")];
      assertThat(kind.name()).isEqualTo(name);
      assertThat(kind.provider()).isEqualTo(cell[columns.indexOf("provider")]);
      assertThat(kind.level()).as(name).isEqualTo(number(cell[columns.indexOf("Level")]));
      assertThat(kind.version()).as(name).isEqualTo(number(cell[columns.indexOf("Version")]));
      assertThat(kind.areaMask())
          .as(name)
          .isEqualTo(Long.decode(cell[columns.indexOf("Keywords")]));
      assertThat(kind.area())
          .as(name)
          .isEqualTo(area.equals("-") ? Optional.empty() : Optional.of(area));
      assertThat(kind.fields().stream().map(EventField::name))
          .as(name)
          .containsExactlyElementsOf(
              Stream.of(cell[columns.indexOf("data_names")].split(",", -1))
                  .filter(n -> !n.isEmpty())
                  .toList());
      assertThat(kind.observed()).as(name).isTrue();
      observed.add(List.of(kind.providerGuid(), name));
    }
    assertThat(EventCatalog.all().stream().filter(EventKind::observed))
        .extracting(k -> List.of(k.providerGuid(), k.name()))
        .containsExactlyInAnyOrderElementsOf(observed);
  }

  @Test
  void error_names_and_areas_of_the_known_answers() throws IOException {
    int checked = 0;
    for (Path answer : expectedAnswers()) {
      String json = Files.readString(answer);
      Optional<String> code = value(json, "errorCode");
      if (code.isPresent()) {
        assertThat(ErrorCodes.find(Long.parseLong(code.get())).map(ErrorCode::name))
            .as(answer.toString())
            .isEqualTo(value(json, "errorName"));
        assertThat(Modules.area(value(json, "module").orElseThrow(), false))
            .as(answer.toString())
            .isEqualTo(value(json, "area").orElseThrow());
        assertThat(Stream.of(Notification.values()).map(Notification::printedName).toList())
            .contains(value(json, "notification").orElseThrow());
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(10);
  }

  private static List<Path> expectedAnswers() throws IOException {
    try (Stream<Path> files = Files.walk(Shared.dir("cases"))) {
      return files.filter(f -> f.endsWith("expected.json")).sorted().toList();
    }
  }

  /** The value of a key; empty for null. Good enough for flat files. */
  private static Optional<String> value(String json, String key) {
    Matcher matcher =
        Pattern.compile("\"" + key + "\"\\s*:\\s*(?:\"([^\"]*)\"|(\\d+))").matcher(json);
    return matcher.find()
        ? Optional.of(matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
        : Optional.empty();
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  private static List<Event> corpus()
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    List<Event> events = new ArrayList<>();
    for (Path file : Shared.traces(Shared.dir("corpus"))) {
      Element root = builder.parse(file.toFile()).getDocumentElement();
      children(root, "Event").forEach(e -> events.add(event(e)));
    }
    return events;
  }

  private static Event event(Element event) {
    Element system = child(event, "System");
    Element rendering = child(event, "RenderingInfo");
    Map<String, String> data = new LinkedHashMap<>();
    children(child(event, "EventData"), "Data")
        .forEach(d -> data.put(d.getAttribute("Name"), d.getTextContent()));
    Map<String, String> descriptions = new HashMap<>();
    children(rendering, "Description")
        .forEach(d -> descriptions.put(d.getAttribute("Data"), d.getTextContent()));
    List<String> areas =
        children(rendering, "Keywords").stream()
            .flatMap(k -> children(k, "Keyword").stream())
            .map(Element::getTextContent)
            .toList();
    return new Event(
        child(system, "Provider").getAttribute("Name"),
        child(system, "Provider").getAttribute("Guid"),
        child(child(event, "ExtendedTracingInfo"), "EventGuid").getTextContent(),
        number(child(system, "Opcode").getTextContent()),
        number(child(system, "Level").getTextContent()),
        number(child(system, "Version").getTextContent()),
        Long.decode(child(system, "Keywords").getTextContent()),
        child(rendering, "Opcode").getTextContent(),
        areas,
        data,
        descriptions);
  }

  private static Element child(Element parent, String name) {
    return children(parent, name).get(0);
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> elements = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element && name.equals(element.getLocalName())) {
        elements.add(element);
      }
    }
    return elements;
  }
}
