package io.github.frebscope.testing.farm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What {@code applicationHost.config} holds on any server. */
final class UsualConfig {
  private static final String INETSRV = "%windir%\\System32\\inetsrv\\";
  private static final String MODULES =
      """
      UriCacheModule uricache
      FileCacheModule filecache
      TokenCacheModule cachtokn
      HttpCacheModule cachhttp
      StaticCompressionModule compstat
      DefaultDocumentModule defdoc
      ProtocolSupportModule protsup
      StaticFileModule static
      AnonymousAuthenticationModule authanon
      RequestFilteringModule modrqflt
      CustomErrorModule custerr
      IsapiModule isapi
      IsapiFilterModule filter
      HttpLoggingModule loghttp
      RequestMonitorModule iisreqs
      ConfigurationValidationModule validcfg
      DynamicCompressionModule compdyn
      ApplicationInitializationModule warmup
      WebSocketModule iiswsock
      FailedRequestsTracingModule iisfreb
      TracingModule iisetw
      """;
  private static final String AREAS =
      """
      Authentication 2
      Security 4
      Filter 8
      StaticFile 16
      CGI 32
      Compression 64
      Cache 128
      RequestNotifications 256
      Module 512
      FastCGI 4096
      WebSocket 16384
      """;

  /** These serve the worker process itself and are in no list of modules of requests. */
  private static final Set<String> NOT_IN_REQUESTS =
      Set.of(
          "UriCacheModule",
          "FileCacheModule",
          "TokenCacheModule",
          "RequestMonitorModule",
          "TracingModule");

  private UsualConfig() {}

  static Map<String, String> modules() {
    Map<String, String> modules = new LinkedHashMap<>();
    MODULES
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(pair -> modules.put(pair[0], INETSRV + pair[1] + ".dll"));
    return modules;
  }

  static Map<String, Integer> areas() {
    Map<String, Integer> areas = new LinkedHashMap<>();
    AREAS
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(pair -> areas.put(pair[0], Integer.valueOf(pair[1])));
    return areas;
  }

  static Tag sections(boolean webFarms) {
    Tag sections = new Tag("configSections");
    Tag host = sections.child("sectionGroup", "name", "system.applicationHost");
    for (String name : new String[] {"applicationPools", "listenerAdapters", "log", "sites"}) {
      section(host, name, "AppHostOnly", "Deny");
    }
    Tag server = sections.child("sectionGroup", "name", "system.webServer");
    section(server, "globalModules", "AppHostOnly", "Deny");
    section(server, "modules", "MachineToApplication", "Deny");
    section(server, "proxy", "MachineToApplication", "Deny");
    Tag rewrite = server.child("sectionGroup", "name", "rewrite");
    section(rewrite, "globalRules", "AppHostOnly", "Deny");
    Tag tracing = server.child("sectionGroup", "name", "tracing");
    tracing.child("section", "name", "traceFailedRequests", "overrideModeDefault", "Allow");
    tracing.child("section", "name", "traceProviderDefinitions", "overrideModeDefault", "Deny");
    if (webFarms) {
      section(sections, "webFarms", "MachineToApplication", "Deny");
    }
    return sections;
  }

  private static void section(Tag group, String name, String where, String mode) {
    group.child("section", "name", name, "allowDefinition", where, "overrideModeDefault", mode);
  }

  static Tag providers(Map<String, Integer> areas) {
    Tag all = new Tag("traceProviderDefinitions");
    Tag server = all.child("add", "name", "WWW Server");
    server.set("guid", "{3a2a4e84-4c21-4981-ae10-3fda0d9b0f83}");
    Tag serverAreas = server.child("areas");
    areas.forEach((name, value) -> area(serverAreas, name, value));
    provider(all, "ASP", "{06b94d9a-b15e-456e-a4ef-37c984a2cb4b}");
    provider(all, "ISAPI Extension", "{a1c2040e-8840-4c31-ba11-9871031a19ea}");
    Tag net = provider(all, "ASPNET", "{aff081fe-0247-4275-9c4e-021f3dc1da35}");
    area(net, "Infrastructure", 1);
    area(net, "Module", 2);
    area(net, "Page", 4);
    area(net, "AppServices", 8);
    return all;
  }

  private static Tag provider(Tag all, String name, String guid) {
    return all.child("add", "name", name, "guid", guid).child("areas");
  }

  private static void area(Tag areas, String name, int value) {
    areas.child("add", "name", name, "value", Integer.toString(value));
  }

  static Tag lockedModules(Set<String> names) {
    Tag location = new Tag("location").set("path", "").set("overrideMode", "Allow");
    Tag modules = location.child("system.webServer").child("modules");
    names.stream()
        .filter(name -> !NOT_IN_REQUESTS.contains(name))
        .forEach(name -> modules.child("add", "name", name, "lockItem", "true"));
    return location;
  }
}
