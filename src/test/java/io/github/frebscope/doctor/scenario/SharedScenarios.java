package io.github.frebscope.doctor.scenario;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.doctor.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Scenarios with known answers that lie beside the checkout: a folder each with its {@code
 * expected.json}. Their facts belong to no verdict, so that {@link #facts} holds them apart.
 */
final class SharedScenarios {
  private SharedScenarios() {}

  static List<Path> folders(Path all) throws IOException {
    try (Stream<Path> folders = Files.list(all)) {
      return folders.filter(f -> Files.exists(f.resolve("expected.json"))).sorted().toList();
    }
  }

  /** The scenario of a folder; its farm is there already. */
  static Scenario read(Path folder) {
    JsonTree json = JsonTree.read(folder.resolve("expected.json"));
    Set<Explanation> never =
        json.texts("mustNotClaim").stream().map(Explanation::valueOf).collect(Collectors.toSet());
    return new Scenario(
        json.text("scenario"),
        json.text("note"),
        "2026-02-23",
        farm -> {},
        json.list("verdicts").stream().map(SharedScenarios::verdict).toList(),
        never,
        confidence(json.text("maxConfidence")));
  }

  private static Expected verdict(JsonTree json) {
    Expected verdict = Expected.verdict(Explanation.valueOf(json.text("verdict")));
    verdict = verdict.between(Confidence.LOW, confidence(json.text("maxConfidence")));
    verdict =
        json.has("server")
            ? verdict.on(json.text("server"), json.text("site"))
            : verdict.of(json.text("site"));
    return json.text("optional").equals("true") ? verdict.mayBe() : verdict;
  }

  /** Lines that have to be cited. */
  static List<Expected.Cited> facts(Path folder) {
    return JsonTree.read(folder.resolve("expected.json")).list("facts").stream()
        .filter(fact -> fact.has("time"))
        .map(fact -> new Expected.Cited(fact.text("server"), fact.text("time"), fact.text("url")))
        .toList();
  }

  /** Settings that have to be named. */
  static List<Expected.Named> settings(Path folder) {
    return JsonTree.read(folder.resolve("expected.json")).list("settings").stream()
        .map(
            setting ->
                new Expected.Named(
                    setting.text("server"),
                    setting.text("element"),
                    setting.text("attribute"),
                    setting.text("value")))
        .toList();
  }

  private static Confidence confidence(String text) {
    return Confidence.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
