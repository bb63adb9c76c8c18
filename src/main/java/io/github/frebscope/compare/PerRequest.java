package io.github.frebscope.compare;

import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.TraceEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is never the same in two requests, so that a difference in it says nothing.
 *
 * <p>That are ids of the request, its connection, its session and its process (in real traces of
 * one server they differ from trace to trace while all else is equal), running totals, the time of
 * day, and cookies, whose values are masked in every output anyway. Whether such a thing is there
 * at all is compared. What belongs to a file or a setting ({@code LastModifiedTime}, {@code
 * FileFromCache}, {@code IsNewProcess}) is compared, too: it is the same for the next request, or
 * tells why not.
 */
final class PerRequest {
  /** Ids and numbers, by the data's name. */
  private static final Set<String> DATA =
      Set.of(
          "contextid",
          "context id",
          "connid",
          "rawconnid",
          "activityid",
          "relatedactivityid",
          "remoteport",
          "sessionid",
          "requestnumber");

  /** ARR counts these from its start, for the server that it chose. */
  private static final Set<String> TOTALS =
      Set.of("TotalRequests", "FailedRequests", "BytesSent", "BytesReceived", "ResponseTime");

  private static final Set<String> HEADERS =
      Set.of(
          "date",
          "expires",
          "cookie",
          "set-cookie",
          "authorization",
          "x-arr-log-id",
          "x-arr-clientcert",
          "ms-aspnetcore-token",
          "request-id",
          "x-request-id",
          "x-correlation-id",
          "traceparent",
          "tracestate",
          "sec-websocket-key",
          "sec-websocket-accept");

  /** ARR writes the client with its port, which is another one for every connection. */
  private static final String FORWARDED = "x-forwarded-for";

  private static final Pattern PORT = Pattern.compile("(?<=[\\]\\d]):\\d+(?=\\s*(?:,|$))");
  private static final Pattern VARIABLE_PREFIX = Pattern.compile("^(?:http|response)_");

  /** The name of a module that a .NET program registered ends in a new GUID at every start. */
  private static final String DYNAMIC = "__DynamicModule_";

  private static final Pattern DYNAMIC_ID =
      Pattern.compile("(__DynamicModule_.*?)_\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** An application domain: {@code /LM/W3SVC/2/ROOT-1-134254219294031273}. */
  private static final Pattern DOMAIN_ID = Pattern.compile("-\\d+-\\d{15,}$");

  private PerRequest() {}

  /** What is left of a value to compare; empty when it is not compared. */
  static Optional<String> comparable(TraceEvent event, DataField field) {
    String name = field.name();
    if (DATA.contains(name.toLowerCase(Locale.ROOT))
        || (event.is("ARR_SERVER_ROUTED") && TOTALS.contains(name))
        || (event.is("FASTCGI_ASSIGN_PROCESS") && name.equals("ProcessId"))
        || (event.is("AspNetSessionStatePartitionStart") && name.equals("Data2"))) {
      return Optional.empty();
    }
    if (name.equals("HeaderValue")) {
      return header(event.data("HeaderName").orElse(""), field.value());
    }
    if (name.equals("Value") || name.equals("ExpandedValue")) {
      String variable = event.data("Name").orElse("").toLowerCase(Locale.ROOT);
      String header = VARIABLE_PREFIX.matcher(variable).replaceFirst("").replace('_', '-');
      return header(header, field.value());
    }
    return Optional.of(
        event.is("AspNetAppDomainEnter")
            ? DOMAIN_ID.matcher(field.value()).replaceFirst("")
            : strip(field.value()));
  }

  /** What is left of a header's value to compare; empty when it is not compared. */
  static Optional<String> header(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (HEADERS.contains(lower)) {
      return Optional.empty();
    }
    return Optional.of(lower.equals(FORWARDED) ? PORT.matcher(value).replaceAll("") : value);
  }

  /** A name without the id that a program's start gave it. */
  static String strip(String name) {
    return name.contains(DYNAMIC) ? DYNAMIC_ID.matcher(name).replaceAll("$1") : name;
  }
}
