package io.github.frebscope.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A kind of event that IIS or one of its modules can write.
 *
 * @param provider the provider's name, for example {@code WWW Server}
 * @param providerGuid its GUID, in braces and upper case
 * @param area the area a trace rule must name to get the event; empty when it belongs to none, and
 *     for the few ASP.NET events whose area no source gives
 * @param areaMask the number that {@code Keywords} holds: 0 without an area, 0xF for the ASP.NET
 *     events that any of its areas brings, -1 when not known
 * @param eventGuid the GUID of the class of events, in braces and upper case
 * @param opcode the number inside that class; -1 when no source gives it
 * @param name the name as printed, for example {@code MODULE_SET_RESPONSE_ERROR_STATUS}
 * @param level 0 always recorded, 1 critical, 2 error, 3 warning, 4 information, 5 verbose; -1 when
 *     not known or when the module chooses it anew each time (iisnode)
 * @param version the version of the layout
 * @param fields the {@code Data} in the order of a trace; empty for events without data
 * @param observed whether it was seen in real traces; otherwise it is known from a manifest, from
 *     source code or from documentation only
 * @param established whether its name and number are known from real traces, from an event manifest
 *     or from a module's source; otherwise they were worked out, guessed or are only mentioned in
 *     documentation, and the event may look different in a trace
 */
public record EventKind(
    String provider,
    String providerGuid,
    Optional<String> area,
    long areaMask,
    String eventGuid,
    int opcode,
    String name,
    int level,
    int version,
    List<EventField> fields,
    boolean observed,
    boolean established) {
  /** Copies the fields. */
  public EventKind {
    fields = List.copyOf(fields);
  }
}
