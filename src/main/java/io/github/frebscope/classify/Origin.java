package io.github.frebscope.classify;

import java.util.Locale;

/** Whether the module that set a status made it up itself. */
public enum Origin {
  /** The module itself decided: it failed, refused, or could not reach a backend. */
  OWN,
  /** A backend answered with that status and the module passed it on. */
  RELAYED,
  /** The trace does not tell the two apart, or there is no module to ask about. */
  UNKNOWN;

  /** The word used in output: {@code own}, {@code relayed}, {@code unknown}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@link #id()}. */
  @Override
  public String toString() {
    return id();
  }
}
