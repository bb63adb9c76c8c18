package io.github.frebscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearNamesTest {
  private static final List<String> KNOWN =
      List.of("URL_REWRITE", "RULE_EVALUATION", "FASTCGI", "CGI", "ASP_QUEUE", "ISAPI");

  @Test
  void slips_of_the_pen_parts_and_case() {
    assertThat(NearNames.of("URL_REWRIT", KNOWN)).containsExactly("URL_REWRITE");
    assertThat(NearNames.of("url-rewrite", KNOWN)).containsExactly("URL_REWRITE");
    assertThat(NearNames.of("rule", KNOWN)).containsExactly("RULE_EVALUATION");
    assertThat(NearNames.of("RULE_EVALUATION_START", KNOWN)).containsExactly("RULE_EVALUATION");
    assertThat(NearNames.of("cgi", KNOWN)).containsExactly("CGI", "FASTCGI");
  }

  @Test
  void swapped_letters_are_one_slip() {
    assertThat(NearNames.of("cuont", List.of("count", "share"))).containsExactly("count");
    assertThat(NearNames.of("mdoule", List.of("module", "rule"))).startsWith("module");
    assertThat(NearNames.of("ab", List.of("ba", "cd"))).containsExactly("ba");
  }

  @Test
  void no_more_than_five_and_often_none() {
    assertThat(NearNames.of("nonsense", KNOWN)).isEmpty();
    assertThat(NearNames.of("", KNOWN)).isEmpty();
    assertThat(NearNames.of("abc1", List.of("abc2", "abc3", "abc4", "abc5", "abc6", "abc7")))
        .hasSize(5);
  }
}
