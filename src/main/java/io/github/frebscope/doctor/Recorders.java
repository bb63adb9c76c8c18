package io.github.frebscope.doctor;

import io.github.frebscope.config.RecorderReport;
import io.github.frebscope.config.RecorderStep;
import io.github.frebscope.config.Remedy;
import io.github.frebscope.config.Setting;
import io.github.frebscope.doctor.Finding.Log;
import io.github.frebscope.farm.SiteEvidence;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with a recorder, and what to set. */
final class Recorders {
  private Recorders() {}

  /** Adds the step at fault: the fact, the setting to change, and the experiment. */
  static void add(Finding.Draft draft, SiteEvidence site, RecorderReport report) {
    RecorderStep step = RecorderRule.decisive(report).orElseThrow();
    draft.say(Words.sentence(step.sentence()));
    draft.fact(Log.CONFIG, fact(site, step));
    String remedy = step.remedy().map(Remedy::sentence).orElse("Change the setting");
    draft.tryThis(
        Words.sentence(remedy)
            + " Then ask for a URL that fails, and see whether a file appears in "
            + report.folder()
            + " on "
            + site.server()
            + ".");
    step.setting()
        .ifPresent(
            setting ->
                draft.set(
                    new SettingAdvice(
                        site.server(),
                        setting,
                        recommended(step, setting),
                        Words.sentence(step.sentence()),
                        lines(step.remedy().map(Remedy::appcmd)),
                        lines(step.remedy().map(Remedy::powerShell)),
                        List.of(RecorderRule.explanation(Optional.of(report)).orElseThrow()))));
  }

  private static Fact fact(SiteEvidence site, RecorderStep step) {
    Fact fact = Fact.of("recorder-fault", step.sentence()).on(site.server());
    if (step.setting().isEmpty()) {
      return fact;
    }
    Setting<String> setting = step.setting().get();
    String line = setting.line() == 0 ? "" : ":" + setting.line();
    return fact.from(site.server() + "/" + setting.file() + line)
        .with("element", setting.element())
        .with("attribute", setting.attribute())
        .with("value", setting.value());
  }

  private static String recommended(RecorderStep step, Setting<String> setting) {
    return switch (step.kind()) {
      case SWITCH -> "true";
      case RULE -> "*";
      case CONDITIONS -> setting.attribute().equals("statusCodes") ? "502" : setting.value();
      default -> setting.attribute().equals("name") ? "FailedRequestsTracingModule" : "";
    };
  }

  private static String lines(Optional<List<String>> commands) {
    return String.join("\n", commands.orElse(List.of()));
  }

  /** That a recorder would have traced what failed. */
  static Fact proved(SiteEvidence site, RecorderReport report) {
    Fact fact =
        Fact.of(
                "recorder-ok",
                "tracing of site "
                    + site.name()
                    + " is on, and its rule covers 502 at "
                    + report.wanted().urlPath())
            .on(site.server())
            .with("enabled", String.valueOf(report.site().tracing().enabled().value()));
    return report
        .answer()
        .rule()
        .map(
            rule ->
                fact.from(site.server() + "/" + rule.file() + ":" + rule.line())
                    .with("rulePath", rule.path())
                    .with("statusCodes", rule.statusCodes()))
        .orElse(fact);
  }
}
