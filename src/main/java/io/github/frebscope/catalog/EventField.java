package io.github.frebscope.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One {@code Data} of an event kind.
 *
 * @param name the name as printed; ASP.NET's {@code Context ID} has a blank in it
 * @param type {@code guid}, {@code uint16}, {@code uint32}, {@code uint64} (IIS prints its low 32
 *     bits only), {@code bool}, {@code wstr}, {@code astr} (bytes without a code page), {@code
 *     binary}; empty when no source gives it
 * @param values what the numbers mean, in ascending order; empty when the field is not enumerated
 */
public record EventField(String name, String type, Map<Long, String> values) {
  /** Copies the values, keeping their order. */
  public EventField {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
