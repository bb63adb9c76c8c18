package io.github.frebscope.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts differences in order, the strongest first, and what only follows from a higher one last. An
 * attribute follows from another when nothing of its difference is left among traces that have the
 * same value of the other.
 */
final class DifferenceRanking {
  /** Of an attribute as good as that, its simpler equal comes first. */
  private static final double NEARLY = 0.8;

  /** Left beside a simpler attribute only when this unlikely by chance. */
  private static final double SIMPLER = 0.01;

  /** From this effect on hardly a trace is left to be compared among equals. */
  private static final double SEPARATES = 0.95;

  private final double level;
  private final List<Ranked> own = new ArrayList<>();
  private final List<Ranked> following = new ArrayList<>();

  /** A difference, and the higher one that it follows from. */
  record Ranked(Contrast contrast, Optional<String> higher) {}

  private DifferenceRanking(double level) {
    this.level = level;
  }

  /**
   * Ranks differences.
   *
   * @param contrasts in the order that attributes have, which decides between equals
   * @param level what is left within strata has to be less likely than this to count
   */
  static List<Ranked> of(List<Contrast> contrasts, double level) {
    DifferenceRanking ranking = new DifferenceRanking(level);
    List<Contrast> rest = new ArrayList<>(contrasts);
    while (!rest.isEmpty()) {
      ranking.takeNext(rest);
    }
    ranking.own.addAll(ranking.following);
    return List.copyOf(ranking.own);
  }

  private void takeNext(List<Contrast> rest) {
    Contrast best = rest.get(0);
    for (Contrast contrast : rest) {
      best = contrast.score() > best.score() ? contrast : best;
    }
    Contrast chosen = simplest(best, rest);
    rest.remove(chosen);
    own.add(new Ranked(chosen, Optional.empty()));
    List<Contrast> followers = rest.stream().filter(c -> follows(c, chosen)).toList();
    rest.removeAll(followers);
    followers.stream()
        .sorted(Comparator.comparingDouble(Contrast::score).reversed())
        .forEach(c -> following.add(new Ranked(c, Optional.of(chosen.name()))));
  }

  /** The attribute with the fewest values that tells all that the best one does. */
  private static Contrast simplest(Contrast best, List<Contrast> rest) {
    Contrast simplest = best;
    int place = rest.indexOf(best);
    for (int i = 0; i < rest.size(); i++) {
      Contrast other = rest.get(i);
      boolean isSimpler =
          other.breadth() < simplest.breadth()
              || (other.breadth() == simplest.breadth() && i < place);
      if (isSimpler
          && other.score() >= NEARLY * best.score()
          && best instanceof ValueContrast all
          && other instanceof ValueContrast simple
          && WithinStrata.p(all, simple.column()) > SIMPLER) {
        simplest = other;
        place = i;
      }
    }
    return simplest;
  }

  private boolean follows(Contrast lower, Contrast higher) {
    if (!(lower instanceof ValueContrast low && higher instanceof ValueContrast high)) {
      return false;
    }
    return high.effect() >= SEPARATES
        ? low.effect() >= SEPARATES
        : WithinStrata.p(low, high.column()) >= level;
  }
}
