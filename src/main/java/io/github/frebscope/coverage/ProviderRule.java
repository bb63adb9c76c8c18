package io.github.frebscope.coverage;

import io.github.frebscope.catalog.Area;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a tracing rule records of one provider: an {@code add} of {@code traceAreas}.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param provider the provider's name, in any case
 * @param verbosity the highest level, 0 to 5
 * @param areas beginnings of the names of areas, in any case; empty for providers without areas
 */
public record ProviderRule(String provider, int verbosity, List<String> areas) {
  /**
   * Refuses nulls and copies the areas.
   *
   * @throws IllegalArgumentException if the verbosity is not between 0 and 5, or an area is empty:
   *     every name begins with that
   */
  public ProviderRule {
    Objects.requireNonNull(provider, "provider");
    if (verbosity < 0 || verbosity > Verbosities.MOST) {
      throw new IllegalArgumentException("verbosity is 0 to 5, not " + verbosity);
    }
    areas = List.copyOf(areas);
    if (areas.contains("")) {
      throw new IllegalArgumentException("an area without a name");
    }
  }

  /** Whether an area of that name is recorded: it begins with one of {@link #areas()}. */
  public boolean records(String area) {
    return areas.stream().anyMatch(beginning -> begins(area, beginning));
  }

  /** Whether one of the names is not the beginning of any of those areas. */
  boolean namesOtherThan(List<Area> known) {
    return areas.stream().anyMatch(named -> known.stream().noneMatch(a -> begins(a.name(), named)));
  }

  private static boolean begins(String area, String beginning) {
    return area.toLowerCase(Locale.ROOT).startsWith(beginning.toLowerCase(Locale.ROOT));
  }

  /** {@code WWW Server at Verbose: RequestNotifications, RequestRouting}. */
  @Override
  public String toString() {
    String text = provider + " at " + Verbosities.name(verbosity);
    return areas.isEmpty() ? text : text + ": " + String.join(", ", areas);
  }
}
