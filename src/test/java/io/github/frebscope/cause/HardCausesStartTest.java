package io.github.frebscope.cause;

import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.cause.HardCase.NONE;
import static io.github.frebscope.cause.HardPlays.app;
import static io.github.frebscope.cause.HardPlays.core;
import static io.github.frebscope.cause.HardPlays.farm;
import static io.github.frebscope.cause.Plays.ms;

import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Programs;
import io.github.frebscope.testing.script.Recording;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes that do not start, programs that fail, and ARR's own stages. */
class HardCausesStartTest {
  private static final String DID_NOT =
      "Application '/LM/W3SVC/9/ROOT' with physical root 'D:\\plan\\' failed to start process with"
          + " commandline ";

  static Stream<HardCase> cases() {
    return Stream.of(starts(), programs()).flatMap(s -> s);
  }

  private static HardCase v1(String name, long millis, long code) {
    return HardCase.of(
        name, core(Handler.ANCM1, (r, a) -> a.version1DoesNotStart(ms(millis), code)));
  }

  private static HardCase v2(String name, long millis, long code, String why) {
    return HardCase.of(
        name, core(Handler.ANCM2, (r, a) -> a.version2DoesNotStart(ms(millis), code, why)));
  }

  private static Stream<HardCase> starts() {
    return Stream.of(
        v1("502.5 and 0 at once", 31, 0).right(NONE).wrong("WEBSOCKET_FAIL"),
        v1("502.5 and 0 after 120 s", 120_015, 0).right("START_TIMEOUT", NONE).atMost(MEDIUM),
        v1("502.5, file not found", 31, 2147942402L).right("START_EXE_NOT_FOUND"),
        v1("502.5, path not found", 31, 2147942403L).right("START_EXE_NOT_FOUND"),
        v1("502.5, access denied", 31, 2147942405L)
            .right(NONE)
            .wrong("START_EXE_NOT_FOUND", "START_EXITED"),
        v1("502.5, 0x80004005 and nothing more", 1_620, 2147500037L)
            .right("START_EXITED", NONE)
            .atMost(MEDIUM),
        v1("502.5, 0x80004005 after 120 s", 120_015, 2147500037L).right(NONE).atMost(MEDIUM),
        v1("502.5, 0x80070057", 0, 2147942487L)
            .right("START_EMPTY_CONFIG", NONE)
            .atMost(MEDIUM)
            .wrong("MALFORMED_REQUEST"),
        v1("502.5, 0x8007065F", 3_015, 2147944031L).right("START_NOT_LISTENING"),
        v1("502.5, 0x800705B4 after 120 s", 120_015, 2147943860L).right("START_TIMEOUT"),
        v1("502.5, 0x800705B4 after 5 s", 5_015, 2147943860L).right("START_TIMEOUT", NONE),
        v1("502.5, 0x8007053D", 0, 2147943741L).right("START_RAPID_FAIL"),
        v1("502.5, 10048", 15, 2147952448L).right("START_PORT_EXHAUSTED"),
        v1("502.5, 0x8007042B", 2_015, 2147943467L).right("START_EXITED", "BACKEND_CRASH", NONE),
        v2(
                "exit code e0434352",
                1_625,
                2147500037L,
                DID_NOT + "'dotnet .\\Plan.dll', ErrorCode = '0x80004005 : e0434352.")
            .right("START_EXITED")
            .wrong("START_TIMEOUT", "WEBSOCKET_FAIL"),
        v2(
                "exit code 80008081",
                325,
                2147500037L,
                DID_NOT + "'dotnet .\\Plan.dll', ErrorCode = '0x80004005 : 80008081.")
            .right("START_EXITED", "START_INHERITED_HANDLER", NONE),
        v2(
                "an empty command line",
                0,
                2147942487L,
                DID_NOT + "'\"\" ', ErrorCode = '0x80070057 : 0.")
            .right("START_EMPTY_CONFIG")
            .wrong("MALFORMED_REQUEST"),
        v2(
                "no dotnet",
                15,
                2147942402L,
                DID_NOT + "'dotnet .\\Plan.dll', ErrorCode = '0x80070002 : 0.")
            .right("START_EXE_NOT_FOUND"),
        v2(
                "listens nowhere",
                3_000,
                2147944031L,
                DID_NOT + "'dotnet .\\Plan.dll' but failed to listen on the given port '21555'")
            .right("START_NOT_LISTENING"),
        v2(
                "not in time",
                120_015,
                2147500037L,
                DID_NOT
                    + "'dotnet .\\Plan.dll' but either crashed or did not respond within the"
                    + " given time or did not listen on the given port '21555',"
                    + " ErrorCode = '0x800705b4'")
            .right("START_TIMEOUT", NONE)
            .wrong("START_EXE_NOT_FOUND"),
        v2(
                "a German text with the code",
                15,
                0,
                "Die Anwendung '/LM/W3SVC/9/ROOT' konnte den Prozess nicht starten, Befehlszeile"
                    + " 'dotnet .\\Plan.dll', Fehlercode = '0x80070002'")
            .right("START_EXE_NOT_FOUND", NONE),
        v2(
                "a Japanese text with the code",
                1_200,
                0,
                "アプリケーション '/LM/W3SVC/9/ROOT' を開始できませんでした。 コマンドライン"
                    + " 'dotnet .\\Plan.dll'、ErrorCode = '0x80004005 : e0434352")
            .right("START_EXITED", NONE),
        HardCase.of(
                "502.5 and 0, only warnings",
                Recording.EVERYTHING.upTo(3),
                core(Handler.ANCM1, (r, a) -> a.version1DoesNotStart(ms(1_200), 0)))
            .right(NONE),
        HardCase.of(
                "HttpPlatformHandler, 502.5 and 2",
                app(
                    Handler.HTTP_PLATFORM,
                    r -> {
                      r.pass(ms(30));
                      r.status(502, "Bad Gateway", 5, 2147942402L);
                    }))
            .right("START_EXE_NOT_FOUND", NONE)
            .wrong("WEBSOCKET_FAIL"),
        HardCase.of(
                "a start without a page, file not found",
                core(Handler.ANCM1, (r, a) -> a.doesNotStartWithoutPage(ms(15), 2147942402L)))
            .right("START_EXE_NOT_FOUND")
            .wrong("BACKEND_RESET"),
        HardCase.of(
                "version 1 before it sends: 0x8007042B, 502.3",
                app(
                    Handler.ANCM1,
                    r -> {
                      r.pass(ms(1_015));
                      HardPlays.fails(r, 3, 2147943467L, "");
                    }))
            .right("START_EXITED", "BACKEND_CRASH", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "ARR, 502.5, 12030",
                HardPlays.farm(
                    r -> r.headers("Upgrade: websocket", "Connection: Upgrade"),
                    (r, a) -> a.webSocketFails(ms(15), 2147954430L)))
            .right("WEBSOCKET_FAIL")
            .wrong("START_EXITED", "BACKEND_RESET"),
        HardCase.of(
                "ARR, 502.5 and 0, only warnings",
                Recording.EVERYTHING.upTo(3),
                farm((r, a) -> a.webSocketFails(ms(15), 0)))
            .right("WEBSOCKET_FAIL")
            .wrong("START_EXITED"),
        HardCase.of(
                "500.30 in process",
                app(
                    Handler.ANCM2,
                    r -> {
                      r.pass(ms(900));
                      r.status(500, "Internal Server Error", 30, 0x8007023eL);
                    }))
            .right(NONE)
            .wrong("START_EXITED"),
        HardCase.of(
                "503.0 while it shuts down", core(Handler.ANCM2, (r, a) -> a.refuses(2147483674L)))
            .right(NONE, "APP_SHUTTING_DOWN")
            .wrong("NO_SERVER"));
  }

  private static Stream<HardCase> programs() {
    return Stream.of(
        HardCase.of(
                "CGI, a stack overflow",
                app(
                    Handler.CGI,
                    r ->
                        new Programs(r)
                            .cgiEndsEarly("D:\\cgi\\plan.exe", ms(140), 3221225725L, "")))
            .right("CGI_PREMATURE_EXIT")
            .wrong("MAP_FAIL"),
        HardCase.of(
                "CGI, cannot be launched",
                app(Handler.CGI, r -> new Programs(r).cgiDoesNotStart("D:\\cgi\\plan.exe", 5)))
            .right("CGI_PREMATURE_EXIT", NONE),
        HardCase.of(
                "CGI, 502.2, only warnings",
                Recording.EVERYTHING.upTo(3),
                app(
                    Handler.CGI,
                    r -> new Programs(r).cgiEndsEarly("D:\\cgi\\plan.exe", ms(140), 3, "")))
            .right("CGI_PREMATURE_EXIT")
            .wrong("MAP_FAIL"),
        HardCase.of(
                "CGI, 900 s",
                app(
                    Handler.CGI,
                    r -> new Programs(r).cgiTimesOut("D:\\cgi\\plan.exe", ms(900_200))))
            .right("CGI_TIMEOUT"),
        HardCase.of(
                "CGI, 5 s",
                app(Handler.CGI, r -> new Programs(r).cgiTimesOut("D:\\cgi\\plan.exe", ms(5_200))))
            .right("CGI_TIMEOUT"),
        HardCase.of(
                "CGI, answers 502 itself",
                app(
                    Handler.CGI,
                    r -> {
                      HardPlays.emit(r, "GENERAL_CGI_HANDLER", "CGI_START");
                      r.pass(ms(40));
                      r.emit("CGI_HEADERS_RECEIVED");
                      r.status(502, "Bad Gateway", 0, 0);
                      r.emit("CGI_END");
                    }))
            .right("APP_502", NONE)
            .wrong("CGI_PREMATURE_EXIT"),
        HardCase.of("ARR, 502.2", farm((r, a) -> a.stageFails(2, 2147942487L)))
            .right("MAP_FAIL")
            .wrong("CGI_PREMATURE_EXIT")
            .atMost(MEDIUM),
        HardCase.of(
                "ARR, 502.6 with 12002 after 30 s",
                farm(
                    (r, a) -> {
                      r.emit("ARR_REQUEST_HEADERS_START");
                      r.pass(ms(30_015));
                      HardPlays.fails(r, 6, 2147954402L, "");
                    }))
            .right("FORWARD_FAIL", NONE)
            .wrong("NO_SERVER")
            .atMost(MEDIUM),
        HardCase.of("ARR, 502.7", farm((r, a) -> a.stageFails(7, 2147942405L)))
            .right("EXECUTE_FAIL")
            .atMost(MEDIUM),
        HardCase.of("ARR, 502.1: nobody's", farm((r, a) -> a.stageFails(1, 0)))
            .right(NONE)
            .wrong("CGI_TIMEOUT"),
        HardCase.of(
                "ISAPI chooses 502",
                app(
                    Handler.isapi("D:\\isapi_redirect.dll"),
                    r ->
                        new Programs(r)
                            .isapiAnswers(
                                "D:\\isapi_redirect.dll", ms(210), 502, "Bad Gateway", "no")))
            .right("APP_502")
            .wrong("RELAYED_502"),
        HardCase.of(
                "PHP chooses 502",
                app(
                    Handler.PHP,
                    r -> new Programs(r).phpAnswers(ms(210), 502, "Bad Gateway", "no")))
            .right("APP_502")
            .wrong("RELAYED_502"),
        HardCase.of(
                "a page chooses 502",
                app(
                    Handler.ASPX,
                    r -> {
                      r.pass(ms(60));
                      r.status(502, "Bad Gateway", 0, 0);
                    }))
            .right("APP_502"),
        HardCase.of(
                "a module written in .NET chooses 502",
                app(
                    Handler.ASPX,
                    r -> {
                      r.statusBy(
                          "__DynamicModule_Mosaic.Relay, Mosaic, Version=1.0.0.0,"
                              + " Culture=neutral, PublicKeyToken=null_2f0f0c26-6c6e-4f0c-bf10-12ab",
                          "128",
                          502,
                          "Bad Gateway",
                          0,
                          0,
                          "");
                      r.finish();
                    }))
            .right("APP_502", NONE)
            .wrong("RELAYED_502"),
        HardCase.of(
                "a rewrite rule answers 502",
                app(
                    Handler.STATIC_FILE,
                    r -> r.statusBy("RewriteModule", "1", 502, "Bad Gateway", 0, 0, "")))
            .right("APP_502", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "a rewrite rule answers 502.3",
                app(
                    Handler.STATIC_FILE,
                    r -> r.statusBy("RewriteModule", "1", 502, "Bad Gateway", 3, 0, "")))
            .right("APP_502", NONE)
            .atMost(MEDIUM)
            .wrong("BACKEND_RESET"),
        HardCase.of(
                "FastCGI, 500 by its activity time-out",
                app(
                    Handler.PHP,
                    r ->
                        new Programs(r)
                            .fastCgiFails(ms(70_015), "FASTCGI_ACTIVITY_TIMEOUT", 2147942658L, "")))
            .right("FASTCGI_TIMEOUT", "FASTCGI_ACTIVITY_TIMEOUT", NONE)
            .wrong("TIMEOUT_RECEIVE", "CGI_TIMEOUT"),
        HardCase.of(
                "iisnode, 500.1013",
                app(Handler.NODE, r -> new Programs(r).nodeFails(ms(25_015), 1013, 109)))
            .right("IISNODE", NONE)
            .wrong("TIMEOUT_RECEIVE", "BACKEND_RESET"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answers_as_documented(HardCase hard) {
    hard.check();
  }
}
