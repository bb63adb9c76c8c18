package io.github.frebscope.farm;

import io.github.frebscope.log.W3cRow;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How long the requests of each path of a site usually take: the median of a sample.
 *
 * <p>The sample of a path is every request up to {@value #MOST_TIMES}, then every second one, then
 * every fourth: spread over the whole log, the same for the same log, and bounded. Paths beyond the
 * first {@value #MOST_PATHS} are not kept. Paths are compared without regard to case, as IIS does.
 *
 * <p>The first requests after a quiet time are in it as well: they are few beside the others, and a
 * median does not heed them. Where they are half of all, {@link #usual(String, int)} leaves them
 * out. Not for use by several threads.
 */
public final class UsualTimes {
  /** So many times must be known for a median. */
  public static final int LEAST_TIMES = 5;

  static final int MOST_PATHS = 5000;
  static final int MOST_TIMES = 128;
  private final Map<String, Sample> paths = new HashMap<>();
  private boolean full;

  /** With no requests yet. */
  public UsualTimes() {}

  /** Takes a line in; one without a time taken says nothing. */
  public void accept(W3cRow row) {
    if (row.timeTakenMillis() < 0) {
      return;
    }
    String path = row.path().toLowerCase(Locale.ROOT);
    Sample sample = paths.get(path);
    if (sample == null) {
      if (paths.size() >= MOST_PATHS) {
        full = true;
        return;
      }
      sample = new Sample();
      paths.put(path, sample);
    }
    sample.add(row.timeTakenMillis());
  }

  /** The median of a path's times; empty when fewer than {@value #LEAST_TIMES} are known. */
  public Optional<Duration> usual(String path) {
    return usual(path, 0);
  }

  /**
   * The median of a path's times without the longest of them.
   *
   * @param path the path
   * @param without how many of the path's requests are not to count, being first ones after a quiet
   *     time: as many of the longest are left out
   */
  public Optional<Duration> usual(String path, int without) {
    Sample sample = paths.get(path.toLowerCase(Locale.ROOT));
    return sample == null ? Optional.empty() : sample.median(without);
  }

  /** How many requests of a path were seen. */
  public long seen(String path) {
    Sample sample = paths.get(path.toLowerCase(Locale.ROOT));
    return sample == null ? 0 : sample.seen;
  }

  /** Whether there were more paths than are kept. */
  public boolean isFull() {
    return full;
  }

  /** {@code 12 paths}: one line. */
  @Override
  public String toString() {
    return paths.size() + " paths" + (full ? " and more" : "");
  }

  private static final class Sample {
    private int[] times = new int[8];
    private int count;
    private long step = 1;
    private long seen;

    void add(long millis) {
      if (seen++ % step != 0) {
        return;
      }
      if (count == MOST_TIMES) {
        for (int i = 0; i < count / 2; i++) {
          times[i] = times[2 * i];
        }
        count /= 2;
        step *= 2;
        if ((seen - 1) % step != 0) {
          return;
        }
      }
      if (count == times.length) {
        times = Arrays.copyOf(times, 2 * count);
      }
      times[count++] = (int) Math.min(Integer.MAX_VALUE, millis);
    }

    Optional<Duration> median(int without) {
      int kept = count - (int) Math.min(count, (without + step - 1) / step);
      if (kept < LEAST_TIMES) {
        return Optional.empty();
      }
      int[] sorted = Arrays.copyOf(times, count);
      Arrays.sort(sorted);
      return Optional.of(Duration.ofMillis(sorted[(kept - 1) / 2]));
    }
  }
}
