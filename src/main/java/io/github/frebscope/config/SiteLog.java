package io.github.frebscope.config;

import io.github.frebscope.internal.text.Texts;
import java.util.List;
import java.util.Objects;

/**
 * The W3C log of a site ({@code logFile}).
 *
 * @param enabled whether it is written
 * @param format {@code W3C}, {@code IIS}, {@code NCSA}, {@code Custom}; a server with a central log
 *     has {@code CentralW3C} or {@code CentralBinary}
 * @param directory where to, as written; IIS adds {@code W3SVC<id>}
 * @param flags which fields are logged, as written in {@code logExtFileFlags}
 * @param customFields names of custom fields
 */
public record SiteLog(
    Setting<Boolean> enabled,
    Setting<String> format,
    Setting<String> directory,
    Setting<String> flags,
    List<String> customFields) {
  /** Refuses nulls. */
  public SiteLog {
    Objects.requireNonNull(enabled, "enabled");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(flags, "flags");
    customFields = List.copyOf(customFields);
  }

  /** {@code W3C, to D:\\logs}: one line. */
  @Override
  public String toString() {
    return enabled.value()
        ? Texts.shown(format.value() + ", to " + directory.value())
        : "not written";
  }
}
