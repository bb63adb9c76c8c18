package io.github.frebscope.cause;

import java.util.List;

/** Fixtures for programs.txt. */
final class ProgramsFixtures {
  static final List<CauseFixture> ALL = List.of();

  private ProgramsFixtures() {}
}
