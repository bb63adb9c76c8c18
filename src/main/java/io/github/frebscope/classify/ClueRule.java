package io.github.frebscope.classify;

import io.github.frebscope.trace.StatusCode;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A rule that looks for one clue.
 *
 * @param id its name in kebab case, which a verdict that rests on it carries
 * @param events the events it looks for by name
 * @param finder looks for the clue in a trace that failed with that status
 */
record ClueRule(
    String id, Set<String> events, BiFunction<Facts, StatusCode, Optional<Clue>> finder) {
  Optional<Clue> find(Facts facts, StatusCode status) {
    return finder.apply(facts, status);
  }
}
