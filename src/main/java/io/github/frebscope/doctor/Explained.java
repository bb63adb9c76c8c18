package io.github.frebscope.doctor;

import io.github.frebscope.doctor.Incidents.Seen;
import io.github.frebscope.log.HttpErrLine;
import io.github.frebscope.log.HttpErrReason;
import io.github.frebscope.log.HttpErrReason.Kind;
import java.util.List;
import java.util.stream.Stream;

/** What HTTPERR logs tell of a failure, so that its not being in a W3C log is no silence. */
final class Explained {
  private Explained() {}

  /** Whether they tell of it at all. */
  static boolean byHttpErr(Examination examination, List<Seen> seen) {
    return entries(examination, seen).findAny().isPresent();
  }

  /** Whether no worker process had the request to the end, so that no recorder matters. */
  static boolean withoutWorker(Examination examination, List<Seen> seen) {
    return entries(examination, seen)
        .flatMap(line -> HttpErrReason.of(line.reason()).stream())
        .map(HttpErrReason::kind)
        .anyMatch(kind -> kind != Kind.CONNECTION_DROPPED);
  }

  private static Stream<HttpErrLine> entries(Examination examination, List<Seen> seen) {
    return seen.stream()
        .flatMap(
            s ->
                HttpErrRule.near(examination, s.server(), s.incident()).stream()
                    .filter(line -> HttpErrRule.isAbout(s.server(), line, s.incident(), s.site())));
  }
}
