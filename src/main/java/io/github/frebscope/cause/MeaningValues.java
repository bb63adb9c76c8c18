package io.github.frebscope.cause;

import static java.util.Map.entry;

import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values that templates of plain meanings name, besides those of every failure: what was
 * refused, and where in the configuration an error is. It remembers the events it took them from.
 */
final class MeaningValues {
  private static final String ERROR_CODE = "ErrorCode";
  private static final String WARNING = "MODULE_WARNING";

  /** Data of events, by the name of the value. */
  private static final Map<String, Source> SOURCES =
      Map.ofEntries(
          entry("deniedFile", new Source("FileName", "SECURITY_FILE_ACCESS_DENIED")),
          entry("deniedAccount", new Source("AccountName", "SECURITY_FILE_ACCESS_DENIED")),
          entry("deniedAddress", new Source("IPAddress", "SECURITY_REJECTED_IP")),
          entry("deniedHost", new Source("HostName", "SECURITY_REJECTED_HOSTNAME")),
          entry("deniedMime", new Source("FileName", "SECURITY_DENIED_BY_MIMEMAP")),
          entry(
              "deniedImage",
              new Source(
                  "ImageName",
                  "SECURITY_DENIED_BY_ISAPI_RESTRICTION",
                  "SECURITY_DENIED_BY_CGI_RESTRICTION")),
          entry(
              "logonError",
              new Source(
                  ERROR_CODE,
                  "AUTH_BASIC_LOGON_FAILED",
                  "AUTH_SSPI_LOGON_FAILED",
                  "AUTH_WDIGEST_LOGON_FAILED",
                  "AUTH_IISDIGEST_LOGON_FAILED",
                  "AUTH_INVALID_ANON_ACCOUNT")),
          entry("warning", new Source("Data1", WARNING)),
          entry("stderr", new Source("Data2", WARNING)),
          entry("aspError", new Source("Description", "ASP_LOG_ERROR")),
          entry("aspLine", new Source("LineNumber", "ASP_LOG_ERROR")),
          entry("startText", new Source("FailureDescription", "ANCM_START_APPLICATION_FAIL")),
          entry("isapi", new Source("DllName", "CALL_ISAPI_EXTENSION")));

  static final Set<String> EVENTS = events();

  private final Failure failure;
  private final List<Evidence> evidence = new ArrayList<>();

  MeaningValues(Failure failure) {
    this.failure = failure;
  }

  private record Source(String data, List<String> events) {
    Source(String data, String... events) {
      this(data, List.of(events));
    }
  }

  private static Set<String> events() {
    Set<String> names = new HashSet<>();
    SOURCES.values().forEach(s -> names.addAll(s.events()));
    names.add("SET_RESPONSE_ERROR_DESCRIPTION");
    return Set.copyOf(names);
  }

  /** The events that values were taken from, in the order in which they were asked for. */
  List<Evidence> evidence() {
    return evidence.stream().distinct().toList();
  }

  Optional<String> get(String name) {
    Source source = SOURCES.get(name);
    if (source != null) {
      return ofEvent(source).map(MeaningValues::withoutFullStop);
    }
    return switch (name) {
      case "configFile" -> config().flatMap(ConfigError::file);
      case "configLine" -> config().flatMap(ConfigError::line);
      case "configMessage" ->
          config()
              .map(ConfigError::message)
              .map(MeaningValues::withoutFullStop)
              .filter(m -> !m.isEmpty());
      case "verb" -> failure.trace().request().verb();
      case "path" -> path().map(Quote::line);
      case "words" -> failure.words().map(Quote::line);
      case "extension" -> extension();
      case "urlLength" -> path().map(p -> Integer.toString(p.length()));
      case "query" -> query();
      case "queryLength" -> query().map(q -> Integer.toString(q.length()));
      case "contentLength" -> failure.header("Content-Length");
      default -> failure.value(name);
    };
  }

  /**
   * The last such event before the status; a warning counts only when its module set the status.
   */
  private Optional<String> ofEvent(Source source) {
    Optional<TraceEvent> event =
        failure
            .lastBefore(source.events().toArray(String[]::new))
            .filter(e -> !e.is(WARNING) || e.data("ModuleName").equals(failure.module()));
    Optional<String> value =
        event
            .flatMap(e -> e.data(source.data()))
            .map(Quote::firstLine)
            .map(MeaningValues::withoutFullStop)
            .filter(t -> !t.isEmpty());
    value.ifPresent(
        v -> evidence.add(new Evidence(event.get().index(), event.get().name(), "says more")));
    return source.data().equals(ERROR_CODE) ? value.map(MeaningValues::named) : value;
  }

  /** The sentence that quotes it has its own. */
  private static String withoutFullStop(String text) {
    return text.endsWith(".") && !text.endsWith("..") ? text.substring(0, text.length() - 1) : text;
  }

  private static String named(String number) {
    try {
      return WindowsErrors.words(ErrorCodes.hresult(Long.parseLong(number)));
    } catch (NumberFormatException e) {
      return number;
    }
  }

  private Optional<ConfigError> config() {
    return failure.setBy().flatMap(e -> e.data("ConfigExceptionInfo")).flatMap(ConfigError::parse);
  }

  /** The path without the query, as the client sent it. */
  private Optional<String> path() {
    return afterHost().map(u -> u.indexOf('?') < 0 ? u : u.substring(0, u.indexOf('?')));
  }

  private Optional<String> query() {
    return afterHost()
        .filter(u -> u.indexOf('?') >= 0)
        .map(u -> u.substring(u.indexOf('?') + 1))
        .filter(q -> !q.isEmpty());
  }

  /** Not by java.net.URI: what request filtering refuses is often no valid URI. */
  private Optional<String> afterHost() {
    return failure
        .trace()
        .request()
        .url()
        .flatMap(
            url -> {
              int host = url.indexOf("://");
              int slash = host < 0 ? -1 : url.indexOf('/', host + "://".length());
              return slash < 0 ? Optional.empty() : Optional.of(url.substring(slash));
            });
  }

  private Optional<String> extension() {
    return path()
        .map(p -> p.substring(p.lastIndexOf('/') + 1))
        .filter(name -> name.indexOf('.') >= 0)
        .map(name -> name.substring(name.lastIndexOf('.')));
  }
}
