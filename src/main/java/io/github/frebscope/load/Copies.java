package io.github.frebscope.load;

import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.source.TraceFile;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the files that hold a trace that another file holds too, before they are read whole. The
 * copy that tells most is kept, of equal ones the first.
 *
 * <p>The root elements of all files are looked at, which takes little of each; only files whose
 * roots name the same activity are compared further.
 */
final class Copies {
  private final TraceReader reader = TraceReader.standard().digest(Set.of());
  private final List<TraceFile> files;

  private Copies(List<TraceFile> files) {
    this.files = files;
  }

  /** Who a trace is and how much of it is there. */
  private record Told(Optional<Identity> identity, int events) {
    static final Told NOTHING = new Told(Optional.empty(), 0);
  }

  /** The places of the files to leave out, each with the name of the file that is kept instead. */
  static Map<Integer, String> among(List<TraceFile> files, int threads)
      throws InterruptedIOException {
    return new Copies(files).find(threads);
  }

  private Map<Integer, String> find(int threads) throws InterruptedIOException {
    List<String> activities = ParallelInOrder.map(files, this::activity, threads);
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    for (int place = 0; place < files.size(); place++) {
      places.computeIfAbsent(activities.get(place), a -> new ArrayList<>()).add(place);
    }
    places.remove("");
    List<Integer> alike =
        places.values().stream().filter(p -> p.size() > 1).flatMap(List::stream).toList();
    List<Told> told = ParallelInOrder.map(alike, place -> tell(files.get(place)), threads);
    return leftOut(alike, told);
  }

  private Map<Integer, String> leftOut(List<Integer> places, List<Told> told) {
    Map<Integer, String> leftOut = new HashMap<>();
    Map<Identity, Integer> best = new HashMap<>();
    for (int i = 0; i < places.size(); i++) {
      Identity identity = told.get(i).identity().orElse(null);
      if (identity == null) {
        continue;
      }
      Integer first = best.putIfAbsent(identity, i);
      if (first != null) {
        boolean better = told.get(i).events() > told.get(first).events();
        int kept = better ? i : first;
        best.put(identity, kept);
        leftOut.put(places.get(better ? first : i), files.get(places.get(kept)).name());
      }
    }
    return leftOut;
  }

  /** What the root names; empty when it names none or cannot be read. */
  private String activity(TraceFile file) {
    return Attempt.of(
        () -> {
          RequestInfo request = reader.peek(file);
          String process = request.attributes().getOrDefault("processId", "");
          return request.activityId().map(id -> id + " " + process).orElse("");
        },
        why -> "");
  }

  private Told tell(TraceFile file) {
    return Attempt.of(
        () -> {
          Trace trace = reader.read(file);
          return new Told(Identity.of(trace), trace.eventCount());
        },
        why -> Told.NOTHING);
  }
}
