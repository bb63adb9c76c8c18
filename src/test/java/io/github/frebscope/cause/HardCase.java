package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.classify.Classifier;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.TraceScript;
import io.github.frebscope.trace.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A request whose right answer was written down from the documentation before any rule was asked.
 *
 * @param name what happens in it
 * @param script plays it with everything traced; empty when the file was changed afterwards
 * @param file writes it
 * @param right the causes that may be named; {@link #NONE} when naming none is right as well
 * @param wrong the causes that may not even be alternatives
 * @param most how sure the verdict may be at most
 * @param backend the backend it must name; empty when that is not held
 * @param waited the milliseconds it must say were waited, within the clock's error; empty when that
 *     is not held
 */
record HardCase(
    String name,
    Optional<Supplier<TraceScript>> script,
    Supplier<byte[]> file,
    List<String> right,
    List<String> wrong,
    Confidence most,
    Optional<String> backend,
    Optional<Long> waited) {

  static final String NONE = "-";

  /** What is played, with everything traced. */
  static HardCase of(String name, Supplier<TraceScript> script) {
    return of(name, Optional.of(script), () -> script.get().bytes());
  }

  /** What is played, with that traced. */
  static HardCase of(String name, Recording recording, Supplier<TraceScript> script) {
    return of(name, Optional.empty(), () -> script.get().record(recording).bytes());
  }

  private static HardCase of(
      String name, Optional<Supplier<TraceScript>> script, Supplier<byte[]> file) {
    return new HardCase(
        name,
        script,
        file,
        List.of(NONE),
        List.of(),
        Confidence.HIGH,
        Optional.empty(),
        Optional.empty());
  }

  /** These may be named, {@link #NONE} for none. */
  HardCase right(String... ids) {
    return new HardCase(name, script, file, List.of(ids), wrong, most, backend, waited);
  }

  /** These must not be found at all. */
  HardCase wrong(String... ids) {
    return new HardCase(name, script, file, right, List.of(ids), most, backend, waited);
  }

  /** It must not be surer than that. */
  HardCase atMost(Confidence newMost) {
    return new HardCase(name, script, file, right, wrong, newMost, backend, waited);
  }

  /** It must name that backend. */
  HardCase backend(String newBackend) {
    return new HardCase(name, script, file, right, wrong, most, Optional.of(newBackend), waited);
  }

  /** It must say that this long was waited. */
  HardCase waited(long millis) {
    return new HardCase(name, script, file, right, wrong, most, backend, Optional.of(millis));
  }

  /** The same with its file changed. */
  HardCase changed(String newName, UnaryOperator<String> change) {
    Supplier<byte[]> other = () -> HardPlays.changed(file.get(), change);
    return new HardCase(newName, Optional.empty(), other, right, wrong, most, backend, waited);
  }

  void check() {
    Trace trace = CauseTraces.read(file.get());
    Verdict verdict = Classifier.standard().classify(trace);
    if (Boolean.getBoolean("frebscope.hard.print")) {
      System.out.println("## " + name + "\n" + verdict + "\n");
    }
    assertThat(verdict.cause().map(Cause::id).orElse(NONE)).as("%s", verdict).isIn(right);
    assertThat(verdict.alternatives())
        .as("%s", verdict)
        .extracting(a -> a.cause().id())
        .doesNotContainAnyElementsOf(wrong.isEmpty() ? List.of("no such cause") : wrong);
    assertThat(verdict.confidence()).as("%s", verdict).isGreaterThanOrEqualTo(most);
    for (Evidence proof : verdict.evidence()) {
      assertThat(trace.events().get(proof.event()).name())
          .as("%s", verdict)
          .isEqualTo(proof.name());
    }
    assertThat(verdict.explanation()).doesNotContainPattern("\\{[a-z]|\\[\\]| null|  ");
    backend.ifPresent(b -> assertThat(verdict.backend()).as("%s", verdict).contains(b));
    waited.ifPresent(
        w ->
            assertThat(verdict.waited().map(Duration::toMillis).orElse(0L))
                .as("%s", verdict)
                .isBetween(w - 20, w + 20));
  }

  @Override
  public String toString() {
    return name;
  }
}
