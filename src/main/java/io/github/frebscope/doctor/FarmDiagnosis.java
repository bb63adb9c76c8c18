package io.github.frebscope.doctor;

import io.github.frebscope.farm.JoinedRequest;
import java.util.List;
import java.util.Objects;

/**
 * What the doctor says about a farm.
 *
 * @param root the folder that was looked at, or how it was named
 * @param answer the answer in a few sentences: why there is no trace, and what most likely happened
 * @param verdicts the explanations, the most certain first; empty when nothing is wrong, or nothing
 *     can be said
 * @param settings what to change, those that the first verdicts rest on first
 * @param joined failures of front ends with what their members have of them; empty without both
 * @param observations what was seen and is worth knowing whether or not a verdict rests on it: each
 *     server's recorder, logs and traces
 * @param collect what to gather next, so that more can be said
 * @param problems files that could not be read, or not whole: {@code path: reason}
 */
public record FarmDiagnosis(
    String root,
    String answer,
    List<FarmVerdict> verdicts,
    List<SettingAdvice> settings,
    List<JoinedRequest> joined,
    List<Fact> observations,
    List<String> collect,
    List<String> problems) {
  /** Refuses nulls. */
  public FarmDiagnosis {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(answer, "answer");
    verdicts = List.copyOf(verdicts);
    settings = List.copyOf(settings);
    joined = List.copyOf(joined);
    observations = List.copyOf(observations);
    collect = List.copyOf(collect);
    problems = List.copyOf(problems);
  }

  /** {@code 2 verdicts, 9 settings to change}: one line. */
  @Override
  public String toString() {
    return verdicts.size() + " verdicts, " + settings.size() + " settings to change";
  }
}
