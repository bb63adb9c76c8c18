package io.github.frebscope.testing.farm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A server of the farm: its sites and what is the server's own. */
public final class ServerScript {
  private final String name;
  private final String ip;
  private final When when;
  private final Map<Integer, SiteScript> sites = new LinkedHashMap<>();
  private final Map<String, PoolScript> pools = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final ApplicationHost config = new ApplicationHost();
  private final HttpErrScript httpErr = new HttpErrScript();
  private final EventLogScript system = new EventLogScript("System");
  private final EventLogScript application = new EventLogScript("Application");
  private UnaryOperator<String> edit = UnaryOperator.identity();
  private String computer;
  private boolean configWritten = true;
  private String logs = "";
  private String gateway = "";
  private String httpErrFolder = "HTTPERR/";

  /** A server with an address. */
  public ServerScript(String name, String ip, When when) {
    this.name = name;
    this.ip = ip;
    this.when = when;
    this.computer = name.toUpperCase(Locale.ROOT);
  }

  /** Its address. */
  public String ip() {
    return ip;
  }

  When when() {
    return when;
  }

  String computer() {
    return computer;
  }

  String allAreas() {
    return config.allAreas();
  }

  /** The name that Windows has for it, in traces and events; said before the sites. */
  public ServerScript computer(String netbios) {
    computer = netbios;
    return this;
  }

  /** Collected as it lies on the server's disk, with {@code inetpub} and {@code Windows}. */
  public ServerScript asOnDisk() {
    logs = "inetpub/logs/";
    httpErrFolder = "Windows/System32/LogFiles/HTTPERR/";
    return this;
  }

  /** Behind a gateway: all of its requests come from there. */
  public ServerScript behind(String gatewayIp) {
    gateway = gatewayIp;
    return this;
  }

  /** A site. */
  public ServerScript site(String siteName, int id, Consumer<SiteScript> how) {
    how.accept(site(siteName, id));
    return this;
  }

  /** A site, for what is said of it later. */
  public SiteScript site(String siteName, int id) {
    return sites.computeIfAbsent(id, key -> new SiteScript(this, siteName, id));
  }

  /** A pool; those of sites are there anyway. */
  public ServerScript pool(String poolName, Consumer<PoolScript> how) {
    how.accept(pools.computeIfAbsent(poolName, PoolScript::new));
    return this;
  }

  /** Modules that are not installed: {@code FailedRequestsTracingModule}. */
  public ServerScript without(String... modules) {
    config.without(modules);
    return this;
  }

  /** URL Rewrite and Application Request Routing are installed; said before the rules. */
  public ServerScript arr() {
    config.arr();
    return this;
  }

  /** The ASP.NET Core Module is installed; said before the rules. */
  public ServerScript ancm() {
    config.ancm();
    return this;
  }

  /** A farm of ARR with the global rule that sends everything to it. Timeout empty: default. */
  public ServerScript farm(String farm, String timeout, String... members) {
    config.farm(farm, timeout, members).rule(farm, "*");
    return this;
  }

  /** A farm without a rule; a member that is out of use has a minus sign before its name. */
  public ServerScript farmWithoutRule(String farm, String timeout, String... members) {
    config.farm(farm, timeout, members);
    return this;
  }

  /** Attributes of the farm's health test: {@code url=http://shop.mosaic.example/alive}. */
  public ServerScript health(String farm, String... attributes) {
    config.health(farm, attributes);
    return this;
  }

  /** {@code proxy@timeout}. */
  public ServerScript proxyTimeout(String timeout) {
    config.proxyTimeout(timeout);
    return this;
  }

  /** An attribute of {@code siteDefaults/traceFailedRequestsLogging}. */
  public ServerScript tracingDefault(String attribute, String value) {
    config.tracingDefault(attribute, value);
    return this;
  }

  /** An attribute of {@code siteDefaults/logFile}. */
  public ServerScript logDefault(String attribute, String value) {
    config.logDefault(attribute, value);
    return this;
  }

  /** {@code applicationPoolDefaults}. */
  public ServerScript poolDefaults(Consumer<PoolScript> how) {
    config.poolDefaults(how);
    return this;
  }

  /** A rule of tracing for all sites. */
  public ServerScript rule(String path, String statusCodes) {
    config.failureRule(new RuleScript(path, statusCodes));
    return this;
  }

  /** Changes the text of {@code applicationHost.config}, for what has no word here. */
  public ServerScript edit(UnaryOperator<String> change) {
    edit = change;
    return this;
  }

  /** The configuration was not collected. */
  public ServerScript noConfig() {
    configWritten = false;
    return this;
  }

  /** A file by its place in the server's folder. */
  public ServerScript file(String place, String text) {
    files.put(place, text);
    return this;
  }

  /** http.sys ended a request or a connection that is of no site yet; the path may be a minus. */
  public ServerScript httpErr(String time, String path, String reason) {
    return httpErr(time, path, reason, "-", "-");
  }

  /** http.sys ended a request of a site and queue. */
  public ServerScript httpErr(
      String time, String path, String reason, String siteId, String queue) {
    httpErr.add(when.at(time), ip, path, reason, siteId, queue);
    return this;
  }

  /** An event of WAS about a pool, in the System log. */
  public ServerScript was(String time, int id, String pool, String message) {
    system.add(when.at(time), "Microsoft-Windows-WAS", id, pool, message);
    return this;
  }

  /** An event in the Application log. */
  public ServerScript event(String time, String source, int id, String message) {
    application.add(when.at(time), source, id, "", message);
    return this;
  }

  /** Writes the server's folder. */
  public void write(Path farm) throws IOException {
    Path folder = farm.resolve(name);
    Files.createDirectories(folder);
    if (configWritten) {
      text(folder, "config/applicationHost.config", edit.apply(config.text(sites, pools)));
    }
    for (SiteScript site : sites.values()) {
      site.write(folder, folder.resolve(logs), gateway);
    }
    if (!httpErr.isEmpty()) {
      text(folder, httpErrFolder + "httperr1.log", httpErr.text(gateway));
    }
    if (!system.isEmpty()) {
      text(folder, "events/System.xml", system.text(computer));
    }
    if (!application.isEmpty()) {
      text(folder, "events/Application.xml", application.text(computer));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      text(folder, file.getKey(), file.getValue());
    }
  }

  private static void text(Path folder, String place, String text) throws IOException {
    Path file = folder.resolve(place);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
