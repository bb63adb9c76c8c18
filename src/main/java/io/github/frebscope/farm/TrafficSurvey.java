package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.LogFile;
import io.github.frebscope.log.W3cRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Goes over the lines of one site once and keeps what a search for failures needs. Not flat by the
 * lines: by the limits of {@link SiteTraffic}.
 */
final class TrafficSurvey {
  /** Shorter than that, a peer that is gone tells nothing of a time-out. */
  private static final long LONG_MILLIS = 1000;

  private static final int MOST_IPS = 16;

  private final Watch watch;
  private final List<AccessLine> failures = new ArrayList<>();
  private final List<AccessLine> peerGone = new ArrayList<>();
  private final List<AccessLine> watched = new ArrayList<>();
  private final Set<String> missingFields = new TreeSet<>();
  private final Set<String> serverIps = new TreeSet<>();
  private final CoveredMinutes minutes = new CoveredMinutes();
  private final QuietGaps gaps;
  private final UsualTimes usual = new UsualTimes();
  private final TrafficByMinute traffic = new TrafficByMinute();
  private long lines;
  private long failureCount;
  private long peerGoneCount;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  TrafficSurvey(Watch watch, QuietGaps gaps) {
    this.watch = watch;
    this.gaps = gaps;
  }

  void add(W3cRow row) {
    lines++;
    long end = row.endMillis();
    first = Math.min(first, end);
    last = Math.max(last, end);
    minutes.add(end);
    gaps.accept(row);
    usual.accept(row);
    traffic.accept(row);
    if (row.status() == 502) {
      failureCount++;
      keep(failures, row);
    } else if (row.timeTakenMillis() >= LONG_MILLIS && row.isPeerGone()) {
      peerGoneCount++;
      keep(peerGone, row);
    }
    if (watch.contains(row)) {
      keep(watched, row);
    }
    if (serverIps.size() < MOST_IPS && (lines & 63) == 1) {
      String ip = row.text("s-ip");
      if (!ip.isEmpty()) {
        serverIps.add(ip);
      }
    }
  }

  private static void keep(List<AccessLine> kept, W3cRow row) {
    if (kept.size() < SiteTraffic.MOST_LINES) {
      kept.add(row.line());
    }
  }

  boolean hasLines() {
    return lines > 0;
  }

  void done(LogFile log) {
    missingFields.addAll(log.missingFields());
  }

  SiteTraffic traffic() {
    return new SiteTraffic(
        lines,
        lines == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(first)),
        lines == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last)),
        failureCount,
        failures,
        peerGoneCount,
        peerGone,
        watched,
        gaps.gaps(usual),
        missingFields,
        serverIps,
        minutes.coverage(),
        traffic);
  }
}
