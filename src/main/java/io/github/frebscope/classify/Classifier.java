package io.github.frebscope.classify;

import io.github.frebscope.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which module produced the status that a client got.
 *
 * <p>Its rules are asked in order; the first that has an answer gives the verdict. Immutable and
 * safe for use by several threads.
 */
public final class Classifier {
  private static final Classifier STANDARD =
      new Classifier(
          List.of(
              new CopiedFromChild(),
              new SetByModule(),
              new ReplacedByPage(),
              new RewriteAbort(),
              new NoFailure(),
              new TraceEndsEarly(),
              new IndirectEvidence()));

  private final List<Rule> rules;
  private final Set<String> eventNames;

  private Classifier(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    eventNames =
        rules.stream()
            .flatMap(rule -> rule.events().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The classifier with all rules of this library. */
  public static Classifier standard() {
    return STANDARD;
  }

  /**
   * The names of all events that it looks at. A digest of a trace for these names gives the same
   * verdict as the whole trace; make one with {@link Trace#digest(Set)} or read the file as one.
   */
  public Set<String> eventNames() {
    return eventNames;
  }

  /**
   * The verdict on one trace. Its cost grows with the number of events in the digest, which is a
   * small part of the trace.
   *
   * @param trace a whole trace, or a digest that holds at least {@link #eventNames()}
   * @return never null; when the trace cannot tell, a verdict of low confidence that says why
   */
  public Verdict classify(Trace trace) {
    Facts facts = Facts.of(trace, eventNames);
    return rules.stream()
        .map(rule -> rule.judge(facts))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the last rule always answers"));
  }
}
