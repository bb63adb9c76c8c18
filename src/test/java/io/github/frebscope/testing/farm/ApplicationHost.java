package io.github.frebscope.testing.farm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An {@code applicationHost.config} with what every server has and what a test says. */
final class ApplicationHost {
  private static final String LOGS = "%SystemDrive%\\inetpub\\logs\\";

  private final Map<String, String> modules = new LinkedHashMap<>(UsualConfig.modules());
  private final Map<String, Integer> areas = new LinkedHashMap<>(UsualConfig.areas());
  private final Map<String, Tag> farms = new LinkedHashMap<>();
  private final Map<String, Tag> routing = new LinkedHashMap<>();
  private final List<Tag> globalRules = new ArrayList<>();
  private final List<RuleScript> failureRules = new ArrayList<>();
  private final Map<String, String> proxy = new LinkedHashMap<>();
  private final Map<String, String> tracingDefaults = new LinkedHashMap<>();
  private final Map<String, String> logDefaults = new LinkedHashMap<>();
  private final PoolScript poolDefaults = new PoolScript("");

  ApplicationHost() {
    tracingDefaults.put("directory", LOGS + "FailedReqLogFiles");
    logDefaults.put("logFormat", "W3C");
    logDefaults.put("directory", LOGS + "LogFiles");
  }

  void without(String... names) {
    modules.keySet().removeAll(Arrays.asList(names));
  }

  void arr() {
    modules.put("RewriteModule", "%SystemRoot%\\system32\\inetsrv\\rewrite.dll");
    modules.put(
        "ApplicationRequestRouting",
        "%ProgramFiles%\\IIS\\Application Request Routing\\requestRouter.dll");
    areas.put("Rewrite", 1024);
    areas.put("RequestRouting", 2048);
    proxy.putIfAbsent("enabled", "true");
  }

  void ancm() {
    modules.put(
        "AspNetCoreModuleV2", "%ProgramFiles%\\IIS\\Asp.Net Core Module\\V2\\aspnetcorev2.dll");
    areas.put("ANCM", 65536);
  }

  String allAreas() {
    return String.join(",", areas.keySet());
  }

  ApplicationHost farm(String name, String timeout, String... members) {
    arr();
    Tag farm = new Tag("webFarm").set("name", name).set("enabled", "true");
    for (String member : members) {
      boolean used = !member.startsWith("-");
      farm.child(
          "server",
          "address",
          used ? member : member.substring(1),
          "enabled",
          Boolean.toString(used));
    }
    Tag settings = farm.child("applicationRequestRouting");
    if (!timeout.isEmpty()) {
      settings.child("protocol", "timeout", timeout);
    }
    farms.put(name, farm);
    routing.put(name, settings);
    return this;
  }

  void rule(String farm, String pattern) {
    Tag rule = new Tag("rule").set("name", "ARR_" + farm + "_loadbalance");
    rule.set("patternSyntax", "Wildcard").set("stopProcessing", "true");
    rule.child("match", "url", pattern);
    rule.child("action", "type", "Rewrite", "url", "http://" + farm + "/{R:0}");
    globalRules.add(rule);
  }

  void health(String farm, String... attributes) {
    Tag check = routing.get(farm).child("healthCheck");
    for (String text : attributes) {
      int sign = text.indexOf('=');
      check.set(text.substring(0, sign), text.substring(sign + 1));
    }
  }

  void proxyTimeout(String timeout) {
    arr();
    proxy.put("timeout", timeout);
  }

  void tracingDefault(String attribute, String value) {
    tracingDefaults.put(attribute, value);
  }

  void logDefault(String attribute, String value) {
    logDefaults.put(attribute, value);
  }

  void poolDefaults(Consumer<PoolScript> how) {
    how.accept(poolDefaults);
  }

  void failureRule(RuleScript rule) {
    failureRules.add(rule);
  }

  String text(Map<Integer, SiteScript> sites, Map<String, PoolScript> pools) {
    Tag root = new Tag("configuration");
    root.add(UsualConfig.sections(!farms.isEmpty()));
    root.add(applicationHost(sites, pools));
    if (!farms.isEmpty()) {
      Tag all = root.child("webFarms");
      farms.values().forEach(all::add);
    }
    root.add(webServer());
    root.add(UsualConfig.lockedModules(modules.keySet()));
    sites.values().forEach(site -> site.locations().forEach(root::add));
    return root.document();
  }

  private Tag applicationHost(Map<Integer, SiteScript> sites, Map<String, PoolScript> pools) {
    Tag host = new Tag("system.applicationHost");
    Tag allPools = host.child("applicationPools");
    if (!pools.containsKey("DefaultAppPool")) {
      allPools.add(new PoolScript("DefaultAppPool").tag());
    }
    pools.values().forEach(pool -> allPools.add(pool.tag()));
    allPools.add(poolDefaults.defaultsTag());
    host.child("listenerAdapters").child("add", "name", "http");
    host.child("log").child("centralW3CLogFile", "enabled", "true", "directory", LOGS + "LogFiles");
    Tag allSites = host.child("sites");
    sites.values().forEach(site -> allSites.add(site.tag()));
    Tag defaults = allSites.child("siteDefaults");
    defaults.child("logFile").setAll(logDefaults);
    defaults.child("traceFailedRequestsLogging").setAll(tracingDefaults);
    allSites.child("applicationDefaults", "applicationPool", "DefaultAppPool");
    allSites.child("virtualDirectoryDefaults", "allowSubDirConfig", "true");
    return host;
  }

  private Tag webServer() {
    Tag server = new Tag("system.webServer");
    Tag installed = server.child("globalModules");
    modules.forEach((name, image) -> installed.child("add", "name", name, "image", image));
    if (!proxy.isEmpty()) {
      server.child("proxy").setAll(proxy);
    }
    if (!globalRules.isEmpty()) {
      Tag rules = server.child("rewrite").child("globalRules");
      globalRules.forEach(rules::add);
    }
    Tag tracing = server.child("tracing");
    Tag rules = tracing.child("traceFailedRequests");
    failureRules.forEach(rule -> rules.add(rule.tag(allAreas())));
    tracing.add(UsualConfig.providers(areas));
    return server;
  }
}
