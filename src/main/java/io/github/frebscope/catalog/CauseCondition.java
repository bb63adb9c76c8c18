package io.github.frebscope.catalog;

import io.github.frebscope.trace.StatusCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the table of causes asks of a failed request before the cause is thought of at all: the
 * module that set the status, the status, and the error code.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param modules usual names of modules; empty for any
 * @param statuses {@code 502.3}, or {@code 502} for any sub-status; empty for any
 * @param codes error codes as HRESULTs, 0 for none; empty for any
 */
public record CauseCondition(List<String> modules, List<String> statuses, Set<Long> codes) {
  private static final List<String> ASP_NET_CORE =
      List.of("AspNetCoreModule", "AspNetCoreModuleV2", "httpPlatformHandler");
  private static final List<String> GATEWAYS =
      List.of(
          "ApplicationRequestRouting",
          "AspNetCoreModule",
          "AspNetCoreModuleV2",
          "httpPlatformHandler");

  /** Keeps copies. */
  public CauseCondition {
    modules = List.copyOf(modules);
    statuses = List.copyOf(statuses);
    codes = Set.copyOf(codes);
  }

  static CauseCondition of(Stanzas.Stanza stanza) {
    List<String> modules =
        stanza.words("Module").stream().flatMap(word -> modules(word).stream()).toList();
    Set<Long> codes = new TreeSet<>();
    stanza.words("Code").forEach(word -> codes.add(code(stanza, word)));
    return new CauseCondition(modules, stanza.words("Status"), codes);
  }

  private static List<String> modules(String word) {
    return switch (word) {
      case "gateway" -> GATEWAYS;
      case "ancm" -> ASP_NET_CORE;
      default -> List.of(word);
    };
  }

  private static long code(Stanzas.Stanza stanza, String word) {
    if (word.equals("0")) {
      return 0;
    }
    return ErrorCodes.named(word)
        .map(ErrorCode::code)
        .orElseThrow(() -> new IllegalStateException(stanza + ": no error code " + word));
  }

  /**
   * Whether a failed request can have the cause.
   *
   * @param module the usual name of the module that set the status; empty when it is not known,
   *     which fits no condition that names modules
   * @param status the status
   * @param code the error code as an HRESULT, see {@link ErrorCodes#hresult}; empty when the trace
   *     tells none, which fits no condition that names codes
   */
  public boolean fits(Optional<String> module, StatusCode status, OptionalLong code) {
    // The cheapest first: each of some hundred conditions is asked about every failed request.
    return (modules.isEmpty() || (module.isPresent() && modules.contains(module.get())))
        && (codes.isEmpty() || (code.isPresent() && codes.contains(code.getAsLong())))
        && (statuses.isEmpty() || fits(status));
  }

  /** 502.0 is written as such; 502 alone stands for all of its sub-statuses. */
  private boolean fits(StatusCode status) {
    String whole = Integer.toString(status.status());
    return statuses.contains(whole) || statuses.contains(whole + "." + status.subStatus());
  }
}
