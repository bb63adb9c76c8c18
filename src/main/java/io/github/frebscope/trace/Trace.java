package io.github.frebscope.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One trace file, read: the request as its root element tells it, the events in document order, and
 * what was wrong with the file.
 *
 * <p>A trace read by {@code Frebscope.read} holds every event that could be read. A <em>digest</em>
 * holds only the events that a set of questions needs, with their numbers, and the two events on
 * either side of every step of the clock, so that gaps come out the same; its counts are those of
 * the whole file. {@link #isDigest()} tells which it is.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Trace {
  /**
   * Events that tell how a trace is built: where requests and child requests begin and end, and
   * where recording stopped. Every digest keeps them.
   */
  public static final Set<String> STRUCTURAL_EVENTS =
      Set.of(
          "GENERAL_REQUEST_START",
          "GENERAL_REQUEST_END",
          "GENERAL_CHILD_REQUEST_START",
          "GENERAL_CHILD_REQUEST_END",
          "LOG_FILE_MAX_SIZE_TRUNCATE");

  private final String file;
  private final RequestInfo request;
  private final List<TraceEvent> events;
  private final int eventCount;
  private final boolean digest;
  private final Instant start;
  private final Instant end;
  private final Completeness completeness;
  private final List<Diagnostic> diagnostics;
  private final int diagnosticCount;

  private Trace(Builder b) {
    file = b.file;
    request = Objects.requireNonNull(b.request, "request");
    events = List.copyOf(b.events);
    eventCount = b.eventCount < 0 ? events.size() : b.eventCount;
    digest = b.digest;
    start = b.start;
    end = b.end;
    completeness = b.completeness;
    diagnostics = List.copyOf(b.diagnostics);
    diagnosticCount = Math.max(b.diagnosticCount, diagnostics.size());
  }

  /** A builder; it needs a request. */
  public static Builder builder() {
    return new Builder();
  }

  /** The file as it was named or found, {@code archive.zip!/inner/path} inside an archive. */
  public String file() {
    return file;
  }

  /** What the root element says. */
  public RequestInfo request() {
    return request;
  }

  /** The events in document order: all of them, or in a digest the chosen ones. */
  public List<TraceEvent> events() {
    return events;
  }

  /**
   * How many complete event elements the file holds, whether they are in {@link #events()} or not:
   * a digest leaves events out, and an event that could not be read is only counted.
   */
  public int eventCount() {
    return eventCount;
  }

  /** Whether {@link #events()} holds only some of the events. */
  public boolean isDigest() {
    return digest;
  }

  /** The first event's time; empty without events or times. */
  public Optional<Instant> start() {
    return Optional.ofNullable(start);
  }

  /** The last event's time; empty without events or times. */
  public Optional<Instant> end() {
    return Optional.ofNullable(end);
  }

  /** The server's name as its events give it; empty without events or names. */
  public Optional<String> server() {
    return events.isEmpty() || events.get(0).origin().computer().isEmpty()
        ? Optional.empty()
        : Optional.of(events.get(0).origin().computer());
  }

  /** Whether the trace tells the request to its end, and if not, why not. */
  public Completeness completeness() {
    return completeness;
  }

  /** Whether {@link #completeness()} is {@link Completeness#COMPLETE}. */
  public boolean isComplete() {
    return completeness == Completeness.COMPLETE;
  }

  /** What was wrong with the file, in its order: the first ones when there were very many. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** How many things were wrong, including those left out of {@link #diagnostics()}. */
  public int diagnosticCount() {
    return diagnosticCount;
  }

  /** Whether everything that stands in the file was read: not torn, no event lost. */
  public boolean isReadWhole() {
    return completeness != Completeness.TORN
        && diagnostics.stream().noneMatch(d -> d.kind().isLosing());
  }

  /** The event of that number, if this trace holds it. */
  public Optional<TraceEvent> event(int index) {
    int low = 0;
    int high = events.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = events.get(middle).index();
      if (found == index) {
        return Optional.of(events.get(middle));
      }
      if (found < index) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  /**
   * How long the trace was silent before an event: its time minus that of the last earlier event
   * with another time. Zero when no earlier event has another time. It is as exact as IIS's clock,
   * which ticks every 10 to 16 ms.
   *
   * @param event an event of this trace
   */
  public Duration silenceBefore(TraceEvent event) {
    Instant before = null;
    for (TraceEvent earlier : events) {
      if (earlier.index() >= event.index()) {
        break;
      }
      if (!earlier.time().equals(event.time())) {
        before = earlier.time();
      }
    }
    return before == null ? Duration.ZERO : Duration.between(before, event.time());
  }

  /**
   * The digest of this trace for those events: the named ones, {@link #STRUCTURAL_EVENTS}, all that
   * are warnings or worse, the first and the last, and both sides of every step of the clock.
   *
   * @param names names of events
   */
  public Trace digest(Set<String> names) {
    return toBuilder().events(Digest.of(events, names)).eventCount(eventCount).digest(true).build();
  }

  private Builder toBuilder() {
    return builder()
        .file(file)
        .request(request)
        .span(start, end)
        .completeness(completeness)
        .diagnostics(diagnostics, diagnosticCount);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Trace that
        && file.equals(that.file)
        && request.equals(that.request)
        && events.equals(that.events)
        && eventCount == that.eventCount
        && digest == that.digest
        && Objects.equals(start, that.start)
        && Objects.equals(end, that.end)
        && completeness == that.completeness
        && diagnostics.equals(that.diagnostics)
        && diagnosticCount == that.diagnosticCount;
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, request, eventCount, start);
  }

  /** {@code GET http://host/path -> 502.3 in 8078 ms, 244 events}, and what is missing. */
  @Override
  public String toString() {
    return request
        + ", "
        + eventCount
        + " events"
        + (isComplete() ? "" : ", incomplete")
        + (diagnosticCount == 0 ? "" : ", " + diagnosticCount + " problems");
  }

  /** Collects the parts of a trace. Not safe for use by several threads. */
  public static final class Builder {
    private String file = "";
    private RequestInfo request;
    private List<TraceEvent> events = List.of();
    private int eventCount = -1;
    private boolean digest;
    private Instant start;
    private Instant end;
    private Completeness completeness = Completeness.COMPLETE;
    private List<Diagnostic> diagnostics = List.of();
    private int diagnosticCount;

    private Builder() {}

    /** Where it was found. */
    public Builder file(String newFile) {
      file = Objects.requireNonNull(newFile, "file");
      return this;
    }

    /** What the root element says. */
    public Builder request(RequestInfo newRequest) {
      request = newRequest;
      return this;
    }

    /** The events in document order; copied when the trace is built. */
    public Builder events(List<TraceEvent> newEvents) {
      events = Objects.requireNonNull(newEvents, "events");
      if (start == null && !events.isEmpty() && !events.get(0).time().equals(Instant.EPOCH)) {
        start = events.get(0).time();
        end = events.get(events.size() - 1).time();
      }
      return this;
    }

    /** The number of event elements in the file, when not all of them are in the list. */
    public Builder eventCount(int count) {
      eventCount = count;
      return this;
    }

    /** Says whether events were left out on purpose. */
    public Builder digest(boolean isDigest) {
      digest = isDigest;
      return this;
    }

    /** The times of the file's first and last event; both null when it has none. */
    public Builder span(Instant first, Instant last) {
      start = first;
      end = last;
      return this;
    }

    /** Whether the trace tells the request to its end. */
    public Builder completeness(Completeness newCompleteness) {
      completeness = Objects.requireNonNull(newCompleteness, "completeness");
      return this;
    }

    /** What was wrong, and how many things in all when not all are listed. */
    public Builder diagnostics(List<Diagnostic> newDiagnostics, int count) {
      diagnostics = Objects.requireNonNull(newDiagnostics, "diagnostics");
      diagnosticCount = count;
      return this;
    }

    /**
     * The trace.
     *
     * @throws NullPointerException if no request was given
     */
    public Trace build() {
      return new Trace(this);
    }
  }
}
