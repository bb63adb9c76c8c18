package io.github.frebscope.testing.script;

/** The stages of IIS's pipeline, with their numbers. */
public enum Notification {
  /** Start of the pipeline. */
  BEGIN_REQUEST(0x1),
  /** Who is it. */
  AUTHENTICATE_REQUEST(0x2),
  /** May he. */
  AUTHORIZE_REQUEST(0x4),
  /** Is the answer in a cache. */
  RESOLVE_REQUEST_CACHE(0x8),
  /** Which handler. */
  MAP_REQUEST_HANDLER(0x10),
  /** Session state. */
  REQUEST_ACQUIRE_STATE(0x20),
  /** Just before the handler. */
  PRE_EXECUTE_REQUEST_HANDLER(0x40),
  /** The handler. */
  EXECUTE_REQUEST_HANDLER(0x80),
  /** Session state. */
  RELEASE_REQUEST_STATE(0x100),
  /** Into the cache. */
  UPDATE_REQUEST_CACHE(0x200),
  /** Logging. */
  LOG_REQUEST(0x400),
  /** End of the pipeline. */
  END_REQUEST(0x800),
  /** The response goes out. */
  SEND_RESPONSE(0x20000000),
  /** A URL becomes a path. */
  MAP_PATH(0x80000000L);

  private final long value;

  Notification(long value) {
    this.value = value;
  }

  /** The number as printed. */
  public String value() {
    return Long.toString(value);
  }
}
