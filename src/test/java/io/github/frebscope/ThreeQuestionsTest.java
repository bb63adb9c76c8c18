package io.github.frebscope;

import static io.github.frebscope.query.Aggregates.count;
import static io.github.frebscope.query.Aggregates.max;
import static io.github.frebscope.query.Aggregates.share;
import static io.github.frebscope.query.Aggregates.sum;
import static io.github.frebscope.query.Aggregates.top;
import static io.github.frebscope.query.Attributes.CAUSE;
import static io.github.frebscope.query.Attributes.FAILURE;
import static io.github.frebscope.query.Attributes.FILE;
import static io.github.frebscope.query.Attributes.FINGERPRINT;
import static io.github.frebscope.query.Attributes.SERVER;
import static io.github.frebscope.query.Attributes.START;
import static io.github.frebscope.query.Attributes.STATUS;
import static io.github.frebscope.query.Attributes.TIME_TAKEN;
import static io.github.frebscope.query.Attributes.URL_PATTERN;
import static io.github.frebscope.query.Attributes.WAIT;
import static io.github.frebscope.query.Attributes.header;
import static io.github.frebscope.query.Events.SPAN_KIND;
import static io.github.frebscope.query.Events.SPAN_NAME;
import static io.github.frebscope.query.Events.SPAN_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.load.TraceLoader;
import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Burst;
import io.github.frebscope.query.Condition;
import io.github.frebscope.query.FingerprintProfile;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.query.Vocabulary;
import io.github.frebscope.testing.Fixtures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Questions as a program asks them that embeds the library, by its public types alone. They are
 * also told in the documentation of the package {@code query}.
 */
class ThreeQuestionsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Path FARM = Fixtures.TESTDATA.resolve("farm");

  private static final Attribute<String> TENANT =
      header("Host").map("tenant", String.class, host -> Optional.of(host.replaceAll("\\..*", "")));

  private static TraceSet traces;

  @BeforeAll
  static void load() throws Exception {
    traces = TraceLoader.standard().keep(TENANT).load(FARM);
  }

  /** The share of requests that waited, per server and hour, and the worst URL pattern of each. */
  @Test
  void who_waited_for_the_backend() {
    Condition<TraceSummary> slow = WAIT.above(Duration.ofSeconds(10));
    ResultTable table =
        traces
            .over(Duration.ofHours(1), BERLIN)
            .groupBy(SERVER)
            .aggregate(count(), share(slow).as("slow"), top(1, URL_PATTERN).where(slow).as("worst"))
            .orderByDescending("slow");
    assertThat(table.value(0, "from")).hasToString("2026-03-17 07:00+01:00");
    assertThat(table.value(0, "slow")).hasToString("100.0 %");
    assertThat(table.value(1, "from")).hasToString("2026-03-16 07:00+01:00");
    assertThat(table.value(1, "server")).isEqualTo("FAB-EDGE1");
    assertThat(table.value(1, "count")).isEqualTo(6L);
    assertThat(table.value(1, "slow")).hasToString("83.3 %"); // 5 of 6
    assertThat(table.value(1, "worst")).hasToString("[/product/{n} (2)]");
    assertThat(table.value(table.rows().size() - 1, "slow")).hasToString("0.0 %");
  }

  /** The rules that took part where the backend reset the connection, and how long they took. */
  @Test
  void rules_of_requests_whose_backend_hung_up() throws Exception {
    TraceSet fixtures =
        TraceLoader.standard().anyXmlName(true).load(Fixtures.TESTDATA.resolve("traces"));
    TraceSet reset = fixtures.where(CAUSE.is("BACKEND_RESET"));
    ResultTable rules =
        reset
            .spans()
            .where(SPAN_KIND.is("RULE_EVALUATION"))
            .groupBy(SPAN_NAME)
            .aggregate(count(), sum(SPAN_TIME), max(SPAN_TIME));
    assertThat(rules.column("spanName")).isEqualTo(List.of("ARR_shopfarm_loadbalance"));
    assertThat(reset.spans().groupBy(STATUS, SPAN_KIND).count().value(0, "status")).isEqualTo(502);
  }

  /** The problem that hurts each tenant most, this day against the day before. */
  @Test
  void what_hurts_each_tenant() {
    Instant midnight = LocalDate.parse("2026-03-17").atStartOfDay(BERLIN).toInstant();
    ResultTable table =
        traces
            .where(FAILURE.is(true).and(TENANT.present()))
            .groupBy(TENANT, FINGERPRINT)
            .aggregate(
                count().where(START.atLeast(midnight)).as("today"),
                count().where(START.below(midnight)).as("before"))
            .orderByDescending("today");
    assertThat(table.value(0, "tenant")).isEqualTo("shop");
    assertThat(table.value(0, "today")).isEqualTo(14L);
    assertThat(table.value(0, "before")).isEqualTo(13L);
  }

  @Test
  void results_lead_to_their_traces() {
    assertThat(traces.fingerprints().list())
        .hasSizeGreaterThan(5)
        .allSatisfy(this::leadsToItsTraces);
    assertThat(traces.bursts().list()).hasSize(4).allSatisfy(this::leadsToItsTraces);
  }

  private void leadsToItsTraces(FingerprintProfile profile) {
    assertThat(traces.where(profile.condition()).count()).isEqualTo((int) profile.count());
  }

  private void leadsToItsTraces(Burst burst) {
    assertThat(traces.where(burst.condition()).count()).isEqualTo(burst.size());
    Condition<TraceSummary> again = Vocabulary.ofTraces().condition(burst.condition().toString());
    assertThat(traces.where(again).count()).isEqualTo(burst.size());
  }

  @Test
  void the_slowest_traces_are_a_table() {
    ResultTable slowest =
        traces.table(TIME_TAKEN, SERVER, FILE).orderByDescending("timeTaken").limit(3);
    assertThat(slowest.column("timeTakenMs"))
        .isEqualTo(
            traces.stream()
                .map(t -> t.timeTaken().orElseThrow())
                .sorted((a, b) -> b.compareTo(a))
                .limit(3)
                .toList());
    assertThat(slowest.left()).isEqualTo(traces.count() - 3);
    assertThat(slowest.basis()).contains(traces.basis());
  }
}
