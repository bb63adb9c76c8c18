package io.github.frebscope.testing.farm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A site of a server: its configuration, its log and its traces. */
public final class SiteScript {
  private static final String WEB_CONFIG =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <configuration>
      %s
      </configuration>
      """;

  private final ServerScript server;
  private final String name;
  private final int id;
  private final List<String[]> bindings = new ArrayList<>();
  private final Map<String, Map<String, String>> applications = new LinkedHashMap<>();
  private final Map<String, String> siteAttributes = new LinkedHashMap<>();
  private final Map<String, String> tracing = new LinkedHashMap<>();
  private final Map<String, String> logFile = new LinkedHashMap<>();
  private final Map<String, List<Tag>> rules = new LinkedHashMap<>();
  private final Map<String, String> webConfigs = new LinkedHashMap<>();
  private final LogScript log;
  private TracesScript traces;
  private String pool = "DefaultAppPool";
  private boolean folder = true;

  SiteScript(ServerScript server, String name, int id) {
    this.server = server;
    this.name = name;
    this.id = id;
    this.log = new LogScript(server.when(), server.ip());
    applications.put("/", new LinkedHashMap<>());
  }

  /** A host name on port 80; an empty one is every host. */
  public SiteScript binding(String host) {
    return binding("http", "*:80:" + host);
  }

  /** A binding as IIS writes it. */
  public SiteScript binding(String protocol, String information) {
    bindings.add(new String[] {protocol, information});
    return this;
  }

  /** The pool of the root application. */
  public SiteScript pool(String newPool) {
    return pool(newPool, unchanged -> {});
  }

  /** The pool of the root application, and how it is set. Say it before the traces. */
  public SiteScript pool(String newPool, Consumer<PoolScript> how) {
    pool = newPool;
    applications.get("/").put("applicationPool", newPool);
    server.pool(newPool, how);
    return this;
  }

  /** Another application of the site. */
  public SiteScript application(String path, String itsPool) {
    applications
        .computeIfAbsent(path, key -> new LinkedHashMap<>())
        .put("applicationPool", itsPool);
    server.pool(itsPool, unchanged -> {});
    return this;
  }

  /** {@code preloadEnabled} of the root application. */
  public SiteScript preload(boolean enabled) {
    applications.get("/").put("preloadEnabled", Boolean.toString(enabled));
    return this;
  }

  /** {@code serverAutoStart} and other attributes of the site. */
  public SiteScript set(String attribute, String value) {
    siteAttributes.put(attribute, value);
    return this;
  }

  /** The site's switch; where it is not said, it is not written. */
  public SiteScript tracing(boolean enabled) {
    tracing.put("enabled", Boolean.toString(enabled));
    return this;
  }

  /** Where the traces go. */
  public SiteScript directory(String path) {
    tracing.put("directory", path);
    return this;
  }

  /** How many traces are kept. */
  public SiteScript maxLogFiles(int count) {
    tracing.put("maxLogFiles", Integer.toString(count));
    return this;
  }

  /** Where a trace is cut. */
  public SiteScript maxLogFileSizeKb(int size) {
    tracing.put("maxLogFileSizeKB", Integer.toString(size));
    return this;
  }

  /** An attribute of the site's {@code logFile}: {@code enabled}, {@code directory}. */
  public SiteScript logFile(String attribute, String value) {
    logFile.put(attribute, value);
    return this;
  }

  /** A rule for the whole site. */
  public SiteScript rule(String path, String statusCodes) {
    return rule(path, statusCodes, unchanged -> {});
  }

  /** A rule for the whole site. */
  public SiteScript rule(String path, String statusCodes, Consumer<RuleScript> how) {
    return ruleAt("", path, statusCodes, how);
  }

  /** A rule at a folder of the site, {@code /api}: in a {@code <location>} of its own. */
  public SiteScript ruleAt(
      String place, String path, String statusCodes, Consumer<RuleScript> how) {
    RuleScript rule = new RuleScript(path, statusCodes);
    how.accept(rule);
    rules.computeIfAbsent(place, key -> new ArrayList<>()).add(rule.tag(server.allAreas()));
    return this;
  }

  /** Takes away the rules that a folder would have from above; before rules of its own. */
  public SiteScript clearRulesAt(String place) {
    rules.computeIfAbsent(place, key -> new ArrayList<>()).add(new Tag("clear"));
    return this;
  }

  /** A {@code web.config} at a URL path: what stands within {@code <configuration>}. */
  public SiteScript webConfig(String path, String xml) {
    webConfigs.put(path, xml);
    return this;
  }

  /** ASP.NET Core, with {@code requestTimeout=00:02:00} and the like. */
  public SiteScript aspNetCore(String hostingModel, String... attributes) {
    server.ancm();
    Tag module =
        new Tag("aspNetCore")
            .set("processPath", "dotnet")
            .set("arguments", ".\\Site.dll")
            .set("hostingModel", hostingModel);
    for (String text : attributes) {
      int sign = text.indexOf('=');
      module.set(text.substring(0, sign), text.substring(sign + 1));
    }
    StringBuilder xml = new StringBuilder();
    new Tag("system.webServer").add(module).print(xml, 1);
    return webConfig("/", xml.toString().stripTrailing());
  }

  /** No folder for traces: the recorder never wrote one. */
  public SiteScript noTraceFolder() {
    folder = false;
    return this;
  }

  /** What the site's log holds. */
  public SiteScript log(Consumer<LogScript> lines) {
    lines.accept(log);
    return this;
  }

  /** The site's log. */
  public LogScript log() {
    return log;
  }

  /** The site's traces. */
  public SiteScript traces(Consumer<TracesScript> more) {
    more.accept(traces());
    return this;
  }

  /** The site's traces; bindings and pool are said before. */
  public TracesScript traces() {
    if (traces == null) {
      String host = bindings.isEmpty() ? "" : bindings.get(0)[1];
      host = host.substring(host.lastIndexOf(':') + 1);
      traces =
          new TracesScript(
              server.when(), server.computer(), id, pool, host.isEmpty() ? "localhost" : host);
    }
    return traces;
  }

  /** http.sys ended a request of this site. */
  public SiteScript httpErr(String time, String path, String reason) {
    server.httpErr(time, path, reason, Integer.toString(id), pool);
    return this;
  }

  Tag tag() {
    Tag site = new Tag("site").set("name", name).set("id", Integer.toString(id));
    site.setAll(siteAttributes);
    applications.forEach(
        (path, attributes) -> {
          Tag application = site.child("application", "path", path).setAll(attributes);
          String physical = "D:\\sites\\" + name + path.replace('/', '\\');
          application.child("virtualDirectory", "path", "/", "physicalPath", physical);
        });
    Tag all = site.child("bindings");
    bindings.forEach(
        pair -> all.child("binding", "protocol", pair[0], "bindingInformation", pair[1]));
    if (!logFile.isEmpty()) {
      site.child("logFile").setAll(logFile);
    }
    if (!tracing.isEmpty()) {
      site.child("traceFailedRequestsLogging").setAll(tracing);
    }
    return site;
  }

  /** The {@code <location>} elements with the site's rules. */
  List<Tag> locations() {
    List<Tag> locations = new ArrayList<>();
    rules.forEach(
        (place, tags) -> {
          Tag location = new Tag("location").set("path", name + place);
          Tag list =
              location.child("system.webServer").child("tracing").child("traceFailedRequests");
          tags.forEach(list::add);
          locations.add(location);
        });
    return locations;
  }

  void write(Path folderOfServer, Path logs, String gateway) throws IOException {
    String ownFolder = "W3SVC" + id;
    for (Map.Entry<String, String> file : log.files(gateway).entrySet()) {
      write(logs.resolve("LogFiles").resolve(ownFolder).resolve(file.getKey()), file);
    }
    Path content = folderOfServer.resolve("config/sites").resolve(ownFolder);
    for (Map.Entry<String, String> file : webConfigs.entrySet()) {
      Path place = content.resolve(file.getKey().substring(1)).resolve("web.config");
      write(place, Map.entry(file.getKey(), WEB_CONFIG.formatted(file.getValue())));
    }
    Path written = logs.resolve("FailedReqLogFiles");
    if (folder && "true".equals(tracing.get("enabled"))) {
      write(written.resolve(ownFolder).resolve("freb.xsl"), Map.entry("", "<xsl:stylesheet/>"));
    }
    if (traces != null) {
      traces.write(written);
    }
  }

  private static void write(Path path, Map.Entry<String, String> text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text.getValue(), StandardCharsets.UTF_8);
  }
}
