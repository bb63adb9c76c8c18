package io.github.frebscope.classify;

import io.github.frebscope.catalog.Modules;
import io.github.frebscope.catalog.Statuses;
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
 * for theirs. FastCGI fails with 500 and 503.4, module V2 in process with 500.3x, neither with a
 * 502 of its own; the application in it can answer 502 itself, without a sub-status.
 */
final class Repertoire {
  private static final int BAD_GATEWAY = 502;

  /** Modules that pass on what a server or process answered them over HTTP. */
  private static final Set<String> GATEWAYS =
      Set.of(Names.ARR, Names.ANCM_V1, Names.ANCM_V2, Names.HTTP_PLATFORM);

  /** Modules in which an application runs that can set any status. */
  private static final Set<String> APPLICATION_HOSTS =
      Set.of(
          Names.IISNODE,
          Names.FAST_CGI,
          Names.CGI,
          Names.ISAPI,
          Names.MANAGED_HANDLER,
          "AspModule",
          "ASP");

  /** The 502 sub-statuses that stand for a failure of the module itself. */
  private static final Map<String, Set<Integer>> OWN_502 =
      Map.of(
          Names.CGI, Set.of(1, 2),
          Names.ARR, Set.of(2, 3, 4, 5, 6, 7),
          Names.ANCM_V1, Set.of(3, 5),
          Names.ANCM_V2, Set.of(3, 5),
          Names.HTTP_PLATFORM, Set.of(3, 5));

  private Repertoire() {}

  /** Whether the module passes on what a backend answered over HTTP. */
  static boolean isGateway(String module) {
    return GATEWAYS.contains(module);
  }

  /** Whether the module passes on what an application or a backend answers. */
  private static boolean isForwarder(String module) {
    return isGateway(module) || APPLICATION_HOSTS.contains(module);
  }

  /**
   * Whether somebody behind the module can have chosen the status: a backend, which can tell a
   * status but no sub-status, or an application. Of a module that is not known nobody can say.
   */
  static boolean canPassOn(String module, StatusCode status) {
    if (isOwn(module, status)) {
      return false;
    }
    return isGateway(module)
        ? status.subStatus() == 0
        : APPLICATION_HOSTS.contains(module) || Modules.find(module).isEmpty();
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
    return status.subStatus() == 0 && (status.status() != BAD_GATEWAY || isForwarder(module));
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

  /**
   * Whether an error code is that of the program behind the module: its exit code, and no error of
   * Windows, whatever Windows means by that number. CGI reports it with 502.2; FastCGI with 500, as
   * a small number, since errors of Windows come as HRESULTs there.
   */
  static boolean isExitCode(String module, StatusCode status, long code) {
    return code != 0
        && ((module.equals(Names.CGI) && status.equals(StatusCode.of(BAD_GATEWAY, 2)))
            || (module.equals(Names.FAST_CGI) && status.status() == 500 && code <= 0xFFFF));
  }

  /**
   * What the status means when that module sets it.
   *
   * @param module the module's usual name; an empty text when it is not known
   * @return empty when nothing is documented that holds for this module
   */
  static Optional<String> meaning(String module, StatusCode status) {
    if (!isAmbiguousText(status)) {
      return Statuses.text(status);
    }
    if (!module.isEmpty() && !isOwn(module, status)) {
      return Optional.empty();
    }
    boolean arr = module.equals(Names.ARR);
    return switch (status.subStatus()) {
      case 1 -> Optional.of("CGI application timeout");
      case 2 -> ofKnown(module, arr ? "map request failure" : "the CGI program ended too early");
      case 3 -> Optional.of("forwarder connection error");
      case 4 -> Optional.of("no server");
      case 5 ->
          ofKnown(module, arr ? "WebSocket failure" : "the backend process could not be started");
      case 6 -> Optional.of("forwarded request failure");
      case 7 -> Optional.of("execute request failure");
      default -> Optional.empty();
    };
  }

  private static Optional<String> ofKnown(String module, String text) {
    return module.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /**
   * The official texts of 502 with a sub-status name modules, which need not be the one at hand.
   */
  private static boolean isAmbiguousText(StatusCode status) {
    return status.status() == BAD_GATEWAY && status.subStatus() != 0;
  }
}
