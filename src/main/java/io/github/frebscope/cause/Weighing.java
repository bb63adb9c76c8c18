package io.github.frebscope.cause;

import static java.util.Comparator.comparing;

import io.github.frebscope.catalog.Cause;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes one diagnosis of what the rules found. */
final class Weighing {
  private Weighing() {}

  /**
   * The diagnosis.
   *
   * @param preferred findings of rules that were added: they win over others that are as sure
   */
  static Diagnosis of(Failure failure, List<Finding> preferred, List<Finding> others) {
    // A stable sort: equals stay in the order of the rules.
    List<Finding> sorted =
        Stream.concat(preferred.stream(), others.stream())
            .sorted(comparing(Finding::confidence))
            .toList();
    if (sorted.isEmpty()) {
      return PlainMeaning.of(failure);
    }
    Finding first = sorted.get(0);
    List<Finding> rivals = preferred.contains(first) ? preferred : others;
    List<Finding> surest =
        rivals.stream().filter(f -> f.confidence() == first.confidence()).toList();
    return surest.size() == 1 ? found(failure, first, sorted) : open(failure, surest, sorted);
  }

  private static Diagnosis found(Failure failure, Finding first, List<Finding> sorted) {
    return new Diagnosis(
        Optional.of(first.cause()),
        first.confidence(),
        first.sentence(failure) + doubts(first),
        first.evidence(),
        first.remedy(failure),
        first.next(failure),
        sorted.stream().skip(1).map(f -> alternative(first.cause(), f)).toList());
  }

  private static String doubts(Finding finding) {
    return finding.doubts().isEmpty()
        ? ""
        : " Not certain, because " + String.join(", and ", finding.doubts()) + ".";
  }

  private static Alternative alternative(Cause cause, Finding other) {
    return new Alternative(
        other.cause(),
        other.doubts().stream().reduce((a, b) -> a + ", and " + b),
        apart(cause, other.cause()));
  }

  /** What is said of two causes is said once, with one of them; it is true of the other. */
  private static Optional<String> apart(Cause cause, Cause other) {
    return other.equals(cause)
        ? Optional.empty()
        : cause
            .apartFrom(other)
            .map(text -> ifItIs(other, text))
            .or(() -> other.apartFrom(cause).map(text -> ifItIs(cause, text)));
  }

  /** The texts go on after a name: {@code then every new connection fails}. */
  private static String ifItIs(Cause cause, String text) {
    return "If it is " + cause.id() + ", " + (text.startsWith("then ") ? text.substring(5) : text);
  }

  private static Diagnosis open(Failure failure, List<Finding> surest, List<Finding> sorted) {
    Finding first = surest.get(0);
    String either = String.join("; or ", surest.stream().map(f -> f.cause().summary()).toList());
    return new Diagnosis(
        Optional.empty(),
        Confidence.lower(first.confidence(), Confidence.MEDIUM),
        "Several causes fit equally: " + either + ".",
        surest.stream().flatMap(f -> f.evidence().stream()).distinct().toList(),
        Optional.empty(),
        NextTime.sentence(failure, first.cause(), Confidence.MEDIUM).or(() -> first.next(failure)),
        sorted.stream().map(f -> alternative(first.cause(), f)).toList());
  }
}
