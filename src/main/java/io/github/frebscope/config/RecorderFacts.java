package io.github.frebscope.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the self-test of the recorder looks at.
 *
 * @param globalModules empty when not known
 * @param modules the modules in use at the URL, where that is known
 * @param rules the rules in force at the URL
 * @param elsewhere where else on the server rules are in force, for people
 * @param pool the pool that serves the URL, where it is known
 * @param customActions whether rules of the site may run programs
 * @param redirectedTo where the configuration in force lies, when it is not what was read
 */
record RecorderFacts(
    Site site,
    List<String> globalModules,
    Optional<List<String>> modules,
    FailureRules rules,
    List<String> elsewhere,
    Optional<AppPool> pool,
    Setting<Boolean> customActions,
    Optional<String> redirectedTo) {
  static RecorderFacts of(ServerConfig config, Site site, String url) {
    String path = UrlPath.of(url);
    Optional<AppPool> pool =
        site.application(path).flatMap(application -> config.pool(application.pool().value()));
    FailureRules rules = config.failureRules(site, path);
    // Only a message needs the other places, and a server can have thousands.
    List<String> elsewhere = rules.rules().isEmpty() ? elsewhere(config, site) : List.of();
    return new RecorderFacts(
        site,
        config.globalModules(),
        Optional.of(config.modules(site, path)).filter(modules -> !modules.isEmpty()),
        rules,
        elsewhere,
        pool,
        config.customActionsEnabled(site),
        config.redirectedTo());
  }

  private static List<String> elsewhere(ServerConfig config, Site site) {
    List<String> places = new ArrayList<>();
    for (Site other : config.sites()) {
      for (Application application : other.applications()) {
        for (FailureRule rule : config.failureRules(other, application.path()).rules()) {
          String where = other.id() == site.id() ? "" : "site " + other.name() + " ";
          String app =
              application.path().equals("/") ? "" : "application " + application.path() + " ";
          if (!where.isEmpty() || !app.isEmpty()) {
            places.add(where + app + "has " + rule);
          }
        }
      }
    }
    return places.stream().distinct().toList();
  }

  /** The place of the URL's application as appcmd and PowerShell call it: {@code crm/api}. */
  String location(String url) {
    String path = site.application(UrlPath.of(url)).map(Application::path).orElse("/");
    return path.equals("/") ? site.name() : site.name() + path;
  }
}
