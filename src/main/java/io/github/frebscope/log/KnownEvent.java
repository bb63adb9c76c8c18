package io.github.frebscope.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an event of a Windows event log means for who looks for the cause of a failure. The table
 * {@code windows-events.tsv} beside this class holds them, each with its source.
 *
 * @param source who writes it, {@code Microsoft-Windows-WAS}
 * @param id its number
 * @param kind what it is
 * @param program a program of which the message must speak for the event to be of this kind, {@code
 *     w3wp.exe}; empty when any will do
 * @param meaning one sentence for people
 */
public record KnownEvent(String source, int id, Kind kind, String program, String meaning) {
  /** What an event is for who looks for the cause of a failure. */
  public enum Kind {
    /** A worker process ended because nothing was asked of it. */
    IDLE_STOP,
    /** A worker process is replaced. */
    RECYCLE,
    /** A worker process, or the program behind it, crashed or hung and was ended. */
    CRASH,
    /** A pool was disabled or stopped. */
    POOL_DISABLED,
    /** A worker process could not be started. */
    START_FAILED,
    /** A worker process was ended because it did not shut down in time. */
    SHUTDOWN_TIMEOUT,
    /** The ASP.NET Core Module started its program. */
    ANCM_STARTED,
    /** The ASP.NET Core Module could not start its program. */
    ANCM_START_FAILED,
    /** The program of the ASP.NET Core Module ended or was restarted. */
    ANCM_STOPPED,
    /** Something else that is worth knowing. */
    OTHER
  }

  private static final Map<String, String> ALIASES =
      Map.of(
          "was", "microsoft-windows-was",
          "w3svc", "microsoft-windows-iis-w3svc",
          "w3svc-wp", "microsoft-windows-iis-w3svc-wp",
          "iis-w3svc-wp", "microsoft-windows-iis-w3svc-wp",
          "iis express aspnetcore module", "iis aspnetcore module",
          "iis express aspnetcore module v2", "iis aspnetcore module v2");

  private static final Map<String, KnownEvent> ALL = read();

  /** Refuses nulls. */
  public KnownEvent {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(program, "program");
    Objects.requireNonNull(meaning, "meaning");
  }

  /**
   * What is known of an event, whatever its message says; empty when nothing is.
   *
   * @param source who wrote it, in any case, {@code WAS} being {@code Microsoft-Windows-WAS}
   * @param id its number
   */
  public static Optional<KnownEvent> of(String source, int id) {
    return Optional.ofNullable(ALL.get(key(source, id)));
  }

  /** What is known of an event, if its message speaks of the program that it must. */
  public static Optional<KnownEvent> of(WindowsEvent event) {
    return of(event.source(), event.id())
        .filter(
            known ->
                known.program.isEmpty()
                    || event.message().toLowerCase(Locale.ROOT).contains(known.program));
  }

  /** All that are known, in the order of the table. */
  public static List<KnownEvent> all() {
    return List.copyOf(ALL.values());
  }

  private static String key(String source, int id) {
    String name = source.strip().toLowerCase(Locale.ROOT);
    return ALIASES.getOrDefault(name, name) + " " + id;
  }

  private static Map<String, KnownEvent> read() {
    Map<String, KnownEvent> events = new LinkedHashMap<>();
    for (List<String> row : LogTable.rows("windows-events.tsv", 6)) {
      int id = Integer.parseInt(row.get(1));
      events.put(
          key(row.get(0), id),
          new KnownEvent(row.get(0), id, Kind.valueOf(row.get(2)), row.get(3), row.get(4)));
    }
    return events;
  }

  /** {@code Microsoft-Windows-WAS 5186: ...}: one line. */
  @Override
  public String toString() {
    return source + " " + id + ": " + meaning;
  }
}
