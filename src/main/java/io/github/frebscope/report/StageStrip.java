package io.github.frebscope.report;

import io.github.frebscope.catalog.SpanKinds;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.Stage;
import io.github.frebscope.timeline.Timeline;
import java.util.List;

/**
 * The stages of a request's pipeline side by side, to the scale of the request: a letter for each
 * stage, dots where there is none that lasted.
 */
final class StageStrip {
  private static final char BETWEEN = '.';
  private static final char NOT_TRACED = '?';
  private static final String LETTERS = "123456789abcdefghijklmnopqrstuvwxyz";

  private final List<String> names;

  /**
   * A strip.
   *
   * @param stages those that have a letter, in their order
   */
  StageStrip(List<Stage> stages) {
    names = stages.stream().map(Stage::name).filter(StageStrip::hasLetter).toList();
  }

  private static boolean hasLetter(String name) {
    return !name.startsWith("(");
  }

  /** What stands for a stage in the strip. */
  char letter(String name) {
    if (!hasLetter(name)) {
      return name.equals(Stage.NOT_TRACED) ? NOT_TRACED : BETWEEN;
    }
    return LETTERS.charAt(names.indexOf(name) % LETTERS.length());
  }

  /** The strip, that many columns wide. */
  String draw(Timeline timeline, int width) {
    Bar bar = new Bar(timeline.root(), width);
    char[] strip = String.valueOf(BETWEEN).repeat(width).toCharArray();
    for (Span child : timeline.root().children()) {
      if (child.isUntraced()) {
        put(strip, bar.draw(child.start(), child.end(), NOT_TRACED));
      }
    }
    for (Span child : timeline.root().children()) {
      if (child.kind() == SpanKinds.NOTIFICATION && names.contains(child.name())) {
        put(strip, bar.draw(child.start(), child.end(), letter(child.name())));
      }
    }
    return new String(strip);
  }

  private static void put(char[] strip, String drawn) {
    for (int i = 0; i < strip.length; i++) {
      if (drawn.charAt(i) != ' ') {
        strip[i] = drawn.charAt(i);
      }
    }
  }
}
