package io.github.frebscope.query;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The attributes of a trace. Their names are the keys of the JSON and CSV output. */
public final class Attributes {
  /** The file as it was found. */
  public static final Attribute<String> FILE =
      text(
          "file",
          "File",
          "The file as it was found; archive.zip!/inner/path inside an archive.",
          t -> Optional.of(t.file()));

  /** The server. */
  public static final Attribute<String> SERVER =
      text(
          "server",
          "Server",
          "The server's name in the trace, or the one given as NAME=PATH.",
          TraceSummary::server);

  /** The site's id. */
  public static final Attribute<Long> SITE =
      new Attribute<>("site", "Site", Long.class, "The site's id.", t -> boxed(t.site()));

  /** The application pool. */
  public static final Attribute<String> APP_POOL =
      text("appPool", "App pool", "The application pool's name.", TraceSummary::appPool);

  /** The worker process. */
  public static final Attribute<Long> PROCESS_ID =
      new Attribute<>(
          "processId",
          "Process",
          Long.class,
          "The worker process's id.",
          t -> boxed(t.processId()));

  /** The request's id. */
  public static final Attribute<String> ACTIVITY_ID =
      text(
          "activityId",
          "Activity",
          "The request's id, a GUID in braces.",
          TraceSummary::activityId);

  /** The URL. */
  public static final Attribute<String> URL =
      text(
          "url",
          "URL",
          "The absolute URL with its port, as the client asked for it.",
          TraceSummary::url);

  /** The HTTP verb. */
  public static final Attribute<String> VERB =
      text("verb", "Verb", "The HTTP verb.", TraceSummary::verb);

  /** The status the client got, without the sub-status. */
  public static final Attribute<Integer> STATUS =
      number(
          "status",
          "Status",
          "The HTTP status when the file was written: what the client got, in a complete trace.",
          t -> t.status().map(StatusCode::status));

  /** The sub-status of {@link #STATUS}. */
  public static final Attribute<Integer> SUB_STATUS =
      number(
          "subStatus",
          "Sub-status",
          "IIS's sub-status of the status; 0 for none.",
          t -> t.status().map(StatusCode::subStatus));

  /** The status that fired the trace. */
  public static final Attribute<Integer> TRIGGER_STATUS =
      number(
          "triggerStatus",
          "Trigger",
          "The HTTP status that matched the rule; 0 when the trigger was not a status.",
          t -> t.triggerStatus().map(StatusCode::status));

  /** The sub-status of {@link #TRIGGER_STATUS}. */
  public static final Attribute<Integer> TRIGGER_SUB_STATUS =
      number(
          "triggerSubStatus",
          "Trigger sub",
          "The sub-status that matched the rule; 0 for none.",
          t -> t.triggerStatus().map(StatusCode::subStatus));

  /** What fired the trace. */
  public static final Attribute<String> FAILURE_REASON =
      text(
          "failureReason",
          "Reason",
          "What fired the trace: STATUS_CODE, TIME_TAKEN, ...",
          TraceSummary::failureReason);

  /** The first event's time. */
  public static final Attribute<Instant> START =
      new Attribute<>(
          "start",
          "Start (UTC)",
          Instant.class,
          "The first event's time in UTC.",
          TraceSummary::start);

  /** How long the request took. */
  public static final Attribute<Duration> TIME_TAKEN =
      new Attribute<>(
          "timeTakenMs",
          "Took",
          Duration.class,
          "How long the request took, as exact as IIS's clock of 10 to 16 ms.",
          TraceSummary::timeTaken);

  /** The number of events. */
  public static final Attribute<Integer> EVENTS =
      number(
          "events",
          "Events",
          "How many complete events the file holds.",
          t -> Optional.of(t.eventCount()));

  /** Whether the trace tells the request to its end. */
  public static final Attribute<Boolean> COMPLETE =
      new Attribute<>(
          "complete",
          "Complete",
          Boolean.class,
          "Whether the trace tells the request to its end: false for a torn file, a size limit, or"
              + " a trace written in the middle of the request.",
          t -> Optional.of(t.completeness() == Completeness.COMPLETE));

  /** What was wrong with the file. */
  public static final Attribute<List<String>> DIAGNOSTICS =
      new Attribute<>(
          "diagnostics",
          "Diagnostics",
          List.class,
          "What was wrong with the file, the first few texts; an empty list for nothing.",
          t -> Optional.of(t.diagnostics()));

  /** The module that set the status. */
  public static final Attribute<String> MODULE =
      text(
          "module",
          "Module",
          "The module that set the status which the client got.",
          verdict(Verdict::module));

  /** The trace area of the module. */
  public static final Attribute<String> AREA =
      text(
          "area",
          "Area",
          "The trace area that belongs to the module, not the one of the event that reported it.",
          verdict(Verdict::area));

  /** The notification in which the status was set. */
  public static final Attribute<String> NOTIFICATION =
      text(
          "notification",
          "Notification",
          "The pipeline notification the module ran in.",
          verdict(Verdict::notification));

  /** The error code. */
  public static final Attribute<Long> ERROR_CODE =
      new Attribute<>(
          "errorCode",
          "Error code",
          Long.class,
          "The error code of the deciding event, the unsigned number in the file.",
          t -> boxed(t.verdict().errorCode()));

  /** The error code in hexadecimal. */
  public static final Attribute<String> ERROR_HEX =
      text(
          "errorHex",
          "Error",
          "The error code as 0x and eight hexadecimal digits.",
          t -> ERROR_CODE.of(t).map(ErrorCodes::hex));

  /** The error code's symbol. */
  public static final Attribute<String> ERROR_NAME =
      text(
          "errorName",
          "Error name",
          "The error code's symbol, for example ERROR_WINHTTP_TIMEOUT.",
          t -> error(t).map(ErrorCode::name));

  /** What the error code means. */
  public static final Attribute<String> ERROR_TEXT =
      text(
          "errorText",
          "Error text",
          "What the error code means, in English, whatever the server's language; of 0, that there"
              + " is no Windows error behind the failure.",
          t -> error(t).map(e -> e.code() == 0 ? "No Windows error behind it." : e.text()));

  /** Why it failed. */
  public static final Attribute<String> CAUSE =
      text(
          "cause",
          "Cause",
          "The id of the cause; null when the trace does not tell, or the status says it itself.",
          t -> t.verdict().cause().map(Cause::id));

  /** How sure the verdict is. */
  public static final Attribute<Confidence> CONFIDENCE =
      new Attribute<>(
          "confidence",
          "Confidence",
          Confidence.class,
          "How sure the verdict is: high, medium or low.",
          t -> Optional.of(t.verdict().confidence()));

  /** The events that prove the verdict. */
  public static final Attribute<List<Integer>> EVIDENCE =
      new Attribute<>(
          "evidence",
          "Evidence",
          List.class,
          "The 0-based numbers of the events that prove the verdict, the deciding one first.",
          t -> Optional.of(t.verdict().evidence().stream().map(Evidence::event).toList()));

  /** Who was asked for the answer. */
  public static final Attribute<String> BACKEND =
      text(
          "backend",
          "Backend",
          "The host, URL or farm that was asked, as far as the trace shows it.",
          verdict(Verdict::backend));

  /** The silence before the deciding event. */
  public static final Attribute<Duration> WAIT =
      new Attribute<>(
          "waitMs",
          "Waited",
          Duration.class,
          "The silence before the deciding event, as exact as IIS's clock of 10 to 16 ms.",
          verdict(Verdict::waited));

  /** What happened, in words. */
  public static final Attribute<String> EXPLANATION =
      text(
          "explanation",
          "Explanation",
          "What happened, or what is missing to tell, in one or two sentences.",
          t -> Optional.of(t.verdict().explanation()));

  /** The id of the problem. Not told yet: always empty. */
  public static final Attribute<String> FINGERPRINT =
      text(
          "fingerprint",
          "Fingerprint",
          "A stable id that failures of one kind share. Not told yet: always empty.",
          t -> Optional.empty());

  /** Other causes that fit. */
  public static final Attribute<List<String>> ALTERNATIVES =
      new Attribute<>(
          "alternatives",
          "Alternatives",
          List.class,
          "The ids of other causes that fit, the likeliest first; those between which it is open"
              + " when there is no cause.",
          t -> Optional.of(t.verdict().alternatives().stream().map(a -> a.cause().id()).toList()));

  /** What to do. */
  public static final Attribute<String> REMEDY =
      text("remedy", "Remedy", "What to do about the cause.", verdict(Verdict::remedy));

  /** What to look at next. */
  public static final Attribute<String> NEXT =
      text("next", "Next", "What to look at or trace to be sure.", verdict(Verdict::next));

  /** Front end or member. */
  public static final Attribute<String> ROLE =
      text(
          "role",
          "Role",
          "The server's place on the way through ARR: front-end, member, member-and-front-end or"
              + " unknown.",
          t -> Optional.of(t.verdict().hop().role().id()));

  /** The id the request arrived with. */
  public static final Attribute<String> RECEIVED_LOG_ID =
      text(
          "receivedLogId",
          "Received id",
          "The X-ARR-LOG-ID with which the request arrived from a front end.",
          t -> t.verdict().hop().receivedLogId());

  /** The id the request was sent on with. */
  public static final Attribute<String> SENT_LOG_ID =
      text(
          "sentLogId",
          "Sent id",
          "The X-ARR-LOG-ID with which ARR sent the request on.",
          t -> t.verdict().hop().sentLogId());

  private static final List<Attribute<?>> ALL =
      List.of(
          FILE,
          SERVER,
          SITE,
          APP_POOL,
          PROCESS_ID,
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
          SENT_LOG_ID);

  private Attributes() {}

  /** All of them, in the order of the JSON keys. */
  public static List<Attribute<?>> all() {
    return ALL;
  }

  /** The attribute of that name, without regard to case; empty when there is none. */
  public static Optional<Attribute<?>> find(String name) {
    return ALL.stream().filter(attribute -> attribute.name().equalsIgnoreCase(name)).findFirst();
  }

  private static Attribute<String> text(
      String name,
      String title,
      String description,
      Function<TraceSummary, Optional<String>> value) {
    return new Attribute<>(name, title, String.class, description, value);
  }

  private static Attribute<Integer> number(
      String name,
      String title,
      String description,
      Function<TraceSummary, Optional<Integer>> value) {
    return new Attribute<>(name, title, Integer.class, description, value);
  }

  private static <T> Function<TraceSummary, Optional<T>> verdict(
      Function<Verdict, Optional<T>> value) {
    return t -> value.apply(t.verdict());
  }

  private static Optional<ErrorCode> error(TraceSummary trace) {
    OptionalLong code = trace.verdict().errorCode();
    return code.isPresent() ? ErrorCodes.find(code.getAsLong()) : Optional.empty();
  }

  private static Optional<Long> boxed(OptionalLong value) {
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }
}
