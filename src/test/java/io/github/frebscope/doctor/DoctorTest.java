package io.github.frebscope.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.farm.Farm;
import io.github.frebscope.farm.FarmEvidence;
import io.github.frebscope.farm.Incident;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.testing.FarmWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final Instant NINE = Instant.parse("2026-02-23T09:00:00Z");

  @TempDir Path dir;
  private FarmWriter farm;

  /** Two sites whose tracing is off, and which failed at 09:10 and at 15:10. */
  @BeforeEach
  void farm() {
    farm = FarmWriter.in(dir).day("2026-02-23");
    String[] times = {"09:10:00", "15:10:00"};
    for (int i = 0; i < 2; i++) {
      String name = i == 0 ? "shop" : "crm";
      var site = farm.server("web01").site(name, i + 2).binding(name + ".mosaic.example");
      site.tracing(false).rule("*", "502");
      site.log().paths("/home").traffic("06:00:00", "18:00:00", 30, i);
      site.log().line(times[i], "/cart", 502, 3, 12030, 900);
    }
  }

  private List<String> sites(Doctor doctor) throws IOException {
    return doctor.examine(Farm.open(farm.write())).verdicts().stream()
        .filter(v -> v.explanation() == Explanation.RECORDER_OFF)
        .flatMap(v -> v.site().stream())
        .toList();
  }

  @Test
  void everything_without_a_choice() throws IOException {
    assertThat(sites(Doctor.standard())).containsExactlyInAnyOrder("shop", "crm");
  }

  @Test
  void one_site_in_any_case() throws IOException {
    assertThat(sites(Doctor.standard().site("SHOP"))).containsExactly("shop");
    assertThatThrownBy(() -> sites(Doctor.standard().site("desk")))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("shop")
        .hasMessageContaining("crm");
  }

  @Test
  void one_span_of_time() throws IOException {
    Doctor morning = Doctor.standard().between(NINE, NINE.plusSeconds(3600));
    List<FarmVerdict> verdicts = morning.examine(Farm.open(farm.write())).verdicts();
    assertThat(verdicts.stream().flatMap(v -> v.facts().stream()).flatMap(f -> f.time().stream()))
        .isNotEmpty()
        .allMatch(time -> !time.isBefore(NINE) && !time.isAfter(NINE.plusSeconds(3600)));
    assertThat(sites(morning)).contains("shop");
  }

  @Test
  void a_front_end_that_no_configuration_tells() throws IOException {
    farm.server("edge01").noConfig();
    farm.server("edge01").site("Default Web Site", 1).log().traffic("06:00:00", "18:00:00", 30, 9L);
    farm.server("edge01")
        .site("Default Web Site", 1)
        .log()
        .line("09:10:31", "/y", 502, 3, 12002, 30_000);
    farm.server("web01").site("shop", 2).log().line("09:10:50", "/y", 200, 0, 64, 49_000);
    Farm found = Farm.open(farm.write());
    assertThat(Doctor.standard().examine(found).joined()).isEmpty();
    assertThat(Doctor.standard().front("EDGE01").examine(found).joined()).hasSize(1);
  }

  @Test
  void sites_are_asked_by_their_bindings() throws IOException {
    FarmEvidence evidence = Farms.read(farm);
    ServerEvidence server = evidence.server("web01").orElseThrow();
    assertThat(Sites.asked(server, incident("https://CRM.mosaic.example/cart")))
        .extracting(SiteEvidence::name)
        .containsExactly("crm");
    assertThat(Sites.asked(server, incident("https://other.example/cart"))).isEmpty();
    assertThat(Sites.asked(server, incident("https://workshop.mosaic.example/"))).isEmpty();
    farm.server("web01")
        .site("rest", 4)
        .binding("*.mosaic.example")
        .log()
        .line("09:00:00", "/", 200, 0, 0, 1);
    ServerEvidence more = Farms.read(farm).server("web01").orElseThrow();
    assertThat(Sites.asked(more, incident("https://new.mosaic.example/cart")))
        .extracting(SiteEvidence::name)
        .containsExactly("rest");
  }

  private static Incident incident(String url) {
    return new Incident(NINE, url, OptionalInt.of(502), Optional.empty());
  }

  @Test
  void nulls_are_refused() {
    Doctor doctor = Doctor.standard();
    assertThatNullPointerException().isThrownBy(() -> doctor.site(null));
    assertThatNullPointerException().isThrownBy(() -> doctor.front(null));
    assertThatNullPointerException().isThrownBy(() -> doctor.incidents(null));
    assertThatNullPointerException().isThrownBy(() -> doctor.between(null, NINE));
    assertThatNullPointerException().isThrownBy(() -> doctor.zone(null));
    assertThatNullPointerException().isThrownBy(() -> doctor.progress(null));
    assertThatNullPointerException().isThrownBy(() -> doctor.examine(null));
  }
}
