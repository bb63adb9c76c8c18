package io.github.frebscope.doctor;

import io.github.frebscope.log.WindowsEvent;
import java.util.Locale;

/** Events that tell that a worker process could not write a trace. */
final class WriteEvents {
  private WriteEvents() {}

  /** IIS-W3SVC-WP warns so in the Application log. */
  static boolean tellsOfTracing(WindowsEvent event) {
    String source = event.source().toLowerCase(Locale.ROOT);
    String message = event.message().toLowerCase(Locale.ROOT);
    return source.endsWith("w3svc-wp")
        && (message.contains("failed request") || message.contains("failedreqlogfiles"));
  }
}
