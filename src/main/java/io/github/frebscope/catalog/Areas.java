package io.github.frebscope.catalog;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The areas of IIS's trace providers, from {@code areas.tsv}.
 *
 * <p>Sources: IIS_schema.xml and the applicationHost.config that IIS and its modules set up, and
 * real traces. Safe for use by several threads.
 */
public final class Areas {
  private static final String NO_AREA = "-";

  private static final List<Table.Row> ROWS = Table.read("areas.tsv").rows();
  private static final List<Area> ALL =
      ROWS.stream()
          .filter(row -> !row.text("area").equals(NO_AREA))
          .map(
              row ->
                  new Area(
                      row.text("area"),
                      row.text("provider"),
                      row.text("providerGuid"),
                      row.number("mask"),
                      row.text("eventGuid")))
          .toList();

  /** The area of a class of events; empty for classes without one. No entry if several share it. */
  private static final Map<String, Optional<String>> BY_EVENT_GUID = byEventGuid();

  private static final Map<String, List<MaskedArea>> BY_PROVIDER = byProvider();

  private Areas() {}

  /** An area's name, ready to be handed out, so that a look-up makes no garbage. */
  private record MaskedArea(long mask, Optional<String> name) {}

  private static Map<String, Optional<String>> byEventGuid() {
    Map<String, Optional<String>> areas = new HashMap<>();
    ROWS.stream()
        .collect(groupingBy(row -> row.text("eventGuid")))
        .forEach(
            (guid, rows) -> {
              if (rows.size() == 1) {
                areas.put(
                    guid, Optional.of(rows.get(0).text("area")).filter(a -> !a.equals(NO_AREA)));
              }
            });
    return areas;
  }

  private static Map<String, List<MaskedArea>> byProvider() {
    Map<String, List<MaskedArea>> providers = new HashMap<>();
    ALL.stream()
        .collect(groupingBy(Area::providerGuid))
        .forEach(
            (provider, areas) ->
                providers.put(
                    provider,
                    areas.stream()
                        .map(a -> new MaskedArea(a.mask(), Optional.of(a.name())))
                        .toList()));
    return providers;
  }

  /** All areas, by provider and mask. */
  public static List<Area> all() {
    return ALL;
  }

  /**
   * The area an event belongs to.
   *
   * <p>The event GUID decides. Where several areas share it, or where it is unknown, provider and
   * mask decide, if the mask is exactly one area's. What is left (areas that a third party or an
   * administrator defined) goes by the printed name, if there is exactly one.
   *
   * <p>Cheap enough to be called for every event: a hash look-up without new objects, when GUIDs
   * come as IIS writes them, in braces and upper case.
   *
   * @param providerGuid with or without braces, in any case; may be empty
   * @param eventGuid with or without braces, in any case; may be empty
   * @param mask the number in {@code System/Keywords}
   * @param printedNames the texts of {@code RenderingInfo/Keywords}
   * @return empty for general events, which belong to no area and are always recorded
   */
  public static Optional<String> of(
      String providerGuid, String eventGuid, long mask, List<String> printedNames) {
    Optional<String> byEventGuid = lookUp(BY_EVENT_GUID, eventGuid, null);
    if (byEventGuid != null) {
      return byEventGuid;
    }
    for (MaskedArea area : lookUp(BY_PROVIDER, providerGuid, List.<MaskedArea>of())) {
      if (area.mask() == mask) {
        return area.name();
      }
    }
    return printedNames.size() == 1 ? Optional.of(printedNames.get(0)) : Optional.empty();
  }

  /** The entry of a GUID, which is brought into IIS's form only when it is not found as it is. */
  private static <T> T lookUp(Map<String, T> map, String guid, T absent) {
    T found = map.get(guid);
    return found != null ? found : map.getOrDefault(Guids.canonical(guid), absent);
  }
}
