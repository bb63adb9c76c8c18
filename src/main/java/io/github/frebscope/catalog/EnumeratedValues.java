package io.github.frebscope.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the number in an enumerated field means, from {@code values.tsv}.
 *
 * <p>Safe for use by several threads.
 */
public final class EnumeratedValues {
  private static final Map<String, Map<String, Map<Long, String>>> BY_EVENT_AND_FIELD = load();

  private EnumeratedValues() {}

  private static Map<String, Map<String, Map<Long, String>>> load() {
    Map<String, Map<String, Map<Long, String>>> events = new HashMap<>();
    for (EventKind kind : EventCatalog.all()) {
      for (EventField field : kind.fields()) {
        if (!field.values().isEmpty()) {
          events
              .computeIfAbsent(kind.name(), name -> new HashMap<>())
              .put(field.name(), field.values());
        }
      }
    }
    return events;
  }

  /**
   * The text of a value: the one IIS prints in {@code freb:Description} or, for values it prints
   * none for (a pending notification, the ASP.NET Core Module's fields), the usual name.
   *
   * <p>Some names of fields mean different things in different events ({@code Reason}, {@code
   * Result}), so the event's name is needed. Error codes are not enumerated: see {@link
   * ErrorCodes}.
   *
   * @param eventName the event's printed name
   * @param field the name of the {@code Data}
   * @param value the number in it
   * @return empty for unknown values, for combinations of flags, and for fields and events that are
   *     unknown or not enumerated
   */
  public static Optional<String> text(String eventName, String field, long value) {
    Map<Long, String> values =
        BY_EVENT_AND_FIELD.getOrDefault(eventName, Map.of()).getOrDefault(field, Map.of());
    return Optional.ofNullable(values.get(value));
  }
}
