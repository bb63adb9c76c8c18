package io.github.frebscope.classify;

import io.github.frebscope.trace.StatusCode;
import java.util.Optional;
import java.util.Set;

/**
 * What an error code or a status leaves open by its own documentation, however plain it is which
 * module set it. A verdict that rests on one is at most of medium confidence and says what is open.
 */
final class OpenQuestions {
  private static final long TIMEOUT = 0x80072EE2L;
  private static final long CONNECTION_ERROR = 0x80072EFEL;

  /**
   * The operation was cancelled: WinHTTP's OPERATION_CANCELLED and INCORRECT_HANDLE_STATE,
   * ERROR_OPERATION_ABORTED and ERROR_CONNECTION_ABORTED. "Usually because the handle was closed",
   * says Microsoft's list of WinHTTP errors, and not by whom.
   */
  private static final Set<Long> CANCELLED =
      Set.of(0x80072EF1L, 0x80072EF3L, 0x800703E3L, 0x800704D4L);

  private static final Set<StatusCode> STAGES =
      Set.of(StatusCode.of(502, 2), StatusCode.of(502, 6), StatusCode.of(502, 7));

  private OpenQuestions() {}

  /**
   * The question, the rest of a sentence; empty when nothing is open.
   *
   * @param module the usual name of the module that set the status
   * @param status the status
   * @param code its error code, 0 for none
   * @param arrStepKnown whether the trace shows how far ARR got with its backend
   */
  static Optional<String> of(String module, StatusCode status, long code, boolean arrStepKnown) {
    if (!Repertoire.isGateway(module)) {
      return Optional.empty();
    }
    if (code == CONNECTION_ERROR) {
      // Microsoft's list of WinHTTP errors: reset, or terminated, or an incompatible TLS protocol.
      return Optional.of(
          "who ended the connection (the backend, or something between) and why, which this code"
              + " does not tell");
    }
    if (CANCELLED.contains(code)) {
      return Optional.of(
          "who cancelled the operation (the client's leaving, a shutdown, a closed WebSocket),"
              + " which this code does not tell");
    }
    boolean arr = module.equals(Names.ARR);
    if (arr && code == TIMEOUT && !arrStepKnown) {
      // Microsoft, "Troubleshooting 502 errors in ARR": 12002 is a connect timeout as well.
      return Optional.of(
          "whether connecting or the answer took too long; trace RequestRouting at Information");
    }
    return arr && STAGES.contains(status)
        ? Optional.of("what went wrong in that stage, of which only the name is documented")
        : Optional.empty();
  }
}
