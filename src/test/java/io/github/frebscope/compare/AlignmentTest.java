package io.github.frebscope.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignmentTest {
  @Test
  void a_missing_element_does_not_shift_the_others() {
    assertThat(align("a b c d e", "a c d e")).containsExactly(0, -1, 1, 2, 3);
    assertThat(align("a c d e", "a b c d e")).containsExactly(0, 2, 3, 4);
  }

  @Test
  void nothing_goes_with_nothing() {
    assertThat(align("", "a b")).isEmpty();
    assertThat(align("a b", "")).containsExactly(-1, -1);
    assertThat(align("a b", "c d")).containsExactly(-1, -1);
  }

  @Test
  void is_as_long_as_can_be() {
    // a c e against the greedy a z
    assertThat(align("x a c e z", "z a c e x")).containsExactly(-1, 1, 2, 3, -1);
  }

  @Test
  void does_not_depend_on_the_side() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      List<String> left = letters(random, random.nextInt(12));
      List<String> right = letters(random, random.nextInt(12));
      int[] partners = Alignment.of(left, right);
      assertThat(mirrored(partners, right.size())).isEqualTo(Alignment.of(right, left));
      assertRises(left, right, partners);
      assertThat(matched(partners)).isEqualTo(longest(left, right, 0, 0));
    }
  }

  @Test
  void thousands_of_equal_siblings_with_holes_take_little_time() {
    List<String> left = new ArrayList<>(Collections.nCopies(20_000, "read"));
    List<String> right = new ArrayList<>(Collections.nCopies(19_000, "read"));
    Random random = new Random(3);
    for (int i = 0; i < 400; i++) {
      left.set(random.nextInt(left.size()), "left" + i);
      right.set(random.nextInt(right.size()), "right" + i);
    }
    long before = System.nanoTime();
    int[] partners = Alignment.of(left, right);
    long millis = (System.nanoTime() - before) / 1_000_000;
    assertRises(left, right, partners);
    assertThat(matched(partners)).isGreaterThan(18_000);
    assertThat(millis).isLessThan(5_000);
  }

  @Test
  void a_window_finds_a_stretch_that_only_one_side_has() {
    List<String> common = IntStream.range(0, 6_000).mapToObj(i -> "e" + i).toList();
    List<String> left = new ArrayList<>(common);
    left.addAll(3_000, Collections.nCopies(500, "more"));
    left.add(0, "first");
    left.add("last");
    int[] partners = Alignment.of(left, common);
    assertThat(matched(partners)).isEqualTo(6_000);
  }

  @Test
  void a_short_list_finds_its_place_in_a_very_long_one() {
    List<String> left = new ArrayList<>(Collections.nCopies(50, "x"));
    left.set(25, "wanted");
    List<String> right = new ArrayList<>(Collections.nCopies(400_000, "read"));
    right.set(300_000, "wanted");
    int[] partners = Alignment.of(left, right);
    assertThat(matched(partners)).isEqualTo(1);
    assertThat(partners[25]).isEqualTo(300_000);
  }

  private static int[] align(String left, String right) {
    return Alignment.of(words(left), words(right));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static List<String> letters(Random random, int count) {
    return IntStream.range(0, count).mapToObj(i -> "" + (char) ('a' + random.nextInt(4))).toList();
  }

  private static int[] mirrored(int[] partners, int size) {
    int[] mirrored = new int[size];
    java.util.Arrays.fill(mirrored, -1);
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] >= 0) {
        mirrored[partners[i]] = i;
      }
    }
    return mirrored;
  }

  private static void assertRises(List<String> left, List<String> right, int[] partners) {
    int last = -1;
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] >= 0) {
        assertThat(partners[i]).isGreaterThan(last);
        assertThat(right.get(partners[i])).isEqualTo(left.get(i));
        last = partners[i];
      }
    }
  }

  private static int matched(int[] partners) {
    return (int) IntStream.of(partners).filter(p -> p >= 0).count();
  }

  private static int longest(List<String> left, List<String> right, int i, int j) {
    int[][] table = new int[left.size() + 1][right.size() + 1];
    for (int a = left.size() - 1; a >= i; a--) {
      for (int b = right.size() - 1; b >= j; b--) {
        table[a][b] =
            left.get(a).equals(right.get(b))
                ? table[a + 1][b + 1] + 1
                : Math.max(table[a + 1][b], table[a][b + 1]);
      }
    }
    return table[i][j];
  }
}
