package io.github.frebscope.parse;

import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is told about one file into a {@link Trace}. */
final class TraceCollector implements TraceSink {
  private static final int MOST_DIAGNOSTICS = 100;

  private final Trace.Builder trace = Trace.builder();
  private final List<TraceEvent> events = new ArrayList<>(256);
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int diagnosticCount;

  TraceCollector(String file, boolean digest) {
    trace.file(file).digest(digest);
  }

  @Override
  public void request(RequestInfo request) {
    trace.request(request);
  }

  @Override
  public void event(TraceEvent event) {
    events.add(event);
  }

  @Override
  public void diagnostic(Diagnostic diagnostic) {
    diagnosticCount++;
    if (diagnostics.size() < MOST_DIAGNOSTICS) {
      diagnostics.add(diagnostic);
    }
  }

  @Override
  public void end(Completeness completeness, int eventCount) {
    trace.completeness(completeness).eventCount(eventCount);
  }

  Trace trace() {
    diagnostics.sort(Comparator.comparingLong(Diagnostic::offset));
    return trace.events(events).diagnostics(diagnostics, diagnosticCount).build();
  }
}
