package io.github.frebscope.load;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import io.github.frebscope.classify.Classifier;
import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.source.FoundTraces;
import io.github.frebscope.source.TraceFile;
import io.github.frebscope.source.TraceFinder;
import io.github.frebscope.source.TraceRoot;
import io.github.frebscope.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Loads folders, archives and farms of trace files into a {@link TraceSet}.
 *
 * <p>Immutable and safe for use by several threads; each {@code with} method answers a new loader.
 * Costs: 2,000 files of 90 KB take about half a second on one core once the JVM is warm; memory is
 * about 0.5 MB a thread and less than 1 KB a trace.
 */
public final class TraceLoader {
  private final int threads;
  private final TraceFinder finder;
  private final Classifier classifier;
  private final LoadProgress progress;
  private final List<Attribute<?>> kept;

  private TraceLoader(
      int threads,
      TraceFinder finder,
      Classifier classifier,
      LoadProgress progress,
      List<Attribute<?>> kept) {
    this.threads = threads;
    this.finder = finder;
    this.classifier = classifier;
    this.progress = progress;
    this.kept = kept;
  }

  /** A loader with a thread for each processor and the standard classifier. */
  public static TraceLoader standard() {
    return new TraceLoader(
        Runtime.getRuntime().availableProcessors(),
        TraceFinder.standard(),
        Classifier.standard(),
        LoadProgress.NONE,
        List.of());
  }

  /**
   * With another number of threads.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public TraceLoader threads(int newThreads) {
    if (newThreads < 1) {
      throw new IllegalArgumentException("threads: " + newThreads);
    }
    return new TraceLoader(newThreads, finder, classifier, progress, kept);
  }

  /** Also looks at {@code .xml} files in folders and archives that are not named as IIS does. */
  public TraceLoader anyXmlName(boolean any) {
    return new TraceLoader(threads, finder.anyXmlName(any), classifier, progress, kept);
  }

  /** With another classifier. */
  public TraceLoader classifier(Classifier newClassifier) {
    return new TraceLoader(
        threads, finder, Objects.requireNonNull(newClassifier, "classifier"), progress, kept);
  }

  /** Telling its progress. */
  public TraceLoader progress(LoadProgress newProgress) {
    return new TraceLoader(
        threads, finder, classifier, Objects.requireNonNull(newProgress, "progress"), kept);
  }

  /**
   * Also keeping the values of attributes over events, which are gone once a set is loaded: those
   * of headers for example. Of two with one name the last is kept.
   *
   * <pre>{@code
   * TraceLoader.standard().keep(header("User-Agent")).load(roots);
   * }</pre>
   *
   * @throws IllegalArgumentException if one is not an attribute over events; a summary has the
   *     values of the others anyway
   */
  public TraceLoader keep(Attribute<?>... attributes) {
    Map<String, Attribute<?>> all = new LinkedHashMap<>();
    kept.forEach(a -> all.put(a.name(), a));
    for (Attribute<?> attribute : attributes) {
      if (!attribute.isKept()) {
        throw new IllegalArgumentException(
            attribute.name() + " is always there; only attributes over events are kept");
      }
      all.put(attribute.name(), attribute);
    }
    return new TraceLoader(threads, finder, classifier, progress, List.copyOf(all.values()));
  }

  /** {@code trace loader, 4 threads, traces named as IIS names them}. */
  @Override
  public String toString() {
    return "trace loader, " + threads + (threads == 1 ? " thread, " : " threads, ") + finder;
  }

  /**
   * Loads everything under some folders, farms, archives or files, see {@link #load(List)}; their
   * servers are named by the traces.
   *
   * @throws IOException if one of the paths is missing or cannot be read
   */
  public TraceSet load(Path... paths) throws IOException {
    return load(Arrays.stream(paths).map(TraceRoot::of).toList());
  }

  /**
   * Loads everything under the roots. The set is in the order of the files, whatever the threads
   * do; the same trace met twice counts once. {@link TraceSet#events()} reads the files again, with
   * as many threads.
   *
   * @throws IOException if a named root is missing or cannot be read, or the calling thread is
   *     interrupted; a bad file under a root is an entry of the ledger instead
   */
  public TraceSet load(List<TraceRoot> roots) throws IOException {
    Set<String> events = new HashSet<>(classifier.eventNames());
    kept.forEach(attribute -> events.addAll(attribute.eventNames()));
    TraceReader reader = TraceReader.standard().digest(events);
    // Traces of one farm have most of their texts in common: one copy of each is kept.
    Interner<String> texts = Interners.newStrongInterner();
    try (FoundTraces found = finder.find(roots)) {
      List<TraceFile> files = found.files();
      tellFound(files);
      List<LoadedFile> loaded =
          ParallelInOrder.map(
              files,
              file -> {
                LoadedFile result = LoadedFile.load(file, reader, classifier, texts::intern, kept);
                progress.read(file.name(), Math.max(0, file.size()));
                return result;
              },
              threads);
      return SetBuilder.build(loaded, found, threads);
    }
  }

  /**
   * Reads every trace under the roots whole and hands over its timeline. Files are read by several
   * threads; the consumer is called by the calling thread only, one timeline after another, in the
   * order of the files, whatever the threads do. No more than two timelines a thread are kept,
   * however many traces there are, and none that the consumer does not keep.
   *
   * <p>The same trace met twice is handed over once, the copy that tells more. To find them, the
   * beginning of every file is read before the first timeline is handed over.
   *
   * @param consumer what it throws ends the work and comes out unchanged
   * @return the files that were unreadable, damaged or left out
   * @throws IOException if a named root is missing or cannot be read, or the calling thread is
   *     interrupted; a bad file under a root is an entry of the ledger instead
   */
  public Ledger forEachTimeline(List<TraceRoot> roots, Consumer<? super Timeline> consumer)
      throws IOException {
    Objects.requireNonNull(consumer, "consumer");
    try (FoundTraces found = finder.find(roots)) {
      tellFound(found.files());
      return TimelineStream.run(found, threads, progress, consumer);
    }
  }

  private void tellFound(List<TraceFile> files) {
    progress.found(files.size(), files.stream().mapToLong(f -> Math.max(0, f.size())).sum());
  }
}
