package io.github.frebscope.timeline;

import io.github.frebscope.catalog.SpanKind;
import java.util.ArrayList;
import java.util.List;

/** A span that is being built. */
final class Draft {
  final SpanKind kind;
  String name = "";
  Call call;
  SpanState state = SpanState.OPEN;
  final int from;
  int to;
  int startPlace = -1;
  int endPlace = -1;
  long start;
  long end;
  boolean asynchronous;

  /** How often a module was called, by its start and its completions, and how often it returned. */
  int calls = 1;

  int returns;
  int counterpart = -1;
  List<Draft> children = new ArrayList<>();

  Draft(SpanKind kind, int from) {
    this.kind = kind;
    this.from = from;
    this.to = from;
  }

  /** A draft that stands for those children, all closed, from the first to the last. */
  static Draft around(SpanKind kind, Call call, List<Draft> children) {
    Draft first = children.get(0);
    Draft last = children.get(children.size() - 1);
    Draft draft = new Draft(kind, first.from);
    draft.to = last.to;
    draft.start = first.start;
    draft.end = last.end;
    draft.name = call.text();
    draft.call = call;
    draft.state = SpanState.CLOSED;
    draft.children = children;
    return draft;
  }
}
