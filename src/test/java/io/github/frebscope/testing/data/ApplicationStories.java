package io.github.frebscope.testing.data;

import static io.github.frebscope.testing.script.Notification.AUTHENTICATE_REQUEST;
import static io.github.frebscope.testing.script.Notification.BEGIN_REQUEST;
import static io.github.frebscope.testing.script.Notification.EXECUTE_REQUEST_HANDLER;
import static io.github.frebscope.testing.script.Notification.MAP_REQUEST_HANDLER;
import static io.github.frebscope.testing.script.Notification.SEND_RESPONSE;

import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Profile;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.Site;
import io.github.frebscope.testing.script.User;
import java.time.Duration;
import java.util.List;

/** Statuses that the application or IIS itself sets. */
final class ApplicationStories {
  private static final String WEB_CORE = "IIS Web Core";
  private static final long FILE_NOT_FOUND = 2147942402L;

  private ApplicationStories() {}

  static List<Sample> all() {
    return List.of(
        managedHandler(),
        dynamicModule(),
        abort(),
        unauthorized(),
        configuration(),
        notFound(),
        unavailable(),
        secrets());
  }

  private static Sample managedHandler() {
    Story story = Story.at(Sites.legacy(23, "/api/rates.ashx"));
    story.request.mappedTo(Handler.ASPX).managed();
    story.handler(
        Handler.ASPX,
        () -> {
          int[] event = new int[1];
          story
              .aspNet()
              .handler(
                  () -> {
                    story.request.pass(Duration.ofMillis(5010));
                    event[0] = story.request.status(502, "Bad Gateway", 0, 0);
                  });
          story.request.responseHeader("Content-Type", "text/plain; charset=utf-8");
          story.request.body("rate service not reachable");
          return event[0];
        });
    story.by("ManagedPipelineHandler", "ASPNET", EXECUTE_REQUEST_HANDLER, 0).play();
    story.cause("APP_502");
    return new Sample(
        "fr000023.managed-502.0-handler.xml",
        "an ASP.NET handler that asks another service answers 502 itself",
        story);
  }

  private static Sample dynamicModule() {
    String type = "Moorland.Web.Gateway.PartnerProxyModule";
    String module =
        "__DynamicModule_"
            + type
            + ", Moorland.Web, Version=2.4.0.0, Culture=neutral, PublicKeyToken=null"
            + "_7b0a2c64-93b5-4f6a-8d2c-0f7e3d1a5c11";
    Story story = Story.at(Sites.legacy(24, "/partner/prices"));
    story.request.mappedTo(Handler.EXTENSIONLESS).managed();
    story.request.after(
        AUTHENTICATE_REQUEST,
        story.deciding(
            () -> {
              String in = AUTHENTICATE_REQUEST.value();
              story.request.emit("NOTIFY_MODULE_START", module, in, "true");
              int[] event = new int[1];
              story
                  .aspNet()
                  .pipeline(
                      type,
                      () -> {
                        story.request.pass(Duration.ofMillis(310));
                        event[0] = story.request.statusBy(module, in, 502, "Bad Gateway", 0, 0, "");
                      });
              story.request.emit("NOTIFY_MODULE_END", module, in, "true", "2");
              story.request.finish();
              return event[0];
            }));
    story.by(module, "ASPNET", AUTHENTICATE_REQUEST, 0).play();
    story.cause("APP_502");
    return new Sample(
        "fr000024.managed-502.0-dynamic-module.xml",
        "a .NET module that registered itself, with its long __DynamicModule_ name, answers 502"
            + " before the handler",
        story);
  }

  private static Sample abort() {
    Story story = Story.at(Sites.legacy(25, "/wp-login.php"));
    story.script.firesFrom(200);
    story.request.mappedTo(Handler.EXTENSIONLESS).managed();
    story.request.during(
        "RewriteModule",
        BEGIN_REQUEST,
        story.deciding(() -> story.rewrite().abort("BlockScanners", "wp-.*")));
    story.by("RewriteModule", "Rewrite", BEGIN_REQUEST, 0);
    story.answer.put("errorCode", "null");
    story.play();
    return new Sample(
        "fr000025.rewrite-200.0-abort.xml",
        "a rewrite rule drops the connection; the status says 200 and the client gets nothing",
        story);
  }

  private static Sample unauthorized() {
    Story story =
        Story.at(
            Sites.legacy(35, "/secure/report.html")
                .user(User.NOT_AVAILABLE)
                .profile(Profile.USUAL));
    story.request.after(
        AUTHENTICATE_REQUEST,
        story.deciding(
            () -> {
              story.request.finish();
              return story.request.statusBy(
                  WEB_CORE, AUTHENTICATE_REQUEST.value(), 401, "Unauthorized", 2, 2147942405L, "");
            }));
    story.by(WEB_CORE, "RequestNotifications", AUTHENTICATE_REQUEST, 2147942405L).play();
    return new Sample(
        "fr000035.core-401.2-no-user.xml",
        "nobody authenticated: the root has no user attributes and no line end after"
            + " NOT_AVAILABLE",
        story);
  }

  private static Sample configuration() {
    String where =
        "\\\\?\\D:\\sites\\reports\\web.config ( 14) :Cannot add duplicate collection entry of type"
            + " 'add' with unique key attribute 'fileExtension' set to '.bak'\r\n";
    Story story = Story.at(Sites.legacy(43, "/reports/q1.bak").user(User.NOT_AVAILABLE));
    story.request.during(
        "RequestFilteringModule",
        BEGIN_REQUEST,
        story.deciding(
            () -> {
              story.request.finish();
              return duplicate(story, BEGIN_REQUEST.value(), where);
            }));
    story.request.during(
        "RequestFilteringModule",
        SEND_RESPONSE,
        () -> duplicate(story, SEND_RESPONSE.value(), where));
    story.by("RequestFilteringModule", "Security", BEGIN_REQUEST, 2147942583L).play();
    return new Sample(
        "fr000043.config-500.19-duplicate-entry.xml",
        "web.config is wrong; ConfigExceptionInfo says where, the error code's text misleads",
        story);
  }

  private static int duplicate(Story story, String in, String where) {
    return story.request.statusBy(
        "RequestFilteringModule", in, 500, "Internal Server Error", 19, 2147942583L, where);
  }

  private static Sample notFound() {
    Story story = Story.at(Sites.legacy(44, "/favicon.ico"));
    story.request.after(
        MAP_REQUEST_HANDLER,
        story.deciding(
            () -> {
              story.request.finish();
              return story.request.statusBy(
                  WEB_CORE, MAP_REQUEST_HANDLER.value(), 404, "Not Found", 0, FILE_NOT_FOUND, "");
            }));
    story.by(WEB_CORE, "RequestNotifications", MAP_REQUEST_HANDLER, FILE_NOT_FOUND).play();
    return new Sample("fr000044.core-404.0-not-found.xml", "a file that is not there", story);
  }

  private static Sample unavailable() {
    Story story = Story.at(Sites.legacy(45, "/health/ready.aspx"));
    story.request.mappedTo(Handler.ASPX).managed();
    story.handler(
        Handler.ASPX,
        () -> {
          story.aspNet().page(() -> story.request.tick());
          story.request.responseHeader("Content-Type", "text/plain; charset=utf-8");
          int event = story.request.status(503, "Service Unavailable", 0, 0);
          story.request.body("not ready");
          return event;
        });
    story.by("ManagedPipelineHandler", "ASPNET", EXECUTE_REQUEST_HANDLER, 0);
    story.play();
    story.script.record(Recording.EVERYTHING.upTo(4));
    return new Sample(
        "fr000045.managed-503.0-not-ready.xml", "a page says 503: the application, not IIS", story);
  }

  private static Sample secrets() {
    Site site =
        Sites.legacy(
                46,
                "/account/login.aspx?user=anna.moor&password=Sommer-2019&access_token="
                    + "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm5hLm1vb3IifQ.c2lnbmF0dXJlLW5vdC1yZWFs")
            .verb(
                "POST",
                "http://intern.moorland.example:80/account/login.aspx?user=anna.moor"
                    + "&password=Sommer-2019&access_token=eyJhbGciOiJIUzI1NiJ9"
                    + ".eyJzdWIiOiJhbm5hLm1vb3IifQ.c2lnbmF0dXJlLW5vdC1yZWFs")
            .user(User.basic("MOORLAND\\anna.moor", "MOORLAND\\anna.moor"))
            .profile(Profile.FULL);
    Story story = Story.at(site);
    story.request.mappedTo(Handler.ASPX).managed();
    story.request.headers(
        "Authorization: Basic YW5uYS5tb29yOlNvbW1lci0yMDE5",
        "Cookie: ASP.NET_SessionId=4fzk1nq2m0xv5w3b; .MOORAUTH=0123456789ABCDEF0123456789ABCDEF",
        "X-Api-Key: 7f3b-11aa-moor-9021",
        "Content-Type: application/x-www-form-urlencoded");
    story.handler(
        Handler.ASPX,
        () -> {
          story.request.emit("GENERAL_READ_ENTITY_START");
          story.request.emit("GENERAL_READ_ENTITY_END", "66", "0");
          story.request.emit(
              "GENERAL_REQUEST_ENTITY",
              "user=anna.moor&password=Sommer-2019&card=4111111111111111");
          story.aspNet().handler(() -> story.request.pass(Duration.ofMillis(140)));
          story.aspNet().unhandledException();
          story.request.responseHeader(
              "Set-Cookie", "ASP.NET_SessionId=4fzk1nq2m0xv5w3b; path=/; HttpOnly");
          int event = story.request.status(500, "Internal Server Error", 0, 0);
          story.request.responseHeader("Content-Type", "text/html; charset=utf-8");
          story.request.body(
              "<html><body>Login failed for user 'anna.moor'. Connection string:"
                  + " Server=moor-sql1;User Id=web;Password=Winter-2020;</body></html>");
          story.request.finish();
          return event;
        });
    story.by("ManagedPipelineHandler", "ASPNET", EXECUTE_REQUEST_HANDLER, 0);
    story.play();
    return new Sample(
        "fr000046.managed-500.0-secrets.xml",
        "invented secrets in URL, headers, cookies, request body and response body",
        story);
  }
}
