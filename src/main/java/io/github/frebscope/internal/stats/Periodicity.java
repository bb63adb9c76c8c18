package io.github.frebscope.internal.stats;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Whether events come at a given period: every 29 hours, at the same time every day.
 *
 * <p>The test: events closer together than {@link #TOGETHER} are one. For each event the first
 * other is sought that comes one period later, or two or three when those between are missing,
 * within {@link #TOLERANCE}: a hit. All others within {@link #AROUND} of those moments are misses.
 * If events come at no particular time, or only at certain hours of the day, one that is about a
 * period later is as likely at any minute of that stretch, so that of hits and misses together the
 * hits are binomial with the share of the stretch that counts as a hit. (Each event has one hit at
 * most, which errs to the safe side.) The upper tail is the p. With traffic given, the share is
 * that of the traffic.
 *
 * <p>Why this and not the Rayleigh test or a sum of phases: those ask whether events are spread
 * evenly over the period. Failures of a farm that is used from 8 to 18 h are not, without any
 * schedule; a timer that starts again with each process has no common phase, which differences do
 * not need; and two times of the day opposite each other cancel out. Comparing with the nearest
 * hours only has none of this. Its price: a schedule that is kept no better than within half an
 * hour is not seen.
 *
 * <p>All periods that are tried are one family: Holm's method keeps the chance of any false alarm
 * below {@link #CHANCE}. Beyond that a period has to have {@link #LEAST_EVENTS} events, hits one
 * period later twice as dense as by chance (working hours make a low hill, however many events show
 * it), and at least a third of its hits after one period (else it is a part of the true one). A
 * period whose events mostly keep a part of it as well, as daily ones do with hourly ones, or keep
 * another that is more certain, as 29 hours lie between two times of the day, is left out.
 *
 * <p>Periods of whole days are looked for in local time, so that a schedule keeps its time over a
 * change of the clock; others in absolute time.
 *
 * <p>Measured on made-up sets, a third of a real schedule missing, each event off by a minute
 * (standard deviation), as much noise as events: of 3000 sets with 10 to 20 real events it finds 29
 * hours in 99.6 % and a time of the day in 99.8 %, of those with 5 events in 74 % and 71 %. In 3000
 * sets each of events at any time, in bursts, or within 8 to 18 h it finds nothing; where all
 * events lie within one hour of the day it takes them for a daily schedule in 3 %.
 */
public final class Periodicity {
  /** How far from its time an event may be. */
  public static final Duration TOLERANCE = Duration.ofMinutes(3);

  /** How far to both sides events are compared. */
  public static final Duration AROUND = Duration.ofMinutes(60);

  /** Events that follow the one before at this distance or less are one with it. */
  public static final Duration TOGETHER = Duration.ofMinutes(6);

  /** How likely any false alarm may be. */
  public static final double CHANCE = 0.001;

  /** So many events at least. */
  public static final int LEAST_EVENTS = 4;

  /** So many periods later an event is still sought. */
  private static final int MOST_PERIODS = 3;

  private static final int TIMES_DENSER = 2;
  private static final double FOLLOWS = 2 / 3.0;

  /** One in so many hits comes after one period. */
  private static final int AFTER_ONE = 3;

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final Duration DAY = Duration.ofDays(1);

  private final long[] times;
  private final ZoneId zone;
  private final Traffic traffic;

  private Periodicity(long[] times, ZoneId zone, Traffic traffic) {
    this.times = times;
    this.zone = zone;
    this.traffic = traffic;
  }

  /** How much there was that could have been an event. */
  @FunctionalInterface
  public interface Traffic {
    /** All minutes alike. */
    Traffic EVEN = (from, to) -> (to - from) / (double) MINUTE;

    /**
     * How many requests between two times.
     *
     * @param from milliseconds since 1970
     * @param to milliseconds since 1970, exclusive
     */
    double between(long from, long to);
  }

  /**
   * A period that was found.
   *
   * @param period how long
   * @param events when the events that keep it were, in order, in milliseconds since 1970
   * @param hits how many events have another one a period later, or a few periods later
   * @param misses how many come about then and not then
   * @param p how likely that many hits are by chance, before Holm's correction
   */
  public record Found(Duration period, List<Long> events, int hits, int misses, double p) {
    /** Keeps a copy. */
    public Found {
      events = List.copyOf(events);
    }

    /** {@code every PT29H: 12 events, p 1.3E-9}. */
    @Override
    public String toString() {
      return "every " + period + ": " + events.size() + " events, p " + p;
    }
  }

  /**
   * The periods that events keep, the most certain first; empty when they keep none.
   *
   * @param times when they were, in any order, in milliseconds since 1970
   * @param periods the periods to try, each longer than ten minutes
   * @param zone whose clock schedules keep
   * @param traffic what could have been an event, where it is known
   */
  public static List<Found> find(
      long[] times, List<Duration> periods, ZoneId zone, Traffic traffic) {
    Periodicity test = new Periodicity(apart(times), zone, traffic);
    List<Found> tried =
        periods.stream()
            .distinct()
            .map(test::at)
            .sorted(Comparator.comparingDouble(Found::p))
            .toList();
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < tried.size(); i++) {
      if (tried.get(i).p() > CHANCE / (tried.size() - i)) {
        break;
      }
      found.add(tried.get(i));
    }
    return found.stream().filter(one -> !followsFromAnother(one, found)).toList();
  }

  /** The events in order, those close together as one at the time of the first. */
  private static long[] apart(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return LongStream.range(0, sorted.length)
        .filter(i -> i == 0 || sorted[(int) i] - sorted[(int) i - 1] > TOGETHER.toMillis())
        .map(i -> sorted[(int) i])
        .toArray();
  }

  private Found at(Duration period) {
    boolean byClock = period.compareTo(DAY) >= 0 && period.toMillis() % DAY.toMillis() == 0;
    long[] clock = byClock ? Arrays.stream(times).map(this::local).toArray() : times;
    boolean[] keeps = new boolean[times.length];
    int hits = 0;
    int afterOne = 0;
    int missesAfterOne = 0;
    int misses = 0;
    double shares = 0;
    for (int i = 0; i < clock.length; i++) {
      for (int k = 1; k <= MOST_PERIODS; k++) {
        long due = clock[i] + k * period.toMillis();
        int[] near = near(clock, due, reach(period));
        int hit = closest(clock, near, due);
        if (hit >= 0 && Math.abs(clock[hit] - due) > TOLERANCE.toMillis()) {
          hit = -1;
        }
        int missed = near[1] - near[0] - (hit >= 0 ? 1 : 0);
        misses += missed;
        missesAfterOne += k == 1 ? missed : 0;
        double share = near[1] > near[0] ? share(due + (times[i] - clock[i]), period) : 0;
        shares += share * (missed + (hit >= 0 ? 1 : 0));
        if (hit >= 0) {
          hits++;
          afterOne += k == 1 ? 1 : 0;
          keeps[i] = true;
          keeps[hit] = true;
          break;
        }
      }
    }
    List<Long> events =
        LongStream.range(0, times.length)
            .filter(i -> keeps[(int) i])
            .mapToObj(i -> times[(int) i])
            .toList();
    double share = hits == 0 ? 1 : shares / (hits + misses);
    boolean enough =
        events.size() >= LEAST_EVENTS
            && AFTER_ONE * afterOne >= hits
            && afterOne >= TIMES_DENSER * share * (afterOne + missesAfterOne);
    double p = enough ? Chance.atLeast(hits + misses, hits, share) : 1;
    return new Found(period, events, hits, misses, p);
  }

  /** The clock's time as if it were that of UTC. */
  private long local(long time) {
    LocalDateTime clock = LocalDateTime.ofInstant(Instant.ofEpochMilli(time), zone);
    return clock.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static long reach(Duration period) {
    return Math.min(AROUND.toMillis(), period.toMillis() / 2);
  }

  /** The first that is near, and the one after the last. */
  private static int[] near(long[] clock, long due, long reach) {
    return new int[] {from(clock, due - reach), from(clock, due + reach)};
  }

  private static int from(long[] clock, long time) {
    int low = 0;
    int high = clock.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (clock[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int closest(long[] clock, int[] near, long due) {
    int best = -1;
    for (int j = near[0]; j < near[1]; j++) {
      if (best < 0 || Math.abs(clock[j] - due) < Math.abs(clock[best] - due)) {
        best = j;
      }
    }
    return best;
  }

  /** Which part of what could have been an event about then would have been a hit. */
  private double share(long due, Duration period) {
    long reach = reach(period);
    double all = traffic.between(due - reach, due + reach);
    double hit = traffic.between(due - TOLERANCE.toMillis(), due + TOLERANCE.toMillis());
    double even = TOLERANCE.toMillis() / (double) reach;
    return all <= 0 ? even : Math.max(even, hit / all);
  }

  private static boolean followsFromAnother(Found one, List<Found> found) {
    return found.stream()
        .filter(other -> !other.period().equals(one.period()))
        .filter(other -> isPartOf(other, one) || (!isPartOf(one, other) && other.p() < one.p()))
        .anyMatch(
            other ->
                one.events().stream().filter(other.events()::contains).count()
                    >= FOLLOWS * one.events().size());
  }

  private static boolean isPartOf(Found part, Found whole) {
    return whole.period().toMillis() % part.period().toMillis() == 0;
  }
}
