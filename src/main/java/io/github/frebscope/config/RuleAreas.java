package io.github.frebscope.config;

import com.google.common.base.Splitter;
import io.github.frebscope.config.FailureRule.TraceArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the areas of a rule against those that the server defines. */
final class RuleAreas {
  private static final Splitter NAMES = Splitter.on(',').trimResults().omitEmptyStrings();

  private final FailureRule rule;
  private final List<RuleRecording.Recorded> recorded = new ArrayList<>();
  private final List<MissedArea> missed = new ArrayList<>();
  private final List<RuleProblem> problems = new ArrayList<>();

  private RuleAreas(FailureRule rule) {
    this.rule = rule;
  }

  /**
   * What a rule records.
   *
   * @param defined what the server defines; when that is nothing, it is not known, and the rule is
   *     taken at its word
   */
  static RuleRecording of(FailureRule rule, List<ProviderDefinition> defined) {
    RuleAreas areas = new RuleAreas(rule);
    for (TraceArea named : rule.areas()) {
      if (defined.isEmpty()) {
        areas.recorded.add(
            new RuleRecording.Recorded(named.provider(), names(named), named.verbosity()));
      } else {
        areas.add(named, defined);
      }
    }
    defined.forEach(areas::addMissed);
    return new RuleRecording(rule, areas.recorded, areas.missed, areas.problems);
  }

  static List<String> names(TraceArea named) {
    return NAMES.splitToList(named.areas());
  }

  private void add(TraceArea named, List<ProviderDefinition> defined) {
    Optional<ProviderDefinition> provider =
        defined.stream().filter(d -> d.name().equalsIgnoreCase(named.provider())).findFirst();
    if (provider.isEmpty()) {
      addProblem(
          RuleProblem.Kind.PROVIDER,
          named.provider(),
          "the server defines no provider " + named.provider());
      return;
    }
    List<String> names = names(named);
    for (String name : names) {
      if (provider.get().areas().stream().noneMatch(area -> begins(area, name))) {
        addProblem(
            RuleProblem.Kind.AREA,
            name,
            "the server defines no area " + name + " of " + provider.get().name());
      }
    }
    List<String> hits =
        provider.get().areas().stream()
            .filter(area -> names.stream().anyMatch(name -> begins(area, name)))
            .toList();
    recorded.add(new RuleRecording.Recorded(provider.get().name(), hits, named.verbosity()));
  }

  private void addProblem(RuleProblem.Kind kind, String text, String what) {
    String reason = what + ", so IIS refuses the rule (event " + kind.event() + " of IIS-FREB)";
    problems.add(new RuleProblem(rule, kind, text, reason));
  }

  private void addMissed(ProviderDefinition provider) {
    Optional<TraceArea> named =
        rule.areas().stream()
            .filter(area -> area.provider().equalsIgnoreCase(provider.name()))
            .findFirst();
    if (named.isEmpty() && provider.areas().isEmpty()) {
      missed.add(new MissedArea(provider.name(), ""));
    }
    List<String> names = named.map(RuleAreas::names).orElse(List.of());
    if (named.isPresent() && names.isEmpty()) {
      return;
    }
    provider.areas().stream()
        .filter(area -> names.stream().noneMatch(name -> begins(area, name)))
        .forEach(area -> missed.add(new MissedArea(provider.name(), area)));
  }

  private static boolean begins(String area, String name) {
    return area.regionMatches(true, 0, name, 0, name.length());
  }
}
