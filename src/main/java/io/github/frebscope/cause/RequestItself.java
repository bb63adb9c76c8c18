package io.github.frebscope.cause;

import java.util.List;

/** To be filled. */
final class RequestItself {
  static final List<CauseRule> RULES = List.of();

  private RequestItself() {}
}
