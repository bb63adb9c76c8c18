package io.github.frebscope.cli;

import io.github.frebscope.catalog.TimeLimits;
import io.github.frebscope.classify.Classifier;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** The time limits of a configuration, which silences are held against instead of the defaults. */
final class LimitOptions {
  @Option(
      names = "--limit",
      paramLabel = "NAME=TIME",
      converter = LimitConverter.class,
      description =
          "A time-out of your configuration instead of the default: arr-farm (30s), arr-proxy"
              + " (120s), ancm-request (120s), ancm-startup (120s), cgi (900s), fastcgi-activity"
              + " (70s), fastcgi-request (90s), ... Tells one time-out from another.")
  private List<UnaryOperator<TimeLimits>> limits = List.of();

  /** The standard classifier with these limits. */
  Classifier classifier() {
    TimeLimits changed = TimeLimits.standard();
    for (UnaryOperator<TimeLimits> limit : limits) {
      changed = limit.apply(changed);
    }
    return limits.isEmpty() ? Classifier.standard() : Classifier.standard().with(changed);
  }
}
