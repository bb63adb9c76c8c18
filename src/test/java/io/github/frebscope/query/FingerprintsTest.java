package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.MadeSummary;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  private static MadeSummary refused(int number) {
    return MadeSummary.failure()
        .code(12029)
        .cause("CONNECT_REFUSED")
        .url("http://www.mosaic.example:80/order/" + number)
        .backend(number % 3 == 0 ? "app1.mosaic.example" : "app2.mosaic.example")
        .on(number % 4 == 0 ? "MOSAIC-1" : "MOSAIC-2", 7)
        .waited(Duration.ofMillis(1000L * (number + 1)))
        .at(Samples.START.plusSeconds(60L * number));
  }

  private static TraceSet set() {
    List<TraceSummary> traces = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      traces.add(refused(i).build());
    }
    traces.add(MadeSummary.failure().by("IIS Web Core", "404").at(Samples.START).build());
    traces.add(MadeSummary.failure().by("IIS Web Core", "404").untimed().build());
    traces.add(MadeSummary.answer().at(Samples.START.plusSeconds(86_400)).build());
    return TraceSet.of(traces, Ledger.empty());
  }

  @Test
  void a_profile_has_what_was_counted() {
    Fingerprints found = set().fingerprints();
    assertThat(found.failures()).isEqualTo(14);
    assertThat(found.basis().traces()).isEqualTo(15);
    assertThat(found.list()).extracting(FingerprintProfile::count).containsExactly(12L, 2L);
    FingerprintProfile first = found.list().get(0);
    assertThat(first.share()).hasToString("85.7 %");
    assertThat(first.perMinute().orElseThrow()).isEqualTo(12 / 11.0);
    assertThat(first.first()).contains(Samples.START);
    assertThat(first.last()).contains(Samples.START.plusSeconds(660));
    assertThat(first.servers()).hasToString("[MOSAIC-2 (9), MOSAIC-1 (3)]");
    assertThat(first.urlPatterns()).hasToString("[/order/{n} (12)]");
    assertThat(first.backends()).hasToString("[app2.mosaic.example (8), app1.mosaic.example (4)]");
    assertThat(first.waits().told()).isEqualTo(12);
    assertThat(first.waits().p50()).contains(MeasuredTime.of(Duration.ofSeconds(6)));
    assertThat(first.waits().p95()).contains(MeasuredTime.of(Duration.ofSeconds(12)));
    assertThat(first.waits().max()).contains(MeasuredTime.of(Duration.ofSeconds(12)));
    assertThat(first.sample().start()).contains(Samples.START);
    assertThat(found.find(first.fingerprint().id())).contains(first);
    assertThat(found.find("1-0")).isEmpty();
  }

  @Test
  void what_is_not_told_is_empty_and_counted() {
    FingerprintProfile second = set().fingerprints().list().get(1);
    assertThat(second.waits())
        .isEqualTo(new Waits(0, Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(second.backends()).hasToString("[- (2)]");
    assertThat(second.meaning()).startsWith("404 ");
    TraceSet untimed =
        TraceSet.of(List.of(MadeSummary.failure().untimed().build()), Ledger.empty());
    FingerprintProfile only = untimed.fingerprints().list().get(0);
    assertThat(only.first()).isEmpty();
    assertThat(only.perMinute()).isEmpty();
    assertThat(only.text()).contains("  seen      -\n");
  }

  @Test
  void a_profile_reads_well() {
    FingerprintProfile first = set().fingerprints().list().get(0);
    assertThat(first.text())
        .isEqualTo(
            """
            1-31663c8846: 12 failures, 85.7 % of all, 1.09 a minute
              The backend refused the connection.
              seen      2026-11-03 06:12:44Z to 2026-11-03 06:23:44Z
              servers   MOSAIC-2 (9), MOSAIC-1 (3)
              URLs      /order/{n} (12)
              backends  app2.mosaic.example (8), app1.mosaic.example (4)
              wait      p50 6,000 ms ±16 ms, p95 12,000 ms ±16 ms, max 12,000 ms ±16 ms; 12
                        told
              sample    SAMPLE
              same because: module ApplicationRequestRouting, status 502.3, code 0x80072EFD,
              cause CONNECT_REFUSED, origin own, backend host
            """
                .replace(
                    "SAMPLE", first.sample().file() + " (complete, confidence high, 1 event)"));
    assertThat(first.sample().start()).contains(Samples.START);
    assertThat(set().fingerprints().list().get(1).text()).contains(", 10.91 an hour\n");
  }

  @Test
  void reads_in_80_columns() {
    Fingerprints found = set().fingerprints();
    assertThat(found.toString().lines()).allMatch(line -> line.length() <= 80);
    for (FingerprintProfile profile : found.list()) {
      assertThat(profile.text().lines()).allMatch(line -> line.length() <= 80);
      assertThat(profile.toString()).hasSizeLessThanOrEqualTo(80).doesNotContain("\n");
    }
  }

  @Test
  void there_is_nothing_to_tell_of_good_answers() {
    Fingerprints none =
        TraceSet.of(List.of(MadeSummary.answer().build()), Ledger.empty()).fingerprints();
    assertThat(none.list()).isEmpty();
    assertThat(none.failures()).isZero();
    assertThat(none.toString()).contains("of 1 trace");
  }
}
