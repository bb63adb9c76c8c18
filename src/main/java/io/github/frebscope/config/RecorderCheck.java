package io.github.frebscope.config;

import io.github.frebscope.config.RecorderStep.Kind;
import io.github.frebscope.config.RecorderStep.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves, by its configuration, that a site writes a trace of a request, or says which setting is
 * in the way.
 *
 * <pre>{@code
 * RecorderReport report = RecorderCheck.of(config, site, RequestOutcome.of("/home", 502));
 * report.works();    // NO
 * report.atFault();  // sites/site[@name='crm']/traceFailedRequestsLogging@enabled = false
 * }</pre>
 *
 * <p>Sources: Microsoft's configuration reference and its guide to tracing on UNC shares; the role
 * service "Tracing" brings the module FailedRequestsTracingModule.
 */
public final class RecorderCheck {
  private static final String MODULE = "FailedRequestsTracingModule";

  private RecorderCheck() {}

  /**
   * Whether a site would have written a trace of a request that ended so, and where to change what.
   *
   * @param wanted how the request ended; with its sub-status not known, a rule that covers only
   *     some leaves it open
   */
  public static RecorderReport of(ServerConfig config, Site site, RequestOutcome wanted) {
    return of(RecorderFacts.of(config, site, wanted.urlPath()), wanted);
  }

  static RecorderReport of(RecorderFacts facts, RequestOutcome wanted) {
    RuleAnswer answer = facts.rules().answer(wanted);
    List<RecorderStep> steps = new ArrayList<>();
    facts.redirectedTo().ifPresent(place -> steps.add(redirected(facts.site(), place)));
    steps.add(installed(facts));
    steps.add(siteSwitch(facts.site()));
    if (facts.customActions().value()) {
      steps.add(actions(facts));
    }
    steps.addAll(new RecorderRules(facts, wanted, answer).steps());
    answer.rule().ifPresent(rule -> steps.add(RecorderAreas.step(facts, wanted, rule)));
    steps.addAll(RecorderFiles.steps(facts));
    return new RecorderReport(facts.site(), wanted, steps, answer);
  }

  private static RecorderStep redirected(Site site, String place) {
    String file = site.tracing().enabled().file();
    return new RecorderStep(
        Kind.CONFIGURATION,
        Outcome.CANNOT_TELL,
        "the server takes its configuration from " + place + ", and this file may not be that one",
        Optional.of(
            new Setting<>(
                place, file, 0, "configurationRedirection", "path", Setting.Origin.SCHEMA)),
        Optional.empty());
  }

  private static RecorderStep actions(RecorderFacts facts) {
    return RecorderStep.of(
        Kind.ACTIONS,
        Outcome.CANNOT_TELL,
        "rules of the site may run programs, and a rule with customActionExe writes no file when its"
            + " program starts",
        facts.customActions().map(String::valueOf),
        Commands.siteSwitch(
            "Let rules write files instead", facts.site(), "customActionsEnabled", "false"));
  }

  private static RecorderStep installed(RecorderFacts facts) {
    String file = facts.site().tracing().enabled().file();
    if (facts.globalModules().isEmpty()) {
      return new RecorderStep(
          Kind.INSTALLED,
          Outcome.CANNOT_TELL,
          "the configuration lists no installed modules",
          Optional.of(schema(file, "globalModules/add[@name='" + MODULE + "']")),
          Optional.empty());
    }
    if (facts.globalModules().stream().noneMatch(MODULE::equalsIgnoreCase)) {
      return RecorderStep.of(
          Kind.INSTALLED,
          Outcome.FAIL,
          "Failed Request Tracing is not installed: globalModules lacks " + MODULE,
          schema(file, "globalModules/add[@name='" + MODULE + "']"),
          new Remedy(
              "Install the role service Tracing (on a client Windows, the feature IIS-HttpTracing)",
              List.of(),
              List.of("Install-WindowsFeature Web-Http-Tracing")));
    }
    if (facts
        .modules()
        .filter(all -> all.stream().noneMatch(MODULE::equalsIgnoreCase))
        .isPresent()) {
      return RecorderStep.of(
          Kind.INSTALLED,
          Outcome.FAIL,
          MODULE + " is installed, but removed from the modules in use at the URL",
          schema(file, "modules/add[@name='" + MODULE + "']"),
          Commands.module(
              "Take away the <remove> or <clear/> of modules, or add the module again",
              facts.site(),
              MODULE));
    }
    return RecorderStep.pass(Kind.INSTALLED, MODULE + " is installed");
  }

  private static Setting<String> schema(String file, String element) {
    return new Setting<>("", file, 0, element, "name", Setting.Origin.SCHEMA);
  }

  private static RecorderStep siteSwitch(Site site) {
    Setting<Boolean> enabled = site.tracing().enabled();
    if (enabled.value()) {
      return new RecorderStep(
          Kind.SWITCH,
          Outcome.PASS,
          "Failed Request Tracing of site " + site.name() + " is on",
          Optional.of(enabled.map(String::valueOf)),
          Optional.empty());
    }
    String why =
        switch (enabled.origin()) {
          case OWN -> "";
          case DEFAULTS -> " by the defaults of all sites";
          case SCHEMA -> ": it is off unless it is switched on";
        };
    return RecorderStep.of(
        Kind.SWITCH,
        Outcome.FAIL,
        "Failed Request Tracing of site " + site.name() + " is off" + why,
        enabled.map(String::valueOf),
        Commands.siteSwitch(
            "Switch Failed Request Tracing of the site on; its rules do nothing while it is off",
            site,
            "enabled",
            "true"));
  }
}
