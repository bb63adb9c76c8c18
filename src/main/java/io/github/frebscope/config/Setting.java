package io.github.frebscope.config;

import java.util.Objects;
import java.util.function.Function;

/**
 * A setting of IIS's configuration that is in force, and where it comes from.
 *
 * @param <T> the type of the value
 * @param value the value in force
 * @param file the file that sets it, relative to the server's folder with {@code /} between, as in
 *     {@code config/applicationHost.config}; for a default, the file in which to set it
 * @param line the 1-based line of the element; 0 for a default
 * @param element the element, from its section on, {@code
 *     sites/site[@name='shop']/traceFailedRequestsLogging}. It is the element that would carry the
 *     setting of this site or pool, also when the value comes from the defaults of all
 * @param attribute the attribute, {@code enabled}
 * @param origin who says so
 */
public record Setting<T>(
    T value, String file, int line, String element, String attribute, Origin origin) {
  /** Who says that a setting has its value. */
  public enum Origin {
    /** The element itself. */
    OWN,
    /** The defaults of all sites, pools or applications ({@code siteDefaults} and the like). */
    DEFAULTS,
    /** IIS's own default, by its schema. */
    SCHEMA
  }

  /** Refuses nulls. */
  public Setting {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(attribute, "attribute");
    Objects.requireNonNull(origin, "origin");
  }

  /** The same setting with its value seen another way. */
  public <U> Setting<U> map(Function<? super T, ? extends U> seen) {
    return new Setting<>(seen.apply(value), file, line, element, attribute, origin);
  }

  /** Whether the element itself says it. */
  public boolean isOwn() {
    return origin == Origin.OWN;
  }

  /** {@code sites/site[@name='shop']/traceFailedRequestsLogging@enabled = false (default)}. */
  @Override
  public String toString() {
    return element
        + "@"
        + attribute
        + " = "
        + ConfigText.of(this)
        + switch (origin) {
          case OWN -> "";
          case DEFAULTS -> " (by the defaults of all)";
          case SCHEMA -> " (default)";
        };
  }
}
