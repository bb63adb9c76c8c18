package io.github.frebscope.cause;

import io.github.frebscope.catalog.TimeLimit;
import java.util.List;
import java.util.Optional;

/**
 * The ASP.NET Core Module or HttpPlatformHandler could not start the application's process. The
 * module keeps the exact reason for the event log more often than not; an error code of 0 says
 * nothing, and then nothing is found here.
 */
final class ProcessStart {
  private static final String ONLY_CODE = "the trace has the error code alone and no exit code";

  private static final String NO_COMMAND_LINE = "the command line was not traced";

  static final List<CauseRule> RULES =
      List.of(
          rule("START_EXE_NOT_FOUND", ProcessStart::exeNotFound),
          rule("START_EMPTY_CONFIG", ProcessStart::emptyConfig),
          rule("START_EXITED", ProcessStart::exited),
          rule("START_INHERITED_HANDLER", ProcessStart::inheritedHandler),
          rule("START_NOT_LISTENING", ProcessStart::notListening),
          rule("START_TIMEOUT", ProcessStart::timeOut),
          rule("START_RAPID_FAIL", ProcessStart::rapidFail),
          rule("START_PORT_EXHAUSTED", ProcessStart::portExhausted),
          TableRule.of("APP_SHUTTING_DOWN"));

  private ProcessStart() {}

  /** Looks at a start that failed. */
  private interface Look {
    Optional<Finding> at(StartReport report, Finding finding);
  }

  private static CauseRule rule(String id, Look look) {
    return TableRule.of(
        id,
        StartReport.EVENTS,
        (failure, finding) -> failure.start().flatMap(r -> look.at(r, r.tell(finding))));
  }

  private static Optional<Finding> when(boolean condition, Finding finding) {
    return condition ? Optional.of(finding) : Optional.empty();
  }

  private static Optional<Finding> exeNotFound(StartReport report, Finding finding) {
    return when(
        report.isCode("ERROR_FILE_NOT_FOUND", "ERROR_PATH_NOT_FOUND")
            && !report.text().namesNoProgram(),
        finding
            .atMostIf(report.text().commandLine().isEmpty(), Confidence.MEDIUM, NO_COMMAND_LINE)
            .atMostIf(
                !report.isSurelyStart(),
                Confidence.MEDIUM,
                "only the code, which WinHTTP does not give, shows that it was a start")
            .atMostIf(
                !report.isSurelyStart() && report.failure().first(Headers.SET).isEmpty(),
                Confidence.LOW,
                "whether the request was being sent to a process was not traced"));
  }

  private static Optional<Finding> emptyConfig(StartReport report, Finding finding) {
    if (report.text().namesNoProgram()) {
      return Optional.of(finding);
    }
    boolean notFound = report.isCode("ERROR_FILE_NOT_FOUND");
    return when(
        report.failure().isStatus(502, 5)
            && (notFound || report.isCode("ERROR_INVALID_PARAMETER"))
            && report.text().commandLine().isEmpty(),
        finding
            .atMost(Confidence.MEDIUM, NO_COMMAND_LINE)
            .atMostIf(
                notFound, Confidence.LOW, "a program that is missing ends with that code too"));
  }

  private static Optional<Finding> exited(StartReport report, Finding finding) {
    if (!report.isSurelyStart()) {
      return Optional.empty();
    }
    if (report.text().exitCode().isPresent()) {
      return Optional.of(
          finding
              .value("fix", fix(report))
              .atMostIf(
                  isWrongArguments(report) && report.text().isSubApplication(),
                  Confidence.LOW,
                  "that exit code in an application below another one points to an inherited"
                      + " handler"));
    }
    return report.isCode("ERROR_PROCESS_ABORTED")
        ? Optional.of(finding)
        : when(isBareFailure(report), finding.atMost(Confidence.MEDIUM, ONLY_CODE));
  }

  /** What to do about the exit codes that tell it. */
  private static Optional<String> fix(StartReport report) {
    if (report.isExit("FrameworkMissingFailure") || report.isExit("CoreHostLibMissingFailure")) {
      return Optional.of(
          "Install the .NET runtime of the version and bitness that its runtimeconfig.json asks for"
              + " (dotnet --list-runtimes shows those that are there).");
    }
    return report.isExit("CLR_EXCEPTION")
        ? Optional.of("The exception is one of the application's start-up code.")
        : Optional.empty();
  }

  /** E_FAIL with nothing beside it. */
  private static boolean isBareFailure(StartReport report) {
    return report.isSurelyStart()
        && report.isCode("E_FAIL")
        && report.text().exitCode().isEmpty()
        && !isWrongPort(report);
  }

  private static boolean isWrongArguments(StartReport report) {
    return report.isExit("InvalidArgFailure");
  }

  private static boolean isWrongPort(StartReport report) {
    return report.text().says("failed to listen on the given port");
  }

  private static Optional<Finding> inheritedHandler(StartReport report, Finding finding) {
    if (isBareFailure(report)) {
      return Optional.of(finding.atMost(Confidence.LOW, ONLY_CODE));
    }
    boolean below = report.text().isSubApplication();
    return when(
        report.isSurelyStart() && isWrongArguments(report),
        finding
            .atMost(
                Confidence.MEDIUM,
                "wrong arguments of the application's own end with that code too")
            .atMostIf(
                !below,
                Confidence.LOW,
                "the trace does not show an application below another one"));
  }

  private static Optional<Finding> notListening(StartReport report, Finding finding) {
    if (report.isCode("ERROR_CREATE_FAILED") || isWrongPort(report)) {
      return Optional.of(finding);
    }
    return when(isBareFailure(report), finding.atMost(Confidence.LOW, ONLY_CODE));
  }

  /** WinHTTP has a code of its own for answers that do not come; this one is of the start alone. */
  private static Optional<Finding> timeOut(StartReport report, Finding finding) {
    if (report.isCode("ERROR_TIMEOUT")) {
      return Optional.of(finding);
    }
    Failure failure = report.failure();
    TimeLimit limit = failure.limits().get("ancm-startup");
    return when(
        failure.isStatus(502, 5)
            && (report.code().isEmpty() || isBareFailure(report))
            && failure.waited().filter(limit::matches).isPresent(),
        finding
            .atMost(Confidence.MEDIUM, "only the length of the wait points to it")
            .atMostIf(
                !failure.isWaitOfModule(),
                Confidence.LOW,
                "others may have had a part in the wait"));
  }

  private static Optional<Finding> rapidFail(StartReport report, Finding finding) {
    return when(report.isCode("ERROR_SERVER_DISABLED"), finding);
  }

  private static Optional<Finding> portExhausted(StartReport report, Finding finding) {
    return when(
        report.isSurelyStart()
            && (report.isCode("WSAEADDRINUSE", "WSAENOBUFS")
                || report.text().says("failed to choose listen port")),
        finding);
  }
}
