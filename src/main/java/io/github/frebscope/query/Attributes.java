package io.github.frebscope.query;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.classify.Origin;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.internal.url.UrlParts;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.StatusCode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The attributes of a trace. Their names are the keys of the JSON and CSV output and the words of
 * queries; titles and descriptions stand in {@code attributes.tsv} beside this class.
 */
public final class Attributes {
  /** The file as it was found. */
  public static final Attribute<String> FILE = text("file", t -> Optional.of(t.file()));

  /** The server. */
  public static final Attribute<String> SERVER = text("server", TraceSummary::server);

  /** The site's id. */
  public static final Attribute<Long> SITE = make("site", Long.class, t -> boxed(t.site()));

  /** The application pool. */
  public static final Attribute<String> APP_POOL = text("appPool", TraceSummary::appPool);

  /** The worker process. */
  public static final Attribute<Long> PROCESS =
      make("processId", Long.class, t -> boxed(t.processId()));

  /** The request's id. */
  public static final Attribute<String> ACTIVITY_ID = text("activityId", TraceSummary::activityId);

  /** The URL. */
  public static final Attribute<String> URL = text("url", TraceSummary::url);

  /** The HTTP verb. */
  public static final Attribute<String> VERB = text("verb", TraceSummary::verb);

  /** The status the client got, without the sub-status. */
  public static final Attribute<Integer> STATUS =
      make("status", Integer.class, t -> t.status().map(StatusCode::status));

  /** The sub-status of {@link #STATUS}. */
  public static final Attribute<Integer> SUB_STATUS =
      make("subStatus", Integer.class, t -> t.status().map(StatusCode::subStatus));

  /** The status that fired the trace. */
  public static final Attribute<Integer> TRIGGER_STATUS =
      make("triggerStatus", Integer.class, t -> t.triggerStatus().map(StatusCode::status));

  /** The sub-status of {@link #TRIGGER_STATUS}. */
  public static final Attribute<Integer> TRIGGER_SUB_STATUS =
      make("triggerSubStatus", Integer.class, t -> t.triggerStatus().map(StatusCode::subStatus));

  /** What fired the trace. */
  public static final Attribute<String> FAILURE_REASON =
      text("failureReason", TraceSummary::failureReason);

  /** The first event's time. */
  public static final Attribute<Instant> START = make("start", Instant.class, TraceSummary::start);

  /** How long the request took, in steps of IIS's clock of 10 to 16 ms. */
  public static final Attribute<Duration> TIME_TAKEN =
      make("timeTakenMs", Duration.class, TraceSummary::timeTaken);

  /** The number of events. */
  public static final Attribute<Integer> EVENTS =
      make("events", Integer.class, t -> Optional.of(t.eventCount()));

  /** Whether the trace tells the request to its end. */
  public static final Attribute<Boolean> COMPLETE =
      make("complete", Boolean.class, t -> Optional.of(t.completeness() == Completeness.COMPLETE));

  /** What was wrong with the file. */
  public static final Attribute<List<String>> DIAGNOSTICS =
      list("diagnostics", t -> Optional.of(t.diagnostics()));

  /** The module that set the status. */
  public static final Attribute<String> MODULE = text("module", verdict(Verdict::module));

  /** The trace area of the module. */
  public static final Attribute<String> AREA = text("area", verdict(Verdict::area));

  /** The notification in which the status was set. */
  public static final Attribute<String> NOTIFICATION =
      text("notification", verdict(Verdict::notification));

  /** The error code. */
  public static final Attribute<Long> ERROR_CODE =
      make("errorCode", Long.class, t -> boxed(t.verdict().errorCode()));

  /** The error code in hexadecimal. */
  public static final Attribute<String> ERROR_HEX =
      text("errorHex", t -> ERROR_CODE.of(t).map(ErrorCodes::hex));

  /** The error code's symbol. */
  public static final Attribute<String> ERROR_NAME =
      text("errorName", t -> error(t).map(ErrorCode::name));

  /** What the error code means. */
  public static final Attribute<String> ERROR_TEXT =
      text(
          "errorText",
          t -> error(t).map(e -> e.code() == 0 ? "No Windows error behind it." : e.text()));

  /**
   * Why it failed: the id of one of {@link io.github.frebscope.catalog.Causes}, {@code
   * BACKEND_RESET}; missing when the trace does not tell, or the status says it itself. {@code
   * traces.groupBy(CAUSE).count()} shows which there are.
   */
  public static final Attribute<String> CAUSE =
      text("cause", t -> t.verdict().cause().map(Cause::id));

  /** How sure the verdict is. */
  public static final Attribute<Confidence> CONFIDENCE =
      make(
          "confidence",
          Confidence.class,
          Comparator.reverseOrder(),
          t -> Optional.of(t.verdict().confidence()));

  /** The events that prove the verdict. */
  public static final Attribute<List<Integer>> EVIDENCE =
      list(
          "evidence",
          t -> Optional.of(t.verdict().evidence().stream().map(Evidence::event).toList()));

  /** Who was asked for the answer. */
  public static final Attribute<String> BACKEND =
      text("backend", t -> t.verdict().backend().or(() -> t.verdict().route().backend()));

  /**
   * The silence before the deciding event: of a gateway, how long it waited for its backend. In
   * steps of IIS's clock of 10 to 16 ms; missing when no event decided.
   */
  public static final Attribute<Duration> WAIT =
      make("waitMs", Duration.class, verdict(Verdict::waited));

  /** What happened, in words. */
  public static final Attribute<String> EXPLANATION =
      text("explanation", t -> Optional.of(t.verdict().explanation()));

  /** The id of the problem, see {@link Fingerprint}; missing for requests that did not fail. */
  public static final Attribute<String> FINGERPRINT =
      text("fingerprint", TraceSummary::fingerprint);

  /** Other causes that fit. */
  public static final Attribute<List<String>> ALTERNATIVES =
      list(
          "alternatives",
          t -> Optional.of(t.verdict().alternatives().stream().map(a -> a.cause().id()).toList()));

  /** What to do. */
  public static final Attribute<String> REMEDY = text("remedy", verdict(Verdict::remedy));

  /** What to look at next. */
  public static final Attribute<String> NEXT = text("next", verdict(Verdict::next));

  /** Front end or member. */
  public static final Attribute<String> ROLE =
      text("role", t -> Optional.of(t.verdict().hop().role().id()));

  /** The id the request arrived with. */
  public static final Attribute<String> RECEIVED_LOG_ID =
      text("receivedLogId", t -> t.verdict().hop().receivedLogId());

  /** The id the request was sent on with. */
  public static final Attribute<String> SENT_LOG_ID =
      text("sentLogId", t -> t.verdict().hop().sentLogId());

  /** The status with its sub-status. */
  public static final Attribute<StatusCode> STATUS_CODE =
      make("statusCode", StatusCode.class, TraceSummary::status);

  /** Whether the client was let down. */
  public static final Attribute<Boolean> FAILURE =
      make("failure", Boolean.class, t -> Optional.of(t.isFailure()));

  /** Who made the status: this server or the one behind it. */
  public static final Attribute<Origin> ORIGIN =
      make("origin", Origin.class, t -> Optional.of(t.verdict().origin()));

  /** The error by its name, or by its number. */
  public static final Attribute<String> ERROR = text("error", Attributes::errorShown);

  /** How far a gateway had got with its backend. */
  public static final Attribute<ExchangePhase> PHASE =
      make("phase", ExchangePhase.class, t -> t.verdict().route().phase());

  /** The rewrite rule that decided where the request went. */
  public static final Attribute<String> RULE = text("rule", t -> t.verdict().route().rule());

  /** The server farm. */
  public static final Attribute<String> FARM = text("farm", t -> t.verdict().route().farm());

  /** The host that was asked for. */
  public static final Attribute<String> HOST = text("host", t -> t.url().flatMap(UrlParts::host));

  /** The path of the URL. */
  public static final Attribute<String> PATH = text("path", t -> t.url().flatMap(UrlParts::path));

  /** The path with place-holders. */
  public static final Attribute<String> URL_PATTERN = text("urlPattern", TraceSummary::urlPattern);

  /** How the client proved who it is. */
  public static final Attribute<String> AUTHENTICATION =
      text("authentication", TraceSummary::authenticationType);

  /** The headers of the request. */
  public static final Attribute<List<String>> HEADERS = list("headers", TraceSummary::headers);

  /** The hour in which it began. */
  public static final Attribute<Instant> HOUR =
      make("hour", Instant.class, t -> t.start().map(s -> s.truncatedTo(ChronoUnit.HOURS)));

  /** The hour of the day. */
  public static final Attribute<Integer> HOUR_OF_DAY =
      make(
          "hourOfDay",
          Integer.class,
          t -> t.start().map(s -> s.atOffset(ZoneOffset.UTC).getHour()));

  /** The day of the week. */
  public static final Attribute<DayOfWeek> WEEKDAY =
      make(
          "weekday",
          DayOfWeek.class,
          t -> t.start().map(s -> s.atOffset(ZoneOffset.UTC).getDayOfWeek()));

  private static final List<Attribute<?>> ALL =
      List.of(
          FILE,
          SERVER,
          SITE,
          APP_POOL,
          PROCESS,
          ACTIVITY_ID,
          URL,
          VERB,
          STATUS,
          SUB_STATUS,
          TRIGGER_STATUS,
          TRIGGER_SUB_STATUS,
          FAILURE_REASON,
          START,
          TIME_TAKEN,
          EVENTS,
          COMPLETE,
          DIAGNOSTICS,
          MODULE,
          AREA,
          NOTIFICATION,
          ERROR_CODE,
          ERROR_HEX,
          ERROR_NAME,
          ERROR_TEXT,
          CAUSE,
          CONFIDENCE,
          EVIDENCE,
          BACKEND,
          WAIT,
          EXPLANATION,
          FINGERPRINT,
          ALTERNATIVES,
          REMEDY,
          NEXT,
          ROLE,
          RECEIVED_LOG_ID,
          SENT_LOG_ID,
          STATUS_CODE,
          FAILURE,
          ORIGIN,
          ERROR,
          PHASE,
          RULE,
          FARM,
          HOST,
          PATH,
          URL_PATTERN,
          AUTHENTICATION,
          HEADERS,
          HOUR,
          HOUR_OF_DAY,
          WEEKDAY);

  private Attributes() {}

  /** All of them, in the order of the JSON keys. */
  public static List<Attribute<?>> all() {
    return ALL;
  }

  /**
   * The attribute of that name, without regard to case; {@code timeTaken} is found as well as
   * {@code timeTakenMs}.
   *
   * @return empty when there is none
   */
  public static Optional<Attribute<?>> find(String name) {
    return ALL.stream()
        .filter(a -> a.name().equalsIgnoreCase(name) || isWithoutUnit(a, name))
        .findFirst();
  }

  private static boolean isWithoutUnit(Attribute<?> attribute, String name) {
    return attribute.unit().equals("ms") && attribute.name().equalsIgnoreCase(name + "Ms");
  }

  /**
   * The value of a header that the request arrived with; names in any case. Its word is {@code
   * header:} and the name in small letters. It has to be kept while traces are loaded: {@code
   * TraceLoader.standard().keep(header("User-Agent"))}.
   */
  public static Attribute<String> header(String name) {
    return RequestHeaders.attribute(name);
  }

  private static Attribute<String> text(
      String name, Function<TraceSummary, Optional<String>> value) {
    return make(name, String.class, value);
  }

  private static <T> Attribute<List<T>> list(
      String name, Function<TraceSummary, Optional<List<T>>> value) {
    return new Attribute<>(
        AttributeTexts.of(name), AttributeTexts.kind(name), List.class, null, value);
  }

  private static <T> Attribute<T> make(
      String name, Class<T> type, Function<TraceSummary, Optional<T>> value) {
    return make(name, type, Field.naturalOrder(type), value);
  }

  private static <T> Attribute<T> make(
      String name, Class<T> type, Comparator<T> order, Function<TraceSummary, Optional<T>> value) {
    return new Attribute<>(AttributeTexts.of(name), AttributeTexts.kind(name), type, order, value);
  }

  private static <T> Function<TraceSummary, Optional<T>> verdict(
      Function<Verdict, Optional<T>> value) {
    return t -> value.apply(t.verdict());
  }

  private static Optional<ErrorCode> error(TraceSummary trace) {
    OptionalLong code = trace.verdict().errorCode();
    return code.isPresent() ? ErrorCodes.find(code.getAsLong()) : Optional.empty();
  }

  /** An exit code is no error of Windows, and 0 is none at all. */
  private static Optional<String> errorShown(TraceSummary trace) {
    OptionalLong code = trace.verdict().errorCode();
    if (code.isEmpty() || code.getAsLong() == 0) {
      return Optional.empty();
    }
    Optional<String> name =
        trace.verdict().isExitCode() ? Optional.empty() : error(trace).map(ErrorCode::name);
    return name.or(() -> Optional.of(ErrorCodes.hex(code.getAsLong())));
  }

  private static Optional<Long> boxed(OptionalLong value) {
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }
}
