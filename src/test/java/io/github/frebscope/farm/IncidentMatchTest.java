package io.github.frebscope.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.log.AccessLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentMatchTest {
  private static final Instant NOON = Instant.parse("2026-02-23T12:00:00Z");
  private static final AccessLine FAILED =
      MadeLines.request("/report", NOON, Duration.ofSeconds(60))
          .status("502", "3", "12002")
          .build();
  private static final AccessLine LATE =
      MadeLines.request("/report", NOON, Duration.ofSeconds(71)).status("200", "0", "64").build();

  private static Incident incident(String url, long seconds, int status) {
    return new Incident(
        NOON.plusSeconds(seconds), url, OptionalInt.of(status), Optional.of("203.0.113.77"));
  }

  private static List<IncidentMatch.Found> match(Incident incident, AccessLine line) {
    return IncidentMatch.of(List.of(incident), Map.of("proxy-1", List.of(line))).get(0).lines();
  }

  @ParameterizedTest
  @CsvSource({"-6, 0", "-5, 1", "0, 1", "30, 1", "60, 1", "66, 1", "67, 0"})
  void the_clients_time_may_be_anywhere_in_the_request(long seconds, int found) {
    assertThat(match(incident("http://stats.mosaic.example/report", seconds, 502), FAILED))
        .hasSize(found);
  }

  @Test
  void path_query_and_status_have_to_agree() {
    assertThat(match(incident("/other", 60, 502), FAILED)).isEmpty();
    assertThat(match(incident("/report", 60, 503), FAILED)).isEmpty();
    assertThat(match(incident("/REPORT?x=1", 60, 502), FAILED)).hasSize(1);
    AccessLine good = MadeLines.request("/report", NOON, Duration.ofSeconds(60)).build();
    assertThat(match(incident("/report", 60, 502), good)).isEmpty();
  }

  @Test
  void the_same_status_goes_before_an_answer_that_nobody_took() {
    IncidentMatch match =
        IncidentMatch.of(
                List.of(incident("/report", 60, 502)),
                Map.of("node-e", List.of(LATE), "proxy-1", List.of(FAILED)))
            .get(0);
    assertThat(match.lines())
        .extracting(IncidentMatch.Found::server)
        .containsExactly("proxy-1", "node-e");
    assertThat(match.lines())
        .extracting(IncidentMatch.Found::why)
        .containsExactly(IncidentMatch.Why.SAME_STATUS, IncidentMatch.Why.ANSWERED_TO_NOBODY);
    assertThat(match)
        .hasToString(
            "2026-02-23T12:01:00Z 502 /report for 203.0.113.77: 2 lines of proxy-1, node-e");
  }

  @Test
  void an_incident_without_a_line_is_told() {
    IncidentMatch match =
        IncidentMatch.of(List.of(incident("/x", 0, 502)), Map.of("proxy-1", List.of(FAILED)))
            .get(0);
    assertThat(match.isFound()).isFalse();
    assertThat(match).hasToString("2026-02-23T12:00:00Z 502 /x for 203.0.113.77: no line");
  }
}
