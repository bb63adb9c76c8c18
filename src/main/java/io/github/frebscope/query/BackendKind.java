package io.github.frebscope.query;

import io.github.frebscope.catalog.ModuleInfo;
import io.github.frebscope.catalog.Modules;
import io.github.frebscope.classify.Verdict;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a backend is, whatever its name. */
enum BackendKind {
  /** A program that the module runs on this server: ASP.NET Core, PHP, node.js, CGI. */
  PROGRAM,
  /** One member of a server farm. */
  MEMBER,
  /** A server farm of which no member was chosen. */
  FARM,
  /** The server that the trace is from, by an address that is itself on every server. */
  THIS_SERVER,
  /** A host that belongs to no farm, as far as the trace tells. */
  HOST,
  /** Nobody was asked, or the trace does not tell whom. */
  NONE;

  private static final Set<String> RUN_PROGRAMS =
      Set.of(
          "AspNetCoreModule",
          "AspNetCoreModuleV2",
          "httpPlatformHandler",
          "FastCgiModule",
          "CgiModule",
          "iisnode");

  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(?=[:/]|$)");

  static BackendKind of(Verdict verdict) {
    Optional<String> module =
        verdict.module().map(name -> Modules.find(name).map(ModuleInfo::name).orElse(name));
    if (module.filter(RUN_PROGRAMS::contains).isPresent()) {
      return PROGRAM;
    }
    Optional<String> backend = verdict.backend().or(() -> verdict.route().backend());
    Optional<String> farm = verdict.route().farm();
    if (backend.isEmpty()) {
      return farm.isPresent() ? FARM : NONE;
    }
    if (farm.isPresent()) {
      return farm.get().equalsIgnoreCase(backend.get()) ? FARM : MEMBER;
    }
    return isLoopback(backend.get()) ? THIS_SERVER : HOST;
  }

  /** A host, host:port or URL. The server's own name is a name as any other: it may be changed. */
  private static boolean isLoopback(String backend) {
    String lower = backend.toLowerCase(Locale.ROOT);
    String host = lower.substring(lower.indexOf("//") < 0 ? 0 : lower.indexOf("//") + 2);
    return LOOPBACK.matcher(host).lookingAt() || host.equals("::1");
  }

  /** The word in a fingerprint: {@code this-server}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
