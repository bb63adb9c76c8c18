package io.github.frebscope.doctor.scenario;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.doctor.Explanation;
import io.github.frebscope.testing.FarmWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A farm, and what an expert would say of it. Written from the documentation, not from the doctor.
 *
 * @param name a few words; begins with the case it is about ({@code R4} a reason of the recorder,
 *     {@code E6} a producer, {@code C2} a cold start, {@code U1} the recorder unproven, {@code H1}
 *     health) and, for a farm that differs in the one decisive detail, a minus: {@code R4-}
 * @param why why the expert says so
 * @param day the farm's day
 * @param farm what was collected
 * @param expected what is said; a verdict that is not among these is wrong
 * @param never what the farm tempts to say, and would be a mistake
 * @param most how sure any verdict may be at the most
 */
record Scenario(
    String name,
    String why,
    String day,
    Consumer<FarmWriter> farm,
    List<Expected> expected,
    Set<Explanation> never,
    Confidence most) {
  /** Nothing is expected, so far. */
  static Scenario of(String name, String day, String why, Consumer<FarmWriter> farm) {
    return new Scenario(name, why, day, farm, List.of(), Set.of(), Confidence.HIGH);
  }

  Scenario expects(Expected... verdicts) {
    return new Scenario(name, why, day, farm, List.of(verdicts), never, most);
  }

  Scenario never(Explanation first, Explanation... others) {
    return new Scenario(name, why, day, farm, expected, EnumSet.of(first, others), most);
  }

  Scenario most(Confidence confidence) {
    return new Scenario(name, why, day, farm, expected, never, confidence);
  }

  /** Writes the farm. */
  Path write(Path folder) {
    FarmWriter writer = FarmWriter.in(folder).day(day);
    farm.accept(writer);
    return writer.write();
  }

  /** The name, for the list of tests. */
  @Override
  public String toString() {
    return name;
  }
}
