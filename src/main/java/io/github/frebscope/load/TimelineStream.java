package io.github.frebscope.load;

import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.source.FoundTraces;
import io.github.frebscope.source.TraceFile;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Trace;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Reads files whole, several at a time, and hands over their timelines one after another in the
 * order of the files, each trace once.
 */
final class TimelineStream {
  private final TraceReader reader = TraceReader.standard();
  private final Consumer<? super Timeline> consumer;
  private final List<Ledger.Entry> entries;
  private final Map<Identity, String> handedOver = new HashMap<>();
  private long whole;

  private TimelineStream(Consumer<? super Timeline> consumer, List<Ledger.Entry> entries) {
    this.consumer = consumer;
    this.entries = entries;
  }

  /** What became of one file: a timeline, or the reason why there is none. */
  private record Result(String file, Optional<Timeline> timeline, String failure) {}

  static Ledger run(
      FoundTraces found, int threads, LoadProgress progress, Consumer<? super Timeline> consumer)
      throws InterruptedIOException {
    List<TraceFile> files = found.files();
    List<Ledger.Entry> entries = new ArrayList<>(LedgerEntries.of(found));
    Map<Integer, String> copies = Copies.among(files, threads);
    copies.forEach(
        (place, kept) -> {
          TraceFile file = files.get(place);
          entries.add(LedgerEntries.duplicate(file.name(), kept));
          progress.read(file.name(), Math.max(0, file.size()));
        });
    List<TraceFile> kept =
        IntStream.range(0, files.size())
            .filter(place -> !copies.containsKey(place))
            .mapToObj(files::get)
            .toList();
    TimelineStream stream = new TimelineStream(consumer, entries);
    ParallelInOrder.forEach(
        kept,
        file -> {
          Result result = stream.read(file);
          progress.read(file.name(), Math.max(0, file.size()));
          return result;
        },
        threads,
        stream::take);
    return Ledger.of(stream.whole, entries).withOtherXmlFiles(found.otherXmlFiles());
  }

  /** Called by several threads. */
  private Result read(TraceFile file) {
    return Attempt.of(
        () -> new Result(file.name(), Optional.of(Timeline.of(reader.read(file))), ""),
        why -> new Result(file.name(), Optional.empty(), why));
  }

  /** Called by one thread, in the order of the files. */
  private void take(Result result) {
    if (result.timeline().isEmpty()) {
      entries.add(LedgerEntries.unreadable(result.file(), result.failure()));
      return;
    }
    Trace trace = result.timeline().get().trace();
    // A root that could not be looked at beforehand may turn out to be that of a copy.
    String first =
        Identity.of(trace).map(id -> handedOver.putIfAbsent(id, trace.file())).orElse(null);
    if (first != null) {
      entries.add(LedgerEntries.duplicate(trace.file(), first));
      return;
    }
    if (trace.isReadWhole()) {
      whole++;
    } else {
      entries.add(
          LedgerEntries.partial(
              trace.file(), trace.completeness(), trace.diagnostics(), trace.diagnosticCount()));
    }
    consumer.accept(result.timeline().get());
  }
}
