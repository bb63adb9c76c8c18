package io.github.frebscope.timeline;

import io.github.frebscope.catalog.Modules;
import io.github.frebscope.catalog.SpanKind;
import io.github.frebscope.catalog.SpanKinds;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Pairs the starts and ends of a trace's events with a stack, so that every span is a run of events
 * and lies whole inside another. Whatever cannot be paired stays as a span that is open or has no
 * start.
 */
final class SpanTree {
  /** Deeper than any real trace; what begins below it is not descended into. */
  private static final int MOST_LEVELS = 250;

  private static final String COMPLETION = "NOTIFY_MODULE_COMPLETION";
  private static final String ERROR_STATUS = "MODULE_SET_RESPONSE_ERROR_STATUS";
  private static final long PENDING = 1;

  private final List<TraceEvent> events;
  private final Clock clock;
  private final List<Draft> stack = new ArrayList<>();
  private final BrokenSpans broken = new BrokenSpans();

  /**
   * Whether the innermost child request has ended its pipeline, and its own end is still to come.
   */
  private boolean childIsOver;

  /** How many ends of child requests are missing, for which all depths are too large since. */
  private int lostChildEnds;

  private SpanTree(List<TraceEvent> events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** The request's span, with all that lies in it. */
  static Draft of(List<TraceEvent> events, Clock clock) {
    return new SpanTree(events, clock).build();
  }

  private Draft build() {
    Draft root = new Draft(SpanKinds.REQUEST, 0);
    stack.add(root);
    for (int place = 0; place < events.size(); place++) {
      take(events.get(place), place);
    }
    closeDownTo(0, events.size());
    root.to = events.size();
    root.end = clock.last();
    if (root.endPlace >= 0) {
      root.state = root.startPlace >= 0 ? SpanState.CLOSED : SpanState.ORPHAN;
    }
    return root;
  }

  private void take(TraceEvent event, int place) {
    String name = event.name();
    if (childIsOver && isOfPipeline(name)) {
      giveUpChild(place);
    }
    SpanKind begun = SpanKinds.begunBy(name).orElse(null);
    if (begun != null) {
      begin(begun, event, place);
      return;
    }
    SpanKind ended = SpanKinds.endedBy(name).orElse(null);
    if (ended != null) {
      end(ended, event, place);
    } else if (name.equals(COMPLETION)) {
      complete(event, place);
    } else if (name.equals(ERROR_STATUS)) {
      giveUp(event, place);
    }
  }

  private static boolean isOfPipeline(String name) {
    return name.startsWith("NOTIFY_MODULE_") || SpanKinds.REQUEST.ends().contains(name);
  }

  /** The end of the child request is lost: what comes now is its parent's. */
  private void giveUpChild(int place) {
    childIsOver = false;
    lostChildEnds++;
    int level = requestLevel();
    while (stack.size() > level) {
      broken.add(close(place)); // It lasts until its own last event only.
    }
  }

  private void begin(SpanKind kind, TraceEvent event, int place) {
    if (kind == SpanKinds.REQUEST) {
      Draft root = stack.get(0);
      if (stack.size() == 1 && root.startPlace < 0 && event.requestDepth() == 0) {
        root.startPlace = place;
        root.name = label(kind, event);
      }
      return; // A child request begins with its own GENERAL_CHILD_REQUEST_START.
    }
    Call call = call(kind, event);
    if (call != null) {
      unwindBeforeModule(call, place);
    }
    if (kind != SpanKinds.CHILD_REQUEST) {
      endWaitingAbove(stack.size() - 2, place); // The module is at work again.
    }
    if (call == null && !kind.nests()) {
      closeUnfinishedOf(kind, place);
    }
    Draft draft = open(kind, place);
    draft.startPlace = place;
    draft.name = label(kind, event);
    draft.call = call;
    if (stack.size() > MOST_LEVELS) {
      close(place + 1);
    }
  }

  /** A step of the pipeline begins when all before it is over; another may be raised inside. */
  private void unwindBeforeModule(Call call, int place) {
    int request = requestLevel();
    for (int level = request + 1; level < stack.size(); level++) {
      Draft open = stack.get(level);
      if (call.isOrdered() || call.equals(open.call)) {
        closeDownTo(level - 1, place);
        return;
      }
    }
  }

  /** A kind that does not nest ends, at the latest, where it or one of its group begins again. */
  private void closeUnfinishedOf(SpanKind kind, int place) {
    int request = requestLevel();
    for (int level = stack.size() - 1; level > request; level--) {
      Draft open = stack.get(level);
      if (open.call != null) {
        return; // Modules begin and end by their own events.
      }
      boolean sameGroup = kind.group().isPresent() && kind.group().equals(open.kind.group());
      if (open.kind == kind || sameGroup) {
        closeDownTo(level - 1, place);
        return;
      }
    }
  }

  private void end(SpanKind kind, TraceEvent event, int place) {
    if (kind == SpanKinds.REQUEST) {
      endRequest(event, place);
      return;
    }
    if (kind == SpanKinds.CHILD_REQUEST) {
      childIsOver = false;
    }
    Call call = call(kind, event);
    String key = key(kind, event);
    int level = levelOf(kind, call, key);
    if (level < 0) {
      if (!kind.endsAlone()) {
        orphan(kind, event, call, place);
      }
      return;
    }
    if (kind == SpanKinds.MODULE && isPending(event)) {
      await(level, place);
      return;
    }
    endWaitingAbove(level, place);
    closeDownTo(level, place);
    Draft draft = stack.get(level);
    draft.endPlace = place;
    // Opened by a completion without a start, it stays without one.
    draft.state = draft.startPlace >= 0 ? SpanState.CLOSED : SpanState.ORPHAN;
    close(place + 1);
  }

  /**
   * The module returned before it was done. What it was at goes on: connecting, for example. When
   * its completion came already, its second call is still running and it does not wait.
   */
  private void await(int module, int place) {
    Draft draft = stack.get(module);
    draft.asynchronous = true;
    draft.returns++;
    if (draft.calls > draft.returns) {
      return;
    }
    if (stack.get(stack.size() - 1).kind != SpanKinds.WAITING) {
      Draft waiting = open(SpanKinds.WAITING, place);
      waiting.startPlace = place;
    }
  }

  /** Ends a waiting part above a level at the first sign of its module. */
  private void endWaitingAbove(int level, int place) {
    for (int above = stack.size() - 1; above > level; above--) {
      Draft waiting = stack.get(above);
      if (waiting.kind == SpanKinds.WAITING) {
        closeDownTo(above - 1, place);
        waiting.state = SpanState.CLOSED;
      }
    }
  }

  private void endRequest(TraceEvent event, int place) {
    Draft root = stack.get(0);
    int level = requestLevel();
    if (level > 0) {
      childIsOver = true;
    } else if (event.requestDepth() <= lostChildEnds) {
      closeDownTo(0, place);
      root.endPlace = place;
    }
  }

  private void complete(TraceEvent event, int place) {
    Call call = call(SpanKinds.MODULE, event);
    String key = key(SpanKinds.MODULE, event);
    int level = levelOf(SpanKinds.MODULE, call, key);
    if (level < 0) {
      // Its start is missing; its end may come.
      unwindBeforeModule(call, place);
      Draft draft = open(SpanKinds.MODULE, place);
      draft.name = key;
      draft.call = call;
      draft.asynchronous = true;
      return;
    }
    stack.get(level).asynchronous = true;
    stack.get(level).calls++;
    for (int above = stack.size() - 1; above > level; above--) {
      Draft waiting = stack.get(above);
      if (waiting.kind == SpanKinds.WAITING) {
        closeDownTo(above, place);
        waiting.endPlace = place;
        waiting.state = SpanState.CLOSED;
        close(place + 1);
        return;
      }
    }
  }

  /** A module that sets an error status has given up what it was at. */
  private void giveUp(TraceEvent event, int place) {
    Optional<String> area = event.data("ModuleName").map(module -> Modules.area(module, false));
    int request = requestLevel();
    for (int level = stack.size() - 1; level > request && area.isPresent(); level--) {
      Draft open = stack.get(level);
      if (open.kind.isUntilStatus() && events.get(open.from).area().equals(area)) {
        closeDownTo(level - 1, place);
        return;
      }
    }
  }

  private void orphan(SpanKind kind, TraceEvent event, Call call, int place) {
    Draft draft = open(kind, place);
    draft.name = key(kind, event);
    draft.call = call;
    draft.endPlace = place;
    draft.state = SpanState.ORPHAN;
    close(place + 1);
    broken.pairWithOrphan(draft, events, place);
  }

  /** The innermost open span of that kind in the current request; -1 when there is none. */
  private int levelOf(SpanKind kind, Call call, String key) {
    int request = requestLevel();
    for (int level = stack.size() - 1; level >= request && level > 0; level--) {
      Draft open = stack.get(level);
      boolean sameCall = call == null || call.canBe(open.call);
      boolean sameKey = key.isEmpty() || kind.key().isEmpty() || key.equals(open.name);
      if (open.kind == kind && sameCall && sameKey) {
        return level;
      }
    }
    return -1;
  }

  /** The level of the innermost child request; 0 for the request itself. */
  private int requestLevel() {
    for (int level = stack.size() - 1; level > 0; level--) {
      if (stack.get(level).kind == SpanKinds.CHILD_REQUEST) {
        return level;
      }
    }
    return 0;
  }

  private Draft open(SpanKind kind, int place) {
    Draft draft = new Draft(kind, place);
    draft.start = clock.at(place);
    stack.get(stack.size() - 1).children.add(draft);
    stack.add(draft);
    return draft;
  }

  /**
   * Ends all open spans above a level, which have no end of their own: they hold the events before
   * that place and last until it.
   */
  private void closeDownTo(int level, int place) {
    while (stack.size() - 1 > level) {
      Draft draft = close(place);
      draft.end = place < clock.count() ? clock.at(place) : clock.last();
      broken.add(draft);
    }
  }

  private Draft close(int to) {
    Draft draft = stack.remove(stack.size() - 1);
    draft.to = to;
    draft.end = clock.at(to - 1);
    return draft;
  }

  private static Call call(SpanKind kind, TraceEvent event) {
    if (kind == SpanKinds.PRE_BEGIN_MODULE) {
      return Call.preBegin();
    }
    return kind == SpanKinds.MODULE ? Call.of(event).orElse(Call.UNKNOWN) : null;
  }

  private static boolean isPending(TraceEvent event) {
    OptionalLong status = event.number("NotificationStatus");
    return status.isPresent() && status.getAsLong() == PENDING;
  }

  private static String key(SpanKind kind, TraceEvent event) {
    return kind.key().flatMap(event::data).orElse("");
  }

  private static String label(SpanKind kind, TraceEvent event) {
    Optional<String> field = kind.key().or(kind::label);
    return field.map(f -> event.description(f).or(() -> event.data(f)).orElse("")).orElse("");
  }
}
