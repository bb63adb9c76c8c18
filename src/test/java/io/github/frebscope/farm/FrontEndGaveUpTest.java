package io.github.frebscope.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.load.TraceLoader;
import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.W3cLog;
import io.github.frebscope.log.W3cRow;
import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.source.TraceFile;
import io.github.frebscope.testing.Shared;
import io.github.frebscope.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The joins, on a scenario with a known answer: slow members and a front end that gave up. */
class FrontEndGaveUpTest {
  private static List<AccessLine> lines(String server) throws IOException {
    List<AccessLine> lines = new ArrayList<>();
    try (var files = Files.walk(dir().resolve(server).resolve("LogFiles"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".log")).sorted().toList()) {
        W3cLog.read(file, (W3cRow row) -> lines.add(row.line()));
      }
    }
    assertThat(lines).isNotEmpty();
    return lines;
  }

  private static Path dir() {
    return Shared.dir("scenarios/03-front-end-gave-up");
  }

  private static Optional<Timeline> open(TraceSummary trace) {
    try {
      TraceFile file = TraceFile.named(trace.file());
      return Optional.of(Timeline.of(TraceReader.standard().read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void every_failure_of_the_front_end_is_joined_with_a_late_answer() throws Exception {
    List<AccessLine> front = lines("proxy-1");
    List<AccessLine> failed = front.stream().filter(line -> line.isStatus(502)).toList();
    List<TraceSummary> traces =
        TraceLoader.standard().load(dir().resolve("proxy-1/FailedReqLogFiles")).stream().toList();
    TraceMatch match = TraceMatch.of(failed, traces);
    assertThat(match).hasToString("4 lines with a trace, 0 lines without, 0 traces without a line");
    assertThat(match.pairs()).allMatch(p -> p.fit() == TraceMatch.Fit.TIMES && p.isOnlyChoice());

    List<FarmMember> members = new ArrayList<>();
    for (String name : List.of("node-e", "node-f")) {
      List<AccessLine> lines = lines(name);
      ClockSkew clock = ClockSkew.estimate(front, lines);
      // Both logs were made apart, so that hardly a good answer is in both: nothing to measure.
      assertThat(clock).isEqualTo(ClockSkew.UNKNOWN);
      members.add(FarmMember.of(name, lines, clock));
    }
    List<JoinedRequest> joined =
        RequestJoin.with(members)
            .others(front)
            .traces(traces)
            .timeout(Duration.ofMinutes(1))
            .join("proxy-1", failed);
    assertThat(joined)
        .extracting(JoinedRequest::outcome)
        .containsOnly(JoinOutcome.MEMBER_ANSWERED_LATE);
    assertThat(joined)
        .extracting(j -> j.candidates().get(0).server())
        .containsExactly("node-e", "node-f", "node-e", "node-f");
    assertThat(joined)
        .extracting(j -> j.candidates().get(0).line().orElseThrow().end())
        .extracting(Object::toString)
        .containsExactly(
            "2026-02-23T09:21:18Z",
            "2026-02-23T09:52:13Z",
            "2026-02-23T10:23:27Z",
            "2026-02-23T10:54:08Z");
    assertThat(joined.get(0).missing())
        .containsExactly("the clock of node-e, taken to agree within 5 s");
    List<Moment> timeline = joined.get(0).timeline(FrontEndGaveUpTest::open);
    assertThat(timeline)
        .extracting(Moment::text)
        .endsWith("gave up: 502.3 win32 12002 after 60.0 s", "ended: 200 win32 64 after 71.0 s")
        .anyMatch(text -> text.startsWith("forwarded it"));
    assertThat(timeline)
        .flatMap(m -> m.toString().lines().toList())
        .allMatch(l -> l.length() <= 80);
  }

  @Test
  void every_incident_is_found_in_the_logs_of_front_end_and_member() throws Exception {
    List<Incident> incidents = IncidentFile.read(dir().resolve("incidents.csv")).incidents();
    List<IncidentMatch> found =
        IncidentMatch.of(
            incidents,
            Map.of(
                "proxy-1", lines("proxy-1"), "node-e", lines("node-e"), "node-f", lines("node-f")));
    assertThat(found).hasSize(4);
    assertThat(found).allMatch(m -> m.lines().get(0).server().equals("proxy-1"));
    assertThat(found)
        .extracting(m -> m.lines().stream().map(IncidentMatch.Found::server).toList())
        .containsExactly(
            List.of("proxy-1", "node-e"),
            List.of("proxy-1", "node-f"),
            List.of("proxy-1", "node-e"),
            List.of("proxy-1", "node-f"));
  }
}
