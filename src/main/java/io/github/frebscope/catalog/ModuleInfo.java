package io.github.frebscope.catalog;

/**
 * A module of IIS.
 *
 * @param name as traces print it in {@code ModuleName}
 * @param area the area to switch on to see more of it. A provider without areas ({@code ISAPI
 *     Extension}, {@code ASP}), and {@code ASPNET} as a whole, stand for themselves
 * @param provider the provider of that area
 * @param remark what the module does, in a few words
 */
public record ModuleInfo(String name, String area, String provider, String remark) {}
