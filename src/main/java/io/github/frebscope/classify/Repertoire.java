package io.github.frebscope.classify;

import io.github.frebscope.trace.StatusCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which gateway module can answer with which status: what a status alone tells when the event that
 * set it was not traced.
 *
 * <p>Sources: Microsoft KB 943891 for CGI and ARR, the source of ASP.NET Core Module and of iisnode
 * for theirs. FastCGI answers 500 and 503.4, never 502. Module V2 in process answers 500.3x, never
 * 502.
 */
final class Repertoire {
  private static final int BAD_GATEWAY = 502;

  /** Modules that pass on what somebody else answered: any status then, without a sub-status. */
  private static final Set<String> FORWARDERS =
      Set.of(
          Names.ARR,
          Names.ANCM_V1,
          Names.ANCM_V2,
          Names.HTTP_PLATFORM,
          Names.IISNODE,
          Names.FAST_CGI,
          Names.CGI,
          Names.ISAPI,
          Names.MANAGED_HANDLER);

  /** The 502 sub-statuses that stand for a failure of the module itself. */
  private static final Map<String, Set<Integer>> OWN_502 =
      Map.of(
          Names.CGI, Set.of(1, 2),
          Names.ARR, Set.of(2, 3, 4, 5, 6, 7),
          Names.ANCM_V1, Set.of(3, 5),
          Names.ANCM_V2, Set.of(3, 5),
          Names.HTTP_PLATFORM, Set.of(3, 5));

  private Repertoire() {}

  /** Whether the module passes on what an application or a backend answers. */
  static boolean isForwarder(String module) {
    return FORWARDERS.contains(module);
  }

  /** Whether the status is documented as a failure of that module itself. */
  static boolean isOwn(String module, StatusCode status) {
    int sub = status.subStatus();
    return switch (status.status()) {
      case BAD_GATEWAY -> OWN_502.getOrDefault(module, Set.of()).contains(sub);
      case 400 ->
          (module.equals(Names.ARR) && sub >= 601 && sub <= 606)
              || (module.equals(Names.WEB_SOCKET) && sub == 11);
      case 500 ->
          (module.equals(Names.ANCM_V2) && sub >= 30 && sub <= 38)
              || (module.equals(Names.IISNODE) && sub >= 1000 && sub <= 1018)
              || (module.equals(Names.ISAPI) && sub == 100);
      case 503 ->
          (module.equals(Names.FAST_CGI) && sub == 4)
              || (module.equals(Names.IISNODE) && sub >= 1000 && sub <= 1003);
      default -> false;
    };
  }

  /** Whether the status can come from that handler at all, its own or passed on. */
  static boolean isPossible(String module, StatusCode status) {
    if (isOwn(module, status)) {
      return true;
    }
    boolean answersBadGateway = !module.equals(Names.FAST_CGI) && isForwarder(module);
    return status.subStatus() == 0 && (status.status() != BAD_GATEWAY || answersBadGateway);
  }

  /** The modules for which the status is documented as their own failure, in a fixed order. */
  static List<String> owners(StatusCode status) {
    return List.of(
            Names.ARR,
            Names.CGI,
            Names.ANCM_V1,
            Names.ANCM_V2,
            Names.HTTP_PLATFORM,
            Names.FAST_CGI,
            Names.IISNODE)
        .stream()
        .filter(module -> isOwn(module, status))
        .toList();
  }

  /** What the status means when that module sets it, where the official text names others too. */
  static Optional<String> meaning(String module, StatusCode status) {
    if (status.status() != BAD_GATEWAY || !isOwn(module, status)) {
      return Optional.empty();
    }
    boolean arr = module.equals(Names.ARR);
    return switch (status.subStatus()) {
      case 2 -> Optional.of(arr ? "map request failure" : "the CGI program ended too early");
      case 3 -> Optional.of("forwarder connection error");
      case 5 -> Optional.of(arr ? "WebSocket failure" : "the backend process could not be started");
      default -> Optional.empty();
    };
  }
}
