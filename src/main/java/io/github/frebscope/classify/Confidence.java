package io.github.frebscope.classify;

import java.util.Locale;

/** How sure a verdict is. */
public enum Confidence {
  /** The trace holds the event that set the status, and nothing contradicts it. */
  HIGH,
  /** The evidence is indirect but points one way. */
  MEDIUM,
  /** A hint at most, or nothing can be told. */
  LOW;

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
