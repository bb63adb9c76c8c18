package io.github.frebscope.coverage;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the events of one provider in a trace prove to have been recorded. It is a lower bound: the
 * tracing rule may record more, of which nothing happened.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param name the provider's usual name, else the one the trace prints, else the GUID
 * @param guid the provider's GUID as written; empty when its events have none
 * @param highestLevel the highest level of an event, 0 to 5: the verbosity is at least that, in all
 *     areas that are recorded, since the provider has one verbosity
 * @param areas the areas of which events were seen, each with the highest level seen in it
 * @param notSeen the provider's other areas in which events are known, in the order of their masks
 */
public record ProviderCoverage(
    String name,
    String guid,
    int highestLevel,
    SortedMap<String, Integer> areas,
    List<String> notSeen) {
  /** Copies the areas. */
  public ProviderCoverage {
    areas = Collections.unmodifiableSortedMap(new TreeMap<>(areas));
    notSeen = List.copyOf(notSeen);
  }

  /** The verbosity it proves, as the configuration calls it: {@code Warning or more}. */
  public String verbosity() {
    return Verbosities.atLeast(highestLevel);
  }

  /** {@code WWW Server at Verbose: Cache, RequestNotifications; not seen: RequestRouting}. */
  @Override
  public String toString() {
    String text = seenText();
    return notSeen.isEmpty() ? text : text + "; not seen: " + String.join(", ", notSeen);
  }

  /** {@code WWW Server at Verbose: Cache, RequestRouting}: without what was not seen. */
  public String seenText() {
    String who = name.isEmpty() ? ("provider " + guid).strip() : name;
    String text = who + " at " + verbosity();
    return areas.isEmpty() ? text : text + ": " + String.join(", ", areas.keySet());
  }
}
