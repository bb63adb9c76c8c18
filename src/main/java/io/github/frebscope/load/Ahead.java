package io.github.frebscope.load;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Works ahead of the one who asks for results, with some threads, and gives them in the order of
 * the items. No more than twice as many results as there are threads are in work or waiting,
 * however many items there are and however slow the one who asks is.
 *
 * <p>For one thread. One who neither takes all nor closes it leaves no thread behind for long.
 */
final class Ahead<T, R> implements AutoCloseable {
  private static final long IDLE_SECONDS = 5;

  private final Iterator<T> items;
  private final Function<T, R> work;
  private final int most;
  private final ThreadPoolExecutor pool;
  private final Queue<Future<R>> window = new ArrayDeque<>();

  Ahead(Iterator<T> items, Function<T, R> work, int threads) {
    this.items = items;
    this.work = work;
    most = 2 * threads;
    pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            ParallelInOrder::thread);
    pool.allowCoreThreadTimeOut(true);
  }

  /** Whether there is another result. */
  boolean hasNext() {
    return !window.isEmpty() || items.hasNext();
  }

  /**
   * The next result; waits for it.
   *
   * @throws InterruptedIOException if the calling thread is interrupted meanwhile
   */
  R next() throws InterruptedIOException {
    fill();
    if (window.isEmpty()) {
      throw new NoSuchElementException();
    }
    return ParallelInOrder.result(window.remove());
  }

  private void fill() {
    while (window.size() < most && items.hasNext()) {
      T item = items.next();
      window.add(pool.submit(() -> work.apply(item)));
    }
  }

  /** Ends what is in work. */
  @Override
  public void close() {
    pool.shutdownNow();
    window.clear();
  }
}
