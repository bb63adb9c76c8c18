package io.github.frebscope.doctor;

import io.github.frebscope.cause.Confidence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One explanation of the failures that have no trace, with what speaks for it.
 *
 * @param explanation what
 * @param server the server it is about; empty for the farm as a whole
 * @param site the site's name, or {@code W3SVC4} where the configuration is not there; empty when
 *     it is about no site
 * @param confidence how sure: high when the recorder is proved to work and two independent logs
 *     agree, medium with one log, low when only something's absence speaks for it
 * @param summary one or two sentences for people
 * @param facts what was seen
 * @param missing what was not there to look at, and would have told more
 * @param experiment one thing to do that decides
 */
public record FarmVerdict(
    Explanation explanation,
    Optional<String> server,
    Optional<String> site,
    Confidence confidence,
    String summary,
    List<Fact> facts,
    List<String> missing,
    String experiment) {
  /** Refuses nulls. */
  public FarmVerdict {
    Objects.requireNonNull(explanation, "explanation");
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(experiment, "experiment");
    facts = List.copyOf(facts);
    missing = List.copyOf(missing);
  }

  /** {@code COLDSTART_SUSPECT shop (medium): summary}: one line. */
  @Override
  public String toString() {
    return explanation
        + server.map(name -> " " + name).orElse("")
        + site.map(name -> " " + name).orElse("")
        + " ("
        + confidence
        + "): "
        + summary;
  }
}
