package io.github.frebscope.internal.xml;

import java.util.LinkedHashMap;
import java.util.Map;

/** One event of an exported Windows event log, as its XML has it; what it has not is empty. */
public final class XmlEvent {
  String provider = "";
  String id = "";
  String computer = "";
  String systemTime = "";
  String message = "";
  final Map<String, String> data = new LinkedHashMap<>();

  XmlEvent() {}

  /** The name of the provider. */
  public String provider() {
    return provider;
  }

  /** The event's number as text. */
  public String id() {
    return id;
  }

  /** The computer. */
  public String computer() {
    return computer;
  }

  /** The time as text, with its zone. */
  public String systemTime() {
    return systemTime;
  }

  /** The rendered message. */
  public String message() {
    return message;
  }

  /** The data in their order by name; by 1-based number where they have none. */
  public Map<String, String> data() {
    return data;
  }
}
