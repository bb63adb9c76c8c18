package io.github.frebscope.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.log.HttpErrLine;
import io.github.frebscope.log.HttpErrReason;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpErrKindTest {
  @ParameterizedTest
  @CsvSource({
    "Timer_AppPool, -, QUEUED",
    "timer_reqqueue, -, QUEUED",
    "AppPoolTimer, 503, QUEUED",
    "Client_Reset, -, QUEUED",
    "Request_Cancelled, -, OTHER",
    "AppOffline, 503, REFUSED",
    "AppShutdown, -, REFUSED",
    "Disabled, 503, REFUSED",
    "QueueFull, 503, REFUSED",
    "ConnLimit, 503, REFUSED",
    "N/A, 503, REFUSED",
    "N/A, -, OTHER",
    "NeverHeardOf, 503, REFUSED",
    "NeverHeardOf, 400, OTHER",
    "Connection_Abandoned_By_ReqQueue, -, ABANDONED",
    "Connection_Abandoned_By_AppPool, -, ABANDONED",
    "Connection_Dropped, -, DROPPED",
    "Connection_Dropped_List_Full, -, DROPPED",
    "URL, 400, OTHER",
  })
  void a_reason_says_what_became_of_the_request(String reason, String status, HttpErrKind kind) {
    assertThat(HttpErrKind.of(entry(reason, status))).isEqualTo(kind);
  }

  @Test
  void every_known_reason_has_an_answer() {
    assertThat(HttpErrReason.all())
        .isNotEmpty()
        .allSatisfy(reason -> assertThat(HttpErrKind.of(entry(reason.phrase(), "-"))).isNotNull());
  }

  private static HttpErrLine entry(String reason, String status) {
    HttpErrLine made = MadeLines.error(Instant.parse("2026-02-23T08:12:35Z"), "/", reason);
    return new HttpErrLine(
        made.file(),
        made.number(),
        made.time(),
        made.clientIp(),
        made.clientPort(),
        made.serverIp(),
        made.serverPort(),
        made.verb(),
        made.url(),
        status.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(status)),
        made.siteId(),
        reason,
        made.queue());
  }
}
