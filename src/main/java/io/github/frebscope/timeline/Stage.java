package io.github.frebscope.timeline;

import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.trace.MeasuredTime;

/**
 * How long a request was in one stage of its pipeline.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param name the notification as IIS prints it, both of its rounds together; {@link #BETWEEN} for
 *     the time in none, {@link #STAGES_NOT_TRACED} when no notification was traced, {@link
 *     #NOT_TRACED} for the parts before the first or after the last event
 * @param length how long in all
 */
public record Stage(String name, MeasuredTime length) {
  /** The name for what lies outside of all stages. */
  public static final String BETWEEN = "(between stages)";

  /** The name for all of a request that was recorded without its notifications. */
  public static final String STAGES_NOT_TRACED = "(stages not traced)";

  /** The name for the parts of a request that its trace does not tell. */
  public static final String NOT_TRACED = "(not traced)";

  /** {@code EXECUTE_REQUEST_HANDLER 8,063 ms ±16 ms}. */
  @Override
  public String toString() {
    return Texts.shown(name) + " " + length;
  }
}
