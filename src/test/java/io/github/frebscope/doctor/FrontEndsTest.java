package io.github.frebscope.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.config.WebFarm;
import io.github.frebscope.farm.FarmEvidence;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.testing.FarmWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontEndsTest {
  @TempDir Path dir;
  private FarmWriter farm;

  @BeforeEach
  void farm() {
    farm = FarmWriter.in(dir).day("2026-02-23");
    for (String name : new String[] {"edge01", "web01", "web02", "web03"}) {
      farm.server(name).site("shop", 2).log().traffic("09:00:00", "10:00:00", 60, 3L);
    }
  }

  @Test
  void a_server_whose_rule_leads_to_its_farm_is_a_front_end() throws IOException {
    farm.server("edge01").farm("shopfarm", "00:00:45", "web01", "web02.mosaic.example");
    FarmEvidence evidence = Farms.read(farm);
    FrontEnds fronts = FrontEnds.of(evidence, Set.of());
    assertThat(fronts.names()).containsExactly("edge01");
    assertThat(fronts.members("edge01"))
        .extracting(ServerEvidence::name)
        .containsExactly("web01", "web02");
    assertThat(fronts.farms("edge01")).extracting(WebFarm::name).containsExactly("shopfarm");
    assertThat(fronts.timeoutFor(evidence.server("web02").orElseThrow()))
        .contains(Duration.ofSeconds(45));
    assertThat(fronts.timeoutFor(evidence.server("web03").orElseThrow())).isEmpty();
    assertThat(fronts.members("web01")).isEmpty();
  }

  @Test
  void a_farm_that_no_rule_leads_to_makes_no_front_end() throws IOException {
    farm.server("edge01").farmWithoutRule("shopfarm", "", "web01");
    assertThat(FrontEnds.of(Farms.read(farm), Set.of()).isEmpty()).isTrue();
  }

  @Test
  void a_farm_that_is_switched_off_is_none() throws IOException {
    farm.server("edge01").farm("shopfarm", "", "web01");
    farm.server("edge01")
        .edit(
            text ->
                text.replaceFirst("(<webFarm name=\"shopfarm\")[^>]*>", "$1 enabled=\"false\">"));
    FrontEnds fronts = FrontEnds.of(Farms.read(farm), Set.of());
    assertThat(fronts.farms("edge01")).isEmpty();
  }

  @Test
  void members_are_known_by_their_addresses_in_the_logs() throws IOException {
    String ip = farm.server("web03").ip();
    farm.server("edge01").farm("shopfarm", "", ip);
    FrontEnds fronts = FrontEnds.of(Farms.read(farm), Set.of());
    assertThat(fronts.members("edge01")).extracting(ServerEvidence::name).containsExactly("web03");
  }

  /** A server whose log tells another address than the farm has is none of its members. */
  @Test
  void who_is_at_another_address_is_no_member() throws IOException {
    farm.server("edge01").farm("shopfarm", "", "10.99.0.1");
    FrontEnds fronts = FrontEnds.of(Farms.read(farm), Set.of());
    assertThat(fronts.members("edge01")).isEmpty();
  }

  /** Nobody collected under the members' names: then all the others may be members. */
  @Test
  void where_no_member_is_known_all_others_are() throws IOException {
    farm.server("edge01").farm("shopfarm", "", "app-a.mosaic.example");
    FrontEnds fronts = FrontEnds.of(Farms.read(farm), Set.of());
    assertThat(fronts.members("edge01"))
        .extracting(ServerEvidence::name)
        .containsExactly("web01", "web02", "web03");
  }

  @Test
  void the_caller_may_name_it_in_any_case() throws IOException {
    FrontEnds fronts = FrontEnds.of(Farms.read(farm), Set.of("EDGE01"));
    assertThat(fronts.isFront("edge01")).isTrue();
    assertThat(fronts.farms("edge01")).isEmpty();
    assertThat(fronts.members("edge01")).hasSize(3);
  }
}
