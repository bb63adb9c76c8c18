package io.github.frebscope.config;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of one server as it is in force: what IIS would answer if asked for the
 * settings of a site, a pool, or a URL.
 *
 * <pre>{@code
 * ServerConfig config = ServerConfig.read(ConfigFiles.in(Path.of("web01")));
 * for (Site site : config.sites()) {
 *   System.out.println(site.name() + ": " + site.tracing().enabled());
 * }
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class ServerConfig {
  private ServerConfig() {}

  /**
   * Reads a server's configuration.
   *
   * @throws IOException if {@code applicationHost.config} cannot be read or is no XML; what is
   *     wrong elsewhere is one of the {@link #problems()}
   */
  public static ServerConfig read(ConfigFiles files) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** The sites in the order of the file. */
  public List<Site> sites() {
    throw new UnsupportedOperationException();
  }

  /** The site with a number. */
  public Optional<Site> site(long id) {
    return sites().stream().filter(site -> site.id() == id).findFirst();
  }

  /** The application pools in the order of the file. */
  public List<AppPool> pools() {
    throw new UnsupportedOperationException();
  }

  /** The pool with a name, in any case. */
  public Optional<AppPool> pool(String name) {
    return pools().stream().filter(pool -> pool.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The server farms of Application Request Routing; empty where it is not used. */
  public List<WebFarm> farms() {
    throw new UnsupportedOperationException();
  }

  /** The names of the native modules that are installed ({@code globalModules}). */
  public List<String> globalModules() {
    throw new UnsupportedOperationException();
  }

  /** Whether the server forwards requests ({@code system.webServer/proxy@enabled}). */
  public Setting<Boolean> proxyEnabled() {
    throw new UnsupportedOperationException();
  }

  /** How long the server waits for the answer to a forwarded request; by schema 2 min. */
  public Setting<Duration> proxyTimeout() {
    throw new UnsupportedOperationException();
  }

  /** The rewrite rules in force for a URL: the server's global ones, then those of its place. */
  public List<RewriteRule> rewriteRules(Site site, String urlPath) {
    throw new UnsupportedOperationException();
  }

  /** The rules of Failed Request Tracing in force for a URL of a site. */
  public FailureRules failureRules(Site site, String urlPath) {
    throw new UnsupportedOperationException();
  }

  /** The ASP.NET Core Module's settings for a URL; empty where the application has none. */
  public Optional<AspNetCore> aspNetCore(Site site, String urlPath) {
    throw new UnsupportedOperationException();
  }

  /** What could not be read, and what IIS itself would refuse. Empty when all is well. */
  public List<ConfigProblem> problems() {
    throw new UnsupportedOperationException();
  }
}
