package io.github.frebscope.classify;

import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statuses that modules set, in order, and which of them decided.
 *
 * <p>One request can hold several: a module overwrites another's, an error page sets the same again
 * with another sub-status, a child request has its own. The client got the last one of the request
 * itself, so the deciding event is one of the last unbroken run with that status: the one whose
 * sub-status fired the rule, else the first.
 */
final class StatusHistory {
  private final List<StatusEvent> root;
  private final List<StatusEvent> children;

  private StatusHistory(List<StatusEvent> root, List<StatusEvent> children) {
    this.root = List.copyOf(root);
    this.children = List.copyOf(children);
  }

  static StatusHistory of(List<TraceEvent> events) {
    List<StatusEvent> root = new ArrayList<>();
    List<StatusEvent> children = new ArrayList<>();
    int child = 0;
    for (TraceEvent event : events) {
      boolean own = event.requestDepth() == 0;
      if (own && event.is(Names.CHILD_START)) {
        child++;
      }
      StatusEvent.of(event, own ? 0 : child).ifPresent(own ? root::add : children::add);
    }
    return new StatusHistory(root, children);
  }

  /** The last status set in the request itself. */
  Optional<StatusEvent> last() {
    return root.isEmpty() ? Optional.empty() : Optional.of(root.get(root.size() - 1));
  }

  /** Whether any module was seen to set any status. */
  boolean isEmpty() {
    return root.isEmpty() && children.isEmpty();
  }

  /**
   * Who decided on this HTTP status in the request itself.
   *
   * @param fired the status that fired the rule, if it was one
   */
  Optional<Decision> decision(int status, Optional<StatusCode> fired) {
    return decision(root, status, fired);
  }

  /** Who decided on this HTTP status in the last child request that had it. */
  Optional<Decision> decisionInChild(int status) {
    return decisionInLastChild(children, status);
  }

  private static Optional<Decision> decisionInLastChild(List<StatusEvent> events, int status) {
    int child =
        events.stream()
            .filter(e -> e.status().status() == status)
            .mapToInt(StatusEvent::child)
            .max()
            .orElse(0);
    List<StatusEvent> ofOne = events.stream().filter(e -> e.child() == child).toList();
    return decision(ofOne, status, Optional.empty());
  }

  private static Optional<Decision> decision(
      List<StatusEvent> events, int status, Optional<StatusCode> fired) {
    int end = events.size();
    while (end > 0 && events.get(end - 1).status().status() != status) {
      end--;
    }
    if (end == 0) {
      return Optional.empty();
    }
    int start = end - 1;
    while (start > 0 && events.get(start - 1).status().status() == status) {
      start--;
    }
    List<StatusEvent> run = events.subList(start, end);
    List<StatusEvent> later = events.subList(end, events.size());
    Optional<StatusEvent> setter =
        run.stream()
            .filter(e -> !e.isByFollower() && fired.filter(e.status()::equals).isPresent())
            .findFirst()
            .or(() -> run.stream().filter(e -> !e.isByFollower()).findFirst());
    if (setter.isEmpty()) {
      Optional<Decision> earlier =
          decision(events.subList(0, start), status, fired).filter(d -> !d.event().isByFollower());
      if (earlier.isPresent()) {
        return Optional.of(new Decision(earlier.get().event(), run, later, true));
      }
    }
    StatusEvent deciding = setter.orElse(run.get(0));
    List<StatusEvent> followers = run.stream().filter(e -> e.index() > deciding.index()).toList();
    return Optional.of(new Decision(deciding, followers, later, false));
  }

  /**
   * Who set, in a child request that ended with it, the status that the request then ended with.
   */
  Optional<StatusEvent> originalOfUncopied(int status) {
    return decisionInChild(status).filter(d -> d.later().isEmpty()).map(Decision::event);
  }

  /**
   * Who set, in a child request that ended with it, what that event then set in the request itself:
   * the same status before it, no other error code, and nothing set in the request itself in
   * between. A parent copies the status of its child.
   */
  Optional<StatusEvent> original(StatusEvent copy) {
    List<StatusEvent> before = children.stream().filter(e -> e.index() < copy.index()).toList();
    return decisionInLastChild(before, copy.status().status())
        .filter(d -> d.later().isEmpty())
        .map(Decision::event)
        .filter(e -> e.status().equals(copy.status()))
        .filter(e -> root.stream().noneMatch(r -> isBetween(r, e, copy)))
        .filter(e -> copy.errorCode().orElse(0) == 0 || copy.errorCode().equals(e.errorCode()));
  }

  private static boolean isBetween(StatusEvent event, StatusEvent first, StatusEvent last) {
    return event.index() > first.index() && event.index() < last.index();
  }

  /**
   * What decided on a status.
   *
   * @param event the event that set it
   * @param followers later events that set it again, perhaps with another sub-status
   * @param later events after that which set another status
   * @param interrupted whether another status was set between the event and its followers
   */
  record Decision(
      StatusEvent event,
      List<StatusEvent> followers,
      List<StatusEvent> later,
      boolean interrupted) {
    Decision {
      followers = List.copyOf(followers);
      later = List.copyOf(later);
    }

    /** The last one with the status: it also set the sub-status that remained. */
    StatusEvent last() {
      return followers.isEmpty() ? event : followers.get(followers.size() - 1);
    }
  }
}
