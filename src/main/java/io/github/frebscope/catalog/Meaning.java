package io.github.frebscope.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a status means that says itself what was wrong, 404.11 for example, and what to do. The
 * texts are templates as those of a {@link Cause} are.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param summary the meaning in a line, without a full stop
 * @param says what happened, a template of a sentence or two
 * @param remedy what to do, a template
 * @param next what to look at or trace to be sure, a template; empty when nothing can be said
 * @param needs names of values that must be known for the meaning to hold
 * @param sources where this is documented or was seen
 */
public record Meaning(
    String summary,
    String says,
    String remedy,
    Optional<String> next,
    List<String> needs,
    List<String> sources) {
  /** Refuses nulls and keeps copies. */
  public Meaning {
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(says, "says");
    Objects.requireNonNull(remedy, "remedy");
    Objects.requireNonNull(next, "next");
    needs = List.copyOf(needs);
    sources = List.copyOf(sources);
  }

  /** The summary. */
  @Override
  public String toString() {
    return summary;
  }
}
