package io.github.frebscope.catalog;

import io.github.frebscope.catalog.Stanzas.Stanza;
import io.github.frebscope.trace.StatusCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The meanings of statuses that need no rule to look for a cause, from {@code meanings.txt}: one
 * stanza for a meaning, to be read and corrected by somebody who knows IIS.
 *
 * <p>Safe for use by several threads.
 */
public final class Meanings {
  private static final List<Entry> ENTRIES =
      Stanzas.read("meanings.txt").stream().map(Entry::of).toList();

  private Meanings() {}

  private record Entry(Meaning meaning, CauseCondition condition) {
    static Entry of(Stanza stanza) {
      if (stanza.words("Status").isEmpty()) {
        throw new IllegalStateException(stanza + ": Status is missing");
      }
      return new Entry(
          new Meaning(
              stanza.text("Summary"),
              stanza.text("Says"),
              stanza.text("Do"),
              stanza.find("Next"),
              stanza.words("Needs"),
              stanza.all("Source")),
          CauseCondition.of(stanza));
    }
  }

  /** All meanings, in the order of the file. */
  public static List<Meaning> all() {
    return ENTRIES.stream().map(Entry::meaning).toList();
  }

  /**
   * The first meaning that fits.
   *
   * @param module the usual name of the module that set the status; empty when it is not known,
   *     which fits no meaning that names modules
   * @param status the status
   * @param code the error code as an HRESULT; empty when the trace tells none, which fits no
   *     meaning that names codes
   * @param known whether the value of that name is known; asked for what a meaning needs
   * @return empty when the status, with its module and code, does not tell enough
   */
  public static Optional<Meaning> find(
      Optional<String> module, StatusCode status, OptionalLong code, Predicate<String> known) {
    for (Entry entry : ENTRIES) {
      if (entry.condition().fits(module, status, code)
          && entry.meaning().needs().stream().allMatch(known)) {
        return Optional.of(entry.meaning());
      }
    }
    return Optional.empty();
  }
}
