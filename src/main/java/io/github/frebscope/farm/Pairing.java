package io.github.frebscope.farm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Pairs the things of two lists, each with one at most, as many as can be. Where that leaves a
 * choice, the better pairs go first: pairs are tried in steps of their cost, and a pair of an
 * earlier step is given up only if more can be paired in all.
 *
 * <p>That is a maximum matching by augmenting paths (Berge), over few candidates for each: in a
 * storm the nearest first would take what only another one can be paired with, and report one as
 * missing that is not.
 */
final class Pairing {
  /** A pair that is possible, the less it costs the better. */
  record Edge(int left, int right, double cost) {}

  private static final int FREE = -1;
  private static final double[] STEPS = {0, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16};

  private final List<List<Edge>> ofLeft = new ArrayList<>();
  private final int[] rightOf;
  private final int[] leftOf;

  /** Vertices from which no free one can be reached; they stay so until edges are added. */
  private final boolean[] isDead;

  private Pairing(int lefts, int rights) {
    rightOf = new int[lefts];
    leftOf = new int[rights];
    isDead = new boolean[rights];
    Arrays.fill(rightOf, FREE);
    Arrays.fill(leftOf, FREE);
    for (int i = 0; i < lefts; i++) {
      ofLeft.add(new ArrayList<>());
    }
  }

  /**
   * The partner of each thing of the left list.
   *
   * @return its number in the right list, -1 where it has none
   */
  static int[] of(int lefts, int rights, List<Edge> edges) {
    Pairing pairing = new Pairing(lefts, rights);
    List<Edge> sorted = new ArrayList<>(edges);
    sorted.sort(Comparator.comparingDouble(Edge::cost));
    int next = 0;
    while (next < sorted.size()) {
      double step = step(sorted.get(next).cost());
      List<Edge> added = new ArrayList<>();
      while (next < sorted.size() && step(sorted.get(next).cost()) <= step) {
        added.add(sorted.get(next));
        next++;
      }
      pairing.add(added);
    }
    return pairing.rightOf;
  }

  private static double step(double cost) {
    for (double step : STEPS) {
      if (cost <= step) {
        return step;
      }
    }
    return Double.MAX_VALUE;
  }

  private void add(List<Edge> edges) {
    Arrays.fill(isDead, false);
    for (Edge edge : edges) {
      ofLeft.get(edge.left()).add(edge);
      if (rightOf[edge.left()] == FREE && leftOf[edge.right()] == FREE) {
        join(edge.left(), edge.right());
      }
    }
    for (int left = 0; left < rightOf.length; left++) {
      if (rightOf[left] == FREE && !ofLeft.get(left).isEmpty()) {
        augment(left);
      }
    }
  }

  /** Looks for a way to pair a free one by giving others another partner. */
  private void augment(int start) {
    int[] cameFrom = new int[leftOf.length];
    List<Integer> seen = new ArrayList<>();
    Deque<Integer> lefts = new ArrayDeque<>(List.of(start));
    while (!lefts.isEmpty()) {
      int left = lefts.poll();
      for (Edge edge : ofLeft.get(left)) {
        int right = edge.right();
        if (isDead[right]) {
          continue;
        }
        isDead[right] = true;
        seen.add(right);
        cameFrom[right] = left;
        if (leftOf[right] == FREE) {
          follow(right, cameFrom, start);
          seen.forEach(s -> isDead[s] = false);
          return;
        }
        lefts.add(leftOf[right]);
      }
    }
  }

  private void follow(int end, int[] cameFrom, int start) {
    int right = end;
    int left;
    do {
      left = cameFrom[right];
      int before = rightOf[left];
      join(left, right);
      right = before;
    } while (left != start);
  }

  private void join(int left, int right) {
    rightOf[left] = right;
    leftOf[right] = left;
  }
}
