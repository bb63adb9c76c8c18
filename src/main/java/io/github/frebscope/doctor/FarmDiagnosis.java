package io.github.frebscope.doctor;

import io.github.frebscope.farm.JoinedRequest;
import io.github.frebscope.internal.text.Texts;
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
  private static final int MOST_SHOWN = 4;
  private static final int MOST_COLUMNS = 120;
  private static final int MOST_OF_ANSWER = 300;

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

  /**
   * What jshell shows: the verdicts, each in one line, in less than a thousand characters.
   *
   * <pre>
   * D:\\collected: 2 verdicts, 9 settings to change
   * 1. COLDSTART_SUSPECT (medium) site desk: 4 first requests after a quiet time waited ...
   * </pre>
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(shown(root, MOST_COLUMNS));
    text.append(": ").append(Words.count(verdicts.size(), "verdict"));
    text.append(", ").append(Words.count(settings.size(), "setting")).append(" to change");
    if (!answer.isEmpty()) {
      text.append('\n').append(shown(answer, MOST_OF_ANSWER));
    }
    for (int i = 0; i < Math.min(MOST_SHOWN, verdicts.size()); i++) {
      FarmVerdict verdict = verdicts.get(i);
      String where =
          verdict.site().map(site -> " site " + site).orElse("")
              + verdict.server().map(server -> " on " + server).orElse("");
      text.append('\n').append(i + 1).append(". ");
      text.append(
          shown(
              verdict.explanation()
                  + " ("
                  + verdict.confidence()
                  + ")"
                  + where
                  + ": "
                  + verdict.summary(),
              MOST_COLUMNS));
    }
    if (verdicts.size() > MOST_SHOWN) {
      text.append("\nand ").append(verdicts.size() - MOST_SHOWN).append(" more");
    }
    return text.toString();
  }

  private static String shown(String text, int most) {
    String line = Texts.printable(text);
    return line.length() <= most ? line : line.substring(0, most - 3) + "...";
  }
}
