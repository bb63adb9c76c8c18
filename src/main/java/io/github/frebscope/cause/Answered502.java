package io.github.frebscope.cause;

import io.github.frebscope.catalog.Modules;
import io.github.frebscope.trace.TraceEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Somebody behind the module chose 502: a server that ARR asked, or an application. */
final class Answered502 {
  private static final String SET_RESPONSE_HEADER = "GENERAL_SET_RESPONSE_HEADER";
  private static final String IN_PROCESS = "ANCM_INPROC_EXECUTE_REQUEST_START";
  private static final String IN_PROCESS_DONE = "ANCM_INPROC_MANAGED_REQUEST_COMPLETION";

  private static final String CHILD_DONE = "GENERAL_CHILD_REQUEST_END";

  static final Set<String> EVENTS =
      Set.of(SET_RESPONSE_HEADER, IN_PROCESS, IN_PROCESS_DONE, CHILD_DONE);

  /** They run an application, which can set any status; none fails with 502 itself. */
  private static final Set<String> HOSTS =
      Set.of(
          "IsapiModule",
          "ManagedPipelineHandler",
          "FastCgiModule",
          "iisnode",
          "AspModule",
          "ASP",
          "ManagedEngine",
          "ManagedEngine64",
          "ManagedEngineV4.0_32bit",
          "ManagedEngineV4.0_64bit");

  /** They have failures of their own with 502, always with a sub-status. */
  private static final Set<String> HOSTS_THAT_FAIL_TOO =
      Set.of("CgiModule", "AspNetCoreModule", "AspNetCoreModuleV2", "httpPlatformHandler");

  private Answered502() {}

  /** ARR passed it on. */
  static Optional<Finding> relayed(Failure failure, Finding finding) {
    if (failure.errorCode().orElse(0) != 0) {
      return Optional.empty();
    }
    Finding known = finding.value("logId", failure.setHeader("X-ARR-LOG-ID"));
    if (failure.isRelayed()) {
      return Optional.of(known.proof(failure.answered(), "the backend had answered"));
    }
    // ARR adds its name to what it passes on, not to failures of its own.
    Optional<TraceEvent> passedOn =
        failure.phaseBegan().isPresent() ? Optional.empty() : arrPoweredBy(failure);
    return passedOn.map(
        e ->
            known
                .proof(e, "ARR wrote its name into the response, as it does when it passes one on")
                .atMost(Confidence.MEDIUM, "the exchange with the backend was not traced"));
  }

  private static Optional<TraceEvent> arrPoweredBy(Failure failure) {
    return failure.setBy().stream()
        .flatMap(
            set ->
                failure.trace().events().stream()
                    .filter(e -> e.requestDepth() == set.requestDepth())
                    .filter(e -> e.index() > set.index()))
        .filter(e -> e.is(SET_RESPONSE_HEADER))
        .filter(e -> e.data("HeaderName").filter("X-Powered-By"::equalsIgnoreCase).isPresent())
        .filter(
            e ->
                e.data("HeaderValue")
                    .filter(v -> v.toUpperCase(Locale.ROOT).startsWith("ARR/"))
                    .isPresent())
        .findFirst();
  }

  /** The application chose it. */
  static Optional<Finding> byApplication(Failure failure, Finding finding) {
    Optional<String> module = failure.module();
    if (module.isEmpty()) {
      return Optional.empty();
    }
    boolean plain = failure.status().subStatus() == 0;
    if (HOSTS_THAT_FAIL_TOO.contains(module.get())) {
      return plain && failure.errorCode().orElse(0) == 0
          ? Optional.of(answered(failure, finding))
          : Optional.empty();
    }
    boolean coded = failure.errorCode().orElse(0) != 0;
    if (Modules.find(module.get()).isEmpty()) {
      return plain && !coded ? Optional.of(unknown(finding)) : Optional.empty();
    }
    return HOSTS.contains(module.get())
        ? Optional.of(
            finding
                .atMostIf(!plain, Confidence.MEDIUM, "applications rarely choose a sub-status")
                .atMostIf(
                    coded,
                    Confidence.MEDIUM,
                    "an error code came with it, which an answer does not need")
                .atMostIf(
                    isOfChild(failure),
                    Confidence.MEDIUM,
                    "a request inside this one had ended with 502 before, and the module may have taken"
                        + " that over"))
        : Optional.empty();
  }

  private static boolean isOfChild(Failure failure) {
    return failure
        .lastBefore(CHILD_DONE)
        .flatMap(e -> e.data("HttpStatus"))
        .filter("502"::equals)
        .isPresent();
  }

  /** Somebody's module: part of an application, or a gateway with failures of its own. */
  private static Finding unknown(Finding finding) {
    return finding
        .saying("{module}, which is no module of IIS, answered {status} without an error.")
        .atMost(Confidence.MEDIUM, "it is not known what this module does, and it may have failed");
  }

  /** CGI gives what the program answers; the ASP.NET Core modules have events for it. */
  private static Finding answered(Failure failure, Finding finding) {
    Optional<TraceEvent> shown =
        failure.answered().or(() -> failure.lastBefore(IN_PROCESS, IN_PROCESS_DONE));
    return finding
        .proof(shown, "the application had the request and answered")
        .atMostIf(
            shown.isEmpty() && !failure.isBy("CgiModule"),
            Confidence.MEDIUM,
            "no event shows the application's answer; only that the module's own failures have a"
                + " sub-status speaks for it");
  }
}
