package io.github.frebscope.config;

import java.util.Objects;

/**
 * An area that the server defines and a tracing rule does not name, so that nothing of it is
 * recorded.
 *
 * @param provider the provider's name
 * @param area the area's name; empty for a provider as a whole that has no areas
 */
public record MissedArea(String provider, String area) {
  /** Refuses nulls. */
  public MissedArea {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(area, "area");
  }

  /** {@code WWW Server: RequestRouting}. */
  @Override
  public String toString() {
    return area.isEmpty() ? provider : provider + ": " + area;
  }
}
