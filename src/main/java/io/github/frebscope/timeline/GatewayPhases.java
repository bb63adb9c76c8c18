package io.github.frebscope.timeline;

import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.catalog.SpanKinds;
import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How the time of a request divides at a gateway: before it asked its backend, until the request
 * was out, until the headers of the answer were there, until the answer was through, and after.
 * Gateways are Application Request Routing, the ASP.NET Core Module version 2 out of process,
 * FastCGI and CGI; others record no events of their own.
 *
 * <p>The lengths of the phases and of what is not traced add up to the time of the whole request.
 * Several attempts of the module count together; the time between two of them belongs to connecting
 * and sending. When several modules, or one several times, talk to a backend, it is about the
 * outermost one, and of these the first: all else is part of its phases.
 *
 * <p>An exchange that breaks off ends where its module sets an error status: IIS raises that event
 * when the module gives up, and its call can return much later. Without one it ends with the call.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class GatewayPhases {
  private static final MeasuredTime NONE = new MeasuredTime(Duration.ZERO, Duration.ZERO);

  private final Span span;
  private final Map<ExchangePhase, MeasuredTime> times;

  private GatewayPhases(Span span, Map<ExchangePhase, MeasuredTime> times) {
    this.span = span;
    this.times = times;
  }

  /**
   * The phases of a request; empty when no exchange of a gateway with its backend was traced: there
   * was none, or its area or level was not.
   */
  public static Optional<GatewayPhases> of(Timeline timeline) {
    Objects.requireNonNull(timeline, "timeline");
    Clock clock = timeline.clock();
    record Candidate(Span span, int place, long depth) {}
    return timeline
        .spans()
        .filter(span -> span.isModule() || span.isRequest())
        .map(span -> new Candidate(span, ExchangeWalk.firstPlace(clock, span), depth(span)))
        .filter(candidate -> candidate.place >= 0)
        .min(Comparator.comparing(Candidate::depth).thenComparing(Candidate::place))
        .map(found -> new GatewayPhases(found.span, times(timeline, found.span)));
  }

  /** In how many child requests it lies. */
  private static long depth(Span span) {
    return span.outwards().filter(s -> s.kind() == SpanKinds.CHILD_REQUEST).count();
  }

  private static Map<ExchangePhase, MeasuredTime> times(Timeline timeline, Span span) {
    Span root = timeline.root();
    long start = root.startNanos();
    long end = root.endNanos();
    MeasuredTime missing = NONE;
    for (Span part : root.children()) {
      if (part.is(SpanKinds.BEFORE_FIRST_EVENT.id())) {
        start = part.endNanos();
        missing = sum(missing, part.inclusive());
      } else if (part.isUntraced()) {
        end = part.startNanos();
        missing = sum(missing, part.inclusive());
      }
    }
    Map<ExchangePhase, MeasuredTime> times =
        add(ExchangeWalk.of(timeline.clock(), span), start, end, root.isOpenUntilWritten());
    times.merge(ExchangePhase.UNKNOWN, missing, GatewayPhases::sum);
    return times;
  }

  /** Adds up what lies between the marks; neighbours of one phase are one stretch. */
  private static Map<ExchangePhase, MeasuredTime> add(
      List<ExchangeWalk.Mark> marks, long start, long end, boolean endIsNoStamp) {
    Map<ExchangePhase, TimeSum> sums = new EnumMap<>(ExchangePhase.class);
    ExchangePhase phase = ExchangePhase.BEFORE;
    long since = start;
    for (ExchangeWalk.Mark mark : marks) {
      long until = Math.max(since, mark.nanos());
      if (mark.phase() != phase) {
        sums.computeIfAbsent(phase, p -> new TimeSum()).add(since, until);
        phase = mark.phase();
        since = until;
      }
    }
    TimeSum last = sums.computeIfAbsent(phase, p -> new TimeSum());
    last.add(since, end);
    if (endIsNoStamp) {
      last.endIsNoStamp();
    }
    Map<ExchangePhase, MeasuredTime> times = new EnumMap<>(ExchangePhase.class);
    sums.forEach((p, sum) -> times.put(p, sum.total()));
    return times;
  }

  private static MeasuredTime sum(MeasuredTime a, MeasuredTime b) {
    return new MeasuredTime(a.length().plus(b.length()), a.error().plus(b.error()));
  }

  /**
   * The module that talked to the backend, as traces name it; empty when its calls were not traced.
   */
  public Optional<String> module() {
    return span.module();
  }

  /** The request that the module worked for: the whole one, or a child request. */
  public Span request() {
    return span.request();
  }

  /** Until the module turned to its backend. */
  public MeasuredTime before() {
    return time(ExchangePhase.BEFORE);
  }

  /**
   * Getting a connection or a process, and sending the request. Of Application Request Routing, no
   * event parts the two.
   */
  public MeasuredTime connectingAndSending() {
    return time(ExchangePhase.CONNECTING_AND_SENDING);
  }

  /**
   * From the request being out until the headers of the answer were there: mostly the time that the
   * backend took.
   */
  public MeasuredTime waiting() {
    return time(ExchangePhase.WAITING);
  }

  /** From the headers of the answer until all of it was through. */
  public MeasuredTime body() {
    return time(ExchangePhase.BODY);
  }

  /** What followed the exchange. */
  public MeasuredTime after() {
    return time(ExchangePhase.AFTER);
  }

  /**
   * What belongs to none of the phases, as far as the trace tells: the request's time before its
   * first or after its last event, and stretches of the exchange in which the events that part two
   * phases were not traced.
   */
  public MeasuredTime untraced() {
    return time(ExchangePhase.UNKNOWN);
  }

  /** The time of a phase; that of the unknown one is what is not traced. */
  public MeasuredTime time(ExchangePhase phase) {
    Objects.requireNonNull(phase, "phase");
    return times.getOrDefault(phase, NONE);
  }

  /**
   * {@code ApplicationRequestRouting: before <31 ms | connecting and sending 8,063 ms ±16 ms |
   * waiting none | body none | after <16 ms}: one line. What is not traced comes last, if anything.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(module().map(Texts::shown).orElse("gateway"));
    if (request().kind() == SpanKinds.CHILD_REQUEST) {
      text.append(" in a child request");
    }
    String separator = ": ";
    for (ExchangePhase phase : ExchangePhase.values()) {
      MeasuredTime time = time(phase);
      if (phase != ExchangePhase.UNKNOWN || !time.equals(NONE)) {
        text.append(separator).append(phase.text()).append(' ').append(time);
        separator = " | ";
      }
    }
    return text.toString();
  }
}
