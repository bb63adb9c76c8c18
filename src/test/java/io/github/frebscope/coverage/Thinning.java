package io.github.frebscope.coverage;

import io.github.frebscope.catalog.Area;
import io.github.frebscope.catalog.Areas;
import io.github.frebscope.catalog.EventKind;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/**
 * A random tracing rule in numbers, by which events are recorded or not, and the same in words. The
 * numbers know nothing of how {@link TracingRule} reads its words.
 */
final class Thinning {
  private static final Map<String, String> PROVIDERS =
      Map.of(
          "WWW Server", "{3A2A4E84-4C21-4981-AE10-3FDA0D9B0F83}",
          "ASPNET", "{AFF081FE-0247-4275-9C4E-021F3DC1DA35}",
          "ASP", "{06B94D9A-B15E-456E-A4EF-37C984A2CB4B}",
          "ISAPI Extension", "{A1C2040E-8840-4C31-BA11-9871031A19EA}");

  private final Map<String, Integer> verbosities = new HashMap<>();
  private final Map<String, Long> masks = new HashMap<>();
  private TracingRule rule = TracingRule.of();

  Thinning(Random random) {
    PROVIDERS.forEach(
        (name, guid) -> {
          boolean isServer = name.equals("WWW Server");
          if (random.nextInt(isServer ? 10 : 3) > 0) {
            add(name, guid, random);
          }
        });
  }

  private void add(String name, String guid, Random random) {
    List<Area> areas = Areas.all().stream().filter(a -> a.providerGuid().equals(guid)).toList();
    List<Area> chosen = areas.stream().filter(a -> random.nextInt(3) > 0).toList();
    if (chosen.isEmpty() && !areas.isEmpty()) {
      return; // what a rule without areas records is not known
    }
    int verbosity = random.nextInt(6);
    verbosities.put(guid, verbosity);
    masks.put(guid, chosen.stream().mapToLong(Area::mask).reduce(0, (a, b) -> a | b));
    String[] words =
        chosen.stream().map(a -> a.name().toLowerCase(Locale.ROOT)).toArray(String[]::new);
    rule =
        rule.provider(
            random.nextBoolean() ? name : name.toLowerCase(Locale.ROOT), verbosity, words);
  }

  TracingRule rule() {
    return rule;
  }

  private boolean records(String providerGuid, long mask, int level) {
    Integer verbosity = verbosities.get(providerGuid);
    return verbosity != null
        && level <= verbosity
        && (mask == 0 || (mask & masks.get(providerGuid)) != 0);
  }

  boolean records(TraceEvent event) {
    boolean isOwn = event.eventGuid().startsWith("{00000000-");
    return isOwn || records(event.providerGuid(), event.keywords(), event.level());
  }

  /** Only for kinds of which mask and level are known. */
  boolean records(EventKind kind) {
    return records(kind.providerGuid(), kind.areaMask(), kind.level());
  }

  Trace apply(Trace trace) {
    return only(trace, this::records);
  }

  /** A trace with only those events, which claims to be as complete as the whole one. */
  static Trace only(Trace trace, Predicate<TraceEvent> kept) {
    return Trace.builder()
        .file(trace.file())
        .request(trace.request())
        .events(trace.events().stream().filter(kept).toList())
        .completeness(trace.completeness())
        .diagnostics(trace.diagnostics(), trace.diagnosticCount())
        .build();
  }
}
