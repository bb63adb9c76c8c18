package io.github.frebscope.testing.script;

import java.util.List;
import java.util.Map;

/**
 * What is the same in all events of one name.
 *
 * @param provider the provider's name
 * @param providerGuid its GUID in braces
 * @param eventGuid the GUID of the event's class in braces
 * @param area the area's name, empty for none
 * @param mask the area's mask
 * @param opcode the number inside the class
 * @param name the name
 * @param level 0 to 5
 * @param version of the layout
 * @param fields the data, in order
 */
public record EventKind(
    String provider,
    String providerGuid,
    String eventGuid,
    String area,
    long mask,
    int opcode,
    String name,
    int level,
    int version,
    List<Field> fields) {

  /**
   * One field of the data.
   *
   * @param name its name
   * @param texts the texts IIS prints for its values, empty for most fields
   * @param systemText whether IIS prints the system's message for it, as for ErrorCode
   */
  public record Field(String name, Map<String, String> texts, boolean systemText) {}
}
