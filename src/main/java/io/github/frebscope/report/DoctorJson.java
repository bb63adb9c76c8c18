package io.github.frebscope.report;

import io.github.frebscope.config.Setting;
import io.github.frebscope.doctor.Explanation;
import io.github.frebscope.doctor.Fact;
import io.github.frebscope.doctor.FarmDiagnosis;
import io.github.frebscope.doctor.FarmVerdict;
import io.github.frebscope.doctor.SettingAdvice;
import io.github.frebscope.farm.JoinedRequest;
import io.github.frebscope.farm.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What {@link DoctorReport#jsonl} writes: names and values, in order. Names of servers, sites,
 * files and elements stay exact; values and sentences are masked.
 */
final class DoctorJson {
  static final List<String> KEYS =
      List.of(
          "root",
          "verdicts",
          "settings",
          "answer",
          "joined",
          "observations",
          "collect",
          "problems");

  /** Details that are a URL or a part of one. */
  private static final Set<String> URLS = Set.of("url", "uri", "path", "query");

  private DoctorJson() {}

  static List<Object> values(FarmDiagnosis diagnosis, Redaction redaction) {
    return Arrays.asList(
        diagnosis.root(),
        diagnosis.verdicts().stream().map(v -> verdict(v, redaction)).toList(),
        diagnosis.settings().stream().map(s -> setting(s, redaction)).toList(),
        redaction.text(diagnosis.answer()),
        diagnosis.joined().stream().map(j -> joined(j, redaction)).toList(),
        facts(diagnosis.observations(), redaction),
        texts(diagnosis.collect(), redaction),
        texts(diagnosis.problems(), redaction));
  }

  private static Map<String, Object> verdict(FarmVerdict verdict, Redaction redaction) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("verdict", verdict.explanation().name());
    object.put("server", verdict.server().orElse(null));
    object.put("site", verdict.site().orElse(null));
    object.put("confidence", verdict.confidence().id());
    object.put("summary", redaction.text(verdict.summary()));
    object.put("facts", facts(verdict.facts(), redaction));
    object.put("missing", texts(verdict.missing(), redaction));
    object.put("experiment", redaction.text(verdict.experiment()));
    return object;
  }

  private static List<Map<String, Object>> facts(List<Fact> facts, Redaction redaction) {
    return facts.stream().map(fact -> fact(fact, redaction)).toList();
  }

  private static Map<String, Object> fact(Fact fact, Redaction redaction) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("kind", fact.kind());
    object.put("text", redaction.text(fact.text()));
    object.put("server", fact.server().orElse(null));
    // As exact as its source: logs have whole seconds.
    object.put("time", fact.time().map(Instant::toString).orElse(null));
    object.put("source", fact.source().orElse(null));
    fact.details()
        .forEach(
            (name, value) -> {
              Object safe = value instanceof String text ? masked(name, text, redaction) : value;
              object.put(object.containsKey(name) ? "detail." + name : name, safe);
            });
    return object;
  }

  private static String masked(String name, String text, Redaction redaction) {
    if (redaction.isOn() && SecretNames.isParameter(name)) {
      return Mask.of(text);
    }
    return URLS.contains(name.toLowerCase(Locale.ROOT))
        ? redaction.url(text)
        : redaction.text(text);
  }

  private static Map<String, Object> joined(JoinedRequest request, Redaction redaction) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("server", request.server());
    object.put("time", request.line().end().toString());
    object.put("url", redaction.url(request.line().path()));
    object.put("outcome", request.outcome().name());
    object.put("byId", request.isById());
    List<Map<String, Object>> moments = new ArrayList<>();
    for (Moment moment : request.timeline()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("time", moment.time().toString());
      one.put("errorMs", moment.error().toMillis());
      one.put("server", moment.server());
      one.put("text", redaction.text(moment.text()));
      one.put("source", moment.source());
      moments.add(one);
    }
    object.put("moments", moments);
    return object;
  }

  private static Map<String, Object> setting(SettingAdvice advice, Redaction redaction) {
    Setting<String> setting = advice.setting();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("server", advice.server());
    object.put("file", setting.file());
    object.put("element", setting.element());
    object.put("attribute", setting.attribute());
    object.put("value", redaction.text(setting.value()));
    object.put("recommended", redaction.text(advice.recommended()));
    object.put("why", redaction.text(advice.why()));
    object.put("seen", advice.seen().isEmpty() ? null : redaction.text(advice.seen()));
    object.put("appcmd", redaction.text(advice.appcmd()));
    object.put("powershell", redaction.text(advice.powershell()));
    object.put("verdicts", advice.explanations().stream().map(Explanation::name).toList());
    return object;
  }

  private static List<String> texts(List<String> texts, Redaction redaction) {
    return texts.stream().map(redaction::text).toList();
  }
}
