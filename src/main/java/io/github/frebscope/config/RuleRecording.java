package io.github.frebscope.config;

import java.util.List;
import java.util.Objects;

/**
 * What a tracing rule records, given what the server defines.
 *
 * @param rule the rule
 * @param providers what is recorded of each provider that the rule names and the server defines, in
 *     the order of the rule
 * @param missed what the server defines and the rule does not name. A provider that the rule names
 *     without any area is not here: whether that is all areas or none is not documented
 * @param problems providers and areas that the server does not define: IIS refuses the rule
 */
public record RuleRecording(
    FailureRule rule,
    List<Recorded> providers,
    List<MissedArea> missed,
    List<RuleProblem> problems) {
  /** Refuses nulls. */
  public RuleRecording {
    Objects.requireNonNull(rule, "rule");
    providers = List.copyOf(providers);
    missed = List.copyOf(missed);
    problems = List.copyOf(problems);
  }

  /**
   * What is recorded of a provider.
   *
   * @param provider its name as the server defines it
   * @param areas the areas, by the names that the server defines
   * @param verbosity the highest level, 0 to 5
   */
  public record Recorded(String provider, List<String> areas, int verbosity) {
    /** Refuses nulls. */
    public Recorded {
      Objects.requireNonNull(provider, "provider");
      areas = List.copyOf(areas);
    }
  }

  /** Whether an area of a provider is recorded, at any verbosity; in any case. */
  public boolean records(String provider, String area) {
    return providers.stream()
        .filter(recorded -> recorded.provider().equalsIgnoreCase(provider))
        .anyMatch(recorded -> recorded.areas().stream().anyMatch(area::equalsIgnoreCase));
  }

  /** Whether an area of a provider is defined and not named; in any case. */
  public boolean misses(String provider, String area) {
    return missed.stream()
        .anyMatch(m -> m.provider().equalsIgnoreCase(provider) && m.area().equalsIgnoreCase(area));
  }
}
