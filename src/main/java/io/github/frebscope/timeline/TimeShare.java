package io.github.frebscope.timeline;

import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.trace.MeasuredTime;
import java.util.Objects;

/**
 * The part that one module, notification or area has in the time of a request.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param name the module, notification or area as the trace writes it; or, in parentheses, a rest
 *     that belongs to none
 * @param spans how many spans it has, for a module how often it was called; 0 for a rest
 * @param belowClock how many of these were too short for the clock to tell how long they lasted
 * @param exclusive the time that is its own and belongs to no other one inside it
 * @param inclusive the time from its beginnings to its ends, what lies inside it included, nothing
 *     counted twice
 */
public record TimeShare(
    String name, int spans, int belowClock, MeasuredTime exclusive, MeasuredTime inclusive) {
  /** The name of the time in which no module was running. */
  public static final String OUTSIDE_MODULES = "(outside modules)";

  /** The name of the time that belongs to no notification. */
  public static final String OUTSIDE_NOTIFICATIONS = "(outside notifications)";

  /** The name of all time of a trace that was recorded without its modules. */
  public static final String MODULES_NOT_TRACED = "(modules not traced)";

  /** The name of all time of a trace that was recorded without its notifications. */
  public static final String NOTIFICATIONS_NOT_TRACED = "(notifications not traced)";

  /** The name of the time that belongs to no area. */
  public static final String NO_AREA = "(no area)";

  /** The name of the parts of a request that lie before the first or after the last event. */
  public static final String NOT_TRACED = "(not traced)";

  /** The name of modules whose events do not name them. */
  static final String NO_NAME = "(no name)";

  /** Refuses nulls. */
  public TimeShare {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(exclusive, "exclusive");
    Objects.requireNonNull(inclusive, "inclusive");
  }

  /** Whether it stands for the time that belongs to no module, notification or area. */
  public boolean isRest() {
    return spans == 0;
  }

  /** {@code ApplicationRequestRouting, 8,063 ms ±16 ms, 2 spans, 1 below the clock}: one line. */
  @Override
  public String toString() {
    String text = Texts.shown(name) + ", " + exclusive;
    if (spans > 0) {
      text += ", " + spans + (spans == 1 ? " span" : " spans");
    }
    return belowClock > 0 ? text + ", " + belowClock + " below the clock" : text;
  }
}
