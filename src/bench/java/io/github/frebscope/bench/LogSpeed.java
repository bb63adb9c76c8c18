package io.github.frebscope.bench;

import io.github.frebscope.log.LogFile;
import io.github.frebscope.log.W3cLog;
import io.github.frebscope.log.W3cRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How fast a W3C log is read, beside a loop of lines and splits: whole passes over one file, the
 * best of three. Run it with {@code -Xmx64m}; memory does not grow with the file. The file is made
 * by {@code testing.SyntheticLogs}.
 */
public final class LogSpeed {
  private long sum;

  private LogSpeed() {}

  /**
   * Measures.
   *
   * @param args the log
   * @throws IOException if it cannot be read
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    LogSpeed speed = new LogSpeed();
    speed.measure("numbers and time", file, () -> speed.read(file, speed::numbers));
    speed.measure("and the path of failures", file, () -> speed.read(file, speed::pathsOfFailures));
    speed.measure("and every path", file, () -> speed.read(file, speed::everyPath));
    speed.measure("lines and split", file, () -> split(file));
  }

  private interface Pass {
    long run() throws IOException;
  }

  private void measure(String what, Path file, Pass pass) throws IOException {
    double best = Double.MAX_VALUE;
    long lines = 0;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      lines = pass.run();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    System.out.printf(
        Locale.ROOT,
        "%-26s %,d lines %.2f s %.0f MB/s (%d)%n",
        what,
        lines,
        best,
        Files.size(file) / 1e6 / best,
        sum % 10);
  }

  private long read(Path file, Consumer<W3cRow> row) throws IOException {
    LogFile read = W3cLog.read(file, row);
    return read.lines();
  }

  private void numbers(W3cRow row) {
    sum +=
        row.status()
            + row.subStatus()
            + row.win32Status()
            + row.endMillis()
            + row.timeTakenMillis();
  }

  private void pathsOfFailures(W3cRow row) {
    numbers(row);
    if (row.status() >= 500) {
      sum += row.path().length();
    }
  }

  private void everyPath(W3cRow row) {
    numbers(row);
    sum += row.path().length();
  }

  private static long split(Path file) throws IOException {
    long lines = 0;
    long sum = 0;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.startsWith("#")) {
          String[] values = line.split(" ");
          sum += Integer.parseInt(values[11]) + Long.parseLong(values[14]);
          lines++;
        }
      }
    }
    return sum == 0 ? 0 : lines;
  }
}
