package io.github.frebscope.timeline;

import io.github.frebscope.catalog.SpanKinds;
import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.TraceEvent;
import java.util.Optional;

/**
 * Silence between an event and the next one, and what was going on meanwhile.
 *
 * <p>A part that is not traced counts as silence too. When a trace has neither end of its request,
 * nobody knows how much of that lies before its first event and how much after its last one: these
 * two are then {@code after} and {@code before}.
 *
 * <p>Immutable and safe for use by several threads. Gaps of two timelines are never equal, since
 * their spans are not.
 *
 * @param before the event that it follows; empty for what lies before the first event
 * @param after the event that ended it; empty for what lies after the last event, and for the
 *     silence in which a trace was written because the time limit of its rule had passed
 * @param length how long it was
 * @param span the innermost span that was open
 */
public record Gap(
    Optional<TraceEvent> before, Optional<TraceEvent> after, MeasuredTime length, Span span) {
  /**
   * What was going on, for example {@code connecting to the backend or sending headers}: as the
   * event that ended the silence tells, or the one before it, or the span. Empty when they tell
   * nothing in particular.
   */
  public Optional<String> doing() {
    return WhatGoesOn.doing(this);
  }

  /**
   * {@code 8,063 ms ±16 ms in ApplicationRequestRouting, EXECUTE_REQUEST_HANDLER, after
   * ARR_REQUEST_HEADERS_START (event 159): connecting to the backend or sending headers}.
   */
  @Override
  public String toString() {
    if (span.isUntraced()) {
      return length
          + " not traced"
          + after.map(e -> ", before " + text(e)).orElse("")
          + before.map(e -> (after.isPresent() ? " or" : ",") + " after " + text(e)).orElse("");
    }
    return length
        + place()
        + before.map(e -> ", after " + text(e)).orElse("")
        + (after.isPresent() ? "" : " until the trace was written")
        + doing().map(d -> ": " + d).orElse("");
  }

  private String place() {
    boolean isInChild = span.request().is(SpanKinds.CHILD_REQUEST.id());
    String call = span.notification().map(n -> ", " + Texts.shown(n)).orElse("");
    return span.module()
        .map(
            module ->
                " in " + Texts.shown(module) + call + (isInChild ? " of a child request" : ""))
        .orElseGet(() -> (isInChild ? " in a child request," : "") + outside() + call);
  }

  /** Without a trace of any call, nobody knows which module it was. */
  private String outside() {
    Optional<Span> unstarted = moduleThatMayHaveBegun();
    if (unstarted.isPresent()) {
      return " in " + Texts.shown(unstarted.get().name()) + " or outside any module";
    }
    return span.request().hasModuleCalls() ? " outside any module" : " with no module traced";
  }

  /** The next module, when its start is missing: it can have begun long before. */
  private Optional<Span> moduleThatMayHaveBegun() {
    Span request = span.request();
    return request.stream()
        .filter(s -> s.isModule() && s.request() == request)
        .filter(s -> after.isPresent() && s.allEvents().get(0).index() >= after.get().index())
        .findFirst()
        .filter(s -> s.state() == SpanState.ORPHAN && s.counterpart().isEmpty());
  }

  private static String text(TraceEvent event) {
    return Texts.shown(event.name()) + " (event " + event.index() + ")";
  }
}
