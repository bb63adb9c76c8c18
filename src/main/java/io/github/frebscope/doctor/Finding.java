package io.github.frebscope.doctor;

import io.github.frebscope.cause.Confidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one rule says of one site on one server. Those of several servers that say the same become
 * one verdict.
 *
 * @param explanation what
 * @param server the server
 * @param site the site's name; empty when it is about no site
 * @param logs which kinds of files speak for it; nothing but absence is no kind
 * @param most how sure it may be at most
 * @param summary one or two sentences
 * @param facts what was seen
 * @param missing what was not there to look at
 * @param experiment what would decide
 * @param settings what to change
 */
record Finding(
    Explanation explanation,
    Optional<String> server,
    Optional<String> site,
    Set<Log> logs,
    Confidence most,
    String summary,
    List<Fact> facts,
    List<String> missing,
    String experiment,
    List<SettingAdvice> settings) {

  /** A kind of files, independent of the others. */
  enum Log {
    CLIENT,
    W3C_OF_FRONT,
    W3C,
    HTTPERR,
    TRACES,
    CONFIG,
    EVENTS
  }

  Finding {
    logs = Set.copyOf(logs);
    facts = List.copyOf(facts);
    missing = List.copyOf(missing);
    settings = List.copyOf(settings);
  }

  /** Begins a finding about a server, or about none of them. */
  static Draft of(Explanation explanation, Optional<String> server, Optional<String> site) {
    return new Draft(explanation, server, site);
  }

  /** A finding that is being written. */
  static final class Draft {
    private final Explanation explanation;
    private final Optional<String> server;
    private final Optional<String> site;
    private final Set<Log> logs = new LinkedHashSet<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final List<SettingAdvice> settings = new ArrayList<>();
    private Confidence most = Confidence.HIGH;
    private String summary = "";
    private String experiment = "";

    private Draft(Explanation explanation, Optional<String> server, Optional<String> site) {
      this.explanation = explanation;
      this.server = server;
      this.site = site;
    }

    Draft say(String text) {
      summary = summary.isEmpty() ? text : summary + " " + text;
      return this;
    }

    Draft fact(Log log, Fact fact) {
      logs.add(log);
      facts.add(fact);
      return this;
    }

    /** A fact that is only the absence of something. */
    Draft absence(Fact fact) {
      facts.add(fact);
      return this;
    }

    Draft missing(String what) {
      missing.add(what);
      return this;
    }

    Draft atMost(Confidence confidence) {
      most = most.compareTo(confidence) < 0 ? confidence : most;
      return this;
    }

    Draft tryThis(String text) {
      experiment = text;
      return this;
    }

    Draft set(SettingAdvice advice) {
      settings.add(advice);
      return this;
    }

    Finding build() {
      return new Finding(
          explanation,
          server,
          site,
          logs,
          most,
          summary,
          facts,
          List.copyOf(missing),
          experiment,
          settings);
    }
  }
}
