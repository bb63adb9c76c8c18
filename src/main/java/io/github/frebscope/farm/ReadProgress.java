package io.github.frebscope.farm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many bytes of a farm's logs have been read. */
final class ReadProgress {
  private final FarmProgress listener;
  private final long total;
  private long before;

  ReadProgress(Farm farm, FarmProgress listener) {
    this.listener = listener;
    long bytes = 0;
    for (FarmServer server : farm.servers()) {
      for (FarmServer.SiteFile log : server.accessLogs()) {
        bytes += size(log.path());
      }
      for (Path log : server.httpErrLogs()) {
        bytes += size(log);
      }
    }
    this.total = bytes;
  }

  /** So much of a file has been read. */
  void reading(Path file, long bytes) {
    listener.read(file.toString(), Math.min(total, before + bytes), total);
  }

  /** A file is done, well or not. */
  void done(Path file) {
    before += size(file);
    listener.read(file.toString(), Math.min(total, before), total);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // reading it will say why
    }
  }
}
