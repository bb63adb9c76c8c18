package io.github.frebscope.trace;

import java.util.Objects;

/**
 * The parts of an event's header that are nearly always the same for all events of one file; events
 * share one instance.
 *
 * @param computer the server's NetBIOS name, empty when missing
 * @param activityId the request's id in braces, empty when missing
 * @param relatedActivityId the id of a parent activity, empty when there is none
 * @param processId the worker process, -1 when missing or unreadable
 * @param threadId the thread that <em>wrote the file</em>, the same for all events, so of no use
 *     for telling threads apart; -1 when missing or unreadable
 * @param culture the language of the texts, for example {@code en-US}, empty when missing
 */
public record EventOrigin(
    String computer,
    String activityId,
    String relatedActivityId,
    long processId,
    long threadId,
    String culture) {

  /** Refuses nulls. */
  public EventOrigin {
    Objects.requireNonNull(computer, "computer");
    Objects.requireNonNull(activityId, "activityId");
    Objects.requireNonNull(relatedActivityId, "relatedActivityId");
    Objects.requireNonNull(culture, "culture");
  }
}
