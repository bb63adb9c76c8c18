package io.github.frebscope.cause;

import java.util.List;
import java.util.stream.Stream;

/** Failed requests with known causes, all families. */
final class CauseFixtures {
  static final List<CauseFixture> ALL =
      Stream.of(
              ConnectFixtures.ALL,
              AnswerFixtures.ALL,
              RequestFixtures.ALL,
              StartFixtures.ALL,
              ProgramsFixtures.ALL,
              InternalsFixtures.ALL)
          .flatMap(List::stream)
          .toList();

  private CauseFixtures() {}
}
