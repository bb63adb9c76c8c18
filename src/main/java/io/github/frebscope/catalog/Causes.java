package io.github.frebscope.catalog;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.frebscope.catalog.Cause.Confusion;
import io.github.frebscope.catalog.Stanzas.Stanza;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The causes this library knows, from {@code causes/*.txt}: one file for a family, one stanza for a
 * cause, to be read and corrected by somebody who knows IIS.
 *
 * <p>Safe for use by several threads.
 */
public final class Causes {
  private static final List<String> FILES =
      List.of("answer", "connect", "request", "start", "programs", "internals");

  private static final List<Entry> ENTRIES =
      FILES.stream()
          .flatMap(file -> Stanzas.read("causes/" + file + ".txt").stream())
          .map(Entry::of)
          .toList();

  private static final Map<String, Entry> BY_ID =
      ENTRIES.stream().collect(toUnmodifiableMap(e -> e.cause().id(), identity()));

  private Causes() {}

  private record Entry(Cause cause, CauseCondition condition) {
    static Entry of(Stanza stanza) {
      Cause cause =
          Cause.builder(stanza.text("Cause"), stanza.text("Summary"))
              .family(stanza.text("Family"))
              .says(stanza.text("Says"))
              .remedy(stanza.text("Do"))
              .next(stanza.find("Next").orElse(null))
              .ofProcess(
                  stanza.find("Do of a process").orElse(null),
                  stanza.find("Next of a process").orElse(null))
              .needs(stanza.find("Needs").orElse(null))
              .areas(stanza.words("Area"))
              .confusions(stanza.all("Unlike").stream().map(t -> confusion(stanza, t)).toList())
              .sources(stanza.all("Source"))
              .build();
      return new Entry(cause, CauseCondition.of(stanza));
    }

    /** {@code PORT_EXHAUSTION: then every connection fails at once}. */
    private static Confusion confusion(Stanza stanza, String text) {
      int colon = text.indexOf(": ");
      if (colon < 0) {
        throw new IllegalStateException(stanza + ": Unlike names no cause");
      }
      return new Confusion(text.substring(0, colon), text.substring(colon + 2));
    }
  }

  /** All causes, families together. */
  public static List<Cause> all() {
    return ENTRIES.stream().map(Entry::cause).toList();
  }

  /** The cause of that id; empty when there is none in the table. */
  public static Optional<Cause> find(String id) {
    return Optional.ofNullable(BY_ID.get(id)).map(Entry::cause);
  }

  /**
   * What the table asks of a failed request before a cause is thought of.
   *
   * @throws IllegalArgumentException if the cause is none of the table's
   */
  public static CauseCondition condition(String id) {
    Entry entry = BY_ID.get(id);
    if (entry == null) {
      throw new IllegalArgumentException("no cause " + id);
    }
    return entry.condition();
  }
}
