package io.github.frebscope.catalog;

/**
 * An area of a trace provider: what a trace rule can switch on.
 *
 * @param name as IIS's own configuration spells it. Not unique: {@code WWW Server} and {@code
 *     ASPNET} both have an area {@code Module}
 * @param provider the provider's name
 * @param providerGuid the provider's GUID, in braces and upper case
 * @param mask the bit that the area's events hold in {@code Keywords}
 * @param eventGuid the GUID of the area's class of events, in braces and upper case; the four areas
 *     of {@code ASPNET} share one
 */
public record Area(
    String name, String provider, String providerGuid, long mask, String eventGuid) {}
