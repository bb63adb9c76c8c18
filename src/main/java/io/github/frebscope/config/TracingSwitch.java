package io.github.frebscope.config;

import io.github.frebscope.internal.text.Texts;
import java.util.Objects;

/**
 * The site's switch of Failed Request Tracing ({@code traceFailedRequestsLogging}).
 *
 * @param enabled whether the site writes traces at all; by schema false
 * @param directory where to, as written; IIS adds {@code W3SVC<id>}
 * @param maxLogFiles how many files are kept; by schema 50
 * @param maxLogFileSizeKb where a file is cut, in KB; by schema 1024
 */
public record TracingSwitch(
    Setting<Boolean> enabled,
    Setting<String> directory,
    Setting<Integer> maxLogFiles,
    Setting<Integer> maxLogFileSizeKb) {
  /** Refuses nulls. */
  public TracingSwitch {
    Objects.requireNonNull(enabled, "enabled");
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(maxLogFiles, "maxLogFiles");
    Objects.requireNonNull(maxLogFileSizeKb, "maxLogFileSizeKb");
  }

  /** {@code on, to D:\\traces, 50 files of 1024 KB}: one line. */
  @Override
  public String toString() {
    return (enabled.value() ? "on" : "off")
        + ", to "
        + Texts.shown(directory.value())
        + ", "
        + Texts.count(maxLogFiles.value(), "file")
        + " of "
        + maxLogFileSizeKb.value()
        + " KB";
  }
}
