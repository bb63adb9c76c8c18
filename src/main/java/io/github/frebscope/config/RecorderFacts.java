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
 */
record RecorderFacts(
    Site site,
    List<String> globalModules,
    Optional<List<String>> modules,
    FailureRules rules,
    List<String> elsewhere,
    Optional<AppPool> pool) {
  static RecorderFacts of(ServerConfig config, Site site, String url) {
    String path = UrlPath.of(url);
    Optional<AppPool> pool =
        site.application(path).flatMap(application -> config.pool(application.pool().value()));
    return new RecorderFacts(
        site,
        config.globalModules(),
        Optional.empty(),
        config.failureRules(site, path),
        elsewhere(config, site),
        pool);
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
