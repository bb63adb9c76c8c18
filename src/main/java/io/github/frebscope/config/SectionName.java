package io.github.frebscope.config;

import java.util.List;

/** The sections that are read, by their path in a file. */
final class SectionName {
  static final String POOLS = "system.applicationHost/applicationPools";
  static final String SITES = "system.applicationHost/sites";
  static final String LOG = "system.applicationHost/log";
  static final String FARMS = "webFarms";
  static final String GLOBAL_MODULES = "system.webServer/globalModules";
  static final String MODULES = "system.webServer/modules";
  static final String HANDLERS = "system.webServer/handlers";
  static final String PROXY = "system.webServer/proxy";
  static final String ASP_NET_CORE = "system.webServer/aspNetCore";
  static final String HTTP_PLATFORM = "system.webServer/httpPlatform";
  static final String FAST_CGI = "system.webServer/fastCgi";
  static final String INITIALIZATION = "system.webServer/applicationInitialization";
  static final String GLOBAL_RULES = "system.webServer/rewrite/globalRules";
  static final String RULES = "system.webServer/rewrite/rules";
  static final String FAILURE_RULES = "system.webServer/tracing/traceFailedRequests";
  static final String PROVIDERS = "system.webServer/tracing/traceProviderDefinitions";

  /** Those of the whole server. */
  static final List<String> OF_SERVER =
      List.of(POOLS, SITES, LOG, FARMS, GLOBAL_MODULES, FAST_CGI, GLOBAL_RULES);

  /** Those that may differ from place to place. */
  static final List<String> OF_PLACES =
      List.of(
          MODULES,
          HANDLERS,
          PROXY,
          ASP_NET_CORE,
          HTTP_PLATFORM,
          INITIALIZATION,
          RULES,
          FAILURE_RULES,
          PROVIDERS);

  private static final String HOST = "system.applicationHost/";

  private SectionName() {}

  /** How tables and settings call it: without the group {@code system.applicationHost}. */
  static String told(String section) {
    return section.startsWith(HOST) ? section.substring(HOST.length()) : section;
  }
}
