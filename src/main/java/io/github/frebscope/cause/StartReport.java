package io.github.frebscope.cause;

import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.trace.TraceEvent;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the trace holds of a start that failed: texts and codes of the module's own events, of the
 * description, and of the event that set the status.
 */
final class StartReport {
  static final Set<String> EVENTS =
      Set.of(
          "ANCM_START_APPLICATION_FAIL",
          "ANCM_HRESULT_FAILED",
          "ANCM_EXCEPTION_CAUGHT",
          "SET_RESPONSE_ERROR_DESCRIPTION");

  private static final StartText NOTHING = new StartText("");

  private final Failure failure;
  private final Optional<TraceEvent> failEvent;
  private final Optional<TraceEvent> resultEvent;
  private final StartText text;

  private StartReport(Failure failure) {
    this.failure = failure;
    failEvent = failure.lastBefore("ANCM_START_APPLICATION_FAIL");
    resultEvent =
        failure
            .before()
            .filter(e -> e.is("ANCM_HRESULT_FAILED") && ErrorCodes.in(e, "HResult").orElse(0) != 0)
            .reduce((first, second) -> second);
    text =
        Stream.of(
                failEvent.flatMap(e -> e.data("FailureDescription")),
                failure.words(),
                failure.lastBefore("ANCM_EXCEPTION_CAUGHT").flatMap(e -> e.data("Description")))
            .flatMap(Optional::stream)
            .map(StartText::new)
            .filter(StartText::isTelling)
            .findFirst()
            .orElse(NOTHING);
  }

  /**
   * The report of a failure that can be one of a start. With disableStartUpErrorPage the module
   * answers 502.3 for it as for everything else; then nothing may have been sent to the process.
   */
  static Optional<StartReport> of(Failure failure) {
    return failure.isStatus(502, 5) || !isForwarded(failure)
        ? Optional.of(new StartReport(failure))
        : Optional.empty();
  }

  private static boolean isForwarded(Failure failure) {
    return failure.phase() != ExchangePhase.BEFORE
        || failure.setHeader("MS-ASPNETCORE-TOKEN").isPresent();
  }

  Failure failure() {
    return failure;
  }

  StartText text() {
    return text;
  }

  /** Whether it is sure that a start failed: the status or the module's own event says so. */
  boolean isSurelyStart() {
    return failure.isStatus(502, 5) || failEvent.isPresent();
  }

  /** The error: of the module's text, else of the status, else of the last step that failed. */
  OptionalLong code() {
    OptionalLong told = text.code();
    if (told.isPresent()) {
      return told;
    }
    return failure.hresult().orElse(0) != 0
        ? failure.hresult()
        : resultEvent.map(e -> ErrorCodes.in(e, "HResult")).orElse(OptionalLong.empty());
  }

  /**
   * Whether the error is that of a step alone. The module traces steps as well that failed without
   * harm.
   */
  private boolean isOfStepAlone() {
    return text.code().isEmpty() && failure.hresult().orElse(0) == 0 && resultEvent.isPresent();
  }

  /** Whether that error has one of these symbols. */
  boolean isCode(String... symbols) {
    return code().isPresent()
        && ErrorCodes.find(ErrorCodes.hresult(code().getAsLong()))
            .map(ErrorCode::name)
            .filter(Set.of(symbols)::contains)
            .isPresent();
  }

  /** Whether the exit code has that name. */
  boolean isExit(String name) {
    return text.exitCode().isPresent()
        && ErrorCodes.find(text.exitCode().getAsLong())
            .filter(e -> e.name().equals(name))
            .isPresent();
  }

  /** The finding with what the report tells. */
  Finding tell(Finding finding) {
    OptionalLong exit = text.exitCode();
    return finding
        .proof(failEvent, "says why")
        .proof(resultEvent.filter(e -> isCodeOf(e)), "the last step that failed")
        .value("command", text.commandLine().filter(c -> !c.isEmpty()).map(Quote::line))
        .value("application", text.application().map(Quote::line))
        .value(
            "exit",
            exit.isPresent() ? Optional.of(ExitCodes.words(exit.getAsLong())) : Optional.empty())
        .value("limit", failure.limits().get("ancm-startup").toString())
        .atMostIf(
            isOfStepAlone(),
            Confidence.MEDIUM,
            "the error is that of a step of the start, and the start may have failed for another");
  }

  private boolean isCodeOf(TraceEvent event) {
    return ErrorCodes.in(event, "HResult").equals(code());
  }
}
