package io.github.frebscope.cause;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.Modules;
import java.util.Optional;
import java.util.TreeSet;

/** What to trace next time, when a cause is not certain and an area that shows it was not seen. */
final class NextTime {
  private static final String STATUS_AREA = "RequestNotifications";

  private NextTime() {}

  /**
   * A sentence, or empty when nothing was missing. An area that was not seen may have been switched
   * on with nothing to record; to switch it on does no harm.
   */
  static Optional<String> sentence(Failure failure, Cause cause, Confidence confidence) {
    if (confidence == Confidence.HIGH) {
      return Optional.empty();
    }
    TreeSet<String> missing = new TreeSet<>();
    if (failure.setBy().isEmpty()) {
      missing.add(STATUS_AREA);
    }
    failure
        .module()
        .map(module -> Modules.area(module, false))
        .filter(cause.areas()::contains)
        // Version 1 of the ASP.NET Core Module and HttpPlatformHandler write no events of their
        // own.
        .filter(area -> !failure.isBy("AspNetCoreModule", "httpPlatformHandler"))
        .filter(area -> !isSeen(failure, area))
        .ifPresent(missing::add);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Next time, trace "
                + String.join(" and ", missing)
                + " as well, at Information or Verbose.");
  }

  private static boolean isSeen(Failure failure, String area) {
    return failure.trace().events().stream()
        .anyMatch(e -> e.area().filter(area::equals).isPresent());
  }
}
