package io.github.frebscope.parse;

import io.github.frebscope.internal.xml.Problem;
import io.github.frebscope.internal.xml.RawEvent;
import io.github.frebscope.internal.xml.RawSink;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.TraceEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns what the raw reader tells into values, and knows where in the request it is: how deep in
 * child requests, and whether the request's own end was seen. One for each file.
 */
final class TraceAssembler implements RawSink {
  private static final String WWW_SERVER = "{3A2A4E84-4C21-4981-AE10-3FDA0D9B0F83}";

  private static final int MOST_TIMELESS = 1000;

  private final TraceSink sink;
  private final EventMapper mapper;
  // The first events, as long as none has a time stamp that can be read; nearly always empty.
  private final List<TraceEvent.Builder> timeless = new ArrayList<>();

  private RequestInfo request;
  private int depth;
  private boolean sawEnd;
  private boolean sawSizeLimit;
  private boolean firstIsServer;
  private boolean lastIsServer;
  private boolean any;

  TraceAssembler(TraceSink sink) {
    this.sink = sink;
    this.mapper = new EventMapper(sink::diagnostic);
  }

  @Override
  public void root(Map<String, String> attributes) {
    request = RequestInfo.of(attributes);
    sink.request(request);
  }

  @Override
  public void event(RawEvent raw) {
    // Children are nested by these two events; ids cannot tell, they are the parent's.
    if (raw.name.equals("GENERAL_CHILD_REQUEST_END") && depth > 0) {
      depth--;
    }
    TraceEvent.Builder event = mapper.map(raw, depth);
    switch (raw.name) {
      case "GENERAL_CHILD_REQUEST_START" -> depth++;
      case "GENERAL_REQUEST_END" -> sawEnd |= depth == 0;
      case "LOG_FILE_MAX_SIZE_TRUNCATE" -> sawSizeLimit = true;
      default -> {
        // no mark in the request's course
      }
    }
    lastIsServer = raw.providerGuid.toUpperCase(Locale.ROOT).equals(WWW_SERVER);
    firstIsServer |= !any && lastIsServer;
    any = true;
    if (mapper.knowsTime() || timeless.size() == MOST_TIMELESS) {
      TraceEvent built = event.build();
      releaseTimeless(built.time());
      sink.event(built);
    } else {
      timeless.add(event);
    }
  }

  private void releaseTimeless(Instant time) {
    timeless.forEach(event -> sink.event(event.time(time).build()));
    timeless.clear();
  }

  @Override
  public void problem(Problem problem) {
    sink.diagnostic(
        new Diagnostic(
            Diagnostic.Kind.valueOf(problem.kind().name()),
            problem.message(),
            problem.offset(),
            problem.event()));
  }

  @Override
  public void end(int events, boolean closed) {
    releaseTimeless(Instant.EPOCH);
    sink.end(completeness(closed), events);
  }

  private Completeness completeness(boolean closed) {
    if (!closed) {
      return Completeness.TORN;
    }
    if (sawSizeLimit) {
      return Completeness.SIZE_LIMIT;
    }
    if (sawEnd) {
      return Completeness.COMPLETE;
    }
    if (request.failureReason().filter("TIME_TAKEN"::equals).isPresent()) {
      return Completeness.TIME_LIMIT;
    }
    // The server always records GENERAL_REQUEST_END (level 0). A rule for another provider alone,
    // ASPNET say, records no such event, and nothing is missing then.
    return any && !firstIsServer && !lastIsServer
        ? Completeness.COMPLETE
        : Completeness.MID_REQUEST;
  }
}
