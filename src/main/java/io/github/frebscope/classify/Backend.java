package io.github.frebscope.classify;

import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whom Application Request Routing asked: the server it chose, else the farm, else the host of the
 * rewritten URL.
 *
 * @param name host, host:port or farm, as written
 * @param event the event that names it
 */
record Backend(String name, TraceEvent event) {
  static final Set<String> EVENTS =
      Set.of(
          Names.SERVER_ROUTED,
          Names.REQUEST_ROUTED,
          Names.FARM_NOT_ROUTED,
          Names.REWRITE_ACTION,
          Names.URL_CHANGED,
          Names.SET_REQUEST_HEADER,
          Names.HANDLER_CHANGED);

  /** 502.4: no server of the farm could be chosen, so the farm is all there is to name. */
  static final StatusCode NO_SERVER = StatusCode.of(502, 4);

  /**
   * The backend of the request at that depth before an event; empty when ARR took no part, as far
   * as the trace shows, or nothing names a backend.
   */
  static Optional<Backend> find(
      List<TraceEvent> events, int depth, int before, StatusCode status, boolean setByArr) {
    List<TraceEvent> own =
        events.stream().filter(e -> e.requestDepth() == depth && e.index() < before).toList();
    if (!setByArr && own.stream().noneMatch(Backend::showsArr)) {
      return Optional.empty();
    }
    Optional<Backend> farm = last(own, Names.REQUEST_ROUTED, e -> Codes.text(e, "WebFarm"));
    Optional<Backend> server =
        last(own, Names.SERVER_ROUTED, e -> Codes.text(e, "Server"))
            .or(() -> last(own, Names.REQUEST_ROUTED, e -> Codes.text(e, "Server")));
    Optional<Backend> routed = status.equals(NO_SERVER) ? farm : server.or(() -> farm);
    return routed
        .or(() -> last(own, Names.FARM_NOT_ROUTED, e -> Codes.text(e, "HostName")))
        .or(() -> last(own, e -> rewrittenHost(e).isPresent(), Backend::rewrittenHost))
        .or(() -> last(own, e -> isHeader(e, "Host"), e -> Codes.text(e, "HeaderValue")));
  }

  /**
   * The farm that ARR had routed the request at that depth to: what it says itself, or else the
   * host of the rewritten URL, which stands for a farm when ARR then chose a server.
   */
  static Optional<String> farm(List<TraceEvent> events, int depth, int before) {
    List<TraceEvent> own =
        events.stream().filter(e -> e.requestDepth() == depth && e.index() < before).toList();
    return last(own, Names.REQUEST_ROUTED, e -> Codes.text(e, "WebFarm"))
        .or(
            () ->
                own.stream().anyMatch(e -> e.is(Names.SERVER_ROUTED))
                    ? last(own, e -> rewrittenHost(e).isPresent(), Backend::rewrittenHost)
                    : Optional.empty())
        .map(Backend::name);
  }

  /**
   * Whether an event comes from ARR or tells that it will handle the request. An empty value takes
   * the header away, as a rewrite rule may do with one that came in.
   */
  static boolean showsArr(TraceEvent event) {
    return event.name().startsWith("ARR_")
        || (isHeader(event, "X-ARR-LOG-ID") && Codes.text(event, "HeaderValue").isPresent())
        || (event.is(Names.HANDLER_CHANGED)
            && Handlers.modules(event).stream().map(Names::usual).anyMatch(Names.ARR::equals));
  }

  static boolean isHeader(TraceEvent event, String header) {
    return event.is(Names.SET_REQUEST_HEADER)
        && event.data("HeaderName").filter(header::equalsIgnoreCase).isPresent();
  }

  private static Optional<Backend> last(
      List<TraceEvent> events, String name, Function<TraceEvent, Optional<String>> text) {
    return last(events, e -> e.is(name), text);
  }

  private static Optional<Backend> last(
      List<TraceEvent> events,
      Predicate<TraceEvent> wanted,
      Function<TraceEvent, Optional<String>> text) {
    for (int i = events.size() - 1; i >= 0; i--) {
      TraceEvent event = events.get(i);
      Optional<String> name = wanted.test(event) ? text.apply(event) : Optional.empty();
      if (name.isPresent()) {
        return Optional.of(new Backend(name.get(), event));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> rewrittenHost(TraceEvent event) {
    if (event.is(Names.REWRITE_ACTION)) {
      return Codes.text(event, "RewriteURL").flatMap(Backend::host);
    }
    return event.is(Names.URL_CHANGED)
        ? Codes.text(event, "NewUrl").flatMap(Backend::host)
        : Optional.empty();
  }

  /**
   * Host and port of an absolute URL, as written. Not by {@code java.net.URI}: a rewritten URL may
   * hold what a URI may not, and the host is still worth naming.
   */
  private static Optional<String> host(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      return Optional.empty();
    }
    int start = url.indexOf("//") + 2;
    int end = start;
    while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = url.substring(start, end);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    return host.isEmpty() ? Optional.empty() : Optional.of(host);
  }
}
