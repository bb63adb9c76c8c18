package io.github.frebscope.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every kind of span, from {@code spans.tsv}: which events begin it and which end it.
 *
 * <p>Sources: the events' names and data in {@code events.tsv}, and how real traces nest them. Safe
 * for use by several threads.
 */
public final class SpanKinds {
  private static final List<SpanKind> ALL =
      Table.read("spans.tsv").rows().stream().map(SpanKind::new).toList();
  private static final Map<String, SpanKind> BY_ID = new HashMap<>();
  private static final Map<String, SpanKind> BY_START = new HashMap<>();
  private static final Map<String, SpanKind> BY_END = new HashMap<>();

  static {
    for (SpanKind kind : ALL) {
      put(BY_ID, kind.id(), kind);
      kind.starts().forEach(event -> put(BY_START, event, kind));
      kind.ends().forEach(event -> put(BY_END, event, kind));
    }
  }

  /** The whole request, from its first event to its last. */
  public static final SpanKind REQUEST = get("GENERAL_REQUEST");

  /** A request that a module of another request started on the same server. */
  public static final SpanKind CHILD_REQUEST = get("GENERAL_CHILD_REQUEST");

  /** One notification after another to all modules that want it. */
  public static final SpanKind NOTIFICATION = get("NOTIFICATION");

  /** A module, called for a notification. */
  public static final SpanKind MODULE = get("NOTIFY_MODULE");

  /** A global module, called before the request has its pipeline. */
  public static final SpanKind PRE_BEGIN_MODULE = get("PRE_BEGIN_REQUEST");

  /** The part of a module that said it was not done yet, until its completion. */
  public static final SpanKind WAITING = get("WAITING");

  /** The part of the request that lies before a trace's first event. */
  public static final SpanKind BEFORE_FIRST_EVENT = get("BEFORE_FIRST_EVENT");

  /** The part of the request that lies after a trace's last event. */
  public static final SpanKind AFTER_LAST_EVENT = get("AFTER_LAST_EVENT");

  /** The parts of the request before a trace's first and after its last event, no telling which. */
  public static final SpanKind OUTSIDE_EVENTS = get("OUTSIDE_EVENTS");

  /**
   * The silence between a trace's last event and its being written in the middle of the request,
   * when the time limit of its rule had passed.
   */
  public static final SpanKind UNTIL_WRITTEN = get("UNTIL_WRITTEN");

  private SpanKinds() {}

  /** All kinds: those that give a trace its structure first, then grouped by area. */
  public static List<SpanKind> all() {
    return ALL;
  }

  /** The kind of that id, for example {@code URL_REWRITE}; empty when there is none. */
  public static Optional<SpanKind> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /** The kind that an event of that name begins; empty when it begins none. */
  public static Optional<SpanKind> begunBy(String eventName) {
    return Optional.ofNullable(BY_START.get(eventName));
  }

  /** The kind that an event of that name ends; empty when it ends none. */
  public static Optional<SpanKind> endedBy(String eventName) {
    return Optional.ofNullable(BY_END.get(eventName));
  }

  private static SpanKind get(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("spans.tsv has no " + id));
  }

  private static void put(Map<String, SpanKind> map, String name, SpanKind kind) {
    if (map.put(name, kind) != null) {
      throw new IllegalStateException("spans.tsv has " + name + " twice");
    }
  }
}
