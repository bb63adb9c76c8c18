package io.github.frebscope.doctor;

import io.github.frebscope.doctor.Incidents.Seen;
import io.github.frebscope.log.AccessLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a box in front seems to wait: from the beginning of a request at the member to the time
 * at which the client had its failure, when that is nearly the same for several.
 */
final class FrontLimit {
  private static final int LEAST = 2;
  private static final Duration SPREAD = Duration.ofSeconds(3);

  private FrontLimit() {}

  static Optional<Fact> of(List<Seen> seen) {
    List<Duration> waits = new ArrayList<>();
    for (Seen one : seen) {
      for (AccessLine line : one.late()) {
        waits.add(Duration.between(line.start(), one.incident().time()));
      }
    }
    Duration least = waits.stream().min(Duration::compareTo).orElse(Duration.ZERO);
    Duration most = waits.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    if (waits.size() < LEAST || least.isNegative() || most.minus(least).compareTo(SPREAD) > 0) {
      return Optional.empty();
    }
    long seconds = Math.round(least.plus(most).toMillis() / 2000.0);
    return Optional.of(
        Fact.of(
                "front-limit",
                "each client had its failure about "
                    + seconds
                    + " s after the request had begun here: the box in front seems to wait "
                    + seconds
                    + " s")
            .with("seconds", seconds));
  }
}
