package io.github.frebscope.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingTest {
  @ParameterizedTest
  @CsvSource({
    "*:80:,*,80,''",
    "*:443:Shop.Example,*,443,shop.example",
    ":8080:localhost,'',8080,localhost",
    "[::1]:80:a,[::1],80,a",
    "10.0.0.1:81:,10.0.0.1,81,''",
    "808:*,'',-1,''",
    "localhost,'',-1,''",
    "*,'',-1,''"
  })
  void parts_of_its_information(String text, String address, int port, String host) {
    Binding binding = new Binding("http", text);
    assertThat(binding.address()).isEqualTo(address);
    assertThat(binding.port().orElse(-1)).isEqualTo(port);
    assertThat(binding.host()).isEqualTo(host);
  }
}
