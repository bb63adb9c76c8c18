package io.github.frebscope.cause;

import io.github.frebscope.catalog.TimeLimit;
import java.time.Duration;
import java.util.Optional;

/**
 * What is known of a time-out of WinHTTP, which has one code for a connection that is not made and
 * for an answer that does not come. How far the exchange got tells the two apart; when that was not
 * traced, the length of the silence does: Windows gives up connecting by a time of its own,
 * whatever time-out is set.
 */
final class TimeOut {
  /** How far the exchange had got. */
  enum Stage {
    /** It began, and no event shows a connection. */
    CONNECTING,
    /** There was a connection, and the request was not all sent. */
    SENDING,
    /** The request was out, or its answer had begun. */
    ANSWERING,
    /** Not traced. */
    UNTRACED
  }

  private static final String FARM = "arr-farm";
  private static final String PROXY = "arr-proxy";
  private static final String ANCM = "ancm-request";

  /** Nobody sets a time-out as short as that. */
  private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(1);

  private final Failure failure;
  private final Stage stage;
  private final TimeLimit tcp;
  private final Optional<TimeLimit> limit;

  private TimeOut(Failure failure) {
    this.failure = failure;
    stage = stage(failure);
    tcp = failure.limits().get("tcp-connect");
    limit = failure.waited().flatMap(w -> failure.limits().matching(w, limits()));
  }

  static TimeOut of(Failure failure) {
    return new TimeOut(failure);
  }

  private static Stage stage(Failure failure) {
    return switch (failure.phase()) {
      case WAITING, BODY -> Stage.ANSWERING;
      case CONNECTING_AND_SENDING -> failure.isConnected() ? Stage.SENDING : Stage.CONNECTING;
      default -> failure.isConnected() ? Stage.SENDING : Stage.UNTRACED;
    };
  }

  /** The limits of the gateway that can end the wait: both of ARR's when its way is not traced. */
  private String[] limits() {
    if (isLocal()) {
      return new String[] {ANCM};
    }
    if (failure.farm().isPresent()) {
      return new String[] {FARM};
    }
    return failure.lastBefore("ARR_WEBFARM_NOT_ROUTED").isPresent()
        ? new String[] {PROXY}
        : new String[] {FARM, PROXY};
  }

  /** The limit that is likeliest to end the wait, whether the silence is as long or not. */
  private TimeLimit usual() {
    return failure.limits().get(limits()[0]);
  }

  Stage stage() {
    return stage;
  }

  /** Whether the backend is a process on this very server. */
  boolean isLocal() {
    return !failure.isBy("ApplicationRequestRouting");
  }

  /** The gateway's limit that the silence is as long as. */
  Optional<TimeLimit> limit() {
    return limit;
  }

  /** The time after which Windows gives up a connection, in words. */
  String tcp() {
    return words(tcp);
  }

  /** Whether the silence is as long as Windows tries to connect. */
  boolean isTcp() {
    return failure.waited().filter(tcp::matches).isPresent();
  }

  /** Whether Windows may not have given up a connection yet. */
  boolean isBelowTcp() {
    return failure.waited().filter(tcp::isAbove).isPresent();
  }

  /** Whether a configuration was given for the request's way, and the silence is not as long. */
  boolean contradictsConfiguration() {
    return limit.isEmpty() && !usual().isDefault();
  }

  /** Whether the silence is shorter than any time-out. */
  boolean isTooShort() {
    return failure.waited().filter(w -> w.atMost().compareTo(SHORTEST_LIMIT) < 0).isPresent();
  }

  /** Why the length of the silence tells nothing, a clause, for when it is as long as no limit. */
  String length() {
    return failure.waited().isEmpty()
        ? "no event has a time"
        : "a silence of " + failure.value("waited").orElse("") + " is as long as no limit";
  }

  /** {@code the time-out of an ARR server farm by default}. */
  String words(TimeLimit of) {
    boolean setting = !of.setting().equals("-");
    boolean platform = isPlatform() && of.id().equals(ANCM);
    return (platform ? "the request time-out of httpPlatformHandler" : of.what())
        + (setting ? of.isDefault() ? " by default" : " as configured" : "");
  }

  /** For a wait that was ended by a limit as long as none that is known. */
  String otherThanUsual() {
    return "which is not " + words(usual()) + ": another one seems to be set";
  }

  private boolean isPlatform() {
    return failure.isBy("httpPlatformHandler");
  }

  /** The setting that bounds the wait on the request's way. */
  String setting() {
    if (isPlatform()) {
      return "system.webServer/httpPlatform@requestTimeout";
    }
    return usual().setting();
  }
}
