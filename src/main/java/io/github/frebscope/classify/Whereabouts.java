package io.github.frebscope.classify;

import io.github.frebscope.trace.StatusCode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a server's place means for a failure: which other trace to look at, and how to find it. */
final class Whereabouts {
  /** No server was chosen, so the backend that is named is a farm. */
  private static final StatusCode NO_SERVER = StatusCode.of(502, 4);

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|(0:){7}1", Pattern.CASE_INSENSITIVE);

  private Whereabouts() {}

  /**
   * Sentences with a blank before each; empty for what is no failure, and when there is nothing to
   * tell.
   *
   * @param server the name of the server that wrote the trace
   */
  static String sentences(Verdict who, Hop hop, Optional<String> server) {
    if (!who.isFailure()) {
      return "";
    }
    return relayed(who, hop) + behind(hop) + sameServer(who, hop, server);
  }

  /** That the reason is to be found at the backend, the verdict says already. */
  private static String relayed(Verdict who, Hop hop) {
    return hop.sentLogId()
        .filter(id -> who.origin() == Origin.RELAYED)
        .filter(id -> who.next().filter(next -> next.contains(id)).isEmpty())
        .map(id -> " The backend's trace of this request has X-ARR-LOG-ID " + id + ".")
        .orElse("");
  }

  private static String behind(Hop hop) {
    String id = hop.receivedLogId().map(i -> ": join with X-ARR-LOG-ID " + i).orElse("");
    return switch (hop.role()) {
      case MEMBER -> " This server stands behind an ARR front end" + id + ".";
      case MEMBER_AND_FRONT_END -> " This server stands behind another ARR front end" + id + ".";
      case FRONT_END, UNKNOWN -> "";
    };
  }

  private static String sameServer(Verdict who, Hop hop, Optional<String> server) {
    boolean front = hop.role() == Role.FRONT_END || hop.role() == Role.MEMBER_AND_FRONT_END;
    return front && who.status().filter(NO_SERVER::equals).isEmpty()
        ? who.backend()
            .filter(backend -> isHere(host(backend), server))
            .map(b -> " The backend " + b + " is a site or process on this same server.")
            .orElse("")
        : "";
  }

  private static boolean isHere(String host, Optional<String> server) {
    return LOOPBACK.matcher(host).matches() || server.filter(host::equalsIgnoreCase).isPresent();
  }

  /** {@code [::1]:8080}, {@code ::1}, {@code host:8080} or {@code host}. */
  private static String host(String backend) {
    if (backend.startsWith("[") && backend.indexOf(']') > 0) {
      return backend.substring(1, backend.indexOf(']')).toLowerCase(Locale.ROOT);
    }
    int colon = backend.indexOf(':');
    return colon >= 0 && colon == backend.lastIndexOf(':') ? backend.substring(0, colon) : backend;
  }
}
