package io.github.frebscope.config;

import io.github.frebscope.catalog.ModuleInfo;
import io.github.frebscope.catalog.Modules;
import io.github.frebscope.config.FailureRule.TraceArea;
import io.github.frebscope.config.RecorderStep.Kind;
import io.github.frebscope.config.RecorderStep.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The step about what the rule records: without the area of the module that failed there is a file,
 * but not what the module did.
 */
final class RecorderAreas {
  static final String PROVIDER = "WWW Server";

  /** The areas of modules that hand requests on, or decide where to: those that can make a 502. */
  private static final Set<String> GATEWAYS =
      Set.of("RequestRouting", "Rewrite", "ANCM", "FastCGI", "CGI", "iisnode", "WebSocket");

  /** What IIS defines by itself, for servers of which that is not known. */
  private static final String BUILT_IN =
      "Authentication,Security,Filter,StaticFile,CGI,Compression,Cache,RequestNotifications,Module";

  private RecorderAreas() {}

  /** All areas that the server defines for WWW Server, separated by commas. */
  static String all(FailureRules rules) {
    return rules.providers().stream()
        .filter(provider -> provider.name().equalsIgnoreCase(PROVIDER))
        .findFirst()
        .map(provider -> String.join(",", provider.areas()))
        .orElse(BUILT_IN);
  }

  static RecorderStep step(RecorderFacts facts, RequestOutcome wanted, FailureRule rule) {
    Setting<String> setting =
        RecorderRules.setting(
            rule, "/traceAreas/add[@provider='" + PROVIDER + "']", "areas", written(rule));
    Remedy everything =
        Commands.areas(
            "Record every area that the server defines",
            facts.location(wanted.urlPath()),
            rule,
            PROVIDER,
            all(facts.rules()));
    if (isNamedWithoutAreas(rule)) {
      return RecorderStep.of(
          Kind.AREAS,
          Outcome.CANNOT_TELL,
          "the rule for "
              + rule.path()
              + " names "
              + PROVIDER
              + " without any area, and whether that is all or none is not documented",
          setting,
          everything);
    }
    RuleRecording recording = facts.rules().recording(rule);
    Map<String, String> needed = needed(facts);
    List<String> lacking = new ArrayList<>();
    List<String> undefined = new ArrayList<>();
    needed.forEach(
        (area, who) -> {
          if (recording.misses(PROVIDER, area)) {
            lacking.add(area + " (" + who + ")");
          } else if (!recording.records(PROVIDER, area)) {
            (isDefined(facts, area) ? lacking : undefined).add(area + " (" + who + ")");
          }
        });
    if (!lacking.isEmpty()) {
      return RecorderStep.of(
          Kind.AREAS,
          Outcome.PARTIAL,
          "the rule for "
              + rule.path()
              + " does not record "
              + String.join(", ", lacking)
              + ": the file is written, without what these did",
          setting,
          everything);
    }
    if (!undefined.isEmpty()) {
      return new RecorderStep(
          Kind.AREAS,
          Outcome.PARTIAL,
          "the server defines no area "
              + String.join(", ", undefined)
              + ", so no rule can record it",
          Optional.of(setting),
          Optional.of(
              new Remedy(
                  "Repair the installation of the module, which defines its area in"
                      + " traceProviderDefinitions",
                  List.of(),
                  List.of())));
    }
    return RecorderStep.pass(Kind.AREAS, "the rule records " + String.join(", ", needed.keySet()));
  }

  /** Areas in the order of their names, and the installed modules they belong to. */
  private static Map<String, String> needed(RecorderFacts facts) {
    Map<String, Set<String>> modules = new LinkedHashMap<>();
    modules
        .computeIfAbsent("RequestNotifications", area -> new TreeSet<>())
        .add("who set a status");
    for (String module : facts.globalModules()) {
      Optional<ModuleInfo> known = Modules.find(module);
      if (known.isPresent() && GATEWAYS.contains(known.get().area())) {
        modules.computeIfAbsent(known.get().area(), area -> new TreeSet<>()).add(module);
      }
    }
    return modules.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> String.join(", ", entry.getValue()),
                (a, b) -> a,
                LinkedHashMap::new));
  }

  /** Whether the server defines an area, or it is not known what it defines. */
  private static boolean isDefined(RecorderFacts facts, String area) {
    List<ProviderDefinition> providers = facts.rules().providers();
    return providers.isEmpty()
        || providers.stream()
            .filter(provider -> provider.name().equalsIgnoreCase(PROVIDER))
            .anyMatch(provider -> provider.areas().stream().anyMatch(area::equalsIgnoreCase));
  }

  private static boolean isNamedWithoutAreas(FailureRule rule) {
    return rule.areas().stream()
        .anyMatch(
            area -> area.provider().equalsIgnoreCase(PROVIDER) && RuleAreas.names(area).isEmpty());
  }

  private static String written(FailureRule rule) {
    return rule.areas().stream()
        .filter(area -> area.provider().equalsIgnoreCase(PROVIDER))
        .map(TraceArea::areas)
        .findFirst()
        .orElse("");
  }
}
