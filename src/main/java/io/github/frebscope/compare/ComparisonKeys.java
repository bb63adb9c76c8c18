package io.github.frebscope.compare;

import io.github.frebscope.catalog.SpanKind;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.trace.TraceEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What makes spans, or events, of two traces the same step. It is what the configuration gives a
 * name to: kinds, modules, rules, filters, headers, notifications. What varies from request to
 * request, such as URLs and file names, is data and is compared afterwards.
 */
final class ComparisonKeys {
  private static final char SEPARATOR = '\n';

  /** Kinds without a key whose label is a name all the same: the scheme, the filter's file. */
  private static final Set<String> NAMED_BY_LABEL = Set.of("AUTH", "FILTER");

  private ComparisonKeys() {}

  /** The key of a span among those that lie in the same span. */
  static String of(Span span) {
    SpanKind kind = span.kind();
    StringBuilder key = new StringBuilder(kind.id());
    if (kind.key().isPresent() || NAMED_BY_LABEL.contains(kind.id())) {
      key.append(SEPARATOR).append(PerRequest.strip(span.name()));
    }
    if (span.isModule() || span.is("NOTIFICATION")) {
      key.append(SEPARATOR).append(span.notification().orElse(""));
      key.append(SEPARATOR).append(span.isPostNotification());
    }
    return key.toString();
  }

  /** The key of an event among the events of a span. */
  static String of(TraceEvent event) {
    String name =
        event.name().isEmpty()
            ? event.providerGuid() + SEPARATOR + event.eventGuid() + SEPARATOR + event.opcode()
            : event.name();
    Optional<String> about = event.data("HeaderName").or(() -> event.data("Name"));
    return about.map(a -> name + SEPARATOR + a.toLowerCase(Locale.ROOT)).orElse(name);
  }
}
