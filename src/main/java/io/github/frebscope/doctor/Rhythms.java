package io.github.frebscope.doctor;

import io.github.frebscope.farm.ColdStartEvidence.Rhythm;
import io.github.frebscope.farm.ServerEvidence;
import java.util.Locale;

/** Says that starts come again. */
final class Rhythms {
  private Rhythms() {}

  static Fact fact(ServerEvidence server, Rhythm rhythm) {
    String often =
        rhythm.isClockTime()
            ? "at the same time of the day"
            : Facts.minutes(rhythm.period()) + " apart";
    return Fact.of(
            "rhythm",
            Words.count(rhythm.starts().size(), "start")
                + " of the process come "
                + often
                + (rhythm.isRecycleTime() ? ", which is the pool's regular recycle" : "")
                + String.format(Locale.ROOT, " (by chance: p = %.2g)", rhythm.p()))
        .on(server.name())
        .with("periodMinutes", rhythm.period().toMinutes())
        .with("starts", (long) rhythm.starts().size());
  }
}
