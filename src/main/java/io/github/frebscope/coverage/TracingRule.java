package io.github.frebscope.coverage;

import io.github.frebscope.catalog.Area;
import io.github.frebscope.catalog.EventKind;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a tracing rule of IIS's configuration records: per provider its areas and its verbosity
 * ({@code system.webServer/tracing/traceFailedRequests/add/traceAreas}).
 *
 * <pre>{@code
 * TracingRule rule = TracingRule.of()
 *     .provider("WWW Server", 5, "RequestNotifications", "RequestRouting")
 *     .provider("ASP", 3);
 * }</pre>
 *
 * <p>An event is recorded when its provider is named, its level is at most the verbosity, and its
 * area, if it has one, is named. It is taken for granted that the server defines providers and
 * areas as IIS and its modules set them up: where the definition of an area is missing, nothing of
 * it is recorded although the rule names it. Immutable and safe for use by several threads.
 */
public final class TracingRule {
  private static final TracingRule NOTHING = new TracingRule(List.of());

  private final List<ProviderRule> providers;

  private TracingRule(List<ProviderRule> providers) {
    this.providers = List.copyOf(providers);
  }

  /** A rule that records nothing yet. */
  public static TracingRule of() {
    return NOTHING;
  }

  /**
   * This rule and one more provider.
   *
   * @param name the provider's name, in any case
   * @param verbosity the highest level that is recorded, 0 to 5
   * @param areas names of areas, in any case, or beginnings of names, of which every hit counts;
   *     also several in one text, separated by commas, as the configuration holds them; none for
   *     providers without areas
   * @throws IllegalArgumentException if the verbosity is not between 0 and 5, or the provider is
   *     already named
   */
  public TracingRule provider(String name, int verbosity, String... areas) {
    if (find(name).isPresent()) {
      throw new IllegalArgumentException("provider " + name + " is named twice");
    }
    List<String> names =
        Arrays.stream(areas)
            .flatMap(text -> Arrays.stream(text.split(",", -1)))
            .map(String::strip)
            .filter(area -> !area.isEmpty())
            .toList();
    List<ProviderRule> all = new ArrayList<>(providers);
    all.add(new ProviderRule(name, verbosity, names));
    return new TracingRule(all);
  }

  /** The providers in the order they were named. */
  public List<ProviderRule> providers() {
    return providers;
  }

  /**
   * Whether a kind of event is recorded. {@link Recording#UNKNOWN} for kinds of which area, level
   * or name are not known for certain, and where the rule names providers or areas that are not in
   * the catalogue and may be what an administrator calls this one.
   */
  public Answer canHave(EventKind kind) {
    if (KnownProviders.isOwn(kind)) {
      return Answer.unknown("the tracing module adds it itself, whatever the rule says");
    }
    Optional<ProviderRule> found = find(kind.provider());
    if (found.isEmpty()) {
      String reason = "the rule does not name the provider " + kind.provider();
      return providers.stream().allMatch(p -> KnownProviders.isKnownName(p.provider()))
          ? Answer.notRecorded(reason)
          : Answer.unknown(reason + ", but one that is not in the catalogue");
    }
    if (!kind.established()) {
      return Answer.unknown(SeenEvents.NOT_ESTABLISHED);
    }
    ProviderRule provider = found.get();
    if (kind.level() > provider.verbosity()) {
      return Answer.notRecorded(
          "the rule records %s up to %s, and its level is %s"
              .formatted(
                  kind.provider(),
                  Verbosities.name(provider.verbosity()),
                  Verbosities.name(kind.level())));
    }
    Answer byArea = byArea(provider, kind);
    return byArea.isRecorded() && kind.level() < 0 ? Answer.unknown(SeenEvents.NO_LEVEL) : byArea;
  }

  private static Answer byArea(ProviderRule provider, EventKind kind) {
    if (kind.areaMask() < 0) {
      return Answer.unknown(SeenEvents.NO_AREA);
    }
    List<Area> known = KnownProviders.areas(kind.providerGuid());
    String names =
        kind.area()
            .map(area -> "area " + area)
            .orElse(kind.areaMask() == 0 ? "provider " + kind.provider() : "any of its areas");
    boolean isNamed =
        kind.area().isPresent()
            ? provider.records(kind.area().get())
            : kind.areaMask() == 0 || recordsOneOf(provider, known, kind.areaMask());
    if (isNamed) {
      return Answer.recorded(
          "the rule records " + names + ", up to " + Verbosities.name(provider.verbosity()));
    }
    if (provider.areas().isEmpty()) {
      return Answer.unknown("the rule names no area of " + kind.provider() + ": all or none");
    }
    return provider.namesOtherThan(known)
        ? Answer.unknown("the rule does not name " + names + ", but one not in the catalogue")
        : Answer.notRecorded("the rule does not name " + names);
  }

  private static boolean recordsOneOf(ProviderRule provider, List<Area> known, long mask) {
    return known.stream().anyMatch(a -> (a.mask() & mask) != 0 && provider.records(a.name()));
  }

  /** Whether an event that is there proves that its trace was written by another rule. */
  boolean contradicts(TraceEvent event) {
    if (KnownProviders.isOwn(event)) {
      return false;
    }
    Optional<String> usual = KnownProviders.name(event.providerGuid());
    Optional<ProviderRule> found = find(event.provider()).or(() -> usual.flatMap(this::find));
    if (found.isEmpty()) {
      return !event.provider().isEmpty();
    }
    ProviderRule provider = found.get();
    if (event.level() > provider.verbosity()) {
      return true;
    }
    boolean hasArea = event.area().isPresent() || event.keywords() != 0;
    boolean isNamed =
        event.area().filter(provider::records).isPresent()
            || event.keywordTexts().stream().anyMatch(provider::records);
    if (!hasArea || isNamed || provider.areas().isEmpty()) {
      return false;
    }
    List<Area> known = KnownProviders.areas(event.providerGuid());
    return !provider.namesOtherThan(known) && !recordsOneOf(provider, known, event.keywords());
  }

  private Optional<ProviderRule> find(String name) {
    return providers.stream().filter(p -> p.provider().equalsIgnoreCase(name)).findFirst();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TracingRule that && providers.equals(that.providers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(providers);
  }

  /** {@code WWW Server at Verbose: RequestNotifications; ASP at Warning}: one line. */
  @Override
  public String toString() {
    return providers.isEmpty()
        ? "records nothing"
        : providers.stream().map(ProviderRule::toString).collect(Collectors.joining("; "));
  }
}
