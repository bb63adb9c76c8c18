package io.github.frebscope.query;

import io.github.frebscope.classify.Verdict;
import io.github.frebscope.internal.url.UrlPattern;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * What a set of traces keeps of one of them: the facts of its root element, its size and state, and
 * the verdict, but no events. It takes about 830 bytes for usual URLs; the events are read again
 * from {@link #file()} when they are wanted.
 *
 * <p>An empty answer means that the file does not tell. Texts are as IIS wrote them, secrets in
 * URLs included; what prints them has to redact. Immutable and safe for use by several threads.
 */
public final class TraceSummary {
  /** How many texts {@link #diagnostics()} keeps. */
  public static final int MOST_DIAGNOSTICS = 5;

  private static final int LINE = 80;

  /** Stands between the names of headers, which cannot hold it. */
  private static final String NAME_END = ",";

  /** What IIS writes for a request without a user. */
  private static final String NO_USER = "NOT_AVAILABLE";

  /** Up to the last separator, with it; the same for many traces. */
  private final String folder;

  private final String fileName;
  private final String server;
  private final long site;
  private final String appPool;
  private final long processId;
  private final Object activityId;
  private final String url;
  private final String verb;
  private final StatusCode status;
  private final StatusCode triggerStatus;
  private final String failureReason;
  private final Instant start;
  private final Duration timeTaken;
  private final int eventCount;
  private final Completeness completeness;
  private final boolean readWhole;
  private final List<String> diagnostics;
  private final int diagnosticCount;
  private final Verdict verdict;
  private final String urlPattern;
  private final String authenticationType;
  private final String headers;
  private final String fingerprint;
  private final Kept kept;

  private TraceSummary(
      Trace trace,
      Verdict verdict,
      Optional<String> server,
      UnaryOperator<String> shared,
      List<Attribute<?>> keep) {
    RequestInfo request = trace.request();
    String file = trace.file();
    int name = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1;
    folder = shared.apply(file.substring(0, name));
    fileName = file.substring(name);
    this.server = server.or(trace::server).map(shared).orElse(null);
    site = request.siteId().orElse(-1);
    appPool = request.appPool().map(shared).orElse(null);
    processId = request.processId().orElse(-1);
    activityId = request.activityId().map(GuidText::packed).orElse(null);
    url = request.url().map(shared).orElse(null);
    verb = request.verb().map(shared).orElse(null);
    status = oneOf(request.status().orElse(null), verdict.status().orElse(null));
    triggerStatus = oneOf(request.triggerStatus().orElse(null), status);
    failureReason = request.failureReason().map(shared).orElse(null);
    start = trace.start().orElse(null);
    timeTaken = request.timeTaken().orElse(null);
    eventCount = trace.eventCount();
    completeness = trace.completeness();
    readWhole = trace.isReadWhole();
    diagnostics =
        trace.diagnostics().stream().limit(MOST_DIAGNOSTICS).map(Diagnostic::toString).toList();
    diagnosticCount = trace.diagnosticCount();
    this.verdict = verdict.sharing(shared);
    urlPattern = request.url().flatMap(UrlPattern::of).map(shared).orElse(null);
    authenticationType =
        request.authenticationType().filter(type -> !type.equals(NO_USER)).map(shared).orElse(null);
    headers =
        RequestHeaders.names(trace)
            .map(names -> shared.apply(String.join(NAME_END, names)))
            .orElse(null);
    kept = Kept.of(keep, trace, shared);
    fingerprint = Fingerprint.idOf(this).map(shared).orElse(null);
  }

  /**
   * The summary of a trace.
   *
   * @param trace the trace, whole or a digest
   * @param verdict what was found out about it
   * @param server the name that was given to the server; empty to take the one in the trace
   */
  public static TraceSummary of(Trace trace, Verdict verdict, Optional<String> server) {
    return of(trace, verdict, server, UnaryOperator.identity());
  }

  /**
   * As {@link #of(Trace, Verdict, Optional)}, for one of many traces.
   *
   * @param shared answers the one copy of a text to keep, for texts that many traces have in common
   */
  public static TraceSummary of(
      Trace trace, Verdict verdict, Optional<String> server, UnaryOperator<String> shared) {
    return of(trace, verdict, server, shared, List.of());
  }

  /**
   * As {@link #of(Trace, Verdict, Optional, UnaryOperator)}, with the values of attributes over its
   * events.
   *
   * @param keep attributes for which {@link Attribute#isKept()} holds; the trace has to hold the
   *     events that they ask for
   * @throws AttributeException if the function of one of them is broken
   */
  public static TraceSummary of(
      Trace trace,
      Verdict verdict,
      Optional<String> server,
      UnaryOperator<String> shared,
      List<Attribute<?>> keep) {
    return new TraceSummary(trace, verdict, server, shared, keep);
  }

  /** The second if it is the same as the first: a status is kept once, not three times. */
  private static StatusCode oneOf(StatusCode status, StatusCode known) {
    return Objects.equals(status, known) ? known : status;
  }

  /** The file as it was found, {@code archive.zip!/inner/path} inside an archive. */
  public String file() {
    return folder + fileName;
  }

  /** The server: the name given as {@code NAME=PATH}, else the one in the events. */
  public Optional<String> server() {
    return Optional.ofNullable(server);
  }

  /** The site's id. */
  public OptionalLong site() {
    return site < 0 ? OptionalLong.empty() : OptionalLong.of(site);
  }

  /** The application pool's name. */
  public Optional<String> appPool() {
    return Optional.ofNullable(appPool);
  }

  /** The worker process. */
  public OptionalLong processId() {
    return processId < 0 ? OptionalLong.empty() : OptionalLong.of(processId);
  }

  /** The request's id: a GUID in braces. */
  public Optional<String> activityId() {
    return Optional.ofNullable(activityId).map(Object::toString);
  }

  /** The absolute URL with its port, as the client asked for it. */
  public Optional<String> url() {
    return Optional.ofNullable(url);
  }

  /** The HTTP verb. */
  public Optional<String> verb() {
    return Optional.ofNullable(verb);
  }

  /** The response's status when the file was written. */
  public Optional<StatusCode> status() {
    return Optional.ofNullable(status);
  }

  /** The status that matched the rule, {@code 0} when the trigger was not a status. */
  public Optional<StatusCode> triggerStatus() {
    return Optional.ofNullable(triggerStatus);
  }

  /** What fired the trace: {@code STATUS_CODE}, {@code TIME_TAKEN}, ... */
  public Optional<String> failureReason() {
    return Optional.ofNullable(failureReason);
  }

  /** The first event's time. */
  public Optional<Instant> start() {
    return Optional.ofNullable(start);
  }

  /** How long the request took, in steps of IIS's clock of 10 to 16 ms. */
  public Optional<Duration> timeTaken() {
    return Optional.ofNullable(timeTaken);
  }

  /** How many complete events the file holds. */
  public int eventCount() {
    return eventCount;
  }

  /** Whether the trace tells the request to its end, and if not, why not. */
  public Completeness completeness() {
    return completeness;
  }

  /** Whether everything that stands in the file was read: not torn, no event lost. */
  public boolean isReadWhole() {
    return readWhole;
  }

  /** What was wrong with the file, the first {@value #MOST_DIAGNOSTICS} texts. */
  public List<String> diagnostics() {
    return diagnostics;
  }

  /** How many things were wrong, listed in {@link #diagnostics()} or not. */
  public int diagnosticCount() {
    return diagnosticCount;
  }

  /** Who produced the status, as far as the trace can tell. */
  public Verdict verdict() {
    return verdict;
  }

  /** The path of the URL with place-holders for what is an identifier: {@code /order/{n}}. */
  public Optional<String> urlPattern() {
    return Optional.ofNullable(urlPattern);
  }

  /** How the client was authenticated, {@code anonymous} for example. */
  public Optional<String> authenticationType() {
    return Optional.ofNullable(authenticationType);
  }

  /**
   * The names of the headers the request arrived with, in small letters and the order of the
   * alphabet; empty when they were not traced.
   */
  public Optional<List<String>> headers() {
    return Optional.ofNullable(headers).map(TraceSummary::headersIn);
  }

  /** The id of the problem; empty when it is no failure. See {@link Fingerprint}. */
  public Optional<String> fingerprint() {
    return Optional.ofNullable(fingerprint);
  }

  /**
   * The value of an attribute over events that was kept.
   *
   * @throws IllegalStateException if it was not, or that of another attribute of the name was
   */
  <T> Optional<T> kept(String name, Class<? super T> type) {
    return kept.value(name, type);
  }

  /**
   * The attributes whose values were kept; the same list for all traces that were loaded at once.
   */
  List<Attribute<?>> keptAttributes() {
    return kept.attributes();
  }

  /** The names of {@link #headers()} as one text, which many traces share; empty as they are. */
  Optional<String> headerNames() {
    return Optional.ofNullable(headers);
  }

  /** The names in a text of {@link #headerNames()}. */
  static List<String> headersIn(String names) {
    return names.isEmpty() ? List.of() : List.of(names.split(NAME_END));
  }

  /**
   * Whether the client was let down: it got an error status, a page in place of one, or its
   * connection was dropped.
   *
   * @see Verdict#isFailure()
   */
  public boolean isFailure() {
    return verdict.isFailure();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TraceSummary that
        && fileName.equals(that.fileName)
        && folder.equals(that.folder)
        && site == that.site
        && processId == that.processId
        && eventCount == that.eventCount
        && completeness == that.completeness
        && readWhole == that.readWhole
        && diagnosticCount == that.diagnosticCount
        && Objects.equals(server, that.server)
        && Objects.equals(appPool, that.appPool)
        && Objects.equals(activityId, that.activityId)
        && Objects.equals(url, that.url)
        && Objects.equals(verb, that.verb)
        && Objects.equals(status, that.status)
        && Objects.equals(triggerStatus, that.triggerStatus)
        && Objects.equals(failureReason, that.failureReason)
        && Objects.equals(start, that.start)
        && Objects.equals(timeTaken, that.timeTaken)
        && diagnostics.equals(that.diagnostics)
        && verdict.equals(that.verdict)
        && Objects.equals(authenticationType, that.authenticationType)
        && Objects.equals(headers, that.headers)
        && kept.equals(that.kept);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fileName, activityId, start);
  }

  /** {@code 502.3 by ApplicationRequestRouting, 2026-01-14 10:22:31Z, fr000021.xml}: one line. */
  @Override
  public String toString() {
    String text =
        status().map(StatusCode::toString).orElse("?")
            + " by "
            + verdict.module().orElse("unknown")
            + start().map(t -> ", " + ValueText.of(t)).orElse("")
            + ", "
            + file();
    return Cut.MIDDLE.apply(TerminalText.line(text), LINE);
  }
}
