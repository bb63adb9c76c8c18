package io.github.frebscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AreasTest {
  private static final String WWW = "{3A2A4E84-4C21-4981-AE10-3FDA0D9B0F83}";
  private static final String ASPNET = "{AFF081FE-0247-4275-9C4E-021F3DC1DA35}";
  private static final String ASPNET_EVENTS = "{06A01367-79D3-4594-8EB3-C721603C4679}";
  private static final String ROUTING = "{53AE50FA-81DF-47B1-8161-71F0A1C55A48}";
  private static final String GENERAL = "{D42CF7EF-DE92-473E-8B6C-621EA663113A}";
  private static final String ISAPI_START = "{2E94E6C7-EDA0-4B73-9010-2529EDCE1C27}";
  private static final String ZERO = "{00000000-0000-0000-0000-000000000000}";
  private static final String UNKNOWN = "{12345678-0000-0000-0000-00000000ABCD}";

  @Test
  void the_event_guid_decides() {
    assertThat(Areas.of(WWW, ROUTING, 0x800, List.of("RequestRouting"))).contains("RequestRouting");
    assertThat(Areas.of(WWW, ROUTING, 0x10, List.of("Arr"))).contains("RequestRouting");
    assertThat(Areas.of("", ROUTING, 0, List.of())).contains("RequestRouting");
  }

  @Test
  void the_areas_of_aspnet_share_a_guid_and_go_by_mask() {
    assertThat(Areas.of(ASPNET, ASPNET_EVENTS, 1, List.of())).contains("Infrastructure");
    assertThat(Areas.of(ASPNET, ASPNET_EVENTS, 2, List.of())).contains("Module");
    assertThat(Areas.of(ASPNET, ASPNET_EVENTS, 4, List.of())).contains("Page");
    assertThat(Areas.of(ASPNET, ASPNET_EVENTS, 8, List.of())).contains("AppServices");
    assertThat(Areas.of(ASPNET, ASPNET_EVENTS, 0xF, List.of())).isEmpty();
  }

  @Test
  void an_unknown_event_guid_goes_by_provider_and_mask() {
    assertThat(Areas.of(WWW, UNKNOWN, 0x1000, List.of("PHP"))).contains("FastCGI");
    assertThat(Areas.of(WWW, "", 0x10000, List.of())).contains("ANCM");
    assertThat(Areas.of(ASPNET, UNKNOWN, 0x1000, List.of())).isEmpty();
    assertThat(Areas.of(WWW, UNKNOWN, 0x1800, List.of())).isEmpty();
  }

  @Test
  void what_a_third_party_defined_goes_by_its_printed_name() {
    assertThat(Areas.of(UNKNOWN, UNKNOWN, 0x1, List.of("Payments"))).contains("Payments");
    assertThat(Areas.of(WWW, UNKNOWN, 0x80000, List.of("Payments"))).contains("Payments");
    assertThat(Areas.of(UNKNOWN, UNKNOWN, 0x3, List.of("A", "B"))).isEmpty();
    assertThat(Areas.of(UNKNOWN, UNKNOWN, 0, List.of())).isEmpty();
  }

  @Test
  void general_events_have_none() {
    assertThat(Areas.of(WWW, GENERAL, 0, List.of())).isEmpty();
    assertThat(Areas.of(WWW, ISAPI_START, 0, List.of())).isEmpty();
    assertThat(Areas.of(WWW, ZERO, 0, List.of())).isEmpty();
    assertThat(
            Areas.of(
                "{06B94D9A-B15E-456E-A4EF-37C984A2CB4B}",
                "{1FC299FA-3FC4-4C37-910D-DE5B911D0270}",
                0,
                List.of()))
        .isEmpty();
  }

  @Test
  void takes_guids_without_braces_and_in_lower_case() {
    assertThat(Areas.of("", "53ae50fa-81df-47b1-8161-71f0a1c55a48", 0, List.of()))
        .contains("RequestRouting");
    assertThat(Areas.of("aff081fe-0247-4275-9c4e-021f3dc1da35", "", 4, List.of())).contains("Page");
  }

  @Test
  void makes_no_new_objects_for_what_it_knows() {
    assertThat(Areas.of(WWW, ROUTING, 0x800, List.of()))
        .isSameAs(Areas.of(WWW, ROUTING, 0x800, List.of()));
    assertThat(Areas.of(ASPNET, ASPNET_EVENTS, 2, List.of()))
        .isSameAs(Areas.of(ASPNET, ASPNET_EVENTS, 2, List.of()));
    assertThat(Guids.canonical(WWW)).isSameAs(WWW);
  }

  @Test
  void fifteen_areas_of_the_server_and_four_of_aspnet() {
    assertThat(Areas.all()).hasSize(19);
    assertThat(Areas.all())
        .contains(new Area("Module", "ASPNET", ASPNET, 2, ASPNET_EVENTS))
        .contains(
            new Area(
                "StaticFile", "WWW Server", WWW, 0x10, "{79B02104-0DB9-4CDA-A552-058D97C2ECFD}"));
  }
}
