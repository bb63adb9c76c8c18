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

  /** How many letters must be put in, taken out or changed (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
