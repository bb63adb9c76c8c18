package io.github.frebscope.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which known names somebody may have meant by one that is not known. */
public final class NearNames {
  private static final int MOST = 5;
  private static final int LEAST_PART = 3;

  private NearNames() {}

  /**
   * The names that are written nearly like it, or of which it is a part, or that are a part of it,
   * whatever their case: the nearest first, at most five, often none.
   */
  public static List<String> of(String name, Collection<String> known) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .distinct()
        .filter(candidate -> isNear(wanted, candidate.toLowerCase(Locale.ROOT)))
        .sorted(
            Comparator.comparingInt(
                    (String candidate) -> distance(wanted, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  private static boolean isNear(String wanted, String candidate) {
    boolean isPart =
        wanted.length() >= LEAST_PART
            && candidate.length() >= LEAST_PART
            && (candidate.contains(wanted) || wanted.contains(candidate));
    return isPart || distance(wanted, candidate) <= Math.max(1, wanted.length() / 3);
  }

  /**
   * How many letters must be put in, taken out, changed, or swapped with the next one (optimal
   * string alignment).
   */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1]; // the row before the last
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] next = new int[row.length];
      next[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = row[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        next[j] = Math.min(changed, Math.min(row[j], next[j - 1]) + 1);
        boolean isSwapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        next[j] = isSwapped ? Math.min(next[j], before[j - 2] + 1) : next[j];
      }
      before = row;
      row = next;
    }
    return row[b.length()];
  }
}
