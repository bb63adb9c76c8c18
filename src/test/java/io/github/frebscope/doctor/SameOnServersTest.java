package io.github.frebscope.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SameOnServersTest {
  private final SameOnServers same =
      new SameOnServers(List.of("web1", "web1.mosaic.example", "web2", "web2-b"));

  @Test
  void texts_that_differ_by_the_server_only_are_one() {
    assertThat(
            same.join(
                List.of(
                    "the System event log of web1 (source WAS)",
                    "the box in front: its logs",
                    "the System event log of web2-b (source WAS)",
                    "HTTPERR logs of web2",
                    "the System event log of web1.mosaic.example (source WAS)")))
        .containsExactly(
            "the System event log of web1, web2-b and web1.mosaic.example (source WAS)",
            "the box in front: its logs",
            "HTTPERR logs of web2");
  }

  @Test
  void other_names_and_no_names_stay() {
    List<String> texts = List.of("logs of web3", "logs of web10", "logs of web1.other", "web1");
    assertThat(same.join(texts)).isEqualTo(texts);
    assertThat(new SameOnServers(List.of()).join(texts)).isEqualTo(texts);
    assertThat(same.join(List.of("traces of site a on web1", "traces of site a on web2")))
        .containsExactly("traces of site a on web1 and web2");
  }
}
