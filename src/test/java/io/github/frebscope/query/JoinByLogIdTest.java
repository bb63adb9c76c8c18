package io.github.frebscope.query;

import static io.github.frebscope.query.Attributes.RECEIVED_LOG_ID;
import static io.github.frebscope.query.Attributes.ROLE;
import static io.github.frebscope.query.Attributes.SENT_LOG_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.classify.Hop;
import io.github.frebscope.classify.Role;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The traces of a front end and of the server behind it, joined as the package documents it. */
class JoinByLogIdTest {
  private static TraceSummary trace(String file, Role role, String received, String sent) {
    Verdict verdict =
        Verdict.builder("test")
            .confidence(Confidence.HIGH)
            .explanation("It failed.")
            .hop(new Hop(role, Optional.ofNullable(received), Optional.ofNullable(sent)))
            .build();
    Trace trace = Trace.builder().file(file).request(RequestInfo.of(Map.of())).build();
    return TraceSummary.of(trace, verdict, Optional.empty());
  }

  @Test
  void the_id_that_was_sent_is_the_one_that_was_received() {
    TraceSet farm =
        TraceSet.of(
            List.of(
                trace("member1.xml", Role.MEMBER, "7-a", null),
                trace("front1.xml", Role.FRONT_END, null, "7-a"),
                trace("front2.xml", Role.FRONT_END, null, "7-b"),
                trace("member3.xml", Role.MEMBER, "7-c", null)),
            Ledger.of(4, List.of()));
    Map<String, TraceSummary> fronts = new HashMap<>();
    farm.stream().forEach(t -> SENT_LOG_ID.of(t).ifPresent(id -> fronts.put(id, t)));
    Map<String, String> joined = new HashMap<>();
    farm.where(RECEIVED_LOG_ID.in(fronts.keySet().toArray(String[]::new))).stream()
        .forEach(t -> joined.put(fronts.get(RECEIVED_LOG_ID.of(t).orElseThrow()).file(), t.file()));
    assertThat(joined).containsExactly(Map.entry("front1.xml", "member1.xml"));
    assertThat(farm.groupBy(ROLE).count().toString()).contains("front-end", "member");
  }
}
