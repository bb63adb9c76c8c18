package io.github.frebscope.classify;

import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What else in the trace belongs to the setting of a status: words, reports, broken writes. */
final class Circumstances {
  static final Set<String> EVENTS =
      Set.of(Names.FLUSH_END, "CGI_TIMEOUT", "CGI_PREMATURE_TERMINATION");

  private static final StatusCode INVALID_CONFIGURATION = StatusCode.of(500, 19);
  private static final Set<String> CGI_REPORTS = Set.of("CGI_TIMEOUT", "CGI_PREMATURE_TERMINATION");
  private static final Set<String> ANCM_REPORTS =
      Set.of("ANCM_HRESULT_FAILED", "ANCM_EXCEPTION_CAUGHT");
  private static final String CONFIG_ERROR = "ConfigExceptionInfo";

  private final Facts facts;
  private final StatusEvent set;
  private final Optional<TraceEvent> brokenWrite;

  Circumstances(Facts facts, StatusEvent set) {
    this.facts = facts;
    this.set = set;
    brokenWrite = brokenWrite(facts, set.event().requestDepth());
  }

  /** A write of the response that failed; the client's connection, or an ARR's before it. */
  static Optional<TraceEvent> brokenWrite(Facts facts, int depth) {
    return facts.first(
        e ->
            e.is(Names.FLUSH_END)
                && e.requestDepth() == depth
                && Codes.number(e, "ErrorCode").orElse(0) != 0);
  }

  /** {@code sending ... failed with ERROR_CONNECTION_INVALID 0x800704CD (event 96)}. */
  static String brokenWriteText(TraceEvent write) {
    long code = Codes.number(write, "ErrorCode").orElse(0);
    String name = ErrorCodes.find(code).map(ErrorCode::name).map(n -> n + " ").orElse("");
    return "sending the response to the client failed with "
        + name
        + ErrorCodes.hex(code)
        + " (event "
        + write.index()
        + ")";
  }

  List<Evidence> evidence() {
    List<Evidence> evidence = new ArrayList<>();
    reportedError().ifPresent(e -> evidence.add(Proof.of(e, "reported the failure")));
    ancmReports()
        .forEach(
            e -> evidence.add(Proof.of(e, "the module's own report" + words(e, "Description"))));
    cgiReport().ifPresent(e -> evidence.add(Proof.of(e, "CGI's report of the failure")));
    warning().ifPresent(e -> evidence.add(Proof.of(e, "the module's warning" + words(e, "Data2"))));
    description()
        .ifPresent(
            e ->
                evidence.add(Proof.of(e, "the module's own words" + words(e, "ErrorDescription"))));
    brokenWrite.ifPresent(e -> evidence.add(Proof.of(e, "sending to the client failed")));
    earlierServers()
        .forEach(
            e -> evidence.add(Proof.of(e, "routed to " + e.data("Server").orElse("") + " before")));
    return evidence;
  }

  private static String words(TraceEvent event, String data) {
    String words = Proof.words(event, data);
    return words.isEmpty() ? "" : ": " + words;
  }

  /** Sentences with a blank before each; empty when there is nothing to tell. */
  String sentences() {
    String config = Proof.words(set.event(), CONFIG_ERROR);
    return (config.isEmpty()
            ? ""
            : " The configuration error: " + Wording.withoutFullStop(config) + ".")
        + (isInvalidConfiguration() && config.isEmpty()
            ? " No configuration error came with it."
            : "")
        + brokenWrite.map(this::brokenWriteSentence).orElse("")
        + earlier();
  }

  /** Compression answers 500.19 when the client has gone, too. */
  private boolean isInvalidConfiguration() {
    return set.status().equals(INVALID_CONFIGURATION) && set.event().data(CONFIG_ERROR).isPresent();
  }

  private String brokenWriteSentence(TraceEvent write) {
    return (write.index() < set.index() ? " Before that, " : " After that, ")
        + brokenWriteText(write)
        + ".";
  }

  private String earlier() {
    Set<String> names = new TreeSet<>();
    earlierServers().forEach(e -> names.add(e.data("Server").orElse("")));
    return names.isEmpty() ? "" : " ARR had routed it to " + String.join(", ", names) + " before.";
  }

  private boolean isBefore(TraceEvent event) {
    return event.index() < set.index() && event.requestDepth() == set.event().requestDepth();
  }

  /** Other servers than the last one that ARR had chosen: it tries again with another. */
  private List<TraceEvent> earlierServers() {
    Predicate<TraceEvent> routed = e -> isBefore(e) && e.is(Names.SERVER_ROUTED);
    Optional<String> last = facts.last(routed).flatMap(e -> Codes.text(e, "Server"));
    return facts
        .events()
        .filter(routed)
        .filter(e -> Codes.text(e, "Server").filter(s -> !last.equals(Optional.of(s))).isPresent())
        .toList();
  }

  /** The last error event of the module's own area before the status was set. */
  private Optional<TraceEvent> reportedError() {
    Optional<String> area = set.module().map(module -> Handlers.area(facts, module));
    return facts.last(
        e ->
            isBefore(e)
                && e.level() >= 1
                && e.level() <= 2
                && e.area().isPresent()
                && e.area().equals(area));
  }

  /** What ASP.NET Core Module wrote of its own errors before; these are only warnings. */
  private List<TraceEvent> ancmReports() {
    return facts.events().filter(e -> isBefore(e) && ANCM_REPORTS.contains(e.name())).toList();
  }

  /** CgiModule tells what happened after it has set the status. */
  private Optional<TraceEvent> cgiReport() {
    return set.usualModule().equals(Names.CGI)
        ? facts.first(
            e -> CGI_REPORTS.contains(e.name()) && e.requestDepth() == set.event().requestDepth())
        : Optional.empty();
  }

  /** The last MODULE_WARNING by the same module before it; FastCGI's holds what PHP printed. */
  private Optional<TraceEvent> warning() {
    return facts
        .last(e -> isBefore(e) && e.is(Names.MODULE_WARNING))
        .filter(e -> e.data("ModuleName").isPresent())
        .filter(e -> e.data("ModuleName").equals(set.module()));
  }

  private Optional<TraceEvent> description() {
    return StatusEvent.description(facts.trace().events(), set.event());
  }
}
