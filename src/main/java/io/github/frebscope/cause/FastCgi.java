package io.github.frebscope.cause;

import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.catalog.TimeLimit;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * FastCGI failed. Its event comes before the status and names the failure; what a program printed
 * to stderr ({@code MODULE_WARNING}, {@code FASTCGI_STDERR_TRACE_*}) is the application's matter.
 */
final class FastCgi {
  private static final String ASSIGNED = "FASTCGI_ASSIGN_PROCESS";
  private static final String UNKNOWN = "FASTCGI_UNKNOWN_ERROR";
  private static final String NO_EVENT =
      "no event of FastCGI was traced; only the error code says so";

  private static final long WAIT_TIMEOUT = 258;

  /** NTSTATUS of severity error: how crashed processes end. */
  private static final long FIRST_CRASH = 0xC0000000L;

  private static final List<Sign> SIGNS =
      List.of(
          new Sign(
              "FASTCGI_ACTIVITY_TIMEOUT",
              List.of("FASTCGI_ACTIVITY_TIMEOUT"),
              "activity timeout",
              f -> isTimeOut(f, "fastcgi-request")),
          new Sign(
              "FASTCGI_REQUEST_TIMEOUT",
              List.of("FASTCGI_REQUEST_TIMEOUT"),
              "request timeout",
              f -> isTimeOut(f, "fastcgi-activity")),
          new Sign(
              "FASTCGI_UNEXPECTED_EXIT",
              List.of("FASTCGI_UNEXPECTED_EXIT"),
              "exited unexpectedly",
              f -> isExit(f) || isCrash(f) || f.isCode("ERROR_BROKEN_PIPE")),
          new Sign(
              "FASTCGI_RAPID_FAILURE",
              List.of("FASTCGI_RAPID_FAILURE_PROTECTION"),
              "failed recently",
              f -> false),
          new Sign("FASTCGI_QUEUE_FULL", List.of("FASTCGI_QUEUE_FULL"), "", f -> false),
          new Sign(
              "FASTCGI_EXE_NOT_FOUND",
              List.of("FASTCGI_PATH_NOT_FOUND", "FASTCGI_SCRIPT_PROCESSOR_MISSING"),
              "",
              f -> f.isCode("ERROR_FILE_NOT_FOUND", "ERROR_PATH_NOT_FOUND")),
          new Sign(
              "FASTCGI_STARTUP", List.of("FASTCGI_ADD_JOBOBJECT_FAIL", UNKNOWN), "", f -> false),
          new Sign(
              "FASTCGI_SHUTDOWN", List.of("FASTCGI_APPLICATION_MANAGER_SHUTDOWN"), "", f -> false));

  private static final Set<String> FAILURES =
      SIGNS.stream().flatMap(s -> s.events().stream()).collect(Collectors.toUnmodifiableSet());

  static final List<CauseRule> RULES = SIGNS.stream().map(FastCgi::rule).toList();

  private FastCgi() {}

  /**
   * What shows a failure.
   *
   * @param id of the cause
   * @param events one of these comes before the status
   * @param words of the description, in English and lower case; empty when they are not known
   * @param code whether the error code points to it
   */
  private record Sign(String id, List<String> events, String words, Predicate<Failure> code) {}

  private static CauseRule rule(Sign sign) {
    Set<String> events =
        Stream.concat(FAILURES.stream(), Stream.of(ASSIGNED, "SET_RESPONSE_ERROR_DESCRIPTION"))
            .collect(Collectors.toUnmodifiableSet());
    return TableRule.of(
        sign.id(), events, (failure, finding) -> judge(sign, failure, tell(failure, finding)));
  }

  private static Optional<Finding> judge(Sign sign, Failure failure, Finding finding) {
    Optional<TraceEvent> event = failure.lastBefore(FAILURES.toArray(String[]::new));
    if (event.isPresent()) {
      return event
          .filter(e -> sign.events().contains(e.name()))
          .map(e -> what(e, finding).proof(e, "FastCGI says what failed"));
    }
    if (failure.isStatus(503, 4)) {
      return Optional.of(finding); // has one meaning
    }
    if (SIGNS.stream().anyMatch(s -> isDescribed(s, failure))) {
      return isDescribed(sign, failure) ? Optional.of(finding) : Optional.empty();
    }
    return sign.code().test(failure)
        ? Optional.of(finding.atMost(Confidence.MEDIUM, NO_EVENT))
        : Optional.empty();
  }

  /** The description is the program's path, a dash and the message. */
  private static boolean isDescribed(Sign sign, Failure failure) {
    return !sign.words().isEmpty()
        && failure
            .words()
            .map(text -> text.substring(text.lastIndexOf(" - ") + 1))
            .filter(text -> text.toLowerCase(Locale.ROOT).contains(sign.words()))
            .isPresent();
  }

  private static boolean isTimeOut(Failure failure, String other) {
    return failure.isCode("WAIT_TIMEOUT")
        && !(failure.isWaitOfModule()
            && failure.waited().filter(failure.limits().get(other)::matches).isPresent());
  }

  /** The number of a time-out can be one as well. */
  private static boolean isExit(Failure failure) {
    return failure.isExitCode() && failure.errorCode().orElse(0) != WAIT_TIMEOUT;
  }

  private static boolean isCrash(Failure failure) {
    return failure.errorCode().orElse(0) >= FIRST_CRASH;
  }

  private static Finding what(TraceEvent event, Finding finding) {
    OptionalLong code =
        event.is(UNKNOWN) ? ErrorCodes.in(event, "ErrorCode") : OptionalLong.empty();
    return finding
        .value(
            "what",
            event.is(UNKNOWN)
                ? "an error that FastCGI has no name for"
                : "the process could not be put into IIS's job object")
        .value(
            "error",
            code.orElse(0) == 0
                ? Optional.empty()
                : Optional.of(WindowsErrors.words(code.getAsLong())));
  }

  private static Finding tell(Failure failure, Finding finding) {
    boolean ended = isExit(failure) || isCrash(failure);
    String own =
        finding.cause().id().equals("FASTCGI_REQUEST_TIMEOUT")
            ? "fastcgi-request"
            : "fastcgi-activity";
    return finding
        .value(
            "program",
            failure.lastBefore(ASSIGNED).flatMap(e -> e.data("CommandLine")).map(Quote::line))
        .value(
            "exit",
            ended
                ? Optional.of(ExitCodes.words(failure.errorCode().getAsLong()))
                : Optional.empty())
        .value(
            "limit",
            failure
                .waited()
                .flatMap(w -> failure.limits().matching(w, own))
                .map(TimeLimit::toString));
  }
}
