package io.github.frebscope.cause;

import java.util.List;

/** Fixtures for answer.txt. */
final class AnswerFixtures {
  static final List<CauseFixture> ALL = List.of();

  private AnswerFixtures() {}
}
