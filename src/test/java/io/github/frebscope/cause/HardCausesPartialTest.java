package io.github.frebscope.cause;

import static io.github.frebscope.cause.Confidence.LOW;
import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.cause.HardCase.NONE;
import static io.github.frebscope.cause.HardPlays.app;
import static io.github.frebscope.cause.HardPlays.connecting;
import static io.github.frebscope.cause.HardPlays.core;
import static io.github.frebscope.cause.HardPlays.farm;
import static io.github.frebscope.cause.HardPlays.proxy;
import static io.github.frebscope.cause.HardPlays.sent;
import static io.github.frebscope.cause.HardPlays.until;
import static io.github.frebscope.cause.Plays.MEMBER;
import static io.github.frebscope.cause.Plays.SERVER;
import static io.github.frebscope.cause.Plays.ms;
import static io.github.frebscope.testing.script.Arr.CANNOT_CONNECT;
import static io.github.frebscope.testing.script.Arr.CONNECTION_ERROR;
import static io.github.frebscope.testing.script.Arr.TIMEOUT;

import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Notification;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.RequestScript;
import io.github.frebscope.testing.script.TraceScript;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are not whole, statuses that are set twice, other languages, and other failures. */
class HardCausesPartialTest {
  private static final String DECIDES = ">MODULE_SET_RESPONSE_ERROR_STATUS<";
  private static final String[] GATEWAY = {
    "CONNECT_REFUSED",
    "TIMEOUT_RECEIVE",
    "CONNECT_TIMEOUT",
    "BACKEND_RESET",
    "RELAYED_502",
    "NO_SERVER",
    "APP_502",
    "INVALID_RESPONSE"
  };

  static Stream<HardCase> cases() {
    return Stream.of(partial(), twice(), others()).flatMap(s -> s);
  }

  private static Stream<HardCase> partial() {
    HardCase late = HardCase.of("", farm(sent(30_015, TIMEOUT))).right("TIMEOUT_RECEIVE");
    HardCase core =
        HardCase.of("", core(Handler.ANCM2, (r, a) -> a.version2Fails(ms(120_015), TIMEOUT, "")))
            .right("TIMEOUT_RECEIVE");
    HardCase nothing =
        HardCase.of("", farm(sent(30_015, TIMEOUT))).right(NONE).wrong(GATEWAY).atMost(LOW);
    return Stream.of(
        late.changed("cut after the deciding event", until(DECIDES, true)),
        nothing.changed("cut before the deciding event", until(DECIDES, false)),
        core.right(NONE, "TIMEOUT_RECEIVE")
            .atMost(MEDIUM)
            .changed("version 2, cut between FORWARD_FAIL and the status", until(DECIDES, false)),
        HardCase.of(
                "TIME_TAKEN fired, a 502 came later",
                Recording.EVERYTHING.writtenAfter(Duration.ofSeconds(10)),
                farm(sent(30_015, TIMEOUT)))
            .right(NONE)
            .wrong(GATEWAY),
        HardCase.of("TIME_TAKEN with the 502 in it", farm(sent(30_015, TIMEOUT)))
            .right("TIMEOUT_RECEIVE")
            .changed(
                "TIME_TAKEN with the 502 in it",
                t ->
                    t.replace("failureReason=\"STATUS_CODE\"", "failureReason=\"TIME_TAKEN\"")
                        .replace("triggerStatusCode=\"502.3\"", "triggerStatusCode=\"0\"")),
        HardCase.of(
                "full before the failure",
                Recording.EVERYTHING.fullAfter(60),
                farm(sent(30_015, TIMEOUT)))
            .right(NONE)
            .wrong(GATEWAY)
            .atMost(LOW),
        HardCase.of(
                "begins in the middle",
                Recording.EVERYTHING.beginningInTheMiddle(),
                farm(connecting(2_015, CANNOT_CONNECT)))
            .right("CONNECT_REFUSED")
            .backend(MEMBER),
        HardCase.of(
                "without RequestNotifications",
                Recording.EVERYTHING.without("RequestNotifications"),
                farm(connecting(2_015, CANNOT_CONNECT)))
            .right("CONNECT_REFUSED", "CONNECT_TIMEOUT", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "without RequestNotifications, sent, 30 s",
                Recording.EVERYTHING.without("RequestNotifications"),
                farm(sent(30_015, TIMEOUT)))
            .right("TIMEOUT_RECEIVE", NONE)
            .atMost(MEDIUM)
            .wrong("NO_SERVER"),
        HardCase.of(
                "without RequestNotifications, 502.4",
                Recording.EVERYTHING.without("RequestNotifications"),
                farm((r, a) -> a.noServer()))
            .right("NO_SERVER", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "without RequestNotifications, a relayed 502",
                Recording.EVERYTHING.without("RequestNotifications"),
                farm((r, a) -> a.answers(ms(400), 502, "Bad Gateway", "text/html", "no")))
            .right("RELAYED_502", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "without RequestNotifications, version 1, 502.5",
                Recording.EVERYTHING.without("RequestNotifications"),
                core(Handler.ANCM1, (r, a) -> a.version1DoesNotStart(ms(1_200), 0)))
            .right(NONE)
            .wrong("WEBSOCKET_FAIL"),
        HardCase.of("French", proxy(SERVER, connecting(2_015, CANNOT_CONNECT)))
            .right("CONNECT_REFUSED")
            .backend("tiles.mosaic.example:9080")
            .changed("a French server", t -> t.replace("Culture=\"en-US\"", "Culture=\"fr-FR\"")),
        HardCase.of(
                "French",
                core(Handler.ANCM1, (r, a) -> a.version1LosesTheClient(ms(700), 2147943629L)))
            .right("CLIENT_GONE")
            .changed(
                "a Japanese server",
                t ->
                    t.replace("Culture=\"en-US\"", "Culture=\"ja-JP\"")
                        .replace(
                            "An operation was attempted on a nonexistent network connection.",
                            "存在しないネットワーク接続で操作が試みられました。")));
  }

  private static Stream<HardCase> twice() {
    return Stream.of(
        HardCase.of(
                "the error page sets the status again",
                farm(
                    r ->
                        r.during(
                            "CustomErrorModule",
                            Notification.SEND_RESPONSE,
                            () ->
                                r.statusBy(
                                    "CustomErrorModule",
                                    "536870912",
                                    502,
                                    "Bad Gateway",
                                    3,
                                    0,
                                    "")),
                    sent(30_015, TIMEOUT)))
            .right("TIMEOUT_RECEIVE")
            .backend(MEMBER),
        HardCase.of(
                "another module turns 502.3 into 502.0 afterwards",
                farm(
                    r ->
                        r.after(
                            Notification.EXECUTE_REQUEST_HANDLER,
                            () -> r.statusBy("MosaicErrors", "128", 502, "Bad Gateway", 0, 0, "")),
                    connecting(2_015, CANNOT_CONNECT)))
            .right("CONNECT_REFUSED", NONE)
            .wrong("APP_502"),
        HardCase.of(
                "a page of ASP.NET replaces 502 with 500",
                farm(
                    r ->
                        r.after(
                            Notification.EXECUTE_REQUEST_HANDLER,
                            () ->
                                r.statusBy(
                                    "ManagedPipelineHandler",
                                    "128",
                                    500,
                                    "Internal Server Error",
                                    0,
                                    0,
                                    "")),
                    connecting(2_015, CANNOT_CONNECT)))
            .right(NONE, "CONNECT_REFUSED")
            .wrong("APP_502", "TIMEOUT_RECEIVE"),
        HardCase.of("an error page as a child request", HardCausesPartialTest::errorPage)
            .right("CONNECT_REFUSED")
            .backend(MEMBER),
        HardCase.of(
                "a child request fails by ARR, the parent copies 502", HardCausesPartialTest::child)
            .right("APP_502", "CONNECT_REFUSED", NONE)
            .atMost(MEDIUM),
        HardCase.of("node as a child answers 502", HardCausesPartialTest::node)
            .right("APP_502", NONE)
            .wrong("RELAYED_502", "BACKEND_RESET"));
  }

  private static TraceScript errorPage() {
    TraceScript script =
        farm(
                r -> {},
                (r, a) -> {
                  connecting(2_015, CANNOT_CONNECT).accept(r, a);
                  RequestScript page = r.child("http://www.mosaic.example:80/errors/502.aspx");
                  page.mappedTo(Handler.ASPX).handledBy(Handler.ASPX, () -> page.body("<html/>"));
                  r.playChild(page);
                })
            .get();
    return script;
  }

  private static TraceScript child() {
    return app(
            Handler.ASPX,
            r -> {
              RequestScript inner = r.child("http://plan.mosaic.example:80/inner");
              inner
                  .mappedTo(Handler.ARR)
                  .handledBy(
                      Handler.ARR,
                      () -> {
                        inner.emit("ARR_REQUEST_HEADERS_START");
                        inner.pass(ms(2_015));
                        HardPlays.fails(inner, 3, CANNOT_CONNECT, "");
                      });
              r.playChild(inner);
              r.status(502, "Bad Gateway", 0, 0);
              r.finish();
            })
        .get();
  }

  private static TraceScript node() {
    return app(
            Handler.STATIC_FILE,
            r -> {
              RequestScript inner = r.child("http://plan.mosaic.example:80/server.js/api");
              inner
                  .mappedTo(Handler.NODE)
                  .handledBy(
                      Handler.NODE,
                      () -> {
                        inner.requestHeader("Connection", "keep-alive");
                        inner.pass(ms(140));
                        inner.status(502, "Bad Gateway", 0, 0);
                      });
              r.playChild(inner);
              r.statusAsChild(inner);
            })
        .get();
  }

  private static HardCase other(
      String name, Handler handler, String by, int status, int sub, long code) {
    return HardCase.of(
            name,
            app(
                handler,
                r -> {
                  r.pass(ms(20));
                  r.statusBy(by, "128", status, "Error", sub, code, "");
                  r.finish();
                }))
        .right(NONE)
        .wrong(GATEWAY);
  }

  private static Stream<HardCase> others() {
    return Stream.of(
        other("400 by ARR", Handler.ARR, "ApplicationRequestRouting", 400, 605, 0),
        other("404 by ARR", Handler.ARR, "ApplicationRequestRouting", 404, 0, 0),
        other("500.19 with a file not found", Handler.ANCM2, "IIS Web Core", 500, 19, 2147942402L),
        other("500.21", Handler.ANCM2, "IIS Web Core", 500, 21, 2147942413L),
        other("503 by a page", Handler.ASPX, "ManagedPipelineHandler", 503, 0, 0),
        other("504 by ARR, made itself", Handler.ARR, "ApplicationRequestRouting", 504, 0, 0),
        other(
            "500 by Core with a WinHTTP code",
            Handler.ANCM2,
            "AspNetCoreModuleV2",
            500,
            0,
            CONNECTION_ERROR),
        other("413", Handler.STATIC_FILE, "RequestFilteringModule", 413, 1, 0),
        other("499", Handler.ANCM2, "AspNetCoreModuleV2", 499, 0, 0),
        HardCase.of(
                "404 relayed",
                farm((r, a) -> a.answers(ms(30), 404, "Not Found", "text/html", "no")))
            .right(NONE)
            .wrong(GATEWAY),
        HardCase.of("400.604", farm((r, a) -> a.badRequest(604, 2147942464L)))
            .right("CLIENT_GONE", NONE)
            .wrong("BACKEND_RESET", "NO_SERVER"),
        HardCase.of(
                "500.19 of compression, the client left",
                app(
                    Handler.STATIC_FILE,
                    r ->
                        r.statusBy(
                            "StaticCompressionModule", "128", 500, "Error", 19, 2147943629L, "")))
            .right("CLIENT_GONE", NONE)
            .wrong(GATEWAY),
        HardCase.of(
                "200 while the client leaves",
                app(
                    Handler.STATIC_FILE,
                    r -> {
                      r.clientLeaves(2147943629L);
                      r.body("x");
                    }))
            .right("CLIENT_GONE", NONE)
            .wrong(GATEWAY),
        HardCase.of(
                "500 of a share",
                app(
                    Handler.STATIC_FILE,
                    r -> r.statusBy("StaticFileModule", "128", 500, "Error", 0, 2147942464L, "")))
            .right(NONE)
            .wrong(GATEWAY));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answers_as_documented(HardCase hard) {
    hard.check();
  }
}
