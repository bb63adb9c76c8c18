package io.github.frebscope.testing.data;

import static io.github.frebscope.testing.script.Notification.EXECUTE_REQUEST_HANDLER;

import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Recording;
import java.time.Duration;
import java.util.List;

/** ASP.NET Core behind IIS, and HttpPlatformHandler. */
final class AncmStories {
  private static final String ROUTE_ERROR =
      "There was a connection error while trying to route the request.";

  private AncmStories() {}

  static List<Sample> all() {
    return List.of(
        version1Timeout(),
        version1DoesNotStart(),
        version2ForwardFails(),
        version2DoesNotStart(),
        behindArr(),
        httpPlatform());
  }

  private static Sample version1Timeout() {
    Story story = Story.at(Sites.member(12, "/api/orders/17"));
    story.request.mappedTo(Handler.ANCM1);
    story.handler(
        Handler.ANCM1,
        () -> story.ancm().version1Fails(Duration.ofMinutes(2), Arr.TIMEOUT, ROUTE_ERROR));
    story.by("AspNetCoreModule", "ANCM", EXECUTE_REQUEST_HANDLER, Arr.TIMEOUT).play();
    story.cause("TIMEOUT_RECEIVE");
    return new Sample(
        "fr000012.ancm1-502.3-timeout.xml",
        "version 1 of the ASP.NET Core Module waits 120 s; it has no events of its own",
        story);
  }

  private static Sample version1DoesNotStart() {
    Story story = Story.at(Sites.member(13, "/"));
    story.request.mappedTo(Handler.ANCM1);
    story.handler(
        Handler.ANCM1, () -> story.ancm().version1DoesNotStart(Duration.ofMillis(890), 0));
    story.by("AspNetCoreModule", "ANCM", EXECUTE_REQUEST_HANDLER, 0).play();
    return new Sample(
        "fr000013.ancm1-502.5-does-not-start.xml",
        "version 1 cannot start the process; ErrorCode 0, own error page",
        story);
  }

  private static Sample version2ForwardFails() {
    Story story = Story.at(Sites.member(14, "/api/stock?sku=B-77"));
    story.request.mappedTo(Handler.ANCM2);
    story.handler(
        Handler.ANCM2,
        () -> story.ancm().version2Fails(Duration.ofMillis(220), Arr.CONNECTION_ERROR, ""));
    story.by("AspNetCoreModuleV2", "ANCM", EXECUTE_REQUEST_HANDLER, Arr.CONNECTION_ERROR).play();
    story.cause("BACKEND_RESET");
    return new Sample(
        "fr000014.ancm2-502.3-forward-fail.xml",
        "version 2: ANCM_REQUEST_FORWARD_FAIL with the code, then the status; no description",
        story);
  }

  private static Sample version2DoesNotStart() {
    Story story = Story.at(Sites.member(15, "/"));
    story.request.mappedTo(Handler.ANCM2);
    story.handler(
        Handler.ANCM2,
        () ->
            story
                .ancm()
                .version2DoesNotStart(
                    Duration.ofMillis(3100),
                    2147500037L,
                    "Application '/LM/W3SVC/7/ROOT' with physical root 'D:\\sites\\shop\\' failed to"
                        + " start process with commandline 'dotnet .\\Shop.dll', ErrorCode ="
                        + " '0x80004005'"));
    story.by("AspNetCoreModuleV2", "ANCM", EXECUTE_REQUEST_HANDLER, 2147500037L).play();
    story.cause("START_EXITED");
    return new Sample(
        "fr000015.ancm2-502.5-does-not-start.xml",
        "version 2 cannot start the process and says why; ends the request itself",
        story);
  }

  private static Sample behindArr() {
    Story story = Story.at(Sites.member(16, "/api/orders"));
    story.request.headers(
        "Max-Forwards: 9",
        "X-Original-URL: /api/orders",
        "X-Forwarded-For: 203.0.113.44:51877",
        "X-ARR-LOG-ID: 5d0c8a1e-40b2-4f5e-9a51-7f04e2cb9f10");
    story.request.mappedTo(Handler.ANCM2);
    story.handler(
        Handler.ANCM2,
        () -> story.ancm().version2Fails(Duration.ofMinutes(2), Arr.TIMEOUT, ROUTE_ERROR));
    story.by("AspNetCoreModuleV2", "ANCM", EXECUTE_REQUEST_HANDLER, Arr.TIMEOUT).play();
    story.cause("TIMEOUT_RECEIVE");
    return new Sample(
        "fr000016.ancm2-502.3-behind-arr.xml",
        "a content server behind an ARR front end: X-ARR-LOG-ID is in the request's headers, ARR is"
            + " not in this process",
        story);
  }

  private static Sample httpPlatform() {
    Story story = Story.at(Sites.member(17, "/tomcat/login"));
    story.request.mappedTo(Handler.HTTP_PLATFORM);
    story.handler(
        Handler.HTTP_PLATFORM,
        () ->
            story
                .ancm()
                .httpPlatformFails(Duration.ofMillis(1010), Arr.CANNOT_CONNECT, ROUTE_ERROR));
    story.by("httpPlatformHandler", "Module", EXECUTE_REQUEST_HANDLER, Arr.CANNOT_CONNECT).play();
    story.script.record(Recording.EVERYTHING.upTo(4));
    story.cause("CONNECT_REFUSED");
    return new Sample(
        "fr000017.httpplatform-502.3-refused.xml",
        "HttpPlatformHandler, which has no area of its own",
        story);
  }
}
