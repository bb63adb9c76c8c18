package io.github.frebscope.report;

import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.coverage.Coverage;
import io.github.frebscope.coverage.Flaw;
import io.github.frebscope.coverage.ProviderCoverage;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.ValueText;
import io.github.frebscope.timeline.Gap;
import io.github.frebscope.timeline.GatewayPhases;
import io.github.frebscope.timeline.Stage;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where the time of a request went, in a few lines. */
final class TimeBlock {
  private static final int INDENT = 11;
  private static final int MOST_GAPS = 3;

  private TimeBlock() {}

  static void print(Page page, Timeline timeline, Duration least) {
    Coverage coverage = Coverage.of(timeline);
    missing(page, coverage);
    if (timeline.trace().start().isEmpty()) {
      label(page, "Time went", "unknown: no event has a time");
      recorded(page, coverage);
      return;
    }
    gaps(page, timeline, least);
    timeline.gatewayPhases().ifPresent(phases -> gateway(page, phases));
    stages(page, timeline);
    recorded(page, coverage);
  }

  /** What of the request is not in the trace. */
  private static void missing(Page page, Coverage coverage) {
    if (!coverage.isWhole()) {
      String flaws = coverage.flaws().stream().map(Flaw::text).collect(Collectors.joining("; "));
      label(page, "Missing", flaws);
    }
  }

  /** What the trace can tell at all: nothing else was recorded, or it did not happen. */
  private static void recorded(Page page, Coverage coverage) {
    List<String> providers = coverage.providers().stream().map(ProviderCoverage::seenText).toList();
    label(page, "Recorded", providers.isEmpty() ? "nothing" : String.join("; ", providers));
  }

  private static void gaps(Page page, Timeline timeline, Duration least) {
    List<Gap> gaps = TreeSelection.gaps(timeline, least);
    if (gaps.isEmpty()) {
      label(page, "Time went", withoutGaps(timeline, least));
      return;
    }
    String label = "Time went";
    for (Gap gap : gaps.subList(0, Math.min(MOST_GAPS, gaps.size()))) {
      label(page, label, gap.toString());
      label = "";
    }
    if (gaps.size() > MOST_GAPS) {
      label(page, "", "and " + (gaps.size() - MOST_GAPS) + " more gaps, see below");
    }
  }

  private static String withoutGaps(Timeline timeline, Duration least) {
    if (!least.isZero()) {
      return "no gap of " + ValueText.count(least.toMillis()) + " ms or more";
    }
    return timeline.largestGaps(1).stream()
        .map(gap -> "in many short gaps, the longest: " + gap)
        .findFirst()
        .orElse("no gap between two events that the clock can tell from nothing");
  }

  private static void gateway(Page page, GatewayPhases phases) {
    List<String> texts = new ArrayList<>();
    for (ExchangePhase phase : ExchangePhase.values()) {
      MeasuredTime time = phases.time(phase);
      if (phase != ExchangePhase.UNKNOWN || !time.length().isZero()) {
        texts.add(phase.text() + " " + time);
      }
    }
    items(page, "Gateway", texts);
  }

  /** Those that lasted, in their order, and how many did not; a strip when there are several. */
  private static void stages(Page page, Timeline timeline) {
    List<Stage> stages = timeline.stages();
    List<Stage> lasting = stages.stream().filter(s -> !s.length().isBelowClock()).toList();
    long known = stages.stream().filter(TimeBlock::isStage).count();
    if (known == 0) {
      label(page, "Stages", "not traced: trace the area RequestNotifications at Verbose");
      return;
    }
    boolean several = lasting.stream().filter(s -> !s.name().equals(Stage.BETWEEN)).count() > 1;
    StageStrip strip = new StageStrip(lasting);
    if (several) {
      label(page, "Stages", strip.draw(timeline, page.width() - INDENT));
    }
    List<String> texts = new ArrayList<>();
    for (Stage stage : lasting) {
      texts.add((several ? strip.letter(stage.name()) + " " : "") + stage);
    }
    long belowClock = known - lasting.stream().filter(TimeBlock::isStage).count();
    if (belowClock > 0) {
      String others = texts.isEmpty() ? "" : belowClock == 1 ? "other " : "others ";
      String are = belowClock == 1 ? "is" : "are";
      texts.add(ValueText.count(belowClock) + " " + others + are + " below the clock");
    }
    items(page, several ? "" : "Stages", texts);
  }

  private static boolean isStage(Stage stage) {
    return !stage.name().startsWith("(");
  }

  /** Items in as many lines as it takes; none is broken unless it is wider than the page. */
  private static void items(Page page, String label, List<String> items) {
    String line = "";
    String next = label;
    for (String item : items) {
      String longer = line.isEmpty() ? item : line + " | " + item;
      if (!line.isEmpty() && longer.length() + 2 > page.width() - INDENT) {
        label(page, next, line + " |");
        next = "";
        longer = item;
      }
      line = longer;
    }
    label(page, next, line);
  }

  private static void label(Page page, String label, String text) {
    page.labelled(label, INDENT, TerminalText.line(text));
  }
}
