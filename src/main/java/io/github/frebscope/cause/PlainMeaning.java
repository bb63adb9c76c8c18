package io.github.frebscope.cause;

import io.github.frebscope.catalog.Meaning;
import io.github.frebscope.catalog.Meanings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a status means when no rule for a cause fits: most errors of IIS other than a gateway's say
 * themselves what was wrong.
 */
final class PlainMeaning {
  private static final int BAD_GATEWAY = 502;

  static final Set<String> EVENTS = MeaningValues.EVENTS;

  private PlainMeaning() {}

  /** The meaning of the failure's status; empty when the status alone does not tell. */
  static Optional<Meaning> find(Failure failure) {
    MeaningValues values = new MeaningValues(failure);
    return Meanings.find(
        failure.module(),
        failure.status(),
        failure.hresult(),
        name -> values.get(name).isPresent());
  }

  /** A diagnosis without a cause; {@link Diagnosis#NONE} when the status alone does not tell. */
  static Diagnosis of(Failure failure) {
    Diagnosis plain =
        find(failure).map(m -> diagnosis(m, new MeaningValues(failure))).orElse(Diagnosis.NONE);
    // The reason for a 502 is what is asked for here; without one, no verdict on it is certain.
    return failure.status().status() == BAD_GATEWAY ? plain.atMost(Confidence.MEDIUM) : plain;
  }

  private static Diagnosis diagnosis(Meaning meaning, MeaningValues values) {
    String sentence = Template.render(meaning.says(), values::get);
    return new Diagnosis(
        Optional.empty(),
        Confidence.HIGH,
        sentence,
        values.evidence(),
        Optional.of(Template.render(meaning.remedy(), values::get)),
        meaning.next().map(text -> Template.render(text, values::get)),
        List.of());
  }
}
