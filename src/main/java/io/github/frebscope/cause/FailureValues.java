package io.github.frebscope.cause;

import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.trace.MeasuredTime;
import java.util.Optional;

/** The values that the templates of causes name. */
final class FailureValues {
  private FailureValues() {}

  /** The value of that name; empty when the trace does not tell it or there is no such value. */
  static Optional<String> of(Failure failure, String name) {
    return switch (name) {
      case "backend" -> failure.backend();
      case "peer" -> failure.backend().or(() -> unnamed(failure, "the application's process"));
      case "Peer" -> failure.backend().or(() -> unnamed(failure, "The application's process"));
      case "farm" -> failure.farm();
      case "module" -> failure.module();
      case "status" -> Optional.of(failure.status().toString());
      case "code" -> code(failure);
      case "wait" -> failure.waited().map(MeasuredTime::toString);
      case "waited" -> failure.waited().map(wait -> waited(failure, wait));
      case "words" -> failure.words();
      case "pool" -> failure.trace().request().appPool();
      case "server" -> failure.trace().server();
      case "url" -> failure.trace().request().url();
      case "process" -> process(failure);
      case "log" -> log(failure);
      case "portVariable" -> portVariable(failure);
      default -> Optional.empty();
    };
  }

  /** {@code at most 30,000 ms ±16 ms} when others may have taken a part of the silence. */
  private static String waited(Failure failure, MeasuredTime wait) {
    return failure.isWaitOfModule() || wait.isBelowClock() ? wait.toString() : "at most " + wait;
  }

  /** Who is asked when it has no name. */
  private static Optional<String> unnamed(Failure failure, String words) {
    return Optional.of(words).filter(text -> failure.isOfProcess());
  }

  private static Optional<String> process(Failure failure) {
    return failure.trace().request().processId().isPresent()
        ? Optional.of(Long.toString(failure.trace().request().processId().getAsLong()))
        : Optional.empty();
  }

  /** Where the module tells its process which port to listen on. */
  private static Optional<String> portVariable(Failure failure) {
    return Optional.of(failure)
        .filter(Failure::isOfProcess)
        .map(f -> f.isBy("httpPlatformHandler") ? "HTTP_PLATFORM_PORT" : "ASPNETCORE_PORT");
  }

  /** The source under which the module writes to the Application event log. */
  private static Optional<String> log(Failure failure) {
    return failure
        .module()
        .flatMap(
            module ->
                switch (module) {
                  case "AspNetCoreModule" -> Optional.of("IIS AspNetCore Module");
                  case "AspNetCoreModuleV2" -> Optional.of("IIS AspNetCore Module V2");
                  case "httpPlatformHandler" -> Optional.of("HttpPlatformHandler");
                  default -> Optional.empty();
                });
  }

  /** {@code ERROR_WINHTTP_TIMEOUT 0x80072EE2}; 0 names no error. */
  private static Optional<String> code(Failure failure) {
    if (failure.errorCode().orElse(0) == 0) {
      return Optional.empty();
    }
    long code = failure.errorCode().getAsLong();
    if (failure.isExitCode()) {
      return Optional.of("exit code " + code + " (" + ErrorCodes.hex(code) + ")");
    }
    return Optional.of(WindowsErrors.words(code));
  }
}
