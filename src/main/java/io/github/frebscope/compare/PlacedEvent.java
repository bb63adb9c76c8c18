package io.github.frebscope.compare;

import io.github.frebscope.timeline.Span;
import io.github.frebscope.trace.TraceEvent;

/** An event and the innermost span that it belongs to. */
record PlacedEvent(TraceEvent event, Span span) {}
