package io.github.frebscope.query;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What failures that are the same problem have in common, under a short id that is the same on
 * every server, in every week and on every machine.
 *
 * <p>Recipe {@value #VERSION}. The parts, in this order, each {@value #NONE} when the trace does
 * not tell it:
 *
 * <ol>
 *   <li>{@code module}: who set the status, by its usual name; without the version and the id that
 *       the .NET run-time adds to modules registered by code
 *   <li>{@code status}: with its sub-status, {@code 502.3}
 *   <li>{@code code}: the error code as an HRESULT, {@code 0x80072EFD}, however it was written
 *       (12029, -2147012867); {@code exit 3} for what a program ended with; 0 is none
 *   <li>{@code cause}: one of {@link io.github.frebscope.catalog.Causes}
 *   <li>{@code notification}: where in the pipeline it failed
 *   <li>{@code origin}: {@code own} or {@code relayed}
 *   <li>{@code phase}: how far a gateway had got with its backend
 *   <li>{@code backend}: its kind, never its name: {@code member} of a farm, {@code farm} when no
 *       member was chosen, {@code this-server}, {@code program} that a module runs, {@code host}
 * </ol>
 *
 * <p>The id is {@value #VERSION}, a dash and the first ten hexadecimal digits of the SHA-256 of
 * {@code frebscope fingerprint 1} and one line {@code name=value} for each part, all lines ended by
 * LF, in UTF-8. A recipe that is changed gets another number, so that ids are never compared that
 * mean something else. Names of hosts, servers, farms and rules, URLs, users, ids and times are no
 * part of it, so that nothing of them can be guessed from an id. A trace that was recorded with
 * fewer areas can tell less, and then has another id. Failures of which nothing is told share one,
 * and {@link #explanation()} says so: they are a visible group, not one problem.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Fingerprint {
  /** The number of the recipe. */
  public static final int VERSION = 1;

  /** Stands for what the trace does not tell. */
  public static final String NONE = "none";

  private static final int DIGITS = 10;
  private static final int LINE = 80;

  private final String id;
  private final Map<String, String> parts;

  private Fingerprint(String id, Map<String, String> parts) {
    this.id = id;
    this.parts = parts;
  }

  /**
   * The fingerprint of a failure.
   *
   * @return empty when the request did not fail
   */
  public static Optional<Fingerprint> of(TraceSummary trace) {
    return trace.isFailure()
        ? Optional.of(FingerprintParts.of(trace).fingerprint())
        : Optional.empty();
  }

  /** The id alone; of a trace that is being made, too, if its status and verdict are there. */
  static Optional<String> idOf(TraceSummary trace) {
    return of(trace).map(Fingerprint::id);
  }

  /** Of parts that are complete and in order. */
  static Fingerprint of(Map<String, String> parts) {
    Map<String, String> safe = new LinkedHashMap<>();
    parts.forEach((name, value) -> safe.put(name, TerminalText.line(value)));
    String digest = Hashing.sha256().hashString(canonical(safe), StandardCharsets.UTF_8).toString();
    return new Fingerprint(
        VERSION + "-" + digest.substring(0, DIGITS), Collections.unmodifiableMap(safe));
  }

  private static String canonical(Map<String, String> parts) {
    StringBuilder text = new StringBuilder("frebscope fingerprint " + VERSION + "\n");
    parts.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return text.toString();
  }

  /** The id, {@code 1-7f3a9c2b10}. */
  public String id() {
    return id;
  }

  /** The failures that have it: {@code lastWeek.where(fingerprint.condition())}. */
  public Condition<TraceSummary> condition() {
    return Attributes.FINGERPRINT.is(id);
  }

  /** The number of the recipe that made it. */
  public int version() {
    return VERSION;
  }

  /** What it was made of, names and values in the order of the recipe; not to be changed. */
  public Map<String, String> parts() {
    return parts;
  }

  /**
   * Why failures have this id, in a line: {@code same because: module ApplicationRequestRouting,
   * status 502.3, code 0x80072EFD, ...}; parts that are not told are left out.
   */
  public String explanation() {
    String told = told();
    return "same because: " + (told.isEmpty() ? "nothing more is told of any" : told);
  }

  private String told() {
    return parts.entrySet().stream()
        .filter(e -> !e.getValue().equals(NONE))
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint that && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /**
   * {@code 1-7f3a9c2b10: 502.3 by ApplicationRequestRouting, 0x80072EFD, CONNECT_REFUSED}: one line
   * of at most 80 characters.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(id);
    text.append(": ").append(parts.get(FingerprintParts.STATUS));
    text.append(" by ").append(parts.get(FingerprintParts.MODULE));
    for (String name : new String[] {FingerprintParts.CODE, FingerprintParts.CAUSE}) {
      String value = parts.get(name);
      text.append(value.equals(NONE) ? "" : ", " + value);
    }
    return Cut.END.apply(text.toString(), LINE);
  }
}
