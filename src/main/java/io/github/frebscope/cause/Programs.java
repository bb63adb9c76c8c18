package io.github.frebscope.cause;

import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.catalog.Meaning;
import io.github.frebscope.catalog.TimeLimit;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A program or library that IIS runs for a request failed. */
final class Programs {
  private static final int FIRST_OF_IISNODE = 1000;

  /** Level of events that report errors. */
  private static final int ERROR = 2;

  static final List<CauseRule> RULES =
      Stream.concat(
              Stream.of(
                  TableRule.of(
                      "CGI_PREMATURE_EXIT",
                      Set.of("CGI_LAUNCH", "CGI_PREMATURE_TERMINATION"),
                      Programs::endedEarly),
                  TableRule.of(
                      "CGI_TIMEOUT", Set.of("CGI_LAUNCH", "CGI_TIMEOUT"), Programs::ranTooLong),
                  TableRule.of("IISNODE", Set.of("IISNODE"), Programs::node),
                  TableRule.of("ISAPI", Set.of("CALL_ISAPI_EXTENSION"), Programs::notLoaded)),
              FastCgi.RULES.stream())
          .toList();

  private Programs() {}

  private static Optional<Finding> endedEarly(Failure failure, Finding finding) {
    Optional<TraceEvent> launch = failure.lastBefore("CGI_LAUNCH");
    Optional<TraceEvent> end = failure.first("CGI_PREMATURE_TERMINATION");
    Finding told =
        program(launch, finding)
            .proof(end, "the program ended too early")
            .value(
                "printed",
                end.flatMap(e -> e.data("Headers")).map(Quote::line).filter(t -> !t.isEmpty()));
    long notStarted = launch.map(e -> ErrorCodes.in(e, "ErrorCode").orElse(0)).orElse(0L);
    if (notStarted != 0) {
      return Optional.of(
          told.value("error", WindowsErrors.words(notStarted))
              .saying("{program|The CGI program} could not be started: {error}.")
              .value(
                  "do",
                  "See that the file is there, that the account of the request may read and execute"
                      + " it, and that it is a program for this Windows.")
              .value("next", "Run the program in a console as that account."));
    }
    long exit = failure.errorCode().orElse(0);
    return Optional.of(
        exit == 0 && failure.errorCode().isPresent()
            ? told.saying(
                "{program|The CGI program} ended without an error code but had not sent a complete"
                    + " block of HTTP headers[. What it had sent begins with: {printed}].")
            : told.value(
                "exit", exit == 0 ? Optional.empty() : Optional.of(ExitCodes.words(exit))));
  }

  private static Optional<Finding> ranTooLong(Failure failure, Finding finding) {
    return Optional.of(
        program(failure.lastBefore("CGI_LAUNCH"), finding)
            .proof(failure.first("CGI_TIMEOUT"), "IIS ended the program")
            .value(
                "limit",
                failure
                    .waited()
                    .flatMap(w -> failure.limits().matching(w, "cgi"))
                    .map(TimeLimit::toString)));
  }

  private static Finding program(Optional<TraceEvent> launch, Finding finding) {
    return finding
        .proof(launch, "the program")
        .value(
            "program",
            launch.flatMap(e -> e.data("CommandLine")).filter(c -> !c.isBlank()).map(Quote::line));
  }

  /** The sub-status says which step failed; what each means stands in meanings.txt. */
  private static Optional<Finding> node(Failure failure, Finding finding) {
    if (failure.status().subStatus() < FIRST_OF_IISNODE) {
      return Optional.empty(); // the application's own answer
    }
    Optional<Meaning> meaning = PlainMeaning.find(failure);
    Finding told =
        finding
            .proof(
                failure
                    .before()
                    .filter(e -> e.is("IISNODE") && e.level() <= ERROR)
                    .reduce((first, second) -> second),
                "iisnode says what failed")
            .value(
                "error",
                ErrorCodes.find(failure.errorCode().orElse(0))
                    .filter(e -> e.code() != 0)
                    .map(ErrorCode::name))
            .value(
                "limit",
                failure
                    .waited()
                    .flatMap(w -> failure.limits().matching(w, "iisnode-pipe"))
                    .map(TimeLimit::toString));
    return Optional.of(
        meaning
            .map(
                m -> told.saying(m.says()).value("do", Template.render(m.remedy(), failure::value)))
            .orElse(told));
  }

  /**
   * An extension that was called had been loaded; that no call was traced proves nothing, since its
   * provider need not be traced.
   */
  private static Optional<Finding> notLoaded(Failure failure, Finding finding) {
    return failure.lastBefore("CALL_ISAPI_EXTENSION").isPresent()
        ? Optional.empty()
        : Optional.of(
            finding.atMost(
                Confidence.MEDIUM,
                "a call of the extension would not be in the trace either if its provider, ISAPI"
                    + " Extension, is not traced"));
  }
}
