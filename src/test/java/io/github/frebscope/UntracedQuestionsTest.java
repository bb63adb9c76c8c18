package io.github.frebscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.frebscope.config.ConfigFiles;
import io.github.frebscope.config.FailureRule;
import io.github.frebscope.config.RecorderCheck;
import io.github.frebscope.config.RecorderReport;
import io.github.frebscope.config.Remedy;
import io.github.frebscope.config.RequestOutcome;
import io.github.frebscope.config.ServerConfig;
import io.github.frebscope.config.Site;
import io.github.frebscope.doctor.FarmDiagnosis;
import io.github.frebscope.farm.JoinOutcome;
import io.github.frebscope.farm.JoinedRequest;
import io.github.frebscope.farm.Moment;
import io.github.frebscope.log.W3cLog;
import io.github.frebscope.testing.FarmWriter;
import io.github.frebscope.testing.farm.SiteScript;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Questions about failures without a trace, as a program asks them that embeds the library. They
 * are also told in the documentation of the packages {@code log}, {@code config} and {@code
 * doctor}.
 */
class UntracedQuestionsTest {
  @TempDir static Path dir;

  @BeforeAll
  static void farm() {
    FarmWriter farm = FarmWriter.in(dir).day("2026-02-23");
    farm.server("edge01").farm("shopfarm", "00:00:30", "web01");
    SiteScript front = farm.server("edge01").site("Default Web Site", 1);
    front.tracing(true).rule("*", "400-599");
    front.log().paths("/home", "/search").traffic("06:00:00", "18:00:00", 20, 5L);
    SiteScript shop = farm.server("web01").site("shop", 2).binding("shop.mosaic.example");
    shop.tracing(true).rule("/shop/*", "500-502.3").rule("*", "502");
    shop.log().paths("/home", "/search").traffic("06:00:00", "18:00:00", 20, 5L);
    // At 09:10:00 and 09:40:00 the front end gave up after 30 s; the member needed longer.
    front.log().line("09:10:30", "/shop/cart", 502, 3, 12002, 30_012);
    shop.log().line("09:10:48", "/shop/cart", 200, 0, 64, 47_700);
    front.log().line("09:40:30", "/shop/year", 502, 3, 12002, 30_008);
    shop.log().line("09:41:12", "/shop/year", 200, 0, 1236, 71_900);
    shop.log().line("14:00:05", "/shop/year", 200, 0, 64, 31_000);
    shop.log().line("14:30:00", "/shop/year", 200, 0, 0, 45_000); // slow, but somebody took it
    shop.log().line("15:00:00", "/shop/year", 200, 0, 64, 2_000);
    farm.write();
  }

  @Test
  void which_slow_requests_were_answered_to_nobody_by_hour() throws IOException {
    Map<Instant, Long> byHour = new TreeMap<>();
    W3cLog.read(
        dir.resolve("web01/LogFiles/W3SVC2/u_ex260223.log"),
        row -> {
          if (row.timeTakenMillis() > 30_000 && row.isPeerGone()) {
            Instant end = Instant.ofEpochMilli(row.endMillis());
            byHour.merge(end.truncatedTo(ChronoUnit.HOURS), 1L, Long::sum);
          }
        });
    assertThat(byHour)
        .isEqualTo(
            Map.of(
                Instant.parse("2026-02-23T09:00:00Z"), 2L,
                Instant.parse("2026-02-23T14:00:00Z"), 1L));
  }

  @Test
  void whether_a_request_would_have_been_traced_and_what_to_set() throws IOException {
    ServerConfig config = ServerConfig.read(ConfigFiles.in(dir.resolve("web01")));
    Site shop = config.site("Shop").orElseThrow();
    RecorderReport cart = RecorderCheck.of(config, shop, RequestOutcome.of("/shop/cart", 502, 4));
    assertThat(cart.works()).isEqualTo(RecorderReport.Works.NO);
    assertThat(cart.answer().rule().map(FailureRule::path)).contains("/shop/*");
    Remedy remedy = cart.faults().get(0).remedy().orElseThrow();
    assertThat(remedy.appcmd()).isNotEmpty();
    assertThat(remedy.appcmd().get(0)).contains("[path='/shop/*'].failureDefinitions.statusCodes:");

    RecorderReport home = RecorderCheck.of(config, shop, RequestOutcome.of("/home", 502, 4));
    assertThat(home.works()).isEqualTo(RecorderReport.Works.YES);
    assertThat(home.answer().rule().map(FailureRule::path)).contains("*");
    assertThat(config.site("nobody's")).isEmpty();
  }

  @Test
  void what_the_members_did_with_the_front_ends_failures() throws IOException {
    FarmDiagnosis diagnosis = Frebscope.diagnose(dir);
    assertThat(diagnosis.joined())
        .extracting(JoinedRequest::outcome)
        .containsExactly(JoinOutcome.MEMBER_ANSWERED_LATE, JoinOutcome.MEMBER_ANSWERED_LATE);
    JoinedRequest worst =
        diagnosis.joined().stream()
            .max(Comparator.comparing(JoinedRequest::memberTime))
            .orElseThrow();
    assertThat(worst.line().path()).isEqualTo("/shop/year");
    assertThat(worst.memberTime()).isEqualTo(Duration.ofMillis(71_900));
    assertThat(worst.timeline())
        .extracting(Moment::server, moment -> moment.time().truncatedTo(ChronoUnit.MINUTES))
        .contains(
            tuple("edge01", Instant.parse("2026-02-23T09:40:00Z")),
            tuple("web01", Instant.parse("2026-02-23T09:41:00Z")));
    assertThat(worst.timeline()).isSortedAccordingTo(Comparator.comparing(Moment::time));
  }

  @Test
  void several_folders_are_one_farm() throws IOException {
    FarmDiagnosis whole = Frebscope.diagnose(dir);
    FarmDiagnosis parts = Frebscope.diagnose(dir.resolve("edge01"), dir.resolve("web01"));
    assertThat(parts.joined()).isEqualTo(whole.joined());
    assertThat(parts.verdicts()).isEqualTo(whole.verdicts());
    assertThatThrownBy(() -> Frebscope.diagnose(dir.resolve("web99")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("web99");
    assertThat(List.of(whole.root(), parts.root())).allMatch(root -> root.contains(dir.toString()));
  }
}
