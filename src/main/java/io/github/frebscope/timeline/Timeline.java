package io.github.frebscope.timeline;

import io.github.frebscope.catalog.SpanKinds;
import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the time of a request went: its spans as a tree, and the gaps between its events.
 *
 * <p>The tree is request, child request, notification, module, and the work inside a module. Every
 * event belongs to exactly one span, every span lies inside its parent, and the exclusive times of
 * all spans add up to the time of the request.
 *
 * <p>Immutable and safe for use by several threads. Building one costs much less than reading the
 * trace. Equal only to itself: two readings of one file give two timelines.
 */
public final class Timeline {
  private final Trace trace;
  private final Clock clock;
  private final Span root;

  private Timeline(Trace trace) {
    this.trace = trace;
    clock = new Clock(trace.events());
    Draft request = SpanTree.of(trace.events(), clock);
    Notifications.group(request);
    UntracedParts.add(request, trace, clock);
    if (request.name.isEmpty()) {
      request.name = trace.request().url().orElse("");
    }
    root = new Span(clock, request, null);
  }

  /**
   * The timeline of a trace.
   *
   * @throws IllegalArgumentException if the trace is a digest: that does not have all events
   */
  public static Timeline of(Trace trace) {
    Objects.requireNonNull(trace, "trace");
    if (trace.isDigest()) {
      throw new IllegalArgumentException("a digest has no timeline: read the whole trace");
    }
    return new Timeline(trace);
  }

  /** The trace. */
  public Trace trace() {
    return trace;
  }

  /** The request, with all that lies in it. */
  public Span root() {
    return root;
  }

  /**
   * All spans in the order of the trace, each before those inside it; the request is the first, so
   * there is always one.
   */
  public Stream<Span> spans() {
    return root.stream();
  }

  /**
   * From the first event to the last, an error of a tick of the clock aside. Stamps that go back
   * count as standing still. Zero without events.
   */
  public Duration tracedTime() {
    return Duration.ofNanos(clock.last());
  }

  /** The innermost span that an event belongs to; empty when the event is not of this trace. */
  public Optional<Span> spanOf(TraceEvent event) {
    int place = placeOf(event);
    return place < 0 ? Optional.empty() : Optional.of(innermost(place, place));
  }

  /**
   * The gap before an event: the time since the event before it. Empty for the first event and for
   * events that are not of this trace. Its length is below the clock when the clock did not tick.
   */
  public Optional<Gap> gapBefore(TraceEvent event) {
    int place = placeOf(event);
    return place < 1 ? Optional.empty() : Optional.of(gap(place));
  }

  /**
   * All gaps in which the clock ticked, in the order of the trace, and the parts of the request
   * before the first or after the last event that are not traced.
   */
  public List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    untraced(true).ifPresent(gaps::add);
    for (int place = 1; place < clock.count(); place++) {
      if (clock.at(place) > clock.at(place - 1)) {
        gaps.add(gap(place));
      }
    }
    untraced(false).or(this::untilWritten).ifPresent(gaps::add);
    return Collections.unmodifiableList(gaps);
  }

  /**
   * The longest gaps that are not below the clock, the longest first; those that are equally long
   * in the order of the trace. Empty when none is.
   *
   * @param most how many at the most; {@code Integer.MAX_VALUE} for all
   * @throws IllegalArgumentException if it is negative
   */
  public List<Gap> largestGaps(int most) {
    return gaps().stream()
        .filter(gap -> !gap.length().isBelowClock())
        .sorted(Comparator.comparing(Gap::length).reversed())
        .limit(most)
        .toList();
  }

  /**
   * How long the request was in each stage of its pipeline, in the order in which the stages began,
   * and how long in none. The lengths add up to that of the request. Without the area
   * RequestNotifications at Verbose no stage is known: all is {@link Stage#STAGES_NOT_TRACED} then.
   */
  public List<Stage> stages() {
    return Stages.of(root);
  }

  /**
   * How long a gateway module of the request sent, waited and received. Empty when no exchange of a
   * gateway with its backend was traced.
   */
  public Optional<GatewayPhases> gatewayPhases() {
    return GatewayPhases.of(this);
  }

  Clock clock() {
    return clock;
  }

  /**
   * Where the time went, by module: every stretch belongs to the innermost module of the innermost
   * request. What a module did inside (rules, caches, pages, waiting) is its own; a child request
   * that it started is not. Time in no module is {@link TimeShare#OUTSIDE_MODULES}; in a trace that
   * was recorded without its modules nobody can tell, and it is {@link
   * TimeShare#MODULES_NOT_TRACED}. What lies before the first or after the last event is {@link
   * TimeShare#NOT_TRACED}.
   *
   * @return longest first; the exclusive lengths add up to the length of the request
   */
  public List<TimeShare> byModule() {
    return TimeShares.of(root, Dimension.MODULE);
  }

  /**
   * Where the time went, by notification as IIS prints it, both rounds of one together: every
   * stretch belongs to the innermost notification of the innermost request. Time in none is {@link
   * TimeShare#OUTSIDE_NOTIFICATIONS}.
   *
   * @return longest first; the exclusive lengths add up to the length of the request
   */
  public List<TimeShare> byNotification() {
    return TimeShares.of(root, Dimension.NOTIFICATION);
  }

  /**
   * Where the time went, by area: every stretch belongs to the area of the innermost span whose
   * start (or else end) has one. Time in none is {@link TimeShare#NO_AREA}.
   *
   * @return longest first; the exclusive lengths add up to the length of the request
   */
  public List<TimeShare> byArea() {
    return TimeShares.of(root, Dimension.AREA);
  }

  /** The part that is not traced before or after the events, as a gap. */
  private Optional<Gap> untraced(boolean isBefore) {
    return root.children().stream()
        .filter(Span::isUntraced)
        .filter(span -> span.is(SpanKinds.BEFORE_FIRST_EVENT.id()) == isBefore)
        .map(
            span -> {
              boolean canBeBefore = !span.is(SpanKinds.AFTER_LAST_EVENT.id());
              return new Gap(
                  isBefore ? Optional.empty() : clock.event(clock.count() - 1),
                  canBeBefore && clock.count() > 0 ? clock.event(0) : Optional.empty(),
                  span.inclusive(),
                  span);
            })
        .findFirst();
  }

  private Optional<Gap> untilWritten() {
    return spans()
        .filter(span -> span.kind() == SpanKinds.UNTIL_WRITTEN)
        .map(
            span ->
                new Gap(
                    clock.event(clock.count() - 1),
                    Optional.empty(),
                    span.inclusive(),
                    span.parent().orElse(root)))
        .findFirst();
  }

  private Gap gap(int place) {
    List<TraceEvent> events = trace.events();
    return new Gap(
        Optional.of(events.get(place - 1)),
        Optional.of(events.get(place)),
        MeasuredTime.of(Duration.ofNanos(clock.at(place) - clock.at(place - 1))),
        innermost(place - 1, place));
  }

  /** The innermost span that holds both places. */
  private Span innermost(int first, int last) {
    Span span = root;
    Optional<Span> inside = Optional.of(root);
    while (inside.isPresent()) {
      span = inside.get();
      inside = childWith(span, first, last);
    }
    return span;
  }

  /** A span without an end goes on until the event at which it was given up. */
  private Optional<Span> childWith(Span span, int first, int last) {
    List<Span> children = span.children();
    int low = 0;
    int high = children.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (children.get(middle).from() <= first) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return Optional.empty();
    }
    Span child = children.get(low - 1);
    if (first >= child.to()) {
      return Optional.empty();
    }
    boolean goesOn = last == child.to() && child.endNanos() > clock.at(child.to() - 1);
    return last < child.to() || goesOn ? Optional.of(child) : Optional.empty();
  }

  /** The place of an event in the trace's list; -1 when it is not there. */
  private int placeOf(TraceEvent event) {
    int place = clock.placeOf(event.index());
    return place >= 0 && event.equals(trace.events().get(place)) ? place : -1;
  }

  /** The request and how many spans there are: one line. */
  @Override
  public String toString() {
    long spans = spans().count();
    return Texts.shown(trace.toString()) + ", " + spans + (spans == 1 ? " span" : " spans");
  }
}
