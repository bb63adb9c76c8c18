package io.github.frebscope.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every kind of event that is known, from {@code events.tsv}.
 *
 * <p>Sources: IIS's trace manifests, the sources of the ASP.NET Core Module and iisnode,
 * Microsoft's documentation, and real traces of IIS 7.5 to 10. Safe for use by several threads.
 */
public final class EventCatalog {
  private static final Set<String> ESTABLISHED = Set.of("observed", "manifest");
  private static final List<EventKind> ALL =
      Table.read("events.tsv").rows().stream().map(EventCatalog::kind).toList();
  private static final Map<Identity, List<EventKind>> BY_IDENTITY =
      ALL.stream()
          .filter(kind -> kind.opcode() >= 0)
          .collect(groupingBy(k -> new Identity(k.providerGuid(), k.eventGuid(), k.opcode())));
  private static final Map<String, List<EventKind>> BY_NAME =
      ALL.stream().collect(groupingBy(EventKind::name, toUnmodifiableList()));

  private EventCatalog() {}

  /** Provider and event GUID in canonical form. */
  private record Identity(String providerGuid, String eventGuid, int opcode) {}

  /**
   * The kind of an event by its identity.
   *
   * <p>Events that the tracing module adds itself, such as {@code LOG_FILE_MAX_SIZE_TRUNCATE}, all
   * have the event GUID zero and the opcode 0; no answer is given for these, {@link #find(String,
   * String, int, String)} tells them apart.
   *
   * @param providerGuid with or without braces, in any case
   * @param eventGuid with or without braces, in any case
   * @param opcode the number in {@code System/Opcode}
   * @return empty when unknown or not told by the identity alone
   */
  public static Optional<EventKind> find(String providerGuid, String eventGuid, int opcode) {
    List<EventKind> kinds = withIdentity(providerGuid, eventGuid, opcode);
    return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
  }

  /**
   * The kind of an event by its identity or, where that is not enough, by its printed name: for the
   * events of the tracing module, and for a few events of Application Request Routing whose opcodes
   * no source gives.
   *
   * @param providerGuid with or without braces, in any case
   * @param eventGuid with or without braces, in any case
   * @param opcode the number in {@code System/Opcode}
   * @param name the name in {@code RenderingInfo/Opcode}; used only when the identity does not tell
   * @return empty when unknown
   */
  public static Optional<EventKind> find(
      String providerGuid, String eventGuid, int opcode, String name) {
    List<EventKind> kinds = withIdentity(providerGuid, eventGuid, opcode);
    if (kinds.size() == 1) {
      return Optional.of(kinds.get(0));
    }
    String provider = Guids.canonical(providerGuid);
    String eventClass = Guids.canonical(eventGuid);
    return byName(name).stream()
        .filter(k -> k.opcode() == opcode || k.opcode() < 0)
        .filter(k -> k.providerGuid().equals(provider) && k.eventGuid().equals(eventClass))
        .findFirst();
  }

  /**
   * All kinds of that name, exactly as printed. A name stands for one kind, except {@code
   * ASP_SCRIPT_OBJECT_TRACE_INFO}, which has four opcodes.
   *
   * @return empty when unknown
   */
  public static List<EventKind> byName(String name) {
    return BY_NAME.getOrDefault(name, List.of());
  }

  /** Every kind, grouped by provider and area. */
  public static List<EventKind> all() {
    return ALL;
  }

  private static List<EventKind> withIdentity(String providerGuid, String eventGuid, int opcode) {
    Identity identity =
        new Identity(Guids.canonical(providerGuid), Guids.canonical(eventGuid), opcode);
    return BY_IDENTITY.getOrDefault(identity, List.of());
  }

  private static EventKind kind(Table.Row row) {
    String area = row.text("area");
    return new EventKind(
        row.text("provider"),
        row.text("providerGuid"),
        area.equals("-") || area.equals("?") ? Optional.empty() : Optional.of(area),
        row.numberOr("mask", -1),
        row.text("eventGuid"),
        (int) row.numberOr("opcode", -1),
        row.text("name"),
        (int) row.numberOr("level", -1),
        (int) row.number("version"),
        fields(row),
        row.text("evidence").equals("observed"),
        ESTABLISHED.contains(row.text("evidence")));
  }

  private static List<EventField> fields(Table.Row row) {
    List<EventField> fields = new ArrayList<>();
    for (String field : row.text("fields").split("; ", -1)) {
      if (!field.isEmpty()) {
        fields.add(field(row, field));
      }
    }
    return fields;
  }

  /** {@code Name:type} or {@code Name:type=SET}. */
  private static EventField field(Table.Row row, String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new IllegalStateException(row + ": field without a type: " + text);
    }
    int equals = text.indexOf('=', colon);
    String type = text.substring(colon + 1, equals < 0 ? text.length() : equals);
    return new EventField(
        text.substring(0, colon),
        type.equals("?") ? "" : type,
        equals < 0 ? Map.of() : ValueSets.get(text.substring(equals + 1)));
  }
}
