package io.github.frebscope.testing.data;

import static io.github.frebscope.testing.script.Notification.SEND_RESPONSE;

import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Profile;
import io.github.frebscope.testing.script.Recording;
import java.time.Duration;
import java.util.List;

/** A front end with Application Request Routing. */
final class ArrStories {
  private static final String MEMBER = "fab-web2.fabrik.example";

  private ArrStories() {}

  static List<Sample> all() {
    return List.of(
        refused(),
        receiveTimeout(),
        connectTimeout(),
        reset(),
        invalidResponse(),
        nameNotResolved(),
        certificate(),
        noServer(),
        relayed502(),
        relayed404(),
        webSocket(),
        rewrittenByCustomErrors());
  }

  private static Sample refused() {
    Story story = Story.at(Sites.edge(1, "/cart/items").profile(Profile.FULL));
    Arr arr = story.arr().toServer("http://fab-web1.fabrik.example:8080");
    story.request.mappedTo(Handler.EXTENSIONLESS).managed();
    story.handler(
        Handler.ARR,
        () ->
            arr.failsBeforeTheRequestIsSent(
                Duration.ofMillis(2030),
                Arr.CANNOT_CONNECT,
                "A connection with the server could not be established"));
    story.byArr(Arr.CANNOT_CONNECT).backend("fab-web1.fabrik.example:8080").play();
    story.cause("CONNECT_REFUSED");
    return new Sample(
        "fr000001.arr-502.3-refused.xml",
        "ARR cannot connect to the one server behind a rewrite rule; all modules installed",
        story);
  }

  private static Sample receiveTimeout() {
    Story story = farm(2, "/report/month?id=2026-02");
    story.handler(
        Handler.ARR,
        () ->
            story
                .arr()
                .failsBeforeTheAnswer(
                    Duration.ofSeconds(30), Arr.TIMEOUT, "The operation timed out"));
    story.byArr(Arr.TIMEOUT).backend(MEMBER).play();
    story.cause("TIMEOUT_RECEIVE");
    return new Sample(
        "fr000002.arr-502.3-receive-timeout.xml",
        "a farm member takes the request and does not answer within the farm's 30 s",
        story);
  }

  private static Sample connectTimeout() {
    Story story = farm(3, "/");
    story.handler(
        Handler.ARR,
        () ->
            story
                .arr()
                .failsBeforeTheRequestIsSent(
                    Duration.ofMillis(21_040), Arr.TIMEOUT, "The operation timed out"));
    story.byArr(Arr.TIMEOUT).backend(MEMBER).play();
    story.cause("CONNECT_TIMEOUT");
    return new Sample(
        "fr000003.arr-502.3-connect-timeout.xml",
        "nobody answers the connection attempt for 21 s: the same code as a slow answer, another"
            + " phase",
        story);
  }

  private static Sample reset() {
    Story story = farm(4, "/checkout");
    story.handler(
        Handler.ARR,
        () ->
            story
                .arr()
                .failsBeforeTheAnswer(
                    Duration.ofMillis(400),
                    Arr.CONNECTION_ERROR,
                    "The connection with the server was terminated abnormally"));
    story.byArr(Arr.CONNECTION_ERROR).backend(MEMBER).play();
    story.cause("BACKEND_RESET");
    return new Sample(
        "fr000004.arr-502.3-reset.xml",
        "the member closes the connection without an answer",
        story);
  }

  private static Sample invalidResponse() {
    Story story = farm(5, "/export.csv");
    story.handler(
        Handler.ARR,
        () ->
            story
                .arr()
                .failsBeforeTheAnswer(
                    Duration.ofMillis(30),
                    Arr.INVALID_RESPONSE,
                    "The server returned an invalid or unrecognized response"));
    story.byArr(Arr.INVALID_RESPONSE).backend(MEMBER).play();
    story.script.record(Recording.EVERYTHING.upTo(4));
    story.cause("INVALID_RESPONSE");
    return new Sample(
        "fr000005.arr-502.3-invalid-response.xml", "what the member sends is no HTTP", story);
  }

  private static Sample nameNotResolved() {
    Story story = Story.at(Sites.edge(6, "/images/logo.png"));
    Arr arr = story.arr().toServer("http://static.fabrik.example");
    story.handler(
        Handler.ARR,
        () ->
            arr.failsBeforeTheRequestIsSent(
                Duration.ofMillis(11),
                Arr.NAME_NOT_RESOLVED,
                "The server name or address could not be resolved"));
    story.byArr(Arr.NAME_NOT_RESOLVED).backend("static.fabrik.example").play();
    story.script.record(Recording.EVERYTHING.upTo(4));
    story.cause("DNS_FAIL");
    return new Sample(
        "fr000006.arr-502.3-dns.xml", "the name in the rewrite rule cannot be resolved", story);
  }

  private static Sample certificate() {
    Story story = Story.at(Sites.edge(7, "/account"));
    Arr arr = story.arr().toServer("https://login.fabrik.example");
    story.handler(
        Handler.ARR,
        () ->
            arr.failsBeforeTheRequestIsSent(
                Duration.ofMillis(60), Arr.SECURE_FAILURE, "A security error occurred"));
    story.byArr(Arr.SECURE_FAILURE).backend("login.fabrik.example").play();
    story.script.record(Recording.EVERYTHING.upTo(4));
    story.cause("TLS_CERT");
    return new Sample(
        "fr000007.arr-502.3-tls.xml", "the certificate of the server behind is not trusted", story);
  }

  private static Sample noServer() {
    Story story = Story.at(Sites.edge(8, "/"));
    Arr arr = story.arr().toEmptyFarm("shopfarm");
    story.handler(Handler.ARR, arr::noServer);
    story.byArr(0).backend("shopfarm").play();
    story.cause("NO_SERVER");
    return new Sample(
        "fr000008.arr-502.4-no-server.xml",
        "no member of the farm is left; ErrorCode 0 is no success",
        story);
  }

  private static Sample relayed502() {
    Story story = farm(9, "/search?q=bolt");
    story.handler(
        Handler.ARR,
        () ->
            story
                .arr()
                .answers(
                    Duration.ofMillis(95),
                    502,
                    "Bad Gateway",
                    "text/html",
                    "<html><body>upstream said no</body></html>"));
    story.byArr(0).backend(MEMBER).play();
    story.cause("RELAYED_502");
    return new Sample(
        "fr000009.arr-502.0-relayed.xml",
        "the member itself answers 502 and ARR passes it on: ErrorCode 0 after"
            + " ARR_RESPONSE_HEADERS_END",
        story);
  }

  private static Sample relayed404() {
    Story story = farm(10, "/old-page");
    story.handler(
        Handler.ARR,
        () ->
            story
                .arr()
                .answers(Duration.ofMillis(15), 404, "Not Found", "text/plain", "no such page"));
    story.byArr(0).backend(MEMBER).play();
    story.script.record(Recording.EVERYTHING.upTo(4));
    return new Sample(
        "fr000010.arr-404.0-relayed.xml", "the member answers 404 and ARR passes it on", story);
  }

  private static Sample webSocket() {
    Story story = farm(11, "/live");
    story.request.headers("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13");
    story.handler(
        Handler.ARR, () -> story.arr().webSocketFails(Duration.ofMillis(640), 2147942450L));
    story.byArr(2147942450L).backend(MEMBER).play();
    story.cause("WEBSOCKET_FAIL");
    return new Sample(
        "fr000011.arr-502.5-websocket.xml",
        "a WebSocket through ARR fails; 502.5 of ARR is not the 502.5 of ANCM",
        story);
  }

  private static Sample rewrittenByCustomErrors() {
    Story story = farm(29, "/cart");
    story.handler(
        Handler.ARR,
        () ->
            story
                .arr()
                .failsBeforeTheAnswer(
                    Duration.ofSeconds(30), Arr.TIMEOUT, "The operation timed out"));
    story.request.during(
        "CustomErrorModule",
        SEND_RESPONSE,
        () -> {
          story.request.emit("GENERAL_SEND_CUSTOM_ERROR", "502", "3", "/errors/busy.html");
          story.request.status(502, "Bad Gateway", 0, 0);
          story.request.body("<html><body>We are busy, please come back.</body></html>");
        });
    story.byArr(Arr.TIMEOUT).backend(MEMBER).play();
    story.cause("TIMEOUT_RECEIVE");
    return new Sample(
        "fr000029.arr-502.3-custom-error-sets-502.xml",
        "ARR fails with 502.3, then CustomErrorModule sets 502 for its page: the producer is ARR",
        story);
  }

  /** A request of the shop that goes to a member of its farm. */
  static Story farm(int number, String path) {
    Story story = Story.at(Sites.edge(number, path));
    story.arr().toFarm("shopfarm", MEMBER);
    return story;
  }
}
