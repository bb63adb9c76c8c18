package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.HttpErrLine;
import io.github.frebscope.query.TraceSummary;
import java.util.List;
import java.util.Objects;

/**
 * What a server behind a front end has to say: its lines that may belong to the front end's
 * requests. Immutable; the lists are copied.
 *
 * @param server its name
 * @param lines lines of its W3C log: at the least all of the paths and times that are asked for
 * @param errors entries of its HTTPERR log of these times
 * @param hasErrorLog whether there was an HTTPERR log to look at; without it, a request that
 *     http.sys ended looks as if it had never arrived
 * @param traces its traces
 * @param clock its clock against the front end's
 * @param coverage the time of which its W3C log speaks, by all of its lines
 */
public record FarmMember(
    String server,
    List<AccessLine> lines,
    List<HttpErrLine> errors,
    boolean hasErrorLog,
    List<TraceSummary> traces,
    ClockSkew clock,
    LogCoverage coverage) {
  /** Refuses nulls. */
  public FarmMember {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(coverage, "coverage");
    lines = List.copyOf(lines);
    errors = List.copyOf(errors);
    traces = List.copyOf(traces);
  }

  /** A member of which all lines of the W3C log are given, and nothing else. */
  public static FarmMember of(String server, List<AccessLine> lines, ClockSkew clock) {
    return new FarmMember(server, lines, List.of(), false, List.of(), clock, LogCoverage.of(lines));
  }

  /** With the entries of its HTTPERR log. */
  public FarmMember withErrors(List<HttpErrLine> newErrors) {
    return new FarmMember(server, lines, newErrors, true, traces, clock, coverage);
  }

  /** With its traces. */
  public FarmMember withTraces(List<TraceSummary> newTraces) {
    return new FarmMember(server, lines, errors, hasErrorLog, newTraces, clock, coverage);
  }

  /** With what its whole log covers, when not all of its lines are given. */
  public FarmMember withCoverage(LogCoverage newCoverage) {
    return new FarmMember(server, lines, errors, hasErrorLog, traces, clock, newCoverage);
  }

  /** {@code node-e: 366 lines, clock +0.0 s ±1.5 s by the pattern of 120 requests}. */
  @Override
  public String toString() {
    return server + ": " + lines.size() + " lines, clock " + clock;
  }
}
