package io.github.frebscope.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  private static final List<String> IN_ORDER =
      List.of(
          "",
          "W3SVC1/FR000001.xml",
          "W3SVC1/fr000001.xml",
          "w3svc1/fr000002.xml",
          "W3SVC1/fr000009.xml",
          "W3SVC1/fr999999.xml",
          "W3SVC1/fr1000010.xml",
          "W3SVC1/fr1000010.xml.old",
          "W3SVC1 copy/fr000001.xml",
          "W3SVC2\\fr000001.xml",
          "W3SVC10/fr000001.xml",
          "W3SVC99999999999999999999/fr000001.xml",
          "W3SVC100000000000000000000/fr000001.xml",
          "web/0",
          "web/00",
          "web/000",
          "web/1",
          "web/1a");

  @Test
  void every_pair_compares_by_its_place() {
    for (int i = 0; i < IN_ORDER.size(); i++) {
      for (int j = 0; j < IN_ORDER.size(); j++) {
        assertThat(Integer.signum(NaturalOrder.PATHS.compare(IN_ORDER.get(i), IN_ORDER.get(j))))
            .as("%s against %s", IN_ORDER.get(i), IN_ORDER.get(j))
            .isEqualTo(Integer.signum(Integer.compare(i, j)));
      }
    }
  }

  @Test
  void sorting_does_not_depend_on_the_order_before() {
    List<String> texts = new ArrayList<>(IN_ORDER);
    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(texts, new Random(seed));
      texts.sort(NaturalOrder.PATHS);
      assertThat(texts).as("seed %d", seed).isEqualTo(IN_ORDER);
    }
  }

  @Test
  void it_is_an_order() {
    // Short texts of few characters meet all the cases where an order could contradict itself.
    List<String> texts = new ArrayList<>();
    String alphabet = "01aA/.";
    for (int i = 0; i < 6 * 6 * 6; i++) {
      texts.add("" + alphabet.charAt(i / 36) + alphabet.charAt(i / 6 % 6) + alphabet.charAt(i % 6));
    }
    texts.sort(NaturalOrder.PATHS);
    for (int i = 0; i < texts.size(); i++) {
      for (int j = i + 1; j < texts.size(); j++) {
        assertThat(NaturalOrder.PATHS.compare(texts.get(i), texts.get(j)))
            .as("%s, %s", texts.get(i), texts.get(j))
            .isNegative();
      }
    }
  }
}
