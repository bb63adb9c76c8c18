package io.github.frebscope.doctor.scenario;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.doctor.Explanation;
import io.github.frebscope.doctor.FarmVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A verdict that an expert would give.
 *
 * @param explanation what
 * @param server the server it must name; empty for the farm
 * @param site the site it must name; {@link #ANY} where it does not matter
 * @param least how sure it is at the least
 * @param most how sure it may be at the most
 * @param optional true for one that is right and need not be said
 * @param facts what it must cite
 * @param settings what must be named to change, by any verdict
 */
record Expected(
    Explanation explanation,
    Optional<String> server,
    Optional<String> site,
    Confidence least,
    Confidence most,
    boolean optional,
    List<Cited> facts,
    List<Named> settings) {
  /** A site that does not matter. */
  static final String ANY = "*";

  /**
   * Something that must be cited.
   *
   * @param server where it was seen
   * @param time when, as the farm's times are written
   * @param url the URL's path; empty when it has none
   */
  record Cited(String server, String time, String url) {}

  /**
   * A setting that must be named.
   *
   * @param server whose
   * @param element the end of the element's path
   * @param attribute the attribute
   * @param value its present value
   */
  record Named(String server, String element, String attribute, String value) {}

  /** About the farm as a whole, and a site that does not matter; low to high. */
  static Expected verdict(Explanation explanation) {
    return new Expected(
        explanation,
        Optional.empty(),
        Optional.of(ANY),
        Confidence.LOW,
        Confidence.HIGH,
        false,
        List.of(),
        List.of());
  }

  Expected on(String newServer, String newSite) {
    return new Expected(
        explanation,
        Optional.of(newServer),
        Optional.of(newSite),
        least,
        most,
        optional,
        facts,
        settings);
  }

  /** About several servers' site, so that no server is named. */
  Expected of(String newSite) {
    return new Expected(
        explanation, server, Optional.of(newSite), least, most, optional, facts, settings);
  }

  Expected between(Confidence newLeast, Confidence newMost) {
    return new Expected(explanation, server, site, newLeast, newMost, optional, facts, settings);
  }

  /** Right, and need not be said. */
  Expected mayBe() {
    return new Expected(explanation, server, site, least, most, true, facts, settings);
  }

  Expected cites(String where, String time, String url) {
    List<Cited> more = new ArrayList<>(facts);
    more.add(new Cited(where, time, url));
    return new Expected(
        explanation, server, site, least, most, optional, List.copyOf(more), settings);
  }

  Expected names(String where, String element, String attribute, String value) {
    List<Named> more = new ArrayList<>(settings);
    more.add(new Named(where, element, attribute, value));
    return new Expected(explanation, server, site, least, most, optional, facts, List.copyOf(more));
  }

  /** Whether a verdict is this one; how sure it is does not count. */
  boolean is(FarmVerdict verdict) {
    return verdict.explanation() == explanation
        && same(server, verdict.server())
        && (site.equals(Optional.of(ANY)) || same(site, verdict.site()));
  }

  private static boolean same(Optional<String> mine, Optional<String> its) {
    return mine.isPresent() == its.isPresent()
        && mine.map(name -> name.equalsIgnoreCase(its.orElseThrow())).orElse(true);
  }

  @Override
  public String toString() {
    return explanation
        + server.map(name -> " " + name).orElse("")
        + site.map(name -> " " + name).orElse("")
        + " ("
        + least
        + " to "
        + most
        + (optional ? ", optional)" : ")");
  }
}
