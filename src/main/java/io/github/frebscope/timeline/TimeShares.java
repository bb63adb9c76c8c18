package io.github.frebscope.timeline;

import io.github.frebscope.catalog.SpanKinds;
import io.github.frebscope.trace.MeasuredTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides the time of a request among modules, notifications or areas.
 *
 * <p>One walk through the tree hears every stretch in the order of the trace, each beginning where
 * the one before it ended: {@link Span#forEachPart} gives the parts of a span in that order, and a
 * part that is a child is walked through before the next part is heard. So the stretches of each
 * share come in order too, which is what {@link TimeSum} asks for. Stretches that follow each other
 * without another share between them are one: where they meet, nothing can be wrong.
 */
final class TimeShares {
  private final Dimension dimension;
  private final String rest;
  private final Map<String, Share> shares = new LinkedHashMap<>();

  /** The stretch that may still go on. */
  private Share current;

  private long from;
  private long to;

  private TimeShares(Dimension dimension, String rest) {
    this.dimension = dimension;
    this.rest = rest;
  }

  /** The shares, longest first. */
  static List<TimeShare> of(Span root, Dimension dimension) {
    TimeShares times = new TimeShares(dimension, dimension.rest(root));
    times.walk(root, times.rest);
    times.finishStretch();
    return times.shares.entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .map(e -> e.getValue().named(e.getKey()))
        .sorted(
            Comparator.comparing(TimeShare::exclusive).reversed().thenComparing(TimeShare::name))
        .toList();
  }

  private void walk(Span span, String outer) {
    if (span.isUntraced()) {
      finishStretch();
      share(TimeShare.NOT_TRACED).untraced = span.inclusive();
      return;
    }
    String name = dimension.within(span, outer, rest);
    Share share = share(name);
    boolean owned = dimension.owns(span);
    if (owned) {
      share.begin(span);
    }
    span.forEachPart((start, end) -> add(share, start, end), child -> walk(child, name));
    if (span.kind() == SpanKinds.UNTIL_WRITTEN) {
      share.exclusive.endIsNoStamp();
    }
    if (owned) {
      share.depth--;
    }
  }

  private Share share(String name) {
    return shares.computeIfAbsent(name, n -> new Share());
  }

  private void add(Share share, long start, long end) {
    if (share != current) {
      finishStretch();
      current = share;
      from = start;
    }
    to = end;
  }

  private void finishStretch() {
    if (current != null) {
      current.exclusive.add(from, to);
      current = null;
    }
  }

  /** What is known of a share so far. */
  private static final class Share {
    final TimeSum exclusive = new TimeSum();
    final TimeSum inclusive = new TimeSum();
    MeasuredTime untraced;
    int spans;
    int belowClock;

    /** How many spans of this share lie around what is walked through. */
    int depth;

    void begin(Span span) {
      spans++;
      if (span.inclusive().isBelowClock()) {
        belowClock++;
      }
      if (depth == 0) {
        inclusive.add(span.startNanos(), span.endNanos());
        if (span.isOpenUntilWritten()) {
          inclusive.endIsNoStamp();
        }
      }
      depth++;
    }

    boolean isEmpty() {
      return spans == 0 && untraced == null && exclusive.isEmpty();
    }

    TimeShare named(String name) {
      MeasuredTime own = untraced != null ? untraced : exclusive.total();
      return new TimeShare(name, spans, belowClock, own, spans == 0 ? own : inclusive.total());
    }
  }
}
