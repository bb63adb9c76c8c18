package io.github.frebscope.config;

import java.util.List;
import java.util.Objects;

/**
 * A provider that tracing rules can name ({@code tracing/traceProviderDefinitions/add}).
 *
 * @param name its name
 * @param areas the names of its areas, in the order of the file
 */
public record ProviderDefinition(String name, List<String> areas) {
  /** Refuses nulls. */
  public ProviderDefinition {
    Objects.requireNonNull(name, "name");
    areas = List.copyOf(areas);
  }
}
