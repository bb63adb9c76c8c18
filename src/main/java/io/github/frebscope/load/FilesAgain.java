package io.github.frebscope.load;

import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.query.TraceSource;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.source.FoundTraces;
import io.github.frebscope.source.TraceFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the files of a set again: several at a time, handed over in order. Immutable. */
final class FilesAgain implements TraceSource {
  /** Only what lies in archives; it is closed between passes. */
  private final FoundTraces archived;

  private final Map<String, TraceFile> inArchives;
  private final int threads;

  FilesAgain(FoundTraces found, int threads) {
    archived = found.archivedAgain();
    archived.close();
    inArchives =
        archived.files().stream()
            .collect(Collectors.toUnmodifiableMap(TraceFile::name, file -> file, (a, b) -> a));
    this.threads = threads;
  }

  @Override
  public Stream<Reread> read(List<TraceSummary> traces) {
    if (traces.isEmpty()) {
      return Stream.empty();
    }
    Pass pass = new Pass(traces);
    return StreamSupport.stream(pass, false).onClose(pass::close);
  }

  private Reread read(TraceSummary summary, TraceReader reader) {
    return Attempt.of(
        () -> Reread.of(summary, reader.read(file(summary))), why -> Reread.failed(summary, why));
  }

  private TraceFile file(TraceSummary summary) throws IOException {
    TraceFile file = inArchives.get(summary.file());
    return file == null ? TraceFile.of(Path.of(summary.file())) : file;
  }

  /** One pass; nothing is opened before the first trace is asked for. For one thread. */
  private final class Pass extends AbstractSpliterator<Reread> implements AutoCloseable {
    private final List<TraceSummary> traces;
    private FoundTraces archives;
    private Ahead<TraceSummary, Reread> ahead;
    private boolean closed;

    Pass(List<TraceSummary> traces) {
      super(traces.size(), Spliterator.ORDERED | Spliterator.NONNULL);
      this.traces = traces;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Reread> action) {
      if (ahead == null && !closed) {
        archives = archived.archivedAgain();
        TraceReader reader = TraceReader.standard(); // its buffers are free again after the pass
        int workers = Math.min(threads, traces.size());
        ahead = new Ahead<>(traces.iterator(), summary -> read(summary, reader), workers);
      }
      if (closed || !ahead.hasNext()) {
        close();
        return false;
      }
      action.accept(next());
      return true;
    }

    private Reread next() {
      try {
        return ahead.next();
      } catch (InterruptedIOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      closed = true;
      if (ahead != null) {
        ahead.close();
        archives.close();
      }
    }
  }
}
