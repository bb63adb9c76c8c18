package io.github.frebscope.farm;

import io.github.frebscope.load.LoadProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How many bytes of a farm's logs and traces have been read, by several threads. */
final class ReadProgress implements LoadProgress {
  private final FarmProgress listener;
  private final long total;

  /** Of the files that are being read: one for each thread. */
  private final Map<Path, Long> current = new HashMap<>();

  private long done;

  ReadProgress(Farm farm, boolean withTraces, FarmProgress listener) {
    this.listener = listener;
    this.total =
        farm.servers().stream()
            .flatMap(server -> files(server, withTraces))
            .mapToLong(ReadProgress::size)
            .sum();
  }

  private static Stream<Path> files(FarmServer server, boolean withTraces) {
    return Stream.of(
            server.accessLogs().stream().map(FarmServer.SiteFile::path),
            server.httpErrLogs().stream(),
            withTraces ? server.traces().stream() : Stream.<Path>empty())
        .flatMap(files -> files);
  }

  /** So much of a log has been read. */
  synchronized void reading(Path file, long bytes) {
    current.put(file, bytes);
    tell(file.toString());
  }

  /** A log is done, well or not. */
  synchronized void done(Path file) {
    current.remove(file);
    done += size(file);
    tell(file.toString());
  }

  /** A trace is done. */
  @Override
  public synchronized void read(String file, long size) {
    done += size;
    tell(file);
  }

  private void tell(String what) {
    long partly = current.values().stream().mapToLong(Long::longValue).sum();
    listener.read(what, Math.min(total, done + partly), total);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // reading it will say why
    }
  }
}
