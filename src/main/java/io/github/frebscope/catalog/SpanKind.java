package io.github.frebscope.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A kind of span: a stretch of a request that one event begins and another ends. There is one
 * object for each kind, in {@link SpanKinds}.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SpanKind {
  private final String id;
  private final String title;
  private final List<String> starts;
  private final List<String> ends;
  private final Optional<String> key;
  private final Optional<String> label;
  private final boolean nests;
  private final boolean endsAlone;
  private final boolean untilStatus;
  private final Optional<String> group;
  private final Optional<String> doing;

  SpanKind(Table.Row row) {
    id = row.text("kind");
    title = row.text("title");
    starts = names(row.text("starts"));
    ends = names(row.text("ends"));
    key = optional(row.text("key"));
    label = optional(row.text("label"));
    List<String> flags = Arrays.asList(row.text("flags").split(" "));
    nests = flags.contains("nests");
    endsAlone = flags.contains("end-alone");
    untilStatus = flags.contains("until-status");
    group = optional(row.text("group"));
    doing = optional(row.text("doing"));
  }

  private static List<String> names(String text) {
    return text.equals("-") ? List.of() : List.of(text.split("\\|"));
  }

  private static Optional<String> optional(String text) {
    return text.equals("-") ? Optional.empty() : Optional.of(text);
  }

  /**
   * What the names of its events have in common, for example {@code URL_REWRITE}; a few kinds, such
   * as {@code NOTIFICATION}, have no events of their own.
   */
  public String id() {
    return id;
  }

  /** How it is called in reports, for example {@code rewrite rule}. */
  public String title() {
    return title;
  }

  /** The names of the events that begin it. */
  public List<String> starts() {
    return starts;
  }

  /** The names of the events that end it. */
  public List<String> ends() {
    return ends;
  }

  /**
   * The data that is the same at its start and its end and names the span, for example {@code
   * RuleName}; empty when the kind alone tells.
   */
  public Optional<String> key() {
    return key;
  }

  /** A data of its start that is worth showing when there is no key. */
  public Optional<String> label() {
    return label;
  }

  /** Whether another span of the kind may begin inside it. */
  public boolean nests() {
    return nests;
  }

  /** Whether its end event is often recorded without a start and is an ordinary event then. */
  public boolean endsAlone() {
    return endsAlone;
  }

  /** Whether it is over when its module sets an error status, though its end is not recorded. */
  public boolean isUntilStatus() {
    return untilStatus;
  }

  /** Kinds of the same group follow each other and never nest; empty for none. */
  public Optional<String> group() {
    return group;
  }

  /**
   * What goes on in it while no event comes, for example {@code connecting to the backend or
   * sending headers}; empty for nothing in particular.
   */
  public Optional<String> doing() {
    return doing;
  }

  /**
   * Whether IIS is known to record its end: seen in real traces or in a manifest. The end of {@code
   * AspNetStart}, for one, never is, so a span without it says nothing.
   */
  public boolean isEndRecorded() {
    return ends.isEmpty()
        || ends.stream()
            .flatMap(name -> EventCatalog.byName(name).stream())
            .anyMatch(EventKind::established);
  }

  /** The id. */
  @Override
  public String toString() {
    return id;
  }
}
