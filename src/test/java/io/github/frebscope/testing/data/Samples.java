package io.github.frebscope.testing.data;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All stories, by file name. */
final class Samples {
  private Samples() {}

  static List<Sample> all() {
    return Stream.of(
            ArrStories.all(),
            AncmStories.all(),
            ProgramStories.all(),
            ApplicationStories.all(),
            ChildStories.all(),
            PartialStories.all(),
            QuirkStories.all())
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Sample::name))
        .toList();
  }
}
