package io.github.frebscope.testing.script;

import java.util.Map;

/** ASP.NET's modules and its handler. */
public final class AspNet {
  private static final Map<String, String> TYPES =
      Map.of(
          "WindowsAuthentication", "System.Web.Security.WindowsAuthenticationModule",
          "ScriptModule-4.0", "System.Web.Handlers.ScriptModule",
          "DefaultAuthentication", "System.Web.Security.DefaultAuthenticationModule",
          "UrlAuthorization", "System.Web.Security.UrlAuthorizationModule",
          "FileAuthorization", "System.Web.Security.FileAuthorizationModule",
          "OutputCache", "System.Web.Caching.OutputCacheModule",
          "UrlRoutingModule-4.0", "System.Web.Routing.UrlRoutingModule",
          "Session", "System.Web.SessionState.SessionStateModule",
          "Profile", "System.Web.Profile.ProfileModule");

  private final RequestScript request;

  /** For that request. */
  public AspNet(RequestScript request) {
    this.request = request;
  }

  /** What a managed module does in a notification; nothing for others. */
  void during(String module, Notification notification) {
    String type = TYPES.get(module);
    if (type != null) {
      start();
      pipeline(
          type,
          () -> {
            if (module.equals("Session") && notification == Notification.REQUEST_ACQUIRE_STATE) {
              request.emit("AspNetSessionDataBegin");
              request.emit("AspNetSessionDataEnd");
            }
          });
    } else if (module.equals("ManagedPipelineHandler")) {
      if (notification == Notification.END_REQUEST) {
        request.emit("AspNetEndHandler");
      } else if (request.handler().module().equals("ManagedPipelineHandler")) {
        request.emit("AspNetMapHandlerEnter");
        request.emit("AspNetMapHandlerLeave");
      }
    }
  }

  private void start() {
    if (request.startsAspNet()) {
      request.emit("AspNetStart", request.site().verb(), request.path(), "");
      request.emit(
          "AspNetAppDomainEnter",
          "/LM/W3SVC/" + request.site().siteId() + "/ROOT-1-134178306417725560");
      request.emit("AspNetStartHandler", "System.Web.HttpApplication", "Start");
    }
  }

  /** A module of the application's own, named as ASP.NET names modules. */
  public void pipeline(String type, Runnable body) {
    request.emit("AspNetPipelineEnter", type);
    body.run();
    request.emit("AspNetPipelineLeave", type);
  }

  /** The handler runs a page to its end. */
  public void page(Runnable load) {
    pipeline("System.Web.ImplicitAsyncPreloadModule", () -> {});
    request.emit("AspNetHttpHandlerEnter");
    for (String phase : new String[] {"PreInit", "Init", "Load", "PreRender", "Render"}) {
      request.emit("AspNetPage" + phase + "Enter");
      if (phase.equals("Load")) {
        load.run();
      }
      request.emit("AspNetPage" + phase + "Leave");
    }
    request.emit("AspNetHttpHandlerLeave");
  }

  /** The handler runs something that is no page. */
  public void handler(Runnable body) {
    pipeline("System.Web.ImplicitAsyncPreloadModule", () -> {});
    request.emit("AspNetHttpHandlerEnter");
    body.run();
    request.emit("AspNetHttpHandlerLeave");
  }

  /** The health monitoring writes an unhandled exception to the event log. */
  public void unhandledException() {
    request.emit(
        "AspNetWebEventRaiseStart", "System.Web.Management.WebRequestErrorEvent", "3005", "0");
    request.tick();
    request.emit(
        "AspNetWebEventDeliverStart", "EventLogProvider", "All Errors Default", "All Errors");
    request.tick();
    request.emit("AspNetWebEventDeliverEnd");
    request.emit("AspNetWebEventRaiseEnd");
  }
}
