package io.github.frebscope.cause;

import java.util.Locale;

/** How sure a verdict is. */
public enum Confidence {
  /**
   * The trace holds the event that set the status, nothing contradicts it, and its error code means
   * one thing.
   */
  HIGH,
  /**
   * The evidence is indirect but points one way; or it is plain who set the status, but the error
   * code stands, by its own documentation, for several things that the trace does not tell apart.
   */
  MEDIUM,
  /** A hint at most, or nothing can be told. */
  LOW;

  /** The less sure of two. */
  public static Confidence lower(Confidence first, Confidence second) {
    return first.compareTo(second) > 0 ? first : second;
  }

  /** The word used in output: {@code high}, {@code medium}, {@code low}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@link #id()}. */
  @Override
  public String toString() {
    return id();
  }
}
