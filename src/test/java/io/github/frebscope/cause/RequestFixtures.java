package io.github.frebscope.cause;

import java.util.List;

/** Fixtures for request.txt. */
final class RequestFixtures {
  static final List<CauseFixture> ALL = List.of();

  private RequestFixtures() {}
}
