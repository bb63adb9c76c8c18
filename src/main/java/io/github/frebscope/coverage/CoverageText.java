package io.github.frebscope.coverage;

import static java.util.stream.Collectors.joining;

import io.github.frebscope.internal.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** A coverage in words. */
final class CoverageText {
  private CoverageText() {}

  static List<String> of(Coverage coverage) {
    List<String> lines = new ArrayList<>();
    lines.add(
        coverage.isWhole()
            ? "complete: from GENERAL_REQUEST_START to GENERAL_REQUEST_END, timeTaken agrees with"
                + " the events"
            : "not complete: " + coverage.flaws().stream().map(Flaw::text).collect(joining("; ")));
    for (ProviderCoverage provider : coverage.providers()) {
      lines.add("recorded: " + provider.seenText());
      if (!provider.notSeen().isEmpty()) {
        lines.add("not seen of " + provider.name() + ": " + String.join(", ", provider.notSeen()));
      }
    }
    if (!coverage.openSpans().isEmpty()) {
      lines.add("without end: " + UnpairedSpans.text(coverage.openSpans(), ""));
    }
    coverage
        .rule()
        .ifPresent(
            rule ->
                lines.add(
                    coverage
                        .contradiction()
                        .map(
                            event ->
                                "not by the rule (%s), which does not record event %d %s"
                                    .formatted(rule, event.index(), Texts.printable(event.name())))
                        .orElse("by the rule: " + rule)));
    return List.copyOf(lines);
  }
}
