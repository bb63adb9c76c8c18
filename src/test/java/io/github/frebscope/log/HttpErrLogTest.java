package io.github.frebscope.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known answers of the reader of HTTPERR logs. */
class HttpErrLogTest {
  private final List<HttpErrLine> lines = new ArrayList<>();

  private LogFile read(String log) throws IOException {
    return HttpErrLog.read(
        "httperr1.log",
        new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)),
        LogOptions.defaults(),
        lines::add);
  }

  @Test
  void old_files_without_header() throws IOException {
    LogFile file =
        read(
            """
            2026-02-23 18:45:09 198.51.100.7 2094 10.60.0.3 80 HTTP/1.1 GET /a/1.htm?x=1 503 - ConnLimit
            2026-02-23 20:06:01 198.51.100.7 64388 10.60.0.3 80 - - - - - Timer_MinBytesPerSecond
            2026-02-23 20:06:02 2001:db8::7%11 64389 fe80::1%11 443 HTTP/1.1 POST /b 503 4 AppOffline TicketsPool
            2026-02-23 20:06:03 broken
            """);
    assertThat(file.lines()).isEqualTo(3);
    assertThat(file.damaged()).isEqualTo(1);
    assertThat(file.problems().get(0).line()).isEqualTo(4);
    HttpErrLine first = lines.get(0);
    assertThat(first.time()).isEqualTo(Instant.parse("2026-02-23T18:45:09Z"));
    assertThat(first.clientIp()).contains("198.51.100.7");
    assertThat(first.clientPort()).hasValue(2094);
    assertThat(first.serverPort()).hasValue(80);
    assertThat(first.verb()).contains("GET");
    assertThat(first.url()).contains("/a/1.htm?x=1");
    assertThat(first.path()).contains("/a/1.htm");
    assertThat(first.status()).hasValue(503);
    assertThat(first.siteId()).isEmpty();
    assertThat(first.reason()).isEqualTo("ConnLimit");
    assertThat(first.queue()).isEmpty();
    assertThat(lines.get(1).url()).isEmpty();
    assertThat(lines.get(1).status()).isEmpty();
    assertThat(lines.get(1).reason()).isEqualTo("Timer_MinBytesPerSecond");
    assertThat(lines.get(2).clientIp()).contains("2001:db8::7%11");
    assertThat(lines.get(2).siteId()).contains("4");
    assertThat(lines.get(2).queue()).contains("TicketsPool");
  }

  @Test
  void new_files_name_their_fields_and_may_change_them() throws IOException {
    LogFile file =
        read(
            """
            #Software: Microsoft HTTP API 2.0
            #Version: 1.0
            #Date: 2026-02-23 08:00:00
            #Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri streamid sc-status s-siteid s-reason s-queuename
            2026-02-23 08:00:01 198.51.100.7 2094 10.60.0.3 80 HTTP/2 GET /a 3 - 4 Client_Reset TicketsPool
            #Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri streamid streamid_ex sc-status s-siteid s-reason s-queuename transport
            2026-02-23 08:00:02 198.51.100.7 2095 10.60.0.3 80 HTTP/1.1 GET /b - - 503 4 QueueFull TicketsPool TCP
            2026-02-23 08:00:03 198.51.100.7 2096 10.60.0.3 80 - - - - - - - - - TCP
            """);
    assertThat(file.isWhole()).isTrue();
    assertThat(file.missingFields()).isEmpty();
    assertThat(lines)
        .extracting(HttpErrLine::reason)
        .containsExactly("Client_Reset", "QueueFull", "");
    assertThat(lines.get(0).queue()).contains("TicketsPool");
    assertThat(lines.get(1).status()).hasValue(503);
  }

  @Test
  void a_sites_log_is_refused_and_the_other_way_round() {
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> read(LogText.HEADER))
        .withMessageContaining("no s-reason");
    String log = "#Fields: date time c-ip cs-uri s-reason s-queuename\n";
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(
            () ->
                W3cLog.read(
                    "a.log",
                    new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)),
                    row -> {}))
        .withMessageContaining("HttpErrLog");
  }

  @Test
  void cut_anywhere_it_never_throws_and_gives_the_lines_before() throws IOException {
    String log =
        """
        #Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri sc-status s-siteid s-reason s-queuename
        2026-02-23 08:00:01 198.51.100.7 2094 10.60.0.3 80 HTTP/1.1 GET /a - 4 Client_Reset P
        2026-02-23 08:00:02 198.51.100.7 2095 10.60.0.3 80 HTTP/1.1 GET /b 503 4 QueueFull P
        """;
    read(log);
    List<HttpErrLine> whole = List.copyOf(lines);
    for (int cut = 0; cut < log.length(); cut++) {
      lines.clear();
      read(log.substring(0, cut));
      int ended = (int) log.substring(0, cut).chars().filter(c -> c == '\n').count() - 1;
      assertThat(lines.subList(0, Math.max(0, ended)))
          .isEqualTo(whole.subList(0, Math.max(0, ended)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AppOffline, POOL_DOWN",
    "AppPoolTimer, QUEUE_WAIT",
    "AppShutdown, POOL_DOWN",
    "BadRequest, PARSE",
    "Client_Reset, CLIENT_LEFT",
    "Connection_Abandoned_By_AppPool, WORKER_LOST",
    "Connection_Abandoned_By_ReqQueue, WORKER_LOST",
    "Connection_Dropped, CONNECTION_DROPPED",
    "Connection_Dropped_List_Full, CONNECTION_DROPPED",
    "ConnLimit, LIMIT",
    "Connections_Refused, LIMIT",
    "Disabled, POOL_DOWN",
    "EntityTooLarge, LIMIT",
    "FieldLength, LIMIT",
    "Forbidden, PARSE",
    "Header, PARSE",
    "Hostname, PARSE",
    "Internal, OTHER",
    "Invalid_CR/LF, PARSE",
    "LengthRequired, PARSE",
    "N/A, OTHER",
    "N/I, PARSE",
    "Number, PARSE",
    "Precondition, PARSE",
    "QueueFull, QUEUE_FULL",
    "RequestLength, LIMIT",
    "Timer_AppPool, QUEUE_WAIT",
    "Timer_ConnectionIdle, IDLE",
    "Timer_EntityBody, CLIENT_SLOW",
    "Timer_HeaderWait, CLIENT_SLOW",
    "Timer_MinBytesPerSecond, CLIENT_SLOW",
    "Timer_ReqQueue, QUEUE_WAIT",
    "Timer_Response, OTHER",
    "Timer_SslRenegotiation, CLIENT_SLOW",
    "URL, PARSE",
    "URL_Length, LIMIT",
    "Verb, PARSE",
    "Version_N/S, PARSE",
  })
  void every_documented_reason_is_known(String phrase, HttpErrReason.Kind kind) throws IOException {
    read(
        "2026-02-23 18:45:09 198.51.100.7 2094 10.60.0.3 80 HTTP/1.1 GET /a - - "
            + phrase
            + " -\n");
    HttpErrReason reason = HttpErrReason.of(lines.get(0).reason()).orElseThrow();
    assertThat(reason.kind()).isEqualTo(kind);
    assertThat(reason.phrase()).isEqualTo(phrase);
    assertThat(reason.meaning()).isNotBlank();
  }

  @Test
  void what_is_not_known_is_not_guessed() {
    assertThat(HttpErrReason.of("Something_New")).isEmpty();
    assertThat(HttpErrReason.of("appoffline").map(r -> r.kind().isPoolDown())).contains(true);
    assertThat(HttpErrReason.of("QueueFull").map(r -> r.kind().isPoolDown())).contains(true);
    assertThat(HttpErrReason.of("Timer_AppPool").map(r -> r.kind().isPoolDown())).contains(false);
  }
}
