package io.github.frebscope.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which elements of two lists belong together, by their keys and in their order: a longest common
 * subsequence.
 *
 * <p>The common head and tail are taken off first; traces of one URL hardly leave more than a few
 * dozen elements. For the rest one bit is kept for every two elements, at most {@link #MOST_CELLS},
 * 2 MB. Lists that are longer than that (more than 4,096 on both sides without a common head or
 * tail) are aligned window by window: the longest common subsequence of the next {@link #WINDOW}
 * elements of both, of which the first half is kept. That may miss a pair that lies further apart
 * than half a window; it never pairs what does not belong together.
 *
 * <p>Where several subsequences are equally long, the choice does not depend on the side: the lists
 * are put into an order of their own before.
 */
final class Alignment {
  private static final long MOST_CELLS = 1 << 24;
  private static final int WINDOW = 1 << 12;

  private final int[] first;
  private final int[] second;
  private final List<int[]> pairs = new ArrayList<>();

  private Alignment(int[] first, int[] second) {
    this.first = first;
    this.second = second;
  }

  /**
   * For every element of the left list the place of its partner in the right one, or -1. Partners
   * have equal keys, and their places rise together.
   */
  static int[] of(List<String> left, List<String> right) {
    boolean swapped = compare(left, right) > 0;
    Map<String, Integer> numbers = new HashMap<>();
    int[] first = numbers(swapped ? right : left, numbers);
    int[] second = numbers(swapped ? left : right, numbers);
    Alignment alignment = new Alignment(first, second);
    alignment.align();
    int[] partners = new int[left.size()];
    Arrays.fill(partners, -1);
    for (int[] pair : alignment.pairs) {
      partners[swapped ? pair[1] : pair[0]] = swapped ? pair[0] : pair[1];
    }
    return partners;
  }

  private static int compare(List<String> left, List<String> right) {
    for (int i = 0; i < left.size() && i < right.size(); i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int[] numbers(List<String> keys, Map<String, Integer> numbers) {
    int[] result = new int[keys.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = numbers.computeIfAbsent(keys.get(i), key -> numbers.size());
    }
    return result;
  }

  private void align() {
    int from = 0;
    int firstTo = first.length;
    int secondTo = second.length;
    while (from < firstTo && from < secondTo && first[from] == second[from]) {
      pairs.add(new int[] {from, from});
      from++;
    }
    while (firstTo > from && secondTo > from && first[firstTo - 1] == second[secondTo - 1]) {
      firstTo--;
      secondTo--;
      pairs.add(new int[] {firstTo, secondTo});
    }
    alignMiddle(from, firstTo, from, secondTo);
  }

  private void alignMiddle(int firstFrom, int firstTo, int secondFrom, int secondTo) {
    int i = firstFrom;
    int j = secondFrom;
    while ((long) (firstTo - i) * (secondTo - j) > MOST_CELLS) {
      List<int[]> found =
          longest(i, Math.min(firstTo, i + WINDOW), j, Math.min(secondTo, j + WINDOW));
      // A side that fits into one window is not left behind.
      int nextI = firstTo - i <= WINDOW ? i : i + WINDOW / 2;
      int nextJ = secondTo - j <= WINDOW ? j : j + WINDOW / 2;
      int kept = 0;
      while (kept < found.size()
          && (nextI == i || found.get(kept)[0] < nextI)
          && (nextJ == j || found.get(kept)[1] < nextJ)) {
        kept++;
      }
      pairs.addAll(found.subList(0, kept));
      i = kept > 0 ? found.get(kept - 1)[0] + 1 : nextI;
      j = kept > 0 ? found.get(kept - 1)[1] + 1 : nextJ;
    }
    pairs.addAll(longest(i, firstTo, j, secondTo));
  }

  /** A longest common subsequence of two stretches, in order. */
  private List<int[]> longest(int firstFrom, int firstTo, int secondFrom, int secondTo) {
    int width = secondTo - secondFrom;
    BitSet skipFirst = new BitSet();
    int[] below = new int[width + 1];
    int[] row = new int[width + 1];
    for (int i = firstTo - 1; i >= firstFrom; i--) {
      int base = (i - firstFrom) * width;
      for (int j = width - 1; j >= 0; j--) {
        if (first[i] == second[secondFrom + j]) {
          row[j] = below[j + 1] + 1;
        } else if (below[j] >= row[j + 1]) {
          row[j] = below[j];
          skipFirst.set(base + j);
        } else {
          row[j] = row[j + 1];
        }
      }
      int[] done = row;
      row = below;
      below = done;
    }
    return walk(firstFrom, firstTo, secondFrom, secondTo, skipFirst);
  }

  private List<int[]> walk(
      int firstFrom, int firstTo, int secondFrom, int secondTo, BitSet skipFirst) {
    List<int[]> found = new ArrayList<>();
    int width = secondTo - secondFrom;
    int i = firstFrom;
    int j = secondFrom;
    while (i < firstTo && j < secondTo) {
      if (first[i] == second[j]) {
        found.add(new int[] {i++, j++});
      } else if (skipFirst.get((i - firstFrom) * width + j - secondFrom)) {
        i++;
      } else {
        j++;
      }
    }
    return found;
  }
}
