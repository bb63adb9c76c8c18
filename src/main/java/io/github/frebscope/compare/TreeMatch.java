package io.github.frebscope.compare;

import io.github.frebscope.compare.Unmatched.Candidates;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.SpanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Aligns two span trees from the top down: what lies in spans that are the same step is aligned by
 * {@link ComparisonKeys}, the spans first and the events then. Every span and every event ends up
 * in exactly one place: in a pair, or on one side only, by itself or inside a span of that side.
 *
 * <p>Two sorts of spans are looked through, so that what lies in them is aligned as if it lay in
 * the span around: those that the other trace could not have, because it has no events of that area
 * or level; and, as far as there is no partner for what lies in them, those without an end.
 */
final class TreeMatch {
  final List<SpanPair> spans = new ArrayList<>();
  final List<EventPair> events = new ArrayList<>();
  final Unmatched left;
  final Unmatched right;

  private TreeMatch(TracedExtent left, TracedExtent right) {
    this.left = new Unmatched(right);
    this.right = new Unmatched(left);
  }

  /** Candidates of both sides. */
  private record Both(Candidates left, Candidates right) {
    Both() {
      this(new Candidates(), new Candidates());
    }

    void add(Both more) {
      left.add(more.left);
      right.add(more.right);
    }
  }

  /** Aligns two requests, of each of which is known what its trace could tell. */
  static TreeMatch of(Span left, Span right, TracedExtent leftExtent, TracedExtent rightExtent) {
    TreeMatch match = new TreeMatch(leftExtent, rightExtent);
    match.match(left, right);
    match.events.sort(Comparator.comparingInt(pair -> pair.left().index()));
    match.left.sort();
    match.right.sort();
    return match;
  }

  /** Aligns two spans; what found no partner and may belong to the spans around is handed out. */
  private Both match(Span leftSpan, Span rightSpan) {
    spans.add(new SpanPair(leftSpan, rightSpan));
    Both rest = new Both(left.inside(leftSpan), right.inside(rightSpan));
    Both uncertain = matchSpans(rest);
    while (!uncertain.left.spans.isEmpty() || !uncertain.right.spans.isEmpty()) {
      rest.add(uncertain);
      uncertain = matchSpans(rest);
    }
    rest.add(uncertain);
    matchEvents(rest);
    return new Both(left.add(leftSpan, rest.left), right.add(rightSpan, rest.right));
  }

  /** Takes the spans that have a partner out of both lists; hands out what comes from them. */
  private Both matchSpans(Both rest) {
    rest.left.sort();
    rest.right.sort();
    List<SpanPair> pairs = new ArrayList<>();
    align(
        rest.left.spans,
        rest.right.spans,
        ComparisonKeys::of,
        (leftSpan, rightSpan) -> pairs.add(new SpanPair(leftSpan, rightSpan)));
    Both uncertain = new Both();
    pairs.forEach(pair -> uncertain.add(match(pair.left(), pair.right())));
    takeOpen(left, rest.left.spans, uncertain.left::add);
    takeOpen(right, rest.right.spans, uncertain.right::add);
    return uncertain;
  }

  /** What lies in spans that have neither an end nor a partner. */
  private static void takeOpen(Unmatched side, List<Span> spans, Consumer<Candidates> inside) {
    List<Span> open = spans.stream().filter(span -> span.state() == SpanState.OPEN).toList();
    spans.removeIf(span -> span.state() == SpanState.OPEN);
    open.forEach(span -> inside.accept(side.lookThrough(span)));
  }

  private void matchEvents(Both rest) {
    rest.left.sort();
    rest.right.sort();
    align(
        rest.left.events,
        rest.right.events,
        placed -> ComparisonKeys.of(placed.event()),
        (one, other) -> events.add(new EventPair(one.event(), other.event())));
  }

  private interface Key<T> {
    String of(T element);
  }

  private interface Pairs<T> {
    void add(T left, T right);
  }

  /** Takes the elements that have a partner out of both lists. */
  private static <T> void align(List<T> left, List<T> right, Key<T> key, Pairs<T> pairs) {
    int[] partners =
        Alignment.of(left.stream().map(key::of).toList(), right.stream().map(key::of).toList());
    List<T> onlyLeft = new ArrayList<>();
    List<T> onlyRight = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] < 0) {
        onlyLeft.add(left.get(i));
      } else {
        onlyRight.addAll(right.subList(next, partners[i]));
        next = partners[i] + 1;
        pairs.add(left.get(i), right.get(partners[i]));
      }
    }
    onlyRight.addAll(right.subList(next, right.size()));
    left.clear();
    left.addAll(onlyLeft);
    right.clear();
    right.addAll(onlyRight);
  }
}
