package io.github.frebscope.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A notification: the step of the request pipeline in which a module is called.
 *
 * <p>The constants are in the order of the pipeline, from {@link #PRE_BEGIN_REQUEST} to {@link
 * #END_REQUEST}. The four after that have no place in it; they are raised whenever they are needed.
 * Source: {@code RQ_NOTIFICATION} of IIS's native API, real traces.
 */
public enum Notification {
  /** Before the request has a pipeline of its own: global modules. */
  PRE_BEGIN_REQUEST(0),
  /** The first step of the pipeline. */
  BEGIN_REQUEST(0x1),
  /** Who is calling. */
  AUTHENTICATE_REQUEST(0x2),
  /** Whether the caller may do this. */
  AUTHORIZE_REQUEST(0x4),
  /** Whether a cache has the answer. */
  RESOLVE_REQUEST_CACHE(0x8),
  /** Which handler will answer. */
  MAP_REQUEST_HANDLER(0x10),
  /** Session state is fetched. IIS prints this one as {@code REQUEST_ACQUIRE_STATE}. */
  ACQUIRE_REQUEST_STATE(0x20, "REQUEST_ACQUIRE_STATE"),
  /** Just before the handler. */
  PRE_EXECUTE_REQUEST_HANDLER(0x40),
  /** The handler makes the answer; gateways ask their backend here. */
  EXECUTE_REQUEST_HANDLER(0x80),
  /** Session state is given back. */
  RELEASE_REQUEST_STATE(0x100),
  /** The answer may go into a cache. */
  UPDATE_REQUEST_CACHE(0x200),
  /** The request is logged. */
  LOG_REQUEST(0x400),
  /** The last step of the pipeline. */
  END_REQUEST(0x800),
  /** A module notifies others. */
  CUSTOM_NOTIFICATION(0x10000000L),
  /** Something is sent to the client; can happen several times. */
  SEND_RESPONSE(0x20000000L),
  /** The body of the request is read. */
  READ_ENTITY(0x40000000L),
  /** A URL is mapped to a file. */
  MAP_PATH(0x80000000L);

  private static final List<Notification> ALL = List.of(values());

  private final long mask;
  private final String printedName;
  private final Optional<Notification> found = Optional.of(this);

  Notification(long mask) {
    this.mask = mask;
    this.printedName = name();
  }

  Notification(long mask, String printedName) {
    this.mask = mask;
    this.printedName = printedName;
  }

  /** The number in {@code Data Name="Notification"}; one bit, or 0 for the first. */
  public long mask() {
    return mask;
  }

  /** The text IIS prints for it; the constant's name except for {@link #ACQUIRE_REQUEST_STATE}. */
  public String printedName() {
    return printedName;
  }

  /**
   * The notification of that number.
   *
   * @return empty for combinations of several and for unknown numbers
   */
  public static Optional<Notification> of(long mask) {
    for (Notification notification : ALL) {
      if (notification.mask == mask) {
        return notification.found;
      }
    }
    return Optional.empty();
  }
}
