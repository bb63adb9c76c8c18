package io.github.frebscope.timeline;

import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.TraceEvent;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * A question about the events of a timeline: which events, with which data, inside what, before or
 * after what. Each method adds a condition, all of which must hold, and answers a new pattern.
 *
 * <pre>{@code
 * EventPattern failed =
 *     EventPattern.named("MODULE_SET_RESPONSE_ERROR_STATUS").with("HttpStatus", 502);
 * EventPattern missed =
 *     EventPattern.named("RULE_EVALUATION_END")
 *         .with("Succeeded", "false")
 *         .inside(SpanPattern.ofKind("URL_REWRITE"))
 *         .before(failed);
 * List<TraceEvent> rules = missed.in(timeline);
 * boolean any = missed.isIn(timeline);
 * }</pre>
 *
 * <p>Before and after go by the order of the trace, not by stamps, of which many are equal. What
 * was not traced is not found, and proves nothing: an empty answer may mean that the trace was
 * recorded without such events.
 *
 * <p>Costs: each pattern, and each pattern inside it, looks at every event or span of the timeline
 * once, however they are put together. Immutable and safe for use by several threads, as long as
 * the predicates given to it are.
 */
public final class EventPattern {
  private final Conditions<IntPredicate> conditions;

  private EventPattern(Conditions<IntPredicate> conditions) {
    this.conditions = conditions;
  }

  /** Every event. */
  public static EventPattern any() {
    return new EventPattern(Conditions.any("any event"));
  }

  /**
   * Events of that name, exactly as IIS writes it, for example {@code URL_CHANGED}. Names that the
   * catalogue does not know are allowed: modules of third parties have their own.
   */
  public static EventPattern named(String name) {
    Objects.requireNonNull(name, "name");
    return ofEvents(name, event -> event.is(name));
  }

  /** Warnings, errors and critical errors. */
  public static EventPattern warnings() {
    return ofEvents("warning or worse", TraceEvent::isWarningOrWorse);
  }

  private static EventPattern ofEvents(String subject, Predicate<TraceEvent> test) {
    return new EventPattern(
        Conditions.of(subject, scene -> place -> test.test(scene.event(place))));
  }

  /**
   * With that data: the value as the file has it, or IIS's text for it, exactly. {@code
   * with("Notification", "SEND_RESPONSE")} and {@code with("Notification", "536870912")} are the
   * same.
   */
  public EventPattern with(String data, String value) {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(value, "value");
    DataField wanted = new DataField(data, value);
    return and(
        "with " + data + "=" + value,
        event -> event.data().contains(wanted) || event.descriptions().contains(wanted));
  }

  /** With a data that is that number, as an unsigned decimal. */
  public EventPattern with(String data, long number) {
    Objects.requireNonNull(data, "data");
    return and(
        "with " + data + "=" + number, event -> event.number(data).equals(OptionalLong.of(number)));
  }

  /** With a data of that name whose value, as the file has it, passes a test. */
  public EventPattern with(String data, Predicate<? super String> test) {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(test, "test");
    return and(
        "with a certain " + data,
        event ->
            event.data().stream().anyMatch(f -> f.name().equals(data) && test.test(f.value())));
  }

  /**
   * At that level or more serious: 1 critical, 2 error, 3 warning, 4 information, 5 verbose. Events
   * that are always recorded, at level 0, do not count as serious.
   */
  public EventPattern levelAtMost(int level) {
    return and("at level " + level + " or worse", e -> e.level() >= 1 && e.level() <= level);
  }

  /** Of the provider of that name, for example {@code ASPNET}. */
  public EventPattern ofProvider(String provider) {
    Objects.requireNonNull(provider, "provider");
    return and("of provider " + provider, event -> event.provider().equals(provider));
  }

  /** Of that area, for example {@code Rewrite}. */
  public EventPattern ofArea(String area) {
    Objects.requireNonNull(area, "area");
    return and("of area " + area, event -> event.area().filter(area::equals).isPresent());
  }

  /** While that module was called, in the same request. */
  public EventPattern inModule(String module) {
    Objects.requireNonNull(module, "module");
    return andSpan("in module " + module, span -> span.module().filter(module::equals));
  }

  /** During that notification, as IIS prints it, in the same request. */
  public EventPattern inNotification(String notification) {
    Objects.requireNonNull(notification, "notification");
    return andSpan("in " + notification, span -> span.notification().filter(notification::equals));
  }

  /** Inside one of those spans; the events that begin and end it are inside. */
  public EventPattern inside(SpanPattern spans) {
    return andInScene(
        "inside " + spans.words(),
        scene -> {
          BitSet inside = spans.covered(scene);
          return inside::get;
        });
  }

  /** Inside none of those spans. */
  public EventPattern notInside(SpanPattern spans) {
    return andInScene(
        "not inside " + spans.words(),
        scene -> {
          BitSet inside = spans.covered(scene);
          return place -> !inside.get(place);
        });
  }

  /** Followed, at once or later, by one of those events. */
  public EventPattern before(EventPattern later) {
    return andInScene(
        "before " + later.words(),
        scene -> {
          int last = later.places(scene).length() - 1;
          return place -> place < last;
        });
  }

  /** Following, at once or later, one of those events. */
  public EventPattern after(EventPattern earlier) {
    return andInScene(
        "after " + earlier.words(),
        scene -> {
          int first = earlier.places(scene).nextSetBit(0);
          return place -> first >= 0 && place > first;
        });
  }

  /** Before the first event of one of those spans. */
  public EventPattern before(SpanPattern later) {
    return andInScene(
        "before " + later.words(),
        scene -> {
          int last = later.lastBegin(scene);
          return place -> place < last;
        });
  }

  /** After the last event of one of those spans. */
  public EventPattern after(SpanPattern earlier) {
    return andInScene(
        "after " + earlier.words(),
        scene -> {
          int first = earlier.firstEnd(scene);
          return place -> place >= first;
        });
  }

  /** That pass a test of your own. */
  public EventPattern where(Predicate<? super TraceEvent> test) {
    Objects.requireNonNull(test, "test");
    return and("that passes a test", test::test);
  }

  /** The events of a timeline that fit, in the order of the trace; empty when none does. */
  public List<TraceEvent> in(Timeline timeline) {
    Scene scene = new Scene(timeline);
    return places(scene).stream().mapToObj(scene::event).toList();
  }

  /** The first event that fits; empty when none does. */
  public Optional<TraceEvent> firstIn(Timeline timeline) {
    return in(timeline).stream().findFirst();
  }

  /** Whether an event fits. */
  public boolean isIn(Timeline timeline) {
    return !places(new Scene(timeline)).isEmpty();
  }

  BitSet places(Scene scene) {
    return scene.places(conditions.tests(scene));
  }

  String words() {
    return conditions.inside();
  }

  private EventPattern and(String words, Predicate<TraceEvent> test) {
    return andInScene(words, scene -> place -> test.test(scene.event(place)));
  }

  private EventPattern andSpan(String words, Function<Span, Optional<String>> found) {
    return andInScene(words, scene -> place -> found.apply(scene.spanAt(place)).isPresent());
  }

  private EventPattern andInScene(String words, Function<Scene, IntPredicate> maker) {
    return new EventPattern(conditions.and(words, maker));
  }

  /**
   * The question: {@code RULE_EVALUATION_END with Succeeded=false inside URL_REWRITE before
   * (MODULE_SET_RESPONSE_ERROR_STATUS with HttpStatus=502)}.
   */
  @Override
  public String toString() {
    return conditions.toString();
  }
}
