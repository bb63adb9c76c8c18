package io.github.frebscope.bench;

import io.github.frebscope.query.TraceSet;

/**
 * How much memory a set of 100,000 traces takes: the heap after collections with it, less the heap
 * without. Give {@code histogram} to wait for {@code jcmd PID GC.class_histogram}.
 */
public final class SetMemory {
  private static final int TRACES = 100_000;

  private SetMemory() {}

  /**
   * Prints the figure.
   *
   * @param args {@code histogram} to wait for a minute with the set in memory
   * @throws InterruptedException if it is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    BenchSet.of(1000, 2); // Catalogues and classes are there before the first figure is taken.
    long before = used();
    TraceSet set = BenchSet.of(TRACES, 1);
    long with = used();
    System.out.println(set);
    System.out.printf("%,d bytes, %d a trace%n", with - before, (with - before) / set.count());
    if (args.length > 0) {
      System.out.println("pid " + ProcessHandle.current().pid());
      Thread.sleep(60_000);
      System.out.println(set.count());
    }
  }

  private static long used() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(200);
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
