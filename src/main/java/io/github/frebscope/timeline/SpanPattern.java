package io.github.frebscope.timeline;

import io.github.frebscope.catalog.NearNames;
import io.github.frebscope.catalog.SpanKind;
import io.github.frebscope.catalog.SpanKinds;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A question about the spans of a timeline: of which kind, how long, inside what, with what inside.
 * Each method adds a condition, all of which must hold, and answers a new pattern.
 *
 * <pre>{@code
 * SpanPattern slow =
 *     SpanPattern.module("ApplicationRequestRouting")
 *         .longerThan(Duration.ofSeconds(5))
 *         .notContaining(EventPattern.named("ARR_RESPONSE_HEADERS_END"));
 * List<Span> spans = slow.in(timeline);
 * }</pre>
 *
 * <p>Costs and threads as {@link EventPattern}.
 */
public final class SpanPattern {
  private final Conditions<Predicate<Span>> conditions;

  private SpanPattern(Conditions<Predicate<Span>> conditions) {
    this.conditions = conditions;
  }

  /** Every span, the request among them. */
  public static SpanPattern any() {
    return new SpanPattern(Conditions.any("any span"));
  }

  /**
   * Spans of a kind of {@link SpanKinds}, for example {@code URL_REWRITE}.
   *
   * @throws IllegalArgumentException if there is no kind of that id; the message has near ones
   */
  public static SpanPattern ofKind(String kindId) {
    SpanKind kind = SpanKinds.find(kindId).orElseThrow(() -> unknown(kindId));
    return ofSpans(kindId, span -> span.kind() == kind);
  }

  private static IllegalArgumentException unknown(String id) {
    List<String> near = NearNames.of(id, SpanKinds.all().stream().map(SpanKind::id).toList());
    return new IllegalArgumentException(
        "there is no kind of span '"
            + id
            + "'; "
            + (near.isEmpty()
                ? "SpanKinds.all() has them all"
                : "did you mean " + String.join(", ", near) + "?"));
  }

  /** The calls of that module, its name exactly as IIS writes it. */
  public static SpanPattern module(String module) {
    Objects.requireNonNull(module, "module");
    return ofSpans("module " + module, span -> span.isModule() && span.name().equals(module));
  }

  /** That notification, as IIS prints it, for example {@code EXECUTE_REQUEST_HANDLER}. */
  public static SpanPattern notification(String notification) {
    Objects.requireNonNull(notification, "notification");
    return ofSpans(
        "notification " + notification,
        span -> span.kind() == SpanKinds.NOTIFICATION && span.name().equals(notification));
  }

  private static SpanPattern ofSpans(String subject, Predicate<Span> test) {
    return new SpanPattern(Conditions.of(subject, scene -> test));
  }

  /** With that {@link Span#name()}, exactly: a module, a rule, a file. */
  public SpanPattern named(String name) {
    Objects.requireNonNull(name, "name");
    return and("named " + name, span -> span.name().equals(name));
  }

  /** Of which that end or both were recorded, for example those without an end. */
  public SpanPattern withState(SpanState state) {
    Objects.requireNonNull(state, "state");
    return and("with " + stateText(state), span -> span.state() == state);
  }

  private static String stateText(SpanState state) {
    return state == SpanState.CLOSED ? "both ends" : state.text();
  }

  /** Certainly longer: even the shortest time it can have been, by the clock, is longer. */
  public SpanPattern longerThan(Duration least) {
    Objects.requireNonNull(least, "least");
    return and(
        "longer than " + String.format(Locale.ROOT, "%,d ms", least.toMillis()),
        span -> span.inclusive().atLeast().compareTo(least) > 0);
  }

  /** Inside one of those spans, at any depth; none is inside itself. */
  public SpanPattern inside(SpanPattern outer) {
    return andInScene(
        "inside " + outer.words(),
        scene -> {
          Set<Span> inside = outer.insides(scene);
          return inside::contains;
        });
  }

  /** Inside none of those spans. */
  public SpanPattern notInside(SpanPattern outer) {
    return andInScene(
        "not inside " + outer.words(),
        scene -> {
          Set<Span> inside = outer.insides(scene);
          return span -> !inside.contains(span);
        });
  }

  /** In which one of those events lies; those that begin and end it count. */
  public SpanPattern containing(EventPattern events) {
    return andInScene(
        "containing " + events.words(),
        scene -> {
          BitSet places = events.places(scene);
          return span -> contains(span, places);
        });
  }

  /** In which none of those events lies. */
  public SpanPattern notContaining(EventPattern events) {
    return andInScene(
        "not containing " + events.words(),
        scene -> {
          BitSet places = events.places(scene);
          return span -> !contains(span, places);
        });
  }

  private static boolean contains(Span span, BitSet places) {
    int found = places.nextSetBit(span.from());
    return found >= 0 && found < span.to();
  }

  /** Whose last event is followed, at once or later, by one of those events. */
  public SpanPattern before(EventPattern later) {
    return andInScene(
        "before " + later.words(),
        scene -> {
          int last = later.places(scene).length() - 1;
          return span -> span.to() <= last;
        });
  }

  /** Whose first event follows, at once or later, one of those events. */
  public SpanPattern after(EventPattern earlier) {
    return andInScene(
        "after " + earlier.words(),
        scene -> {
          int first = earlier.places(scene).nextSetBit(0);
          return span -> first >= 0 && span.from() > first;
        });
  }

  /** Over before one of those spans begins. */
  public SpanPattern before(SpanPattern later) {
    return andInScene(
        "before " + later.words(),
        scene -> {
          int last = later.lastBegin(scene);
          return span -> span.to() <= last;
        });
  }

  /** Beginning when one of those spans is over. */
  public SpanPattern after(SpanPattern earlier) {
    return andInScene(
        "after " + earlier.words(),
        scene -> {
          int first = earlier.firstEnd(scene);
          return span -> span.from() >= first;
        });
  }

  /** That pass a test of your own. */
  public SpanPattern where(Predicate<? super Span> test) {
    Objects.requireNonNull(test, "test");
    return and("that passes a test", test::test);
  }

  /** The spans of a timeline that fit, in the order of the trace; empty when none does. */
  public List<Span> in(Timeline timeline) {
    return spans(new Scene(timeline));
  }

  /** The first span that fits; empty when none does. */
  public Optional<Span> firstIn(Timeline timeline) {
    return in(timeline).stream().findFirst();
  }

  /** Whether a span fits. */
  public boolean isIn(Timeline timeline) {
    return !in(timeline).isEmpty();
  }

  private List<Span> spans(Scene scene) {
    List<Predicate<Span>> tests = conditions.tests(scene);
    return scene.spans().stream().filter(s -> tests.stream().allMatch(t -> t.test(s))).toList();
  }

  /** The places of all events inside. */
  BitSet covered(Scene scene) {
    BitSet places = new BitSet();
    spans(scene).forEach(span -> places.set(span.from(), span.to()));
    return places;
  }

  /** Where the last one begins; -1 when there is none. */
  int lastBegin(Scene scene) {
    return spans(scene).stream().mapToInt(Span::from).max().orElse(-1);
  }

  /** The place after the first one that is over; past all places when there is none. */
  int firstEnd(Scene scene) {
    return spans(scene).stream().mapToInt(Span::to).min().orElse(Integer.MAX_VALUE);
  }

  /** All spans inside the ones that fit; each is walked through once. */
  private Set<Span> insides(Scene scene) {
    Set<Span> inside = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Span> rest = new ArrayDeque<>(spans(scene));
    while (!rest.isEmpty()) {
      for (Span child : rest.pop().children()) {
        if (inside.add(child)) {
          rest.push(child);
        }
      }
    }
    return inside;
  }

  String words() {
    return conditions.inside();
  }

  private SpanPattern and(String words, Predicate<Span> test) {
    return andInScene(words, scene -> test);
  }

  private SpanPattern andInScene(String words, Function<Scene, Predicate<Span>> maker) {
    return new SpanPattern(conditions.and(words, maker));
  }

  /** The question: {@code module RewriteModule longer than 100 ms inside GENERAL_CHILD_REQUEST}. */
  @Override
  public String toString() {
    return conditions.toString();
  }
}
