package io.github.frebscope.report;

import io.github.frebscope.farm.JoinedRequest;
import io.github.frebscope.farm.Moment;
import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.source.TraceFile;
import io.github.frebscope.timeline.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Single requests as front end and member tell them, one after the other. */
final class BothBoxes {
  /** So many are shown: one of each outcome first. */
  static final int MOST = 2;

  private BothBoxes() {}

  /**
   * The requests in the order in which to show them: for each outcome the one that took longest,
   * then the others. Those of which no member knows anything are left out.
   */
  static List<JoinedRequest> ordered(List<JoinedRequest> joined) {
    List<JoinedRequest> told =
        joined.stream()
            .filter(request -> !request.candidates().isEmpty())
            .sorted(
                Comparator.comparing(
                        (JoinedRequest r) -> r.line().timeTaken().orElse(Duration.ZERO))
                    .reversed())
            .toList();
    Map<Object, JoinedRequest> firsts = new LinkedHashMap<>();
    told.forEach(request -> firsts.putIfAbsent(request.outcome(), request));
    List<JoinedRequest> ordered = new ArrayList<>(firsts.values());
    told.stream().filter(request -> !ordered.contains(request)).forEach(ordered::add);
    return ordered;
  }

  /** What happened, with what the front end's trace tells if it can still be read. */
  static List<Moment> moments(JoinedRequest request) {
    return request.timeline(BothBoxes::open);
  }

  private static Optional<Timeline> open(TraceSummary trace) {
    try {
      return Optional.of(Timeline.of(TraceReader.standard().read(TraceFile.named(trace.file()))));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // gone meanwhile: the logs tell the rest
    }
  }
}
