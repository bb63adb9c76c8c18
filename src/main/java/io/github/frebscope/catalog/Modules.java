package io.github.frebscope.catalog;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The modules of IIS and of its usual extensions, from {@code modules.tsv}, and the area that
 * belongs to each.
 *
 * <p>Safe for use by several threads.
 */
public final class Modules {
  private static final List<ModuleInfo> ALL =
      Table.read("modules.tsv").rows().stream()
          .map(
              row ->
                  new ModuleInfo(
                      row.text("module"),
                      row.text("area"),
                      row.text("provider"),
                      row.text("remark")))
          .toList();
  private static final Map<String, ModuleInfo> BY_NAME =
      ALL.stream().collect(toUnmodifiableMap(ModuleInfo::name, identity()));
  private static final Map<String, ModuleInfo> BY_LOWER_CASE =
      ALL.stream().collect(toUnmodifiableMap(m -> lowerCase(m.name()), identity()));

  private static final String MANAGED_AREA = "ASPNET";
  private static final String NATIVE_AREA = "Module";

  /** What the .NET run-time names modules that code registers while the application starts. */
  private static final String DYNAMIC_PREFIX = "__DynamicModule_";

  /** {@code Some.Namespace.Type}, with or without {@code , Assembly, Version=...} after it. */
  private static final Pattern DOTNET_TYPE =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(?:[.+][\\p{L}_][\\p{L}\\p{N}_`]*)+\\s*(?:,.*)?");

  private static final Set<String> FILE_ENDINGS = Set.of("dll", "exe", "ocx", "asp", "php", "js");

  private Modules() {}

  /** All known modules. */
  static List<ModuleInfo> all() {
    return ALL;
  }

  /**
   * A module by its name, exactly or else without regard to case.
   *
   * @return empty when unknown: anybody can add modules to IIS under any name
   */
  public static Optional<ModuleInfo> find(String name) {
    ModuleInfo exact = BY_NAME.get(name);
    return Optional.ofNullable(exact != null ? exact : BY_LOWER_CASE.get(lowerCase(name)));
  }

  /**
   * The area that belongs to a module. For a name that is not known, {@code ASPNET} when it is
   * managed and {@code Module} when it is native: a native module of a third party has no other.
   *
   * <p>A name counts as managed when the caller knows so (an {@code AspNetPipelineEnter} names it,
   * or it is registered with a .NET type), when it begins with {@code __DynamicModule_}, and when
   * it looks like the name of a .NET type with its namespace.
   *
   * @param module the name in {@code ModuleName}
   * @param managed whether the trace or the configuration shows that the module is managed; matters
   *     for unknown names only
   * @return never empty
   */
  public static String area(String module, boolean managed) {
    return find(module)
        .map(ModuleInfo::area)
        .orElseGet(() -> managed || looksManaged(module) ? MANAGED_AREA : NATIVE_AREA);
  }

  private static boolean looksManaged(String module) {
    return module.startsWith(DYNAMIC_PREFIX)
        || (DOTNET_TYPE.matcher(module).matches() && !FILE_ENDINGS.contains(ending(module)));
  }

  private static String ending(String module) {
    return lowerCase(module.substring(module.lastIndexOf('.') + 1));
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
