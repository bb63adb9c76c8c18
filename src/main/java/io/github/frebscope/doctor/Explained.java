package io.github.frebscope.doctor;

import io.github.frebscope.doctor.Incidents.Seen;
import java.util.List;

/** Whether HTTPERR logs tell of a failure, so that its not being in a W3C log is no silence. */
final class Explained {
  private Explained() {}

  static boolean byHttpErr(Examination examination, List<Seen> seen) {
    return seen.stream()
        .anyMatch(
            s ->
                s.server().httpErr().stream()
                    .anyMatch(
                        line -> HttpErrRule.isAbout(s.server(), line, s.incident(), s.site())));
  }
}
