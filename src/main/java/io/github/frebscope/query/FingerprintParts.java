package io.github.frebscope.query;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.catalog.ModuleInfo;
import io.github.frebscope.catalog.Modules;
import io.github.frebscope.classify.Origin;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.internal.url.UrlForms;
import io.github.frebscope.trace.StatusCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a {@link Fingerprint} is made of, as a trace tells it. Nulls, and a code of 0, mean that it
 * does not.
 *
 * @param module the module as written
 * @param status the status
 * @param code the error code as an HRESULT, or the exit code
 * @param isExitCode whether the code is what a program ended with
 * @param cause the id of the cause
 * @param notification the notification
 * @param origin who made the status
 * @param phase how far a gateway had got
 * @param backend the kind of the backend
 */
record FingerprintParts(
    String module,
    StatusCode status,
    long code,
    boolean isExitCode,
    String cause,
    String notification,
    Origin origin,
    ExchangePhase phase,
    BackendKind backend) {
  static final String MODULE = "module";
  static final String STATUS = "status";
  static final String CODE = "code";
  static final String CAUSE = "cause";

  private static final String DYNAMIC = "__DynamicModule_";
  private static final int GUID_LENGTH = 36;
  private static final long LAST_SMALL = 0xFFFF;

  /**
   * A farm has a few dozen problems. What comes after so many is made anew each time, so that no
   * hostile set of traces can fill the memory.
   */
  private static final int MOST_KNOWN = 2_000;

  private static final Map<FingerprintParts, Fingerprint> KNOWN = new ConcurrentHashMap<>();

  static FingerprintParts of(TraceSummary trace) {
    Verdict verdict = trace.verdict();
    boolean isExitCode = verdict.isExitCode();
    long code = verdict.errorCode().orElse(0);
    return new FingerprintParts(
        verdict.module().orElse(null),
        verdict.status().or(trace::status).orElse(null),
        isExitCode ? code : ErrorCodes.hresult(code),
        isExitCode,
        verdict.cause().map(Cause::id).orElse(null),
        verdict.notification().orElse(null),
        verdict.origin(),
        verdict.route().phase().orElse(null),
        BackendKind.of(verdict));
  }

  Fingerprint fingerprint() {
    Fingerprint known = KNOWN.get(this);
    if (known != null) {
      return known;
    }
    Fingerprint made = Fingerprint.of(texts());
    if (KNOWN.size() < MOST_KNOWN) {
      KNOWN.put(this, made);
    }
    return made;
  }

  private Map<String, String> texts() {
    Map<String, String> parts = new LinkedHashMap<>();
    put(parts, MODULE, module == null ? null : usual(module));
    put(parts, STATUS, status);
    put(parts, CODE, code == 0 ? null : codeText());
    put(parts, CAUSE, cause);
    put(parts, "notification", notification);
    put(parts, "origin", origin == Origin.UNKNOWN ? null : origin);
    put(parts, "phase", phase);
    put(parts, "backend", backend == BackendKind.NONE ? null : backend);
    return parts;
  }

  private static void put(Map<String, String> parts, String name, Object value) {
    parts.put(name, value == null ? Fingerprint.NONE : value.toString());
  }

  private String codeText() {
    if (!isExitCode) {
      return ErrorCodes.hex(code);
    }
    return "exit " + (code <= LAST_SMALL ? Long.toString(code) : ErrorCodes.hex(code));
  }

  /** {@code __DynamicModule_Shop.Guard, Shop, Version=1.0.0.0, ..._GUID}: the type stays. */
  private static String usual(String module) {
    String name = module;
    if (name.startsWith(DYNAMIC)) {
      int comma = name.indexOf(',');
      int id = name.length() - GUID_LENGTH - 1;
      if (comma > 0) {
        name = name.substring(0, comma);
      } else if (id > DYNAMIC.length() && UrlForms.guid(name, id + 1, name.length()) > 0) {
        name = name.substring(0, id);
      }
    }
    return Modules.find(name).map(ModuleInfo::name).orElse(name);
  }
}
