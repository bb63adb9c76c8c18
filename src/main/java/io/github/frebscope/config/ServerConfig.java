package io.github.frebscope.config;

import io.github.frebscope.internal.text.Texts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
 * <p>Files are put together as IIS does it: the deeper place is nearer and says more; {@code add},
 * {@code remove} and {@code clear} work on what is inherited; locks and {@code overrideMode} keep
 * nearer files out. Where IIS would refuse a file, that is one of the {@link #problems()}, and what
 * holds without it is answered. The configuration of .NET is not read.
 *
 * <p>Sources: Microsoft's configuration reference of IIS, and the schema files of IIS, ARR, URL
 * Rewrite and the ASP.NET Core Module.
 *
 * <p>Immutable and safe for use by several threads. An answer for a URL takes time with the number
 * of {@code <location>} elements and web.config files.
 */
public final class ServerConfig {
  private final Hierarchy hierarchy;
  private final String home;
  private final SiteReader sites;
  private final List<AppPool> pools;
  private final List<WebFarm> farms;
  private final List<String> globalModules;
  private final List<FastCgi> fastCgi;
  private final View proxy;
  private final Optional<String> redirectedTo;
  private final List<ConfigProblem> problems;
  private final List<ConfigProblem> notes;

  private ServerConfig(ConfigLoader loaded) {
    hierarchy = loaded.hierarchy();
    home = loaded.home();
    sites = loaded.sites();
    redirectedTo = loaded.redirectedTo();
    Problems found = loaded.problems();
    pools = new PoolReader(section(SectionName.POOLS, found), home, found).pools();
    farms = new FarmReader(section(SectionName.FARMS, found), home, found).farms();
    fastCgi = new FastCgiReader(section(SectionName.FAST_CGI, found), home, found).applications();
    globalModules =
        section(SectionName.GLOBAL_MODULES, found).entries().stream()
            .map(module -> module.attribute("name").orElse(""))
            .toList();
    proxy = at(Place.SERVER, found).proxy();
    everyPlace().forEach(place -> at(place, found).readAll());
    problems = found.list();
    notes = loaded.notes().list();
  }

  /**
   * Reads a server's configuration.
   *
   * @throws IOException if {@code applicationHost.config} cannot be read or is no XML, with file
   *     and line; what is wrong elsewhere is one of the {@link #problems()}
   */
  public static ServerConfig read(ConfigFiles files) throws IOException {
    return new ServerConfig(new ConfigLoader(files).load());
  }

  /** The sites in the order of the file. */
  public List<Site> sites() {
    return List.copyOf(sites.sites());
  }

  /** The site with a number. */
  public Optional<Site> site(long id) {
    return sites().stream().filter(site -> site.id() == id).findFirst();
  }

  /** The site with a name, in any case; empty when there is none. */
  public Optional<Site> site(String name) {
    return sites().stream().filter(site -> site.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The application pools in the order of the file. */
  public List<AppPool> pools() {
    return pools;
  }

  /** The pool with a name, in any case. */
  public Optional<AppPool> pool(String name) {
    return pools().stream().filter(pool -> pool.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The server farms of Application Request Routing; empty where it is not used. */
  public List<WebFarm> farms() {
    return farms;
  }

  /** The names of the native modules that are installed ({@code globalModules}). */
  public List<String> globalModules() {
    return globalModules;
  }

  /** The FastCGI applications of the server, in the order of the file; empty for none. */
  public List<FastCgi> fastCgi() {
    return fastCgi;
  }

  /** Whether the server forwards requests ({@code system.webServer/proxy@enabled}). */
  public Setting<Boolean> proxyEnabled() {
    return proxy.bool("enabled");
  }

  /** How long the server waits for the answer to a forwarded request; by schema 2 min. */
  public Setting<Duration> proxyTimeout() {
    return proxy.time("timeout");
  }

  /**
   * Whether Failed Request Tracing of a site may run programs ({@code
   * traceFailedRequestsLogging@customActionsEnabled}); by schema false.
   *
   * @throws IllegalArgumentException if the site is none of this server
   */
  public Setting<Boolean> customActionsEnabled(Site site) {
    return more(site).customActions();
  }

  /**
   * How long http.sys waits for a connection of a site ({@code limits@connectionTimeout}); by
   * schema 2 min.
   *
   * @throws IllegalArgumentException if the site is none of this server
   */
  public Setting<Duration> connectionTimeout(Site site) {
    return more(site).connectionTimeout();
  }

  private SiteReader.SiteSettings more(Site site) {
    SiteReader.SiteSettings more = sites.more().get(site.id());
    if (more == null) {
      throw new IllegalArgumentException("this server has no site " + site.id());
    }
    return more;
  }

  /** The rewrite rules in force for a URL: the server's global ones, then those of its place. */
  public List<RewriteRule> rewriteRules(Site site, String urlPath) {
    return at(site, urlPath).rewriteRules();
  }

  /** The rules of Failed Request Tracing in force for a URL of a site. */
  public FailureRules failureRules(Site site, String urlPath) {
    return at(site, urlPath).failureRules();
  }

  /** The ASP.NET Core Module's settings for a URL; empty where the application has none. */
  public Optional<AspNetCore> aspNetCore(Site site, String urlPath) {
    return at(site, urlPath).aspNetCore();
  }

  /** The HTTP platform handler's settings for a URL; empty where the application has none. */
  public Optional<HttpPlatform> httpPlatform(Site site, String urlPath) {
    return at(site, urlPath).httpPlatform();
  }

  /** How the application of a URL is warmed up; without pages where nobody says it. */
  public ApplicationInitialization applicationInitialization(Site site, String urlPath) {
    return at(site, urlPath).initialization();
  }

  /** The handler mappings in force for a URL, in the order in which IIS tries them. */
  public List<Handler> handlers(Site site, String urlPath) {
    return at(site, urlPath).handlers();
  }

  /** The names of the modules in force for a URL, in their order. */
  public List<String> modules(Site site, String urlPath) {
    return at(site, urlPath).modules();
  }

  /**
   * Where the configuration in force lies when the server's {@code redirection.config} sends IIS
   * elsewhere. It is not what was read here unless it was copied from there.
   */
  public Optional<String> redirectedTo() {
    return redirectedTo;
  }

  /** What could not be read, and what IIS itself would refuse. Empty when all is well. */
  public List<ConfigProblem> problems() {
    return problems;
  }

  /**
   * What is right but good to know: a file that IIS does not read, or of which it is not known
   * whose it is. Empty when there is nothing.
   */
  public List<ConfigProblem> notes() {
    return notes;
  }

  private Section section(String name, Problems found) {
    return hierarchy.section(name, Place.SERVER, found);
  }

  private PlaceReader at(Site site, String urlPath) {
    return at(Place.of(site.name(), urlPath), new Problems());
  }

  private PlaceReader at(Place place, Problems found) {
    return new PlaceReader(hierarchy, place, home, found);
  }

  /** Every place for which something is said, so that all that is wrong is found. */
  private List<Place> everyPlace() {
    Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    return hierarchy.levels().stream()
        .filter(level -> !level.sections().isEmpty())
        .map(Level::place)
        .filter(place -> seen.add(place.toString()))
        .toList();
  }

  /** {@code config/applicationHost.config: 3 sites, 4 pools}. */
  @Override
  public String toString() {
    return home
        + ": "
        + Texts.count(sites.sites().size(), "site")
        + ", "
        + Texts.count(pools.size(), "pool");
  }
}
