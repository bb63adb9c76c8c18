package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the logs of one site show: how much there is, and the lines that a search for failures looks
 * at. Lists are cut at {@value #MOST_LINES} lines; the counts count all.
 *
 * @param lines how many requests were logged
 * @param first when the earliest of them ended; empty without lines
 * @param last when the latest of them ended
 * @param failures how many were answered with 502
 * @param failureLines those
 * @param peerGone how many took long and ended with a Windows status that says that who had asked
 *     was gone
 * @param peerGoneLines those
 * @param watchedLines lines of the paths and times that were asked for
 * @param gaps quiet times and the requests that ended them
 * @param missingFields fields that a search for failures needs and some lines do not have
 * @param serverIps addresses at which the site was asked
 * @param coverage the time of which the logs speak, to the minute
 * @param minutes how many requests there were in each minute
 */
public record SiteTraffic(
    long lines,
    Optional<Instant> first,
    Optional<Instant> last,
    long failures,
    List<AccessLine> failureLines,
    long peerGone,
    List<AccessLine> peerGoneLines,
    List<AccessLine> watchedLines,
    List<AfterQuiet> gaps,
    Set<String> missingFields,
    Set<String> serverIps,
    LogCoverage coverage,
    TrafficByMinute minutes) {
  /** So many lines of a kind are kept. */
  public static final int MOST_LINES = 20_000;

  /** Refuses nulls. */
  public SiteTraffic {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(coverage, "coverage");
    Objects.requireNonNull(minutes, "minutes");
    failureLines = List.copyOf(failureLines);
    peerGoneLines = List.copyOf(peerGoneLines);
    watchedLines = List.copyOf(watchedLines);
    gaps = List.copyOf(gaps);
    missingFields = Set.copyOf(missingFields);
    serverIps = Set.copyOf(serverIps);
  }

  /** {@code 1,173 lines, 3 of them 502}: one line. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d lines, %,d of them 502", lines, failures);
  }
}
