package io.github.frebscope.testing.script;

/**
 * A handler mapping.
 *
 * @param name the mapping's name
 * @param modules its modules, with commas
 * @param scriptProcessor the program, empty for none
 * @param type the .NET type, empty for none
 * @param module the module that runs the request
 */
public record Handler(
    String name, String modules, String scriptProcessor, String type, String module) {
  /** Files. */
  public static final Handler STATIC_FILE =
      new Handler(
          "StaticFile",
          "StaticFileModule,DefaultDocumentModule,DirectoryListingModule",
          "",
          "",
          "StaticFileModule");

  /** URLs without an extension in an ASP.NET application. */
  public static final Handler EXTENSIONLESS =
      new Handler(
          "ExtensionlessUrlHandler-Integrated-4.0",
          "ManagedPipelineHandler",
          "",
          "System.Web.Handlers.TransferRequestHandler",
          "ManagedPipelineHandler");

  /** ASP.NET pages. */
  public static final Handler ASPX =
      new Handler(
          "PageHandlerFactory-Integrated-4.0",
          "ManagedPipelineHandler",
          "",
          "System.Web.UI.PageHandlerFactory",
          "ManagedPipelineHandler");

  /** Application Request Routing. */
  public static final Handler ARR =
      native_("ApplicationRequestRoutingHandler", "ApplicationRequestRouting");

  /** ASP.NET Core Module, version 1. */
  public static final Handler ANCM1 = native_("aspNetCore", "AspNetCoreModule");

  /** ASP.NET Core Module, version 2. */
  public static final Handler ANCM2 = native_("aspNetCore", "AspNetCoreModuleV2");

  /** HttpPlatformHandler. */
  public static final Handler HTTP_PLATFORM = native_("httpPlatformHandler", "httpPlatformHandler");

  /** CGI programs. */
  public static final Handler CGI = native_("CGI-exe", "CgiModule");

  /** PHP by FastCGI. */
  public static final Handler PHP =
      new Handler("PHP", "FastCgiModule", "D:\\php\\php-cgi.exe", "", "FastCgiModule");

  /** Classic ASP. */
  public static final Handler ASP =
      new Handler(
          "ASPClassic",
          "IsapiModule",
          "C:\\WINDOWS\\system32\\inetsrv\\asp.dll",
          "",
          "IsapiModule");

  /** node.js by iisnode. */
  public static final Handler NODE = native_("iisnode", "iisnode");

  /** An ISAPI extension. */
  public static Handler isapi(String dll) {
    return new Handler("ISAPI-dll", "IsapiModule", dll, "", "IsapiModule");
  }

  private static Handler native_(String name, String module) {
    return new Handler(name, module, "", "", module);
  }
}
