package io.github.frebscope.cause;

import io.github.frebscope.testing.script.TraceScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A failed request with a known cause.
 *
 * @param name what happens in it, unique
 * @param script plays it
 * @param cause the id of the cause that must be named; empty for none
 * @param confidence how sure the verdict must be; empty when that is not held
 * @param also the ids of other causes that fit too and must be named as alternatives
 * @param near the id of a cause it looks like and that must not be found at all; empty for none
 */
record CauseFixture(
    String name,
    Supplier<TraceScript> script,
    Optional<String> cause,
    Optional<Confidence> confidence,
    List<String> also,
    Optional<String> near) {

  static CauseFixture of(String name, Supplier<TraceScript> script) {
    return new CauseFixture(
        name, script, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  /** That cause must be named, that surely. */
  CauseFixture is(String id, Confidence sure) {
    return new CauseFixture(name, script, Optional.of(id), Optional.of(sure), also, near);
  }

  /** No cause must be named, with that confidence. */
  CauseFixture isOpen(Confidence sure) {
    return new CauseFixture(name, script, Optional.empty(), Optional.of(sure), also, near);
  }

  /** These causes fit as well, in this order; those between which it is open, if none is named. */
  CauseFixture also(String... ids) {
    List<String> more = new ArrayList<>(also);
    more.addAll(List.of(ids));
    return new CauseFixture(name, script, cause, confidence, List.copyOf(more), near);
  }

  /** It looks like that cause, which must not be found. */
  CauseFixture nearMissOf(String id) {
    return new CauseFixture(name, script, cause, confidence, also, Optional.of(id));
  }

  /** Everything that rules may find in it. */
  List<String> declared() {
    List<String> all = new ArrayList<>(cause.stream().toList());
    all.addAll(also);
    return all;
  }

  @Override
  public String toString() {
    return name;
  }
}
