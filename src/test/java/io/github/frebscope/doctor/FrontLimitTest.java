package io.github.frebscope.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.doctor.Incidents.Seen;
import io.github.frebscope.farm.FarmEvidence;
import io.github.frebscope.farm.Incident;
import io.github.frebscope.farm.IncidentMatch;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.log.AccessLine;
import io.github.frebscope.testing.FarmWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontLimitTest {
  private static final Instant TEN = Instant.parse("2026-02-23T10:00:00Z");

  @TempDir Path dir;
  private ServerEvidence server;

  @BeforeEach
  void server() throws IOException {
    FarmWriter farm = FarmWriter.in(dir).day("2026-02-23");
    farm.server("web01").site("shop", 2);
    FarmEvidence evidence = Farms.read(farm);
    server = evidence.server("web01").orElseThrow();
  }

  /** A request that took long, and whose client had its failure so long after its beginning. */
  private Seen seen(Instant start, Duration waited, int status, Duration takes) {
    AccessLine line =
        AccessLine.of(
            "u_ex.log",
            5,
            start.plus(takes),
            Map.of(
                "cs-uri-stem",
                "/year",
                "sc-status",
                Integer.toString(status),
                "sc-win32-status",
                "64",
                "time-taken",
                Long.toString(takes.toMillis())));
    Incident incident =
        new Incident(start.plus(waited), "/year", OptionalInt.of(502), Optional.empty());
    IncidentMatch match =
        new IncidentMatch(
            incident,
            List.of(
                new IncidentMatch.Found(
                    "web01",
                    line,
                    status == 502
                        ? IncidentMatch.Why.SAME_STATUS
                        : IncidentMatch.Why.ANSWERED_TO_NOBODY,
                    Duration.ZERO)));
    return new Seen(server, server.sites().get(0), match);
  }

  private Seen seen(Instant start, long waitedMillis) {
    return seen(start, Duration.ofMillis(waitedMillis), 200, Duration.ofSeconds(80));
  }

  @Test
  void clients_that_waited_alike_tell_the_limit() {
    Optional<Fact> limit =
        FrontLimit.of(List.of(seen(TEN, 30_100), seen(TEN.plusSeconds(900), 31_500)));
    assertThat(limit.orElseThrow().details()).containsEntry("seconds", 31L);
  }

  @Test
  void one_client_tells_nothing_and_neither_do_those_that_differ() {
    assertThat(FrontLimit.of(List.of())).isEmpty();
    assertThat(FrontLimit.of(List.of(seen(TEN, 30_000)))).isEmpty();
    assertThat(FrontLimit.of(List.of(seen(TEN, 30_000), seen(TEN, 33_000)))).isPresent();
    assertThat(FrontLimit.of(List.of(seen(TEN, 30_000), seen(TEN, 33_001)))).isEmpty();
  }

  @Test
  void failures_before_the_request_and_failures_of_the_member_tell_nothing() {
    assertThat(FrontLimit.of(List.of(seen(TEN, -1000), seen(TEN, 500)))).isEmpty();
    Seen failed = seen(TEN, Duration.ofSeconds(30), 502, Duration.ofSeconds(30));
    assertThat(FrontLimit.of(List.of(failed, failed))).isEmpty();
  }
}
