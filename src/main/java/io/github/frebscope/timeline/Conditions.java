package io.github.frebscope.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a pattern asks for: conditions that must all hold, and their words. Immutable.
 *
 * @param <T> a test for one scene
 * @param subject what is looked for
 * @param words the conditions in words
 * @param makers each makes its test for a scene; it looks for the patterns inside it once then
 */
record Conditions<T>(String subject, List<String> words, List<Function<Scene, T>> makers) {
  static <T> Conditions<T> of(String subject, Function<Scene, T> maker) {
    return new Conditions<>(subject, List.of(), List.of(maker));
  }

  static <T> Conditions<T> any(String subject) {
    return new Conditions<>(subject, List.of(), List.of());
  }

  Conditions<T> and(String newWords, Function<Scene, T> maker) {
    return new Conditions<>(subject, plus(words, newWords), plus(makers, maker));
  }

  List<T> tests(Scene scene) {
    return makers.stream().map(maker -> maker.apply(scene)).toList();
  }

  /** The words as a part of a longer sentence: in parentheses when they have conditions. */
  String inside() {
    return words.isEmpty() ? subject : "(" + this + ")";
  }

  @Override
  public String toString() {
    return words.isEmpty() ? subject : subject + " " + String.join(" ", words);
  }

  private static <E> List<E> plus(List<E> list, E element) {
    List<E> longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }
}
