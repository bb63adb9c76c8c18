package io.github.frebscope.classify;

import io.github.frebscope.catalog.ModuleInfo;
import io.github.frebscope.catalog.Modules;
import java.util.Set;

/** Names of the modules and events that several classes speak of. */
final class Names {
  static final String ARR = "ApplicationRequestRouting";
  static final String ANCM_V1 = "AspNetCoreModule";
  static final String ANCM_V2 = "AspNetCoreModuleV2";
  static final String HTTP_PLATFORM = "httpPlatformHandler";
  static final String CGI = "CgiModule";
  static final String FAST_CGI = "FastCgiModule";
  static final String ISAPI = "IsapiModule";
  static final String IISNODE = "iisnode";
  static final String REWRITE = "RewriteModule";
  static final String WEB_SOCKET = "WebSocketModule";
  static final String MANAGED_HANDLER = "ManagedPipelineHandler";

  static final String ERROR_STATUS = "MODULE_SET_RESPONSE_ERROR_STATUS";
  static final String SUCCESS_STATUS = "MODULE_SET_RESPONSE_SUCCESS_STATUS";
  static final String ERROR_DESCRIPTION = "SET_RESPONSE_ERROR_DESCRIPTION";
  static final String REQUEST_END = "GENERAL_REQUEST_END";
  static final String SEND_CUSTOM_ERROR = "GENERAL_SEND_CUSTOM_ERROR";
  static final String HANDLER_CHANGED = "HANDLER_CHANGED";
  static final String REQUEST_HEADERS = "GENERAL_REQUEST_HEADERS";
  static final String SET_REQUEST_HEADER = "GENERAL_SET_REQUEST_HEADER";
  static final String REWRITE_ACTION = "REWRITE_ACTION";
  static final String URL_CHANGED = "URL_CHANGED";
  static final String REQUEST_ROUTED = "ARR_REQUEST_ROUTED";
  static final String CHILD_START = "GENERAL_CHILD_REQUEST_START";
  static final String FLUSH_END = "GENERAL_FLUSH_RESPONSE_END";
  static final String MODULE_WARNING = "MODULE_WARNING";
  static final String SERVER_ROUTED = "ARR_SERVER_ROUTED";
  static final String FARM_NOT_ROUTED = "ARR_WEBFARM_NOT_ROUTED";

  /**
   * Modules that look at a status others have set: they send an error page for it or write the
   * trace. They can set it again, but are not where it came from.
   */
  static final Set<String> FOLLOWERS = Set.of("CustomErrorModule", "FailedRequestsTracingModule");

  private Names() {}

  /**
   * A module's usual name: whoever registers a module with IIS chooses how to write it. A name that
   * is not known stays as it is.
   */
  static String usual(String module) {
    return Modules.find(module).map(ModuleInfo::name).orElse(module);
  }
}
