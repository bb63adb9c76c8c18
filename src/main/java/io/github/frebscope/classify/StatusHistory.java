package io.github.frebscope.classify;

import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;

/**
 * The statuses that modules set, in order, and which of them decided.
 *
 * <p>One request can hold several: a module overwrites another's, an error page sets the same again
 * with another sub-status, a child request has its own. The client got the last one of the request
 * itself, so the deciding event is the first of the last unbroken run with that status.
 */
final class StatusHistory {
  private final List<StatusEvent> root;
  private final List<StatusEvent> children;

  private StatusHistory(List<StatusEvent> root, List<StatusEvent> children) {
    this.root = List.copyOf(root);
    this.children = List.copyOf(children);
  }

  static StatusHistory of(List<TraceEvent> events) {
    List<StatusEvent> all = events.stream().map(StatusEvent::of).flatMap(Optional::stream).toList();
    return new StatusHistory(
        all.stream().filter(e -> !e.isInChild()).toList(),
        all.stream().filter(StatusEvent::isInChild).toList());
  }

  /** The last status set in the request itself. */
  Optional<StatusEvent> last() {
    return root.isEmpty() ? Optional.empty() : Optional.of(root.get(root.size() - 1));
  }

  /** Whether any module was seen to set any status. */
  boolean isEmpty() {
    return root.isEmpty() && children.isEmpty();
  }

  /** Who decided on this HTTP status in the request itself. */
  Optional<Decision> decision(int status) {
    return decision(root, status);
  }

  /** Who decided on this HTTP status in a child request. */
  Optional<Decision> decisionInChild(int status) {
    return decision(children, status);
  }

  private static Optional<Decision> decision(List<StatusEvent> events, int status) {
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
    Optional<StatusEvent> setter = run.stream().filter(e -> !e.isByFollower()).findFirst();
    if (setter.isEmpty()) {
      Optional<Decision> earlier =
          decision(events.subList(0, start), status).filter(d -> !d.event().isByFollower());
      if (earlier.isPresent()) {
        return Optional.of(new Decision(earlier.get().event(), run, later, true));
      }
    }
    StatusEvent deciding = setter.orElse(run.get(0));
    List<StatusEvent> followers = run.stream().filter(e -> e.index() > deciding.index()).toList();
    return Optional.of(new Decision(deciding, followers, later, false));
  }

  /**
   * Who set, in a child request, what that event then set in the request itself: the same status
   * before it, no other error code, and nothing set in the request itself in between. A parent
   * copies the status of its child.
   */
  Optional<StatusEvent> original(StatusEvent copy) {
    List<StatusEvent> before = children.stream().filter(e -> e.index() < copy.index()).toList();
    return decision(before, copy.status().status())
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
