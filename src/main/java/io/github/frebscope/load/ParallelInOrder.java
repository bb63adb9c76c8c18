package io.github.frebscope.load;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works through a list with some threads and gives the results in the list's order. */
final class ParallelInOrder {
  private ParallelInOrder() {}

  static <T, R> List<R> map(List<T> items, Function<T, R> work, int threads)
      throws InterruptedIOException {
    int workers = Math.max(1, Math.min(threads, items.size()));
    Object[] results = new Object[items.size()];
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(workers, ParallelInOrder::thread);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int w = 0; w < workers; w++) {
        running.add(
            pool.submit(
                () -> {
                  for (int i = next.getAndIncrement();
                      i < items.size() && !Thread.currentThread().isInterrupted();
                      i = next.getAndIncrement()) {
                    results[i] = work.apply(items.get(i));
                  }
                }));
      }
      for (Future<?> worker : running) {
        result(worker); // also makes the results visible to this thread
      }
    } finally {
      pool.shutdownNow();
    }
    @SuppressWarnings("unchecked") // only R was stored
    List<R> inOrder = (List<R>) Arrays.asList(results);
    return inOrder;
  }

  /**
   * Hands over the results one at a time, in the list's order, to the calling thread. No more than
   * twice as many as there are threads are in work or waiting, however long the list is. What the
   * consumer throws ends the work and comes out unchanged.
   */
  static <T, R> void forEach(List<T> items, Function<T, R> work, int threads, Consumer<R> consumer)
      throws InterruptedIOException {
    int workers = Math.max(1, Math.min(threads, items.size()));
    try (Ahead<T, R> results = new Ahead<>(items.iterator(), work, workers)) {
      while (results.hasNext()) {
        consumer.accept(results.next());
      }
    }
  }

  static <R> R result(Future<R> future) throws InterruptedIOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("loading was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause()); // a defect: work tells its failures as results
    }
  }

  static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "frebscope-load");
    thread.setDaemon(true);
    return thread;
  }
}
