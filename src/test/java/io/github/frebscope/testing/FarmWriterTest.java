package io.github.frebscope.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.testing.script.Failures;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class FarmWriterTest {
  @TempDir Path dir;

  @Test
  void writesAMemberWithItsLogsAndTraces() throws Exception {
    FarmWriter.in(dir)
        .server(
            "web01",
            server ->
                server
                    .site(
                        "shop",
                        2,
                        site ->
                            site.binding("shop.mosaic.example")
                                .pool("Shop & Pool", pool -> pool.idleTimeout("00:20:00"))
                                .tracing(true)
                                .rule("*", "502")
                                .clearRulesAt("/api")
                                .log(
                                    log ->
                                        log.without("cs(Referer)")
                                            .custom("X-ARR-LOG-ID")
                                            .traffic("06:00:00", "10:00:00", 20, 1)
                                            .quiet("08:00:00", "08:40:00")
                                            .line(
                                                "08:40:00",
                                                "/basket?a=1",
                                                200,
                                                0,
                                                64,
                                                41_000,
                                                "X-ARR-LOG-ID=abc"))
                                .traces(
                                    traces ->
                                        traces
                                            .from(101)
                                            .notFound("07:00:00", "/missing.gif")
                                            .truncated("07:30:00", "/a", "shopfarm", "web02"))
                                .httpErr("08:00:05", "/basket", "AppOffline"))
                    .was("07:59:00", 5186, "Shop & Pool", "It was idle."))
        .incident("08:40:00", "http://shop.mosaic.example/basket", 502)
        .write();

    assertThat(dir.resolve("incidents.csv"))
        .hasContent(
            """
            time_utc,url,client,status
            2026-03-02T08:40:00Z,http://shop.mosaic.example/basket,203.0.113.77,502
            """);
    List<String> log = Files.readAllLines(dir.resolve("web01/LogFiles/W3SVC2/u_ex260302.log"));
    assertThat(log.get(3))
        .isEqualTo(
            "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
                + " cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken X-ARR-LOG-ID");
    List<String> first = log.stream().filter(line -> line.contains(" 08:")).toList();
    assertThat(first.get(0))
        .isEqualTo(
            "2026-03-02 08:40:00 10.20.0.1 GET /basket a=1 80 - 198.51.100.10"
                + " Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64) 200 0 64 41000 abc");
    assertThat(first.get(1)).startsWith("2026-03-02 08:40:").endsWith("-");
    assertThat(Files.readAllLines(dir.resolve("web01/HTTPERR/httperr1.log")).get(4))
        .isEqualTo(
            "2026-03-02 08:00:05 198.51.100.10 50000 10.20.0.1 80 HTTP/1.1 GET /basket - 503 2"
                + " AppOffline Shop+&+Pool");
    Path traces = dir.resolve("web01/FailedReqLogFiles/W3SVC2");
    assertThat(traces.resolve("freb.xsl")).exists();
    Trace trace = Frebscope.read(traces.resolve("fr000101.xml"));
    assertThat(trace.request().attributes())
        .containsEntry("url", "http://shop.mosaic.example:80/missing.gif")
        .containsEntry("siteId", "2")
        .containsEntry("statusCode", "404");
    assertThat(Files.getLastModifiedTime(traces.resolve("fr000101.xml")).toInstant())
        .isBetween(Instant.parse("2026-03-02T07:00:00Z"), Instant.parse("2026-03-02T07:00:02Z"));
    assertThat(Frebscope.read(traces.resolve("fr000102.xml")).events())
        .last()
        .hasToString(Frebscope.read(traces.resolve("fr000102.xml")).events().get(12).toString());
    Element config = xml(dir.resolve("web01/config/applicationHost.config"));
    assertThat(names(config, "site", "name")).containsExactly("shop");
    assertThat(names(config, "location", "path")).containsExactly("", "shop", "shop/api");
    assertThat(names(config, "failureDefinitions", "statusCodes")).containsExactly("502");
    assertThat(names(config, "processModel", "idleTimeout")).containsExactly("00:20:00");
    assertThat(xml(dir.resolve("web01/events/System.xml")).getTextContent())
        .contains("5186")
        .contains("WEB01")
        .contains("It was idle.");
  }

  @Test
  void writesAFrontEndWithItsFarm() throws Exception {
    FarmWriter.in(dir)
        .server(
            "front",
            server ->
                server
                    .farm("shopfarm", "00:00:30", "web01", "-web02")
                    .health("shopfarm", "url=http://shop.mosaic.example/alive")
                    .without("FailedRequestsTracingModule")
                    .site(
                        "Default Web Site",
                        1,
                        site ->
                            site.binding("")
                                .tracing(true)
                                .maxLogFiles(50)
                                .traces(
                                    traces ->
                                        traces
                                            .from(951)
                                            .storm(
                                                "09:00:00",
                                                Duration.ofSeconds(1),
                                                50,
                                                "/",
                                                Failures::notFound))))
        .server("bare", server -> server.noConfig().file("notes/read me.txt", "nothing"))
        .write();

    Element config = xml(dir.resolve("front/config/applicationHost.config"));
    assertThat(names(config, "webFarm", "name")).containsExactly("shopfarm");
    assertThat(names(config, "server", "enabled")).containsExactly("true", "false");
    assertThat(names(config, "protocol", "timeout")).containsExactly("00:00:30");
    assertThat(names(config, "healthCheck", "url"))
        .containsExactly("http://shop.mosaic.example/alive");
    assertThat(names(config, "action", "url")).containsExactly("http://shopfarm/{R:0}");
    assertThat(names((Element) config.getElementsByTagName("globalModules").item(0), "add", "name"))
        .contains("ApplicationRequestRouting", "RewriteModule")
        .doesNotContain("FailedRequestsTracingModule");
    assertThat(Shared.traces(dir)).hasSize(50);
    assertThat(dir.resolve("front/FailedReqLogFiles/W3SVC1/fr001000.xml")).exists();
    assertThat(dir.resolve("bare/config")).doesNotExist();
    assertThat(dir.resolve("bare/notes/read me.txt")).hasContent("nothing");
  }

  private static List<String> names(Element root, String tag, String attribute) {
    return IntStream.range(0, root.getElementsByTagName(tag).getLength())
        .mapToObj(i -> (Element) root.getElementsByTagName(tag).item(i))
        .map(element -> element.getAttribute(attribute))
        .toList();
  }

  private static Element xml(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
      return document.getDocumentElement();
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }
}
