package io.github.frebscope.cause;

import java.util.List;

/** Fixtures for start.txt. */
final class StartFixtures {
  static final List<CauseFixture> ALL = List.of();

  private StartFixtures() {}
}
