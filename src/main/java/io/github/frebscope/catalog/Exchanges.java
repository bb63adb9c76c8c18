package io.github.frebscope.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What events tell about the exchange of a gateway module with its backend, from {@code
 * exchanges.tsv}.
 *
 * <p>Sources: the events' names and data in {@code events.tsv}, how real traces order them, and the
 * source of the ASP.NET Core Module. Safe for use by several threads.
 */
public final class Exchanges {
  private static final Map<String, List<ExchangeStep>> BY_EVENT =
      Table.read("exchanges.tsv").rows().stream()
          .map(ExchangeStep::new)
          .collect(groupingBy(ExchangeStep::event));

  private Exchanges() {}

  /** The names of the events that only gateway modules write about their exchanges. */
  public static Set<String> eventNames() {
    return all().stream()
        .filter(ExchangeStep::isOfGateways)
        .map(ExchangeStep::event)
        .collect(toUnmodifiableSet());
  }

  /** What an event tells; empty when it tells nothing about exchanges or silence. */
  public static Optional<ExchangeStep> step(TraceEvent event) {
    for (ExchangeStep step : BY_EVENT.getOrDefault(event.name(), List.of())) {
      if (step.fits(event)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  /**
   * What goes on after an event while no other comes: as this table says, or what the span does
   * that it begins. Empty for nothing in particular.
   */
  public static Optional<String> doingAfter(TraceEvent event) {
    return step(event)
        .flatMap(ExchangeStep::after)
        .or(() -> SpanKinds.begunBy(event.name()).flatMap(SpanKind::doing));
  }

  static List<ExchangeStep> all() {
    return BY_EVENT.values().stream().flatMap(List::stream).toList();
  }
}
