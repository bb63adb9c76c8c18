package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.W3cRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The quiet times of a site and the first requests after them, from its log's lines in the order of
 * the file, that is by their ends.
 *
 * <p>A quiet time lasts from the latest end of a request to the <em>start</em> of the next one. A
 * request that had begun before and ends later shows that there was none. Health tests count: they
 * keep a process awake. Of the requests that a starting process keeps waiting, the one that began
 * first is the first hit, whichever ended first; but requests for files by their ending ({@code
 * .png}) tell nothing of the application's start, so the first dynamic one is taken when it began
 * within {@link #WARM}.
 *
 * <p>Keeps {@link #MOST} of them and counts the others. Lines may be a few seconds out of order.
 * Not for use by several threads.
 */
public final class QuietGaps {
  /** What IIS waits by default before it ends an idle process. */
  public static final Duration IDLE = Duration.ofMinutes(20);

  /** How long after the first hit others belong to it, and then again until all is well. */
  public static final Duration WARM = Duration.ofSeconds(60);

  /** So many quiet times are kept. */
  public static final int MOST = 4096;

  private final String server;
  private final long siteId;
  private final long least;
  private final long[] marks;
  private final List<AfterQuiet> gaps = new ArrayList<>();
  private int nextMark;
  private long further;
  private long latestEnd = Long.MIN_VALUE;
  private Awakening awakening;

  /**
   * For a site.
   *
   * @param server the server's name
   * @param siteId the site's number
   * @param least the shortest quiet time: the idle time-out of the site's pool, or {@link #IDLE}
   * @param marks when its worker process is known to have been ended or replaced: the first request
   *     after each is taken however short the quiet time
   */
  public QuietGaps(String server, long siteId, Duration least, List<Instant> marks) {
    this.server = server;
    this.siteId = siteId;
    this.least = Math.max(1, least.toMillis());
    this.marks = marks.stream().mapToLong(Instant::toEpochMilli).sorted().toArray();
  }

  /** Takes the next line in. */
  public void accept(W3cRow row) {
    long start = row.startMillis();
    if (awakening != null && row.endMillis() > awakening.over()) {
      close();
    }
    forgetGapsWithin(start, row.endMillis());
    long mark = Long.MIN_VALUE;
    while (nextMark < marks.length && marks[nextMark] <= start) {
      mark = marks[nextMark++];
    }
    if (latestEnd != Long.MIN_VALUE) {
      if (start - latestEnd >= least || (mark != Long.MIN_VALUE && awakening == null)) {
        close();
        awakening = new Awakening(Math.min(latestEnd, start), mark);
      }
      if (awakening != null) {
        awakening.add(row);
      }
    }
    latestEnd = Math.max(latestEnd, row.endMillis());
  }

  /** A request that began before a quiet time was over shows that there was none. */
  private void forgetGapsWithin(long start, long end) {
    if (awakening != null
        && !awakening.isMarked()
        && start - awakening.quietSince < least
        && end > awakening.firstStart) {
      awakening = null;
    }
    for (int i = gaps.size() - 1; i >= 0; i--) {
      AfterQuiet gap = gaps.get(i);
      long first = gap.firstHit().line().start().toEpochMilli();
      if (start >= first) {
        break;
      }
      if (gap.marked().isEmpty()
          && start - gap.firstHit().quietSince().toEpochMilli() < least
          && end > first) {
        gaps.remove(i);
      }
    }
  }

  private void close() {
    if (awakening != null) {
      if (gaps.size() < MOST) {
        gaps.add(awakening.value(server, siteId));
      } else {
        further++;
      }
      awakening = null;
    }
  }

  /**
   * The quiet times so far, in order, without the usual times. Call it after the last line.
   *
   * @return a copy
   */
  public List<AfterQuiet> gaps() {
    close();
    return List.copyOf(gaps);
  }

  /** The quiet times so far, in order, each with the usual time of its first hit's path. */
  public List<AfterQuiet> gaps(UsualTimes usual) {
    List<AfterQuiet> all = gaps();
    return all.stream()
        .map(
            gap -> {
              String path = gap.firstHit().line().path();
              long same =
                  all.stream()
                      .filter(g -> g.firstHit().line().path().equalsIgnoreCase(path))
                      .count();
              return gap.withUsual(usual.usual(path, (int) same));
            })
        .toList();
  }

  /** How many more there were than are kept. */
  public long further() {
    return further;
  }

  /** {@code web01 W3SVC4: 3 quiet times}: one line. */
  @Override
  public String toString() {
    return server + " W3SVC" + siteId + ": " + (gaps.size() + further) + " quiet times";
  }

  /** The requests that came when a quiet time was over. */
  private static final class Awakening {
    private static final int MOST_SEEN = 2000;
    private static final long AT_ONCE = 2000;
    private static final long SLOW = 1000;

    private final long quietSince;
    private final long mark;
    private final List<long[]> seen = new ArrayList<>(); // start, end, time taken, status
    private AccessLine first;
    private long firstStart = Long.MAX_VALUE;
    private boolean firstIsFile;

    Awakening(long quietSince, long mark) {
      this.quietSince = quietSince;
      this.mark = mark;
    }

    boolean isMarked() {
      return mark != Long.MIN_VALUE;
    }

    /** Lines that end later tell nothing more of it. */
    long over() {
      return first.end().toEpochMilli() + 2 * WARM.toMillis();
    }

    void add(W3cRow row) {
      long start = row.startMillis();
      if (isMarked() && start < mark) {
        return; // the old process still has it
      }
      boolean file = StaticFiles.isFile(row.path());
      boolean soon = start - WARM.toMillis() <= firstStart;
      if (first == null
          || (file == firstIsFile && start < firstStart)
          || (!file && firstIsFile && soon)) {
        first = row.line();
        firstStart = start;
        firstIsFile = file;
      }
      if (seen.size() < MOST_SEEN) {
        seen.add(new long[] {start, row.endMillis(), row.timeTakenMillis(), row.status()});
      }
    }

    AfterQuiet value(String server, long siteId) {
      long end = first.end().toEpochMilli();
      long taken = end - firstStart;
      int queued = -1; // the first hit itself is among them
      int released = -1;
      int[] after = new int[2];
      int[] troubled = new int[2];
      for (long[] one : seen) {
        if (one[0] >= firstStart && one[0] <= end && isQueued(one, taken)) {
          queued++;
          released += Math.abs(one[1] - end) <= AT_ONCE ? 1 : 0;
        }
        long minute = Math.floorDiv(one[0] - end, WARM.toMillis());
        if (one[0] > end && minute < 2) {
          after[(int) minute]++;
          boolean slow = one[2] >= Math.max(SLOW, taken / 2);
          troubled[(int) minute] += slow || (one[3] >= 500 && one[3] <= 599) ? 1 : 0;
        }
      }
      int which = after[1] > 0 ? 1 : 0;
      FirstHit hit =
          new FirstHit(server, siteId, Instant.ofEpochMilli(quietSince), first, Optional.empty());
      return new AfterQuiet(
          hit,
          isMarked() ? Optional.of(Instant.ofEpochMilli(mark)) : Optional.empty(),
          Math.max(0, queued),
          Math.max(0, released),
          after[which],
          troubled[which]);
    }

    private static boolean isQueued(long[] one, long firstTaken) {
      return one[2] >= Math.min(SLOW, firstTaken);
    }
  }
}
