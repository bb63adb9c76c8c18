package io.github.frebscope.timeline;

import io.github.frebscope.catalog.SpanKind;
import io.github.frebscope.catalog.SpanKinds;
import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A stretch of a request: from one event to another, or a part that is not traced. It holds the
 * spans that lie in it, and every event of a trace belongs to exactly one span.
 *
 * <p>Immutable once its {@link Timeline} is built, and safe for use by several threads. Equal only
 * to itself: it is a place in one timeline, and another reading of the file has other spans.
 */
public final class Span {
  private final Clock clock;
  private final SpanKind kind;
  private final String name;
  private final SpanState state;
  private final Call call;
  private final Optional<Span> parent;
  private final int from;
  private final int to;
  private final int startPlace;
  private final int endPlace;
  private final long start;
  private final long end;
  private final boolean asynchronous;
  private final int counterpart;
  private final List<Span> children;
  private final boolean hasModuleCalls;

  /** Makes the span of a draft, and the spans inside it. */
  Span(Clock clock, Draft draft, Span parent) {
    this.clock = clock;
    kind = draft.kind;
    name = draft.name;
    state = draft.state;
    call = draft.call;
    this.parent = Optional.ofNullable(parent);
    from = draft.from;
    to = draft.to;
    startPlace = draft.startPlace;
    endPlace = draft.endPlace;
    start = draft.start;
    end = draft.end;
    asynchronous = draft.asynchronous;
    counterpart = draft.counterpart;
    List<Span> inside = new ArrayList<>(draft.children.size());
    for (Draft child : draft.children) {
      inside.add(new Span(clock, child, this));
    }
    children = List.copyOf(inside);
    hasModuleCalls = kind == SpanKinds.MODULE || children.stream().anyMatch(Span::hasModuleCalls);
  }

  /** What kind of span it is. */
  public SpanKind kind() {
    return kind;
  }

  /** Whether it is of the kind with that id, for example {@code URL_REWRITE}. */
  public boolean is(String kindId) {
    return kind.id().equals(kindId);
  }

  /** Whether a module is called in it, for a notification of the pipeline or before it. */
  public boolean isModule() {
    return kind == SpanKinds.MODULE || kind == SpanKinds.PRE_BEGIN_MODULE;
  }

  /** Whether it is the request itself or a child request. */
  public boolean isRequest() {
    return kind == SpanKinds.REQUEST || kind == SpanKinds.CHILD_REQUEST;
  }

  /** Whether it is a part of the request that holds no events because it was not traced. */
  public boolean isUntraced() {
    return kind == SpanKinds.BEFORE_FIRST_EVENT
        || kind == SpanKinds.AFTER_LAST_EVENT
        || kind == SpanKinds.OUTSIDE_EVENTS;
  }

  /**
   * What it is about, from the trace and not redacted: a module, a notification, a rewrite rule, a
   * URL or a file. Empty when the kind says all.
   */
  public String name() {
    return name;
  }

  /** Whether both its ends were recorded. */
  public SpanState state() {
    return state;
  }

  /**
   * Whether it broke off, as far as the trace tells: it was begun, and its end, which IIS is known
   * to record, is nowhere. In a trace that is not whole the end may just be missing.
   */
  public boolean brokeOff() {
    return state == SpanState.OPEN && counterpart < 0 && kind.isEndRecorded();
  }

  /** What it lies in; empty for the request itself. */
  public Optional<Span> parent() {
    return parent;
  }

  /** What lies in it, in the order of the trace. */
  public List<Span> children() {
    return children;
  }

  /** This span and all that lie in it, in the order of the trace. */
  public Stream<Span> stream() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Span::stream));
  }

  /** This span and all that it lies in, from the inside outwards. */
  public Stream<Span> outwards() {
    return Stream.iterate(Optional.of(this), Optional::isPresent, s -> s.get().parent)
        .map(Optional::get);
  }

  /** The event that begins it; empty when that is missing, or when no event does. */
  public Optional<TraceEvent> startEvent() {
    return clock.event(startPlace);
  }

  /** The event that ends it; empty when that is missing, or when no event does. */
  public Optional<TraceEvent> endEvent() {
    return clock.event(endPlace);
  }

  /**
   * Its events in the order of the trace, without those of the spans inside it; start and end are
   * among them.
   */
  public List<TraceEvent> events() {
    List<TraceEvent> own = new ArrayList<>();
    int next = from;
    for (Span child : children) {
      own.addAll(clock.events(next, child.from));
      next = child.to;
    }
    own.addAll(clock.events(next, to));
    return Collections.unmodifiableList(own);
  }

  /** Its events and those of the spans inside it, in the order of the trace. */
  public List<TraceEvent> allEvents() {
    return clock.events(from, to);
  }

  /** Its first event, those of the spans inside it included; empty when it holds none. */
  public Optional<TraceEvent> firstEvent() {
    return from < to ? clock.event(from) : Optional.empty();
  }

  /** Its last event, those of the spans inside it included; empty when it holds none. */
  public Optional<TraceEvent> lastEvent() {
    return from < to ? clock.event(to - 1) : Optional.empty();
  }

  /**
   * When it began, by the stamp of its first event; a part that is not traced, and a request with
   * such a part, as long before as {@code timeTaken} tells.
   */
  public Instant start() {
    return clock.instant(start);
  }

  /**
   * When it ended, by the stamp of its last event. One without an end: by that of the event at
   * which it had to be given up, see {@link SpanState#OPEN}. A part that is not traced, and a
   * request with such a part: as {@code timeTaken} tells. Of {@link
   * io.github.frebscope.catalog.SpanKinds#OUTSIDE_EVENTS} nobody knows when it was, and these times
   * only keep its length.
   */
  public Instant end() {
    return clock.instant(end);
  }

  /** How long it lasted. */
  public MeasuredTime inclusive() {
    boolean isDifference = isUntraced() || (isOpenUntilWritten() && parent.isPresent());
    return MeasuredTime.ofTicks(Duration.ofNanos(end - start), isDifference ? 2 : 1);
  }

  /** Its end is then the root element's timeTaken, which has an error of its own. */
  boolean isOpenUntilWritten() {
    return kind == SpanKinds.UNTIL_WRITTEN
        || (!children.isEmpty() && children.get(children.size() - 1).isOpenUntilWritten());
  }

  /** How long it lasted without the spans inside it. Zero without error when these fill it. */
  public MeasuredTime exclusive() {
    TimeSum sum = new TimeSum();
    forEachOwnStretch(sum::add);
    return isUntraced() || kind == SpanKinds.UNTIL_WRITTEN ? inclusive() : sum.total();
  }

  /** Hears every stretch of the span that lies in none of its children. */
  void forEachOwnStretch(StretchConsumer consumer) {
    forEachPart(consumer, child -> {});
  }

  /**
   * Goes through the span in the order of the trace: hears its own stretches and its children, each
   * where it lies. Every part begins where the one before it ended, from the start of the span to
   * its end.
   */
  void forEachPart(StretchConsumer own, Consumer<Span> inside) {
    int nextPlace = from;
    long since = start;
    for (Span child : children) {
      boolean adjoinsUntraced = child.from == child.to && child.from == nextPlace;
      if (child.from > from && !adjoinsUntraced) {
        own.accept(since, child.start);
      }
      inside.accept(child);
      nextPlace = child.to;
      since = child.end;
    }
    // One without an end goes on after its last event, until the event at which it was given up.
    if (nextPlace < to || end > since || children.isEmpty()) {
      own.accept(since, end);
    }
  }

  /** Hears a stretch of time, in nanoseconds from the trace's start. */
  interface StretchConsumer {
    void accept(long from, long to);
  }

  /**
   * The module that was called, by itself or around it in the same request: {@code ModuleName} as
   * written. Empty outside of modules.
   */
  public Optional<String> module() {
    return withinRequest().filter(Span::isModule).map(Span::name).findFirst();
  }

  /**
   * The notification it belongs to in the same request, as IIS prints it, for example {@code
   * EXECUTE_REQUEST_HANDLER}. Empty outside of notifications.
   */
  public Optional<String> notification() {
    return withinRequest().filter(s -> s.call != null).map(s -> s.call.text()).findFirst();
  }

  /** Whether it belongs to the second round of a notification, after all modules had the first. */
  public boolean isPostNotification() {
    return withinRequest()
        .filter(s -> s.call != null)
        .findFirst()
        .filter(s -> s.call.isPost())
        .isPresent();
  }

  /** The request or child request it belongs to: itself, or one that it lies in. */
  public Span request() {
    return outwards().filter(s -> s.isRequest() || s.parent.isEmpty()).findFirst().orElse(this);
  }

  private Stream<Span> withinRequest() {
    Span request = request();
    return this == request ? Stream.empty() : outwards().takeWhile(s -> s != request);
  }

  /** The area of the event that begins it, or else ends it; empty when they belong to none. */
  public Optional<String> area() {
    return startEvent().or(this::endEvent).flatMap(TraceEvent::area);
  }

  /** Whether it is a module that finished later than its call returned. */
  public boolean isAsynchronous() {
    return asynchronous;
  }

  /**
   * The parts of an asynchronous module from its return to its completion, or until it was at work
   * before that: until something began or ended in it, or it raised a notification. Empty when its
   * return was not told, or only after its completion.
   */
  public List<Span> waiting() {
    return children.stream()
        .filter(s -> !s.isModule() && !s.isRequest() && s.kind != SpanKinds.NOTIFICATION)
        .flatMap(s -> s.kind == SpanKinds.WAITING ? Stream.of(s) : s.waiting().stream())
        .toList();
  }

  /**
   * For a span without end or start: the number of the event that is the missing one but lies where
   * it cannot belong to this span. ASP.NET, for one, begins in one module and ends in another.
   */
  public OptionalInt counterpart() {
    return counterpart < 0 ? OptionalInt.empty() : OptionalInt.of(counterpart);
  }

  /** The place of its first event in the trace's list. */
  int from() {
    return from;
  }

  /** The place after its last event. */
  int to() {
    return to;
  }

  long startNanos() {
    return start;
  }

  long endNanos() {
    return end;
  }

  /** Whether it is, or holds at any depth, a module that was called for a notification. */
  boolean hasModuleCalls() {
    return hasModuleCalls;
  }

  Call call() {
    return call;
  }

  /** {@code module ApplicationRequestRouting, 8,063 ms ±16 ms, events 158-164}: one line. */
  @Override
  public String toString() {
    String title = name.isEmpty() ? kind.title() : kind.title() + " " + Texts.shown(name);
    String text = title + ", " + inclusive();
    if (from < to) {
      int first = clock.events(from, to).get(0).index();
      int last = clock.events(to - 1, to).get(0).index();
      text += first == last ? ", event " + first : ", events " + first + "-" + last;
    }
    return state == SpanState.CLOSED ? text : text + ", " + state.text();
  }
}
