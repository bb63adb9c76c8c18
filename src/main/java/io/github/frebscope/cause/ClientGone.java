package io.github.frebscope.cause;

import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.catalog.TimeLimit;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Whether it was the client's connection that broke. What IIS reads from the client and writes to
 * it has events of its own; the connection to a backend is WinHTTP's and has other codes.
 */
final class ClientGone {
  private static final String FLUSHED = "GENERAL_FLUSH_RESPONSE_END";
  private static final String READ = "GENERAL_READ_ENTITY_END";
  private static final String COMPLETED = "NOTIFY_MODULE_COMPLETION";

  static final Set<String> EVENTS = Set.of(FLUSHED, READ, COMPLETED);

  private static final Set<String> OF_CLIENTS =
      Set.of(
          "ERROR_CONNECTION_INVALID",
          "ERROR_NETNAME_DELETED",
          "ERROR_CONNECTION_ABORTED",
          "ERROR_OPERATION_ABORTED",
          "WSAECONNRESET",
          "WSAECONNABORTED");

  /** Those of them that whoever cancels a read or a write gives it. */
  private static final Set<String> CANCELLED =
      Set.of("ERROR_CONNECTION_ABORTED", "ERROR_OPERATION_ABORTED");

  private static final String CLEAR = "No connection to a backend failed.";

  /** Reads and writes are recorded from this level on. */
  private static final int INFORMATION = 4;

  /** ARR says so with a status. */
  private static final int ARR_CLIENT_GONE = 604;

  private ClientGone() {}

  static Optional<Finding> judge(Failure failure, Finding finding) {
    if (isConfigurationError(failure)) {
      return Optional.empty();
    }
    Optional<TraceEvent> broken = broken(failure);
    Finding known =
        told(failure, finding)
            .proof(broken, broken.map(ClientGone::what).orElse(""))
            .value(
                "clear",
                Optional.of(CLEAR)
                    .filter(
                        text ->
                            isSaidByStatus(failure)
                                || broken.filter(e -> isBefore(failure, e)).isPresent()))
            .proof(
                failure.first(Headers.ARRIVED).filter(e -> isBehindArr(failure)), "came from ARR");
    if (isSaidByStatus(failure)) {
      return Optional.of(known);
    }
    if (failure.isCode("WSAECONNRESET")) {
      return Optional.empty(); // in a 502 that is the backend's connection
    }
    return failure.isCode("ERROR_CONNECTION_INVALID", "ERROR_NETNAME_DELETED")
        ? connectionCode(failure, known, broken)
        : cancelled(failure, known, broken);
  }

  /** Compression answers 500.19 when the client has left, and so does a broken configuration. */
  private static boolean isConfigurationError(Failure failure) {
    return failure
        .setBy()
        .flatMap(e -> e.data("ConfigExceptionInfo"))
        .filter(text -> !text.isBlank())
        .isPresent();
  }

  /** By the module's source, and by the name of ARR's status. */
  private static boolean isSaidByStatus(Failure failure) {
    return (failure.isBy("AspNetCoreModule", "AspNetCoreModuleV2")
            && failure.isStatus(400, 0)
            && failure.isCode("WSAECONNRESET"))
        || (failure.isBy("ApplicationRequestRouting") && failure.isStatus(400, ARR_CLIENT_GONE));
  }

  private static Optional<Finding> connectionCode(
      Failure failure, Finding known, Optional<TraceEvent> broken) {
    // A share that vanishes under a file has the same code, so it says nothing by itself.
    boolean ofShare = failure.isCode("ERROR_NETNAME_DELETED") && !isGateway(failure);
    if (broken.isEmpty()) {
      return ofShare
          ? Optional.empty()
          : Optional.of(
              known.atMost(
                  Confidence.MEDIUM,
                  "no read from the client or write to it failed in this trace"));
    }
    boolean before = broken.filter(e -> isBefore(failure, e)).isPresent();
    return ofShare && !before
        ? Optional.empty()
        : Optional.of(
            known.atMostIf(
                !before && !hasCodeOf(failure, broken.get()),
                Confidence.MEDIUM,
                "the write to the client failed only afterwards, with another error"));
  }

  /** Who cancelled: the client only if its connection had broken before. */
  private static Optional<Finding> cancelled(
      Failure failure, Finding known, Optional<TraceEvent> broken) {
    if (broken.isEmpty() && failure.before().noneMatch(e -> e.level() >= INFORMATION)) {
      return Optional.of(
          known.atMost(
              Confidence.MEDIUM, "reads from the client and writes to it were not traced"));
    }
    return broken
        .filter(e -> isBefore(failure, e))
        .map(
            e ->
                known.atMostIf(
                    code(e).filter(CANCELLED::contains).isPresent(),
                    Confidence.MEDIUM,
                    "a shutdown cancels reads and writes with the same code"));
  }

  private static Finding told(Failure failure, Finding finding) {
    Finding told =
        failure.isBy("AspNetCoreModule") && failure.status().status() == 502
            ? finding.value(
                "upgrade",
                "A newer ASP.NET Core Module answers 400 for this or keeps the application's status")
            : finding;
    return isBehindArr(failure)
        ? told.value("client", "The ARR front end before this server")
            .value("advice", adviceBehindArr(failure))
        : told;
  }

  /** A front end that gave up did so at its time-out; earlier, it was its own client, mostly. */
  private static String adviceBehindArr(Failure failure) {
    TimeLimit farm = failure.limits().get("arr-farm");
    Optional<MeasuredTime> took = failure.trace().request().timeTaken().map(MeasuredTime::of);
    String here = took.map(t -> " (" + t + " here)").orElse("");
    return took.filter(t -> !farm.isAbove(t)).isPresent()
        ? "The front end had probably waited long enough"
            + here
            + ": its limit is "
            + farm
            + ". Make the request faster, or raise that time-out"
        : "Look at the front end's trace of this request"
            + here
            + ": its own client had left, or it waits less than "
            + farm;
  }

  private static boolean isBehindArr(Failure failure) {
    return failure.header("X-ARR-LOG-ID").filter(id -> !id.isEmpty()).isPresent();
  }

  private static boolean isGateway(Failure failure) {
    return failure.isBy(
        "ApplicationRequestRouting",
        "AspNetCoreModule",
        "AspNetCoreModuleV2",
        "httpPlatformHandler");
  }

  /** A read from the client or a write to it that failed: the last one before, else one after. */
  private static Optional<TraceEvent> broken(Failure failure) {
    List<TraceEvent> all =
        failure.setBy().stream()
            .flatMap(
                set ->
                    failure.trace().events().stream()
                        .filter(e -> e.requestDepth() == set.requestDepth()))
            .filter(e -> EVENTS.contains(e.name()))
            .filter(e -> code(e).filter(OF_CLIENTS::contains).isPresent())
            .toList();
    return all.stream()
        .filter(e -> isBefore(failure, e))
        .reduce((first, second) -> second)
        .or(() -> all.stream().filter(e -> e.is(FLUSHED)).findFirst());
  }

  private static boolean isBefore(Failure failure, TraceEvent event) {
    return failure.setBy().filter(set -> event.index() < set.index()).isPresent();
  }

  private static boolean hasCodeOf(Failure failure, TraceEvent event) {
    return code(event).filter(failure::isCode).isPresent();
  }

  private static Optional<String> code(TraceEvent event) {
    OptionalLong number = ErrorCodes.in(event, "ErrorCode");
    return number.isEmpty()
        ? Optional.empty()
        : ErrorCodes.find(ErrorCodes.hresult(number.getAsLong())).map(ErrorCode::name);
  }

  private static String what(TraceEvent event) {
    String with = code(event).map(c -> " with " + c).orElse("");
    return event.is(READ)
        ? "reading from the client failed" + with
        : event.is(COMPLETED)
            ? "a read from the client or a write to it failed" + with
            : "sending to the client failed" + with;
  }
}
