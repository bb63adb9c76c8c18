package io.github.frebscope.query;

import io.github.frebscope.internal.text.HeaderLines;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.SpanState;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of events. No name is that of an {@link Attributes attribute} of traces, so that both
 * can be imported with a star and mixed on the command line.
 *
 * <pre>{@code
 * traces.events().where(NAME.is("ARR_SERVER_ROUTED")).groupBy(data("Server")).count();
 * traces.events().groupBy(ofTrace(SERVER), IN_MODULE).aggregate(count(), max(GAP));
 * }</pre>
 *
 * <p>Fields about time, {@link #IN_MODULE} and its like, and those of spans look at the timeline of
 * the whole trace.
 */
public final class Events {
  /** The kind of the spans of rewrite rules; the name of such a span is that of its rule. */
  private static final String RULE_EVALUATION = "RULE_EVALUATION";

  /** The event's name. */
  public static final EventField<String> NAME =
      text(
          "name",
          "Event",
          "The name of the event as IIS writes it, for example NOTIFY_MODULE_START.",
          TraceEvent::name);

  /** Who recorded it. */
  public static final EventField<String> PROVIDER =
      text("provider", "Provider", "The provider that recorded the event.", TraceEvent::provider);

  /** The trace area. */
  public static final EventField<String> EVENT_AREA =
      make(
          "eventArea",
          "Event area",
          "The trace area that the event belongs to; missing for those of no area.",
          String.class,
          e -> e.event().area());

  /** The level. */
  public static final EventField<Integer> LEVEL =
      make(
          "level",
          "Level",
          "0 always recorded, 1 critical, 2 error, 3 warning, 4 information, 5 verbose.",
          Integer.class,
          e -> unlessNegative(e.event().level()));

  /** Whether it is a warning or worse. */
  public static final EventField<Boolean> WARNING =
      make(
          "warning",
          "Warning",
          "Whether the event is a warning, an error, or critical.",
          Boolean.class,
          e -> Optional.of(e.event().isWarningOrWorse()));

  /** The number inside its class of events. */
  public static final EventField<Integer> OPCODE =
      make(
          "opcode",
          "Opcode",
          "The number of the event inside its class of events.",
          Integer.class,
          e -> unlessNegative(e.event().opcode()));

  /** The number in the file. */
  public static final EventField<Integer> INDEX =
      make(
          "index",
          "Number",
          "The 0-based number of the event in its file, as evidence is cited.",
          Integer.class,
          e -> Optional.of(e.event().index()));

  /** How deep in child requests. */
  public static final EventField<Integer> DEPTH =
      make(
          "depth",
          "Depth",
          "0 in the request itself, 1 in a child request that it started, 2 in a child of that.",
          Integer.class,
          e -> Optional.of(e.event().requestDepth()));

  /** When it happened. */
  public static final EventField<Instant> TIME =
      new EventField<>(
          new FieldText("time", "Time (UTC)", "UTC", "When the event happened."),
          Instant.class,
          Field.naturalOrder(Instant.class),
          Events::timeOf);

  /** The silence before it. */
  public static final EventField<Duration> GAP =
      time(
          "gapMs",
          "Silence",
          "The silence since the event before it; missing for the first event.",
          e -> e.gap().map(MeasuredTime::length));

  /** The time since the first event. */
  public static final EventField<Duration> OFFSET =
      time(
          "offsetMs",
          "After",
          "How long after the first event of its trace it happened.",
          e -> e.offset().map(MeasuredTime::length));

  /** The module that it happened in. */
  public static final EventField<String> IN_MODULE =
      make(
          "inModule",
          "In module",
          "The innermost module that the event happened in; missing outside of modules.",
          String.class,
          e -> e.span().flatMap(Span::module));

  /** The notification that it happened in. */
  public static final EventField<String> IN_NOTIFICATION =
      make(
          "inNotification",
          "In notification",
          "The innermost pipeline notification that the event happened in.",
          String.class,
          e -> e.span().flatMap(Span::notification));

  /** The rewrite rule that it happened in. */
  public static final EventField<String> IN_RULE =
      make(
          "inRule",
          "In rewrite rule",
          "The rewrite rule that was being evaluated, RULE_EVALUATION_START itself included.",
          String.class,
          e -> e.span().flatMap(Events::rule));

  /** Whether it stands for a span. */
  public static final EventField<Boolean> SPAN =
      make(
          "span",
          "Span",
          "Whether the event stands for a span: it begins it, or ends one without a beginning.",
          Boolean.class,
          e -> Optional.of(e.standsFor().isPresent()));

  /**
   * The kind of the span that it begins or ends: the id of one of {@link
   * io.github.frebscope.catalog.SpanKinds}, {@code NOTIFY_MODULE}. {@code
   * spans().groupBy(SPAN_KIND).count()} shows which there are.
   */
  public static final EventField<String> SPAN_KIND =
      make(
          "spanKind",
          "Span kind",
          "The kind of the span that the event begins or ends, for example URL_REWRITE.",
          String.class,
          e -> e.edgeOf().map(span -> span.kind().id()));

  /** What the span is about. */
  public static final EventField<String> SPAN_NAME =
      make(
          "spanName",
          "Span name",
          "What the span is about that the event begins or ends: a module, a rewrite rule, a file.",
          String.class,
          e -> e.edgeOf().map(Span::name).filter(name -> !name.isEmpty()));

  /** How long the span lasted. */
  public static final EventField<MeasuredTime> SPAN_TIME =
      measured(
          "spanMs",
          "Span took",
          "How long the span lasted that the event begins or ends, with the spans inside it.",
          Span::inclusive);

  /** How long the span lasted by itself. */
  public static final EventField<MeasuredTime> SPAN_OWN_TIME =
      measured(
          "spanOwnMs",
          "Span's own",
          "How long the span lasted that the event begins or ends, without the spans inside it.",
          Span::exclusive);

  /** Whether both ends of the span were recorded. */
  public static final EventField<SpanState> SPAN_STATE =
      make(
          "spanState",
          "Span state",
          "Whether both ends of the span were recorded: closed, open (no end), orphan (no start).",
          SpanState.class,
          e -> e.edgeOf().map(Span::state));

  private static final List<EventField<?>> ALL =
      List.of(
          NAME,
          PROVIDER,
          EVENT_AREA,
          LEVEL,
          WARNING,
          OPCODE,
          INDEX,
          DEPTH,
          TIME,
          GAP,
          OFFSET,
          IN_MODULE,
          IN_NOTIFICATION,
          IN_RULE,
          SPAN,
          SPAN_KIND,
          SPAN_NAME,
          SPAN_TIME,
          SPAN_OWN_TIME,
          SPAN_STATE);

  private Events() {}

  /** All that have no parameter, in the order in which they are told here. */
  public static List<EventField<?>> all() {
    return ALL;
  }

  /**
   * The field of that name, in any case; lengths of time are found without their {@code Ms} too.
   * {@code data:Server}, {@code number:ErrorCode}, {@code description:ErrorCode} and {@code
   * requestHeader:Host} make one; the names of data are as in the file. Any other name is that of
   * an attribute of the trace: {@code server}, {@code status}, {@code header:user-agent}.
   *
   * @return empty when there is none
   */
  public static Optional<Field<TracedEvent, ?>> find(String name) {
    int colon = name.indexOf(':');
    if (colon > 0 && !name.substring(colon + 1).isBlank()) {
      Optional<Field<TracedEvent, ?>> made =
          made(name.substring(0, colon).toLowerCase(Locale.ROOT), name.substring(colon + 1));
      if (made.isPresent()) {
        return made;
      }
    }
    for (EventField<?> field : ALL) {
      boolean withoutUnit = field.unit().equals("ms") && field.name().equalsIgnoreCase(name + "Ms");
      if (field.name().equalsIgnoreCase(name) || withoutUnit) {
        return Optional.of(field);
      }
    }
    return Vocabulary.attribute(name).map(Events::ofTrace);
  }

  private static Optional<Field<TracedEvent, ?>> made(String word, String parameter) {
    return switch (word) {
      case "data" -> Optional.of(data(parameter));
      case "number" -> Optional.of(number(parameter));
      case "description" -> Optional.of(description(parameter));
      case "requestheader" -> Optional.of(requestHeader(parameter));
      default -> Optional.empty();
    };
  }

  /** A field of events as it is, and an attribute as one of the events of its trace. */
  static Field<TracedEvent, ?> ofAny(Field<?, ?> field) {
    if (field instanceof EventField<?> its) {
      return its;
    }
    if (field instanceof Attribute<?> attribute) {
      return ofTrace(attribute);
    }
    throw new IllegalArgumentException(field.name() + " is no field of events or traces");
  }

  /**
   * An attribute of the trace that an event stands in, where only a field of events will do: in
   * figures, and after {@code over}. {@link EventSet#groupBy} takes the attribute itself. Which
   * traces there are is best asked before: {@code traces.where(STATUS.is(502)).events()}.
   *
   * <pre>{@code
   * events.groupBy(NAME).aggregate(count(), distinct(ofTrace(FILE)))
   * events.over(Duration.ofHours(1)).groupBy(ofTrace(SERVER)).count()
   * }</pre>
   */
  public static <T> EventField<T> ofTrace(Attribute<T> attribute) {
    return new EventField<>(attribute);
  }

  /**
   * The value of the first data of that name, as the file has it; its word is {@code data:} and the
   * name. Missing for events without it.
   *
   * @param name exactly as in the file, for example {@code HttpStatus}
   */
  public static EventField<String> data(String name) {
    return make(
        "data:" + name,
        name,
        "The data " + name + " of the event as the file has it.",
        String.class,
        e -> e.event().data(name));
  }

  /**
   * The value of the first data of that name as a number, decimal or hexadecimal after {@code 0x};
   * its word is {@code number:} and the name. Missing for what is no such number.
   *
   * @param name exactly as in the file, for example {@code ErrorCode}
   */
  public static EventField<Long> number(String name) {
    return make(
        "number:" + name,
        name,
        "The data " + name + " of the event as a number.",
        Long.class,
        e -> e.event().data(name).flatMap(WholeNumber::parse));
  }

  /**
   * The text that IIS printed for the data of that name, in the language of the server; its word is
   * {@code description:} and the name.
   *
   * @param name exactly as in the file, for example {@code ErrorCode}
   */
  public static EventField<String> description(String name) {
    return make(
        "description:" + name,
        name + " text",
        "What IIS says about the data " + name + " of the event.",
        String.class,
        e -> e.event().description(name));
  }

  /**
   * The value of a header in an event that lists the headers of a request or child request; its
   * word is {@code requestHeader:} and the name in small letters.
   *
   * @param name in any case
   * @throws IllegalArgumentException if it is blank
   */
  public static EventField<String> requestHeader(String name) {
    String lower = RequestHeaders.named(name);
    return make(
        "requestHeader:" + lower,
        "Header " + lower,
        "The header " + lower + " in an event that lists the headers of a request.",
        String.class,
        e -> RequestHeaders.lines(e.event()).flatMap(lines -> HeaderLines.find(lines, lower)));
  }

  /** When an event happened; empty in a trace in which no stamp can be read. */
  static Optional<Instant> timeOf(TracedEvent row) {
    return Optional.of(row.event().time()).filter(time -> !time.equals(Instant.EPOCH));
  }

  private static Optional<String> rule(Span inner) {
    return inner.outwards().filter(span -> span.is(RULE_EVALUATION)).map(Span::name).findFirst();
  }

  private static Optional<Integer> unlessNegative(int value) {
    return value < 0 ? Optional.empty() : Optional.of(value);
  }

  private static EventField<String> text(
      String name, String title, String description, Function<TraceEvent, String> value) {
    return make(
        name,
        title,
        description,
        String.class,
        e -> Optional.of(value.apply(e.event())).filter(text -> !text.isEmpty()));
  }

  private static <T> EventField<T> make(
      String name,
      String title,
      String description,
      Class<T> type,
      Function<TracedEvent, Optional<T>> value) {
    return new EventField<>(
        new FieldText(name, title, "", description), type, Field.naturalOrder(type), value);
  }

  private static EventField<Duration> time(
      String name,
      String title,
      String description,
      Function<TracedEvent, Optional<Duration>> value) {
    return new EventField<>(
        new FieldText(name, title, "ms", description),
        Duration.class,
        Field.naturalOrder(Duration.class),
        value);
  }

  /** Ordered by length alone, so that bounds need not know the error of a value. */
  private static EventField<MeasuredTime> measured(
      String name, String title, String description, Function<Span, MeasuredTime> value) {
    return new EventField<>(
        new FieldText(name, title, "ms", description),
        MeasuredTime.class,
        Comparator.comparing(MeasuredTime::length),
        e -> timeOf(e).flatMap(time -> e.edgeOf()).map(value));
  }
}
