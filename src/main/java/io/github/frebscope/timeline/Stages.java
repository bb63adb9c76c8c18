package io.github.frebscope.timeline;

import io.github.frebscope.catalog.SpanKinds;
import io.github.frebscope.trace.MeasuredTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides a request's time among the stages of its own pipeline. What a stage raises inside itself,
 * MAP_PATH for example, and child requests belong to that stage.
 */
final class Stages {
  private Stages() {}

  private record Piece(String stage, long from, long to) {}

  static List<Stage> of(Span request) {
    boolean areTraced = request.children().stream().anyMatch(Stages::isStage);
    String rest = areTraced ? Stage.BETWEEN : Stage.STAGES_NOT_TRACED;
    List<Piece> pieces = new ArrayList<>();
    request.forEachOwnStretch((from, to) -> pieces.add(new Piece(rest, from, to)));
    for (Span child : request.children()) {
      pieces.add(new Piece(name(child, rest), child.startNanos(), child.endNanos()));
    }
    // Sums are told their stretches in the order of time.
    pieces.sort(Comparator.comparingLong(Piece::from).thenComparingLong(Piece::to));
    Map<String, TimeSum> sums = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      sums.computeIfAbsent(piece.stage(), n -> new TimeSum()).add(piece.from(), piece.to());
    }
    if (request.isOpenUntilWritten()) {
      sums.get(pieces.get(pieces.size() - 1).stage()).endIsNoStamp();
    }
    return sums.entrySet().stream()
        .map(e -> new Stage(e.getKey(), length(e.getKey(), e.getValue(), request)))
        .toList();
  }

  /** The untraced part is no difference of two stamps and knows its own error. */
  private static MeasuredTime length(String stage, TimeSum sum, Span request) {
    return request.children().stream()
        .filter(child -> stage.equals(Stage.NOT_TRACED) && child.isUntraced())
        .map(Span::inclusive)
        .findFirst()
        .orElseGet(sum::total);
  }

  private static boolean isStage(Span child) {
    return child.kind() == SpanKinds.NOTIFICATION;
  }

  private static String name(Span child, String rest) {
    if (child.isUntraced()) {
      return Stage.NOT_TRACED;
    }
    return isStage(child) ? child.name() : rest;
  }
}
