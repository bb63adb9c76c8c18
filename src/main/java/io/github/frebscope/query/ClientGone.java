package io.github.frebscope.query;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.classify.Role;
import io.github.frebscope.query.SetFinding.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Failures that are none of the backend's: the client had left. */
final class ClientGone implements SetRule {
  /** One or two are not worth a line. */
  private static final int LEAST = 3;

  @Override
  public Stream<SetFinding> find(Cases cases) {
    List<Case> gone =
        cases.all().stream().filter(c -> c.isFailure() && c.isCause(Case.GONE)).toList();
    long failures = cases.all().stream().filter(Case::isFailure).count();
    return gone.size() < LEAST ? Stream.empty() : Stream.of(finding(gone, failures));
  }

  private static SetFinding finding(List<Case> gone, long failures) {
    Confidence least =
        gone.stream()
            .map(c -> c.trace().verdict().confidence())
            .reduce(Confidence.HIGH, Confidence::lower);
    long members = gone.stream().filter(ClientGone::isMember).count();
    return Draft.of(Kind.CLIENT_GONE, gone, least)
        .cause(Case.GONE)
        .say(
            "Of "
                + Draft.many(failures, "failure")
                + ", "
                + ValueText.count(gone.size())
                + (gone.size() == failures ? ", all of them," : "")
                + " came about because the client had left: they are no fault of the application"
                + " or backend. Count them apart.")
        .sayIf(
            members > 0,
            "For "
                + ValueText.count(members)
                + " of them the client was a front end with ARR, which may have given up waiting.")
        .next(
            "Compare how long these requests took with the time-outs of what is in front of the"
                + " server: a load balancer, a front end, a browser.")
        .build();
  }

  private static boolean isMember(Case c) {
    Role role = c.trace().verdict().hop().role();
    return role == Role.MEMBER || role == Role.MEMBER_AND_FRONT_END;
  }
}
