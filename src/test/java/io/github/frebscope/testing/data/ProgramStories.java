package io.github.frebscope.testing.data;

import static io.github.frebscope.testing.script.Notification.BEGIN_REQUEST;
import static io.github.frebscope.testing.script.Notification.EXECUTE_REQUEST_HANDLER;

import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Profile;
import io.github.frebscope.testing.script.Programs;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.RequestScript;
import java.time.Duration;
import java.util.List;

/** Programs and libraries: CGI, FastCGI, ISAPI, classic ASP, node.js, WebSockets. */
final class ProgramStories {
  private ProgramStories() {}

  static List<Sample> all() {
    return List.of(
        cgiTimeout(),
        cgiPrematureExit(),
        phpWarning(),
        phpDies(),
        isapi(),
        asp(),
        node(),
        webSocket());
  }

  private static Sample cgiTimeout() {
    Story story = Story.at(Sites.legacy(18, "/cgi/convert.exe?doc=811"));
    story.request.mappedTo(Handler.CGI);
    story.handler(
        Handler.CGI,
        () -> story.programs().cgiTimesOut("D:\\cgi\\convert.exe", Duration.ofSeconds(15)));
    story.by("CgiModule", "CGI", EXECUTE_REQUEST_HANDLER, 258).play();
    story.cause("CGI_TIMEOUT");
    return new Sample(
        "fr000018.cgi-502.1-timeout.xml", "a CGI program runs longer than its 15 s", story);
  }

  private static Sample cgiPrematureExit() {
    Story story = Story.at(Sites.legacy(19, "/cgi/counter.exe"));
    story.request.mappedTo(Handler.CGI);
    story.handler(
        Handler.CGI,
        () ->
            story
                .programs()
                .cgiEndsEarly(
                    "D:\\cgi\\counter.exe",
                    Duration.ofMillis(120),
                    3,
                    "counter.dat: cannot open\r\n"));
    story.by("CgiModule", "CGI", EXECUTE_REQUEST_HANDLER, 3).play();
    story.cause("CGI_PREMATURE_EXIT");
    return new Sample(
        "fr000019.cgi-502.2-premature-exit.xml",
        "a CGI program ends without headers; the ErrorCode 3 is its exit code, no system error",
        story);
  }

  private static Sample phpWarning() {
    Story story = Story.at(Sites.legacy(20, "/wiki/index.php?page=Start"));
    story.request.mappedTo(Handler.PHP);
    story.request.during(
        "RequestFilteringModule",
        BEGIN_REQUEST,
        () ->
            story.request.emit(
                "MODULE_WARNING", "RequestFilteringModule", "DOUBLE_ESCAPING", "/wiki", "0"));
    story.handler(
        Handler.PHP,
        () ->
            story
                .programs()
                .phpFails(
                    "PHP Fatal error:  Uncaught Error: Call to undefined function page_title() in"
                        + " D:\\sites\\wiki\\index.php:42\nStack trace:\n#0 {main}\n  thrown in"
                        + " D:\\sites\\wiki\\index.php on line 42\r\n"));
    story.by("FastCgiModule", "FastCGI", EXECUTE_REQUEST_HANDLER, 0).play();
    return new Sample(
        "fr000020.fastcgi-500.0-stderr.xml",
        "PHP fails with 500; an earlier MODULE_WARNING of another module is not the setter",
        story);
  }

  private static Sample phpDies() {
    Story story = Story.at(Sites.legacy(21, "/wiki/render.php"));
    story.request.mappedTo(Handler.PHP);
    story.handler(Handler.PHP, () -> story.programs().phpDies(Duration.ofMillis(75)));
    story.by("FastCgiModule", "FastCGI", EXECUTE_REQUEST_HANDLER, 3221225477L).play();
    story.script.record(Recording.EVERYTHING.upTo(4));
    story.cause("FASTCGI_UNEXPECTED_EXIT");
    return new Sample(
        "fr000021.fastcgi-500.0-process-died.xml",
        "php-cgi.exe crashes: FASTCGI_UNEXPECTED_EXIT comes before the status; never 502",
        story);
  }

  private static Sample isapi() {
    String dll = "D:\\connector\\isapi_redirect.dll";
    Story story = Story.at(Sites.legacy(22, "/jakarta/isapi_redirect.dll"));
    story.request.mappedTo(Handler.isapi(dll));
    story.handler(
        Handler.isapi(dll),
        () ->
            story
                .programs()
                .isapiAnswers(
                    dll,
                    Duration.ofMillis(1010),
                    502,
                    "Bad Gateway",
                    "<html><body>Bad Gateway!</body></html>"));
    story.by("IsapiModule", "ISAPI Extension", EXECUTE_REQUEST_HANDLER, 0).play();
    story.cause("APP_502");
    return new Sample(
        "fr000022.isapi-502.0-own-status.xml",
        "an ISAPI extension, a connector, chooses 502 itself",
        story);
  }

  private static Sample asp() {
    Story story = Story.at(Sites.legacy(49, "/orders/total.asp"));
    story.request.mappedTo(Handler.ASP);
    story.handler(
        Handler.ASP,
        () -> story.programs().aspFails("D:\\sites\\orders\\total.asp", Duration.ofMillis(46)));
    story.by("IsapiModule", "ISAPI Extension", EXECUTE_REQUEST_HANDLER, 0).play();
    return new Sample(
        "fr000049.asp-500.100-script-error.xml", "a classic ASP page fails to run", story);
  }

  private static Sample node() {
    Story story = Story.at(Sites.legacy(47, "/chat/rooms"));
    story.request.mappedTo(Handler.EXTENSIONLESS);
    RequestScript child = story.request.child("http://intern.moorland.example:80/chat/server.js");
    child.mappedTo(Handler.NODE);
    child.handledBy(
        Handler.NODE,
        () ->
            story.answer.decidedBy(
                new Programs(child).nodeFails(Duration.ofMillis(1020), 1000, 109),
                child.lastPause()));
    story.request.during(
        "RewriteModule",
        BEGIN_REQUEST,
        () -> {
          story.rewrite().noMatch("NodeInspector", "^server.js\\/debug[\\/]?");
          story.request.playChild(child);
          story.request.completed(0, 0);
          story.request.statusAsChild(child);
          story.request.finish();
        });
    story.by("iisnode", "iisnode", EXECUTE_REQUEST_HANDLER, 109).play();
    story.cause("IISNODE");
    return new Sample(
        "fr000047.iisnode-500.1000-child.xml",
        "node.js as a child request that RewriteModule starts; the parent has no event that sets a"
            + " status",
        story);
  }

  private static Sample webSocket() {
    Story story = Story.at(Sites.legacy(48, "/live/ticker").profile(Profile.USUAL));
    story.script.firesFrom(100);
    story.request.mappedTo(Handler.EXTENSIONLESS).managed();
    story.handler(
        Handler.EXTENSIONLESS,
        () -> story.programs().webSocket(Duration.ofSeconds(64), 2147943395L));
    story.by("ManagedPipelineHandler", "ASPNET", EXECUTE_REQUEST_HANDLER, 0);
    story.answer.put("errorCode", "null").put("waitMs", "0");
    story.play();
    return new Sample(
        "fr000048.websocket-101.0-ping-timeout.xml",
        "a WebSocket that was open for a minute; nothing failed at a gateway",
        story);
  }
}
