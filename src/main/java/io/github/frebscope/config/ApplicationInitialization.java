package io.github.frebscope.config;

import java.util.List;
import java.util.Objects;

/**
 * How an application is warmed up ({@code system.webServer/applicationInitialization}). It is used
 * only where the feature is installed: see the module {@code ApplicationInitializationModule}.
 *
 * @param doAppInitAfterRestart whether the pages are asked for each time the application starts
 * @param skipManagedModules whether managed modules are left out of those requests
 * @param remapManagedRequestsTo what answers meanwhile; empty for nothing
 * @param pages the URLs that are asked for, in their order; empty for none
 */
public record ApplicationInitialization(
    Setting<Boolean> doAppInitAfterRestart,
    Setting<Boolean> skipManagedModules,
    Setting<String> remapManagedRequestsTo,
    List<String> pages) {
  /** Refuses nulls. */
  public ApplicationInitialization {
    Objects.requireNonNull(doAppInitAfterRestart, "doAppInitAfterRestart");
    Objects.requireNonNull(skipManagedModules, "skipManagedModules");
    Objects.requireNonNull(remapManagedRequestsTo, "remapManagedRequestsTo");
    pages = List.copyOf(pages);
  }
}
