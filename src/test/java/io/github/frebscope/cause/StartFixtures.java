package io.github.frebscope.cause;

import static io.github.frebscope.cause.Confidence.HIGH;
import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.cause.Plays.core;
import static io.github.frebscope.cause.Plays.ms;

import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.TraceScript;
import java.util.List;
import java.util.function.Supplier;

/** The process did not start: start.txt. */
final class StartFixtures {
  private static final long E_FAIL = 2147500037L;
  private static final long FILE_NOT_FOUND = 2147942402L;
  private static final long PATH_NOT_FOUND = 2147942403L;
  private static final long INVALID_PARAMETER = 2147942487L;
  private static final long PROCESS_ABORTED = 2147943467L;
  private static final long SERVER_DISABLED = 2147943741L;
  private static final long TIME_OUT = 2147943860L;
  private static final long CREATE_FAILED = 2147944031L;
  private static final long ADDRESS_IN_USE = 2147952448L;
  private static final long NO_BUFFERS = 2147952455L;
  private static final long APPLICATION_EXITING = 2147483674L;
  private static final long SHUTDOWN_IN_PROGRESS = 2147943655L;

  private static final String ROOT = "/LM/W3SVC/9/ROOT";
  private static final String BELOW = "/LM/W3SVC/9/ROOT/archive";
  private static final String DOTNET = "dotnet .\\Plan.dll";

  static final List<CauseFixture> ALL =
      List.of(
          CauseFixture.of(
                  "dotnet.exe is not there",
                  says(16, FILE_NOT_FOUND, failed(ROOT, DOTNET, "'0x80070002 : 0'")))
              .is("START_EXE_NOT_FOUND", HIGH)
              .nearMissOf("START_EXITED"),
          CauseFixture.of(
                  "the folder of the program is not there",
                  core(Handler.ANCM1, a -> a.version1DoesNotStart(ms(31), PATH_NOT_FOUND)))
              .is("START_EXE_NOT_FOUND", MEDIUM),
          CauseFixture.of(
                  "no processPath",
                  says(15, INVALID_PARAMETER, failed(BELOW, "\"\" ", "'0x80070057 : 0'")))
              .is("START_EMPTY_CONFIG", HIGH)
              .nearMissOf("START_INHERITED_HANDLER"),
          CauseFixture.of(
                  "a placeholder for processPath",
                  says(
                      15,
                      FILE_NOT_FOUND,
                      failed(ROOT, "\"%LAUNCHER_PATH%\" %LAUNCHER_ARGS%", "'0x80070002 : 0'")))
              .is("START_EMPTY_CONFIG", HIGH)
              .nearMissOf("START_EXE_NOT_FOUND"),
          CauseFixture.of(
                  "a wrong parameter and no command line",
                  core(Handler.ANCM1, a -> a.version1DoesNotStart(ms(16), INVALID_PARAMETER)))
              .is("START_EMPTY_CONFIG", MEDIUM),
          CauseFixture.of(
                  "a wrong parameter with a program is no empty configuration",
                  says(15, INVALID_PARAMETER, failed(ROOT, DOTNET, "'0x80070057 : 0'")))
              .isOpen(MEDIUM)
              .nearMissOf("START_EMPTY_CONFIG"),
          CauseFixture.of(
                  "the framework is missing",
                  says(890, E_FAIL, failed(ROOT, DOTNET, "'0x80004005 : 80008096'")))
              .is("START_EXITED", HIGH)
              .nearMissOf("START_NOT_LISTENING"),
          CauseFixture.of(
                  "an exception in the start-up code",
                  says(2405, E_FAIL, failed(ROOT, DOTNET, "'0x80004005' : e0434352")))
              .is("START_EXITED", HIGH)
              .nearMissOf("START_TIMEOUT"),
          CauseFixture.of(
                  "an exit code in decimal digits",
                  says(
                      1200,
                      E_FAIL,
                      failed(
                          ROOT,
                          DOTNET,
                          "'0x80004005', processId '7120', processStatus '-532462766'")))
              .is("START_EXITED", HIGH),
          CauseFixture.of(
                  "version 1 saw the process end",
                  core(Handler.ANCM1, a -> a.version1DoesNotStart(ms(1600), PROCESS_ABORTED)))
              .is("START_EXITED", HIGH),
          CauseFixture.of(
                  "E_FAIL alone",
                  core(Handler.HTTP_PLATFORM, a -> a.version1DoesNotStart(ms(940), E_FAIL)))
              .is("START_EXITED", MEDIUM)
              .also("START_INHERITED_HANDLER", "START_NOT_LISTENING"),
          CauseFixture.of(
                  "arguments that the host does not know, in an application below",
                  says(470, E_FAIL, failed(BELOW, DOTNET, "'0x80004005 : 80008081'")))
              .is("START_INHERITED_HANDLER", MEDIUM)
              .also("START_EXITED"),
          CauseFixture.of(
                  "the same in version 1's words",
                  core(
                      Handler.ANCM2,
                      a ->
                          a.version2Throws(
                              ms(485),
                              failed(
                                  "MACHINE/WEBROOT/APPHOST/PLAN/ARCHIVE",
                                  DOTNET,
                                  "'0x80004005'  processStatus code '80008081'"),
                              E_FAIL)))
              .is("START_INHERITED_HANDLER", MEDIUM)
              .also("START_EXITED"),
          CauseFixture.of(
                  "arguments that the host does not know, at the root",
                  says(470, E_FAIL, failed(ROOT, DOTNET, "'0x80004005 : 80008081'")))
              .is("START_EXITED", HIGH)
              .also("START_INHERITED_HANDLER"),
          CauseFixture.of(
                  "another port than the one given",
                  says(
                      4100,
                      CREATE_FAILED,
                      created(ROOT, "but failed to listen on the given port '25114'")))
              .is("START_NOT_LISTENING", HIGH)
              .nearMissOf("START_PORT_EXHAUSTED"),
          CauseFixture.of(
                  "another port, and no page",
                  core(Handler.ANCM2, a -> a.doesNotStartWithoutPage(ms(4100), CREATE_FAILED)))
              .is("START_NOT_LISTENING", HIGH)
              .nearMissOf("CONNECT_REFUSED"),
          CauseFixture.of(
                  "not ready after two minutes",
                  says(
                      120_310,
                      TIME_OUT,
                      created(
                          ROOT,
                          "but either crashed, did not respond, or did not listen on the given port"
                              + " '17204', ErrorCode = '0x800705b4'")))
              .is("START_TIMEOUT", HIGH)
              .nearMissOf("TIMEOUT_RECEIVE"),
          CauseFixture.of(
                  "not ready after a limit of its own, and no page",
                  core(Handler.ANCM1, a -> a.doesNotStartWithoutPage(ms(60_140), TIME_OUT)))
              .is("START_TIMEOUT", HIGH)
              .nearMissOf("CONNECT_TIMEOUT"),
          CauseFixture.of(
                  "no code, after two minutes",
                  core(Handler.ANCM1, a -> a.version1DoesNotStart(ms(121_100), 0)))
              .is("START_TIMEOUT", MEDIUM),
          CauseFixture.of(
                  "no code, after a second",
                  core(Handler.ANCM2, a -> a.version1DoesNotStart(ms(1090), 0)))
              .isOpen(MEDIUM)
              .nearMissOf("START_TIMEOUT"),
          CauseFixture.of(
                  "too many failed starts in a minute",
                  core(Handler.ANCM1, a -> a.version1DoesNotStart(ms(0), SERVER_DISABLED)))
              .is("START_RAPID_FAIL", HIGH)
              .nearMissOf("START_EXITED"),
          CauseFixture.of(
                  "too many failed starts, told by the step that failed",
                  core(Handler.ANCM2, a -> a.version2StepFails(ms(0), SERVER_DISABLED, 0)))
              .is("START_RAPID_FAIL", MEDIUM),
          CauseFixture.of(
                  "one failed start is not too many",
                  core(Handler.ANCM2, a -> a.version2StepFails(ms(320), PROCESS_ABORTED, 0)))
              .is("START_EXITED", MEDIUM)
              .nearMissOf("START_RAPID_FAIL"),
          CauseFixture.of(
                  "no port for the process",
                  core(Handler.ANCM1, a -> a.version1DoesNotStart(ms(15), ADDRESS_IN_USE)))
              .is("START_PORT_EXHAUSTED", HIGH)
              .nearMissOf("PORT_EXHAUSTION"),
          CauseFixture.of(
                  "no port out of a range",
                  says(
                      47,
                      NO_BUFFERS,
                      "Application '"
                          + ROOT
                          + "' with physical root 'E:\\plan\\' failed to choose listen port '0' given"
                          + " port range '1025 - 48000', ErrorCode = '0x80072747'."))
              .is("START_PORT_EXHAUSTED", HIGH),
          CauseFixture.of(
                  "the application is exiting",
                  core(Handler.ANCM2, a -> a.refuses(APPLICATION_EXITING)))
              .is("APP_SHUTTING_DOWN", HIGH),
          CauseFixture.of(
                  "a shutdown is in progress",
                  core(Handler.ANCM1, a -> a.refuses(SHUTDOWN_IN_PROGRESS)))
              .is("APP_SHUTTING_DOWN", HIGH),
          CauseFixture.of(
                  "the application answers 503 itself",
                  core(
                      Handler.ANCM2,
                      a -> a.answers(ms(31), 503, "Service Unavailable", "{\"retry\":30}")))
              .isOpen(HIGH)
              .nearMissOf("APP_SHUTTING_DOWN"),
          CauseFixture.of(
                  "a process that was started refuses",
                  core(Handler.ANCM2, a -> a.version2DoesNotConnect(ms(1040), Arr.CANNOT_CONNECT)))
              .is("CONNECT_REFUSED", HIGH)
              .nearMissOf("START_NOT_LISTENING"));

  private StartFixtures() {}

  private static Supplier<TraceScript> says(long millis, long code, String why) {
    return core(Handler.ANCM2, a -> a.version2DoesNotStart(ms(millis), code, why));
  }

  private static String failed(String application, String commandLine, String code) {
    return "Application '"
        + application
        + "' with physical root 'E:\\plan\\' failed to start process with commandline '"
        + commandLine
        + "', ErrorCode = "
        + code
        + ".";
  }

  private static String created(String application, String how) {
    return "Application '"
        + application
        + "' with physical root 'E:\\plan\\' created process with commandline '"
        + DOTNET
        + "' "
        + how;
  }
}
