package io.github.frebscope.doctor.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.doctor.Explanation;
import io.github.frebscope.doctor.Fact;
import io.github.frebscope.doctor.FarmDiagnosis;
import io.github.frebscope.doctor.FarmVerdict;
import io.github.frebscope.doctor.SettingAdvice;
import io.github.frebscope.testing.farm.When;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/** What the doctor answered, held against what an expert says. */
final class Answer {
  private final Scenario scenario;
  private final FarmDiagnosis said;
  private final When when;
  private final SoftAssertions all = new SoftAssertions();

  private Answer(Scenario scenario, FarmDiagnosis said) {
    this.scenario = scenario;
    this.said = said;
    this.when = new When(LocalDate.parse(scenario.day()));
  }

  /** Fails, telling everything that is wrong at once. */
  static void check(Scenario scenario, FarmDiagnosis said) {
    Answer answer = new Answer(scenario, said);
    answer.temptations();
    answer.strangers();
    scenario.expected().forEach(answer::expected);
    said.verdicts().forEach(answer::invariants);
    answer.all.assertAll();
  }

  private void temptations() {
    List<Explanation> claimed =
        said.verdicts().stream()
            .filter(verdict -> scenario.expected().stream().noneMatch(e -> e.is(verdict)))
            .map(FarmVerdict::explanation)
            .toList();
    all.assertThat(claimed)
        .as("claimed in spite of: " + scenario.why())
        .doesNotContainAnyElementsOf(scenario.never());
  }

  private void strangers() {
    for (FarmVerdict verdict : said.verdicts()) {
      all.assertThat(scenario.expected())
          .as("unexpected: " + verdict + "; right is: " + scenario.why())
          .anyMatch(expected -> expected.is(verdict));
    }
  }

  private void expected(Expected expected) {
    Optional<FarmVerdict> found = said.verdicts().stream().filter(expected::is).findFirst();
    if (found.isEmpty()) {
      all.assertThat(expected.optional())
          .as("missing: " + expected + " since: " + scenario.why() + "; said: " + said.verdicts())
          .isTrue();
      return;
    }
    FarmVerdict verdict = found.get();
    // The surest comes first in Confidence.
    all.assertThat(verdict.confidence())
        .as("how sure is " + verdict + ", expected " + expected)
        .isBetween(expected.most(), expected.least());
    expected.facts().forEach(fact -> fact(verdict, fact));
    expected.settings().forEach(this::setting);
  }

  private void fact(FarmVerdict verdict, Expected.Cited cited) {
    all.assertThat(verdict.facts())
        .as(verdict.explanation() + " cites " + cited)
        .anyMatch(fact -> is(fact, cited, when));
  }

  private static boolean is(Fact fact, Expected.Cited cited, When when) {
    return fact.server().filter(cited.server()::equalsIgnoreCase).isPresent()
        && fact.time().equals(Optional.of(when.at(cited.time())))
        && Stream.concat(
                Stream.of(fact.text()), fact.details().values().stream().map(String::valueOf))
            .anyMatch(text -> text.contains(cited.url()));
  }

  private void setting(Expected.Named named) {
    all.assertThat(said.settings()).as("names " + named).anyMatch(advice -> is(advice, named));
  }

  private static boolean is(SettingAdvice advice, Expected.Named named) {
    String element = advice.setting().element().replaceFirst("\\[@path='/'\\]$", "");
    return advice.server().equalsIgnoreCase(named.server())
        && (element.equals(named.element()) || element.endsWith("/" + named.element()))
        && advice.setting().attribute().equals(named.attribute())
        && advice.setting().value().equals(named.value());
  }

  /** Facts that must be cited, and settings that must be named, by whatever verdict. */
  static void everywhere(
      FarmDiagnosis said, List<Expected.Cited> facts, List<Expected.Named> settings) {
    When when = new When(LocalDate.EPOCH);
    List<Fact> told =
        Stream.concat(
                said.verdicts().stream().flatMap(verdict -> verdict.facts().stream()),
                said.observations().stream())
            .toList();
    SoftAssertions all = new SoftAssertions();
    facts.forEach(
        cited -> all.assertThat(told).as("cites " + cited).anyMatch(f -> is(f, cited, when)));
    settings.forEach(
        named -> all.assertThat(said.settings()).as("names " + named).anyMatch(a -> is(a, named)));
    all.assertAll();
  }

  private void invariants(FarmVerdict verdict) {
    all.assertThat(verdict.confidence())
        .as("at most " + scenario.most() + ": " + verdict)
        .isGreaterThanOrEqualTo(scenario.most());
    all.assertThat(verdict.facts()).as("facts of " + verdict).isNotEmpty();
    all.assertThat(verdict.experiment()).as("experiment of " + verdict).isNotBlank();
    all.assertThat(verdict.summary()).as("summary of " + verdict).isNotBlank();
    all.assertThat(verdict.toString()).doesNotContainPattern("\\R");
    verdict.facts().forEach(fact -> all.assertThat(fact.toString()).doesNotContainPattern("\\R"));
  }

  /** A diagnosis as a whole: a line for each verdict, and no verdict twice. */
  static void wellFormed(FarmDiagnosis said) {
    assertThat(said.toString().lines()).hasSize(1 + said.verdicts().size());
    assertThat(said.verdicts())
        .extracting(v -> v.explanation() + " " + v.server() + " " + v.site())
        .doesNotHaveDuplicates();
    assertThat(said.verdicts()).extracting(FarmVerdict::confidence).isSorted();
  }
}
