package io.github.frebscope.cause;

import java.util.List;

/** Fixtures for internals.txt. */
final class InternalsFixtures {
  static final List<CauseFixture> ALL = List.of();

  private InternalsFixtures() {}
}
