package io.github.frebscope.cause;

import static io.github.frebscope.cause.Confidence.HIGH;
import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.cause.Plays.ms;
import static io.github.frebscope.cause.Plays.program;

import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.TraceScript;
import java.util.List;
import java.util.function.Supplier;

/** Programs that IIS runs for a request: programs.txt. */
final class ProgramsFixtures {
  private static final String EXE = "E:\\cgi\\tiles.exe";
  private static final String DLL = "E:\\bridge\\tiles_bridge.dll";
  private static final long STACK_OVERFLOW = 3221225725L;
  private static final long ACCESS_DENIED = 2147942405L;
  private static final long FILE_NOT_FOUND = 2147942402L;
  private static final long MOD_NOT_FOUND = 2147942526L;
  private static final long BAD_EXE_FORMAT = 2147942593L;
  private static final long WAIT_TIMEOUT = 2147942658L;
  private static final long ACCESS_VIOLATION = 3221225477L;
  private static final long BROKEN_PIPE = 109;

  static final List<CauseFixture> ALL =
      List.of(
          CauseFixture.of(
                  "a CGI program ends with code 3",
                  program(Handler.CGI, p -> p.cgiEndsEarly(EXE, ms(110), 3, "")))
              .is("CGI_PREMATURE_EXIT", HIGH)
              .nearMissOf("CGI_TIMEOUT"),
          CauseFixture.of(
                  "a CGI program overflows its stack",
                  program(
                      Handler.CGI,
                      p -> p.cgiEndsEarly(EXE, ms(250), STACK_OVERFLOW, "Content-Type: te")))
              .is("CGI_PREMATURE_EXIT", HIGH)
              .nearMissOf("FASTCGI_UNEXPECTED_EXIT"),
          CauseFixture.of(
                  "a CGI program cannot be started",
                  program(Handler.CGI, p -> p.cgiDoesNotStart(EXE, ACCESS_DENIED)))
              .is("CGI_PREMATURE_EXIT", HIGH),
          CauseFixture.of(
                  "a CGI program runs for a quarter of an hour",
                  program(Handler.CGI, p -> p.cgiTimesOut(EXE, ms(900_400))))
              .is("CGI_TIMEOUT", HIGH)
              .nearMissOf("CGI_PREMATURE_EXIT"),
          CauseFixture.of(
                  "a CGI program runs longer than a limit of 20 s",
                  program(Handler.CGI, p -> p.cgiTimesOut(EXE, ms(20_010))))
              .is("CGI_TIMEOUT", HIGH)
              .nearMissOf("FASTCGI_REQUEST_TIMEOUT"),
          CauseFixture.of("PHP sends nothing for 70 s", fails(70_080, "FASTCGI_ACTIVITY_TIMEOUT"))
              .is("FASTCGI_ACTIVITY_TIMEOUT", HIGH)
              .nearMissOf("FASTCGI_REQUEST_TIMEOUT"),
          CauseFixture.of(
                  "an activity time-out that only the description tells",
                  silent(
                      30_020,
                      WAIT_TIMEOUT,
                      "The FastCGI process exceeded configured activity timeout"))
              .is("FASTCGI_ACTIVITY_TIMEOUT", HIGH),
          CauseFixture.of("PHP takes 90 s", fails(90_110, "FASTCGI_REQUEST_TIMEOUT"))
              .is("FASTCGI_REQUEST_TIMEOUT", HIGH)
              .nearMissOf("FASTCGI_ACTIVITY_TIMEOUT"),
          CauseFixture.of(
                  "a time-out after 90 s that only the code tells",
                  silent(90_060, WAIT_TIMEOUT, ""))
              .is("FASTCGI_REQUEST_TIMEOUT", MEDIUM),
          CauseFixture.of(
                  "a time-out of neither length that only the code tells",
                  silent(45_030, WAIT_TIMEOUT, ""))
              .isOpen(MEDIUM)
              .also("FASTCGI_ACTIVITY_TIMEOUT", "FASTCGI_REQUEST_TIMEOUT"),
          CauseFixture.of("PHP crashes", program(Handler.PHP, p -> p.phpDies(ms(75))))
              .is("FASTCGI_UNEXPECTED_EXIT", HIGH)
              .nearMissOf("FASTCGI_RAPID_FAILURE"),
          CauseFixture.of("PHP ends with code 255, no event", silent(340, 255, ""))
              .is("FASTCGI_UNEXPECTED_EXIT", MEDIUM)
              .nearMissOf("FASTCGI_STARTUP"),
          CauseFixture.of("a plain 258 is no exit code for sure", silent(340, 258, ""))
              .isOpen(HIGH)
              .nearMissOf("FASTCGI_UNEXPECTED_EXIT"),
          CauseFixture.of("PHP crashes, no event", silent(340, ACCESS_VIOLATION, ""))
              .is("FASTCGI_UNEXPECTED_EXIT", MEDIUM),
          CauseFixture.of(
                  "PHP prints an error",
                  program(
                      Handler.PHP,
                      p -> p.phpFails("PHP Fatal error:  Uncaught TypeError in E:\\plan\\i.php:7")))
              .isOpen(HIGH)
              .nearMissOf("FASTCGI_UNEXPECTED_EXIT"),
          CauseFixture.of("PHP failed too often", fails(0, "FASTCGI_RAPID_FAILURE_PROTECTION"))
              .is("FASTCGI_RAPID_FAILURE", HIGH)
              .nearMissOf("FASTCGI_QUEUE_FULL"),
          CauseFixture.of(
                  "PHP failed too often, in words",
                  silent(0, 0, "The FastCGI process has failed recently. Try the request again."))
              .is("FASTCGI_RAPID_FAILURE", HIGH),
          CauseFixture.of("a full queue", program(Handler.PHP, p -> p.fastCgiQueueIsFull(true)))
              .is("FASTCGI_QUEUE_FULL", HIGH)
              .nearMissOf("FASTCGI_RAPID_FAILURE"),
          CauseFixture.of(
                  "a full queue without its event",
                  program(Handler.PHP, p -> p.fastCgiQueueIsFull(false)))
              .is("FASTCGI_QUEUE_FULL", HIGH),
          CauseFixture.of("php-cgi.exe is not there", fails(0, "FASTCGI_PATH_NOT_FOUND"))
              .is("FASTCGI_EXE_NOT_FOUND", HIGH)
              .nearMissOf("FASTCGI_STARTUP"),
          CauseFixture.of("no script processor", fails(0, "FASTCGI_SCRIPT_PROCESSOR_MISSING"))
              .is("FASTCGI_EXE_NOT_FOUND", HIGH)
              .nearMissOf("FASTCGI_SHUTDOWN"),
          CauseFixture.of("php-cgi.exe is not there, no event", silent(0, FILE_NOT_FOUND, ""))
              .is("FASTCGI_EXE_NOT_FOUND", MEDIUM),
          CauseFixture.of("no job object", fails(15, "FASTCGI_ADD_JOBOBJECT_FAIL"))
              .is("FASTCGI_STARTUP", HIGH)
              .nearMissOf("FASTCGI_EXE_NOT_FOUND"),
          CauseFixture.of(
                  "an error of which FastCGI has no name",
                  program(
                      Handler.PHP,
                      p -> p.fastCgiFails(ms(15), "FASTCGI_UNKNOWN_ERROR", ACCESS_DENIED, "")))
              .is("FASTCGI_STARTUP", HIGH)
              .nearMissOf("FASTCGI_UNEXPECTED_EXIT"),
          CauseFixture.of(
                  "the worker process ends", fails(0, "FASTCGI_APPLICATION_MANAGER_SHUTDOWN"))
              .is("FASTCGI_SHUTDOWN", HIGH),
          CauseFixture.of(
                  "the worker process ends in the middle of a request",
                  fails(3100, "FASTCGI_APPLICATION_MANAGER_SHUTDOWN"))
              .is("FASTCGI_SHUTDOWN", HIGH)
              .nearMissOf("FASTCGI_UNEXPECTED_EXIT"),
          CauseFixture.of(
                  "node.exe breaks its pipe",
                  program(Handler.NODE, p -> p.nodeFails(ms(1030), 1013, BROKEN_PIPE)))
              .is("IISNODE", HIGH),
          CauseFixture.of(
                  "node.exe does not open its pipe",
                  program(Handler.NODE, p -> p.nodeFails(ms(25_030), 1001, 2)))
              .is("IISNODE", HIGH),
          CauseFixture.of(
                  "node.exe is too busy", program(Handler.NODE, p -> p.nodeRefuses(1000, 0)))
              .is("IISNODE", HIGH)
              .nearMissOf("FASTCGI_QUEUE_FULL"),
          CauseFixture.of(
                  "a node application answers 500",
                  program(Handler.NODE, p -> p.nodeFails(ms(210), 0, 0)))
              .isOpen(HIGH)
              .nearMissOf("IISNODE"),
          CauseFixture.of(
                  "a DLL of the other bitness",
                  program(Handler.isapi(DLL), p -> p.isapiIsNotLoaded(BAD_EXE_FORMAT)))
              .is("ISAPI", MEDIUM),
          CauseFixture.of(
                  "a DLL that needs another one",
                  program(Handler.isapi(DLL), p -> p.isapiIsNotLoaded(MOD_NOT_FOUND)))
              .is("ISAPI", MEDIUM),
          CauseFixture.of(
                  "an ISAPI extension answers 500",
                  program(
                      Handler.isapi(DLL),
                      p -> p.isapiAnswers(DLL, ms(31), 500, "Internal Server Error", "x")))
              .isOpen(HIGH)
              .nearMissOf("ISAPI"));

  private ProgramsFixtures() {}

  private static Supplier<TraceScript> fails(long millis, String event) {
    return program(Handler.PHP, p -> p.fastCgiFails(ms(millis), event, 0, ""));
  }

  private static Supplier<TraceScript> silent(long millis, long code, String words) {
    return program(Handler.PHP, p -> p.fastCgiFailsSilently(ms(millis), code, words));
  }
}
