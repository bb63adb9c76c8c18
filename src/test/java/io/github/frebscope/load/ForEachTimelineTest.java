package io.github.frebscope.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.Frebscope;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.Outcome;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.source.TraceRoot;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.timeline.EventPattern;
import io.github.frebscope.timeline.Timeline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForEachTimelineTest {
  private static final Path FARM = Fixtures.TESTDATA.resolve("farm");

  @TempDir Path dir;

  private final List<String> files = new ArrayList<>();
  private Ledger ledger;

  private void run(Path root, int threads) throws IOException {
    files.clear();
    ledger =
        TraceLoader.standard()
            .threads(threads)
            .forEachTimeline(List.of(TraceRoot.of(root)), t -> files.add(name(t)));
  }

  private static String name(Timeline timeline) {
    return Path.of(timeline.trace().file()).getFileName().toString();
  }

  private static byte[] refused() throws IOException {
    return Files.readAllBytes(Fixtures.trace("arr-502.3-refused"));
  }

  private static byte[] notFound() throws IOException {
    return Files.readAllBytes(Fixtures.trace("core-404.0-not-found"));
  }

  @Test
  void a_farm_gives_the_traces_and_the_ledger_of_a_load() throws IOException {
    TraceSet loaded = Frebscope.load(FARM);
    for (int threads : new int[] {1, 2, 7}) {
      List<String> read = new ArrayList<>();
      Ledger told =
          TraceLoader.standard()
              .threads(threads)
              .forEachTimeline(List.of(TraceRoot.of(FARM)), t -> read.add(t.trace().file()));
      assertThat(read).isEqualTo(loaded.stream().map(TraceSummary::file).toList());
      assertThat(told).isEqualTo(loaded.ledger());
    }
  }

  @Test
  void timelines_are_those_of_whole_traces() throws IOException {
    Files.write(dir.resolve("fr000001.xml"), refused());
    List<Timeline> timelines = new ArrayList<>();
    Frebscope.forEachTimeline(dir, timelines::add);
    assertThat(timelines).hasSize(1);
    assertThat(timelines.get(0).trace()).isEqualTo(Frebscope.read(dir.resolve("fr000001.xml")));
  }

  @Test
  void a_mixed_folder_loses_nothing_silently() throws IOException {
    Files.write(dir.resolve("fr000001.xml"), refused());
    Files.write(dir.resolve("fr000002.xml"), Arrays.copyOf(notFound(), 40_000));
    Files.writeString(dir.resolve("fr000003.xml"), "<html>no trace</html>");
    Files.write(dir.resolve("fr000004.xml"), refused());
    Files.writeString(dir.resolve("notes.xml"), "<x/>");
    run(dir, 2);
    assertThat(files).containsExactly("fr000001.xml", "fr000002.xml");
    assertThat(ledger.whole()).isEqualTo(1);
    assertThat(ledger.otherXmlFiles()).isEqualTo(1);
    assertThat(ledger.entries())
        .extracting(e -> Path.of(e.path()).getFileName() + " " + e.outcome())
        .containsExactly(
            "fr000002.xml " + Outcome.PARTIAL,
            "fr000003.xml " + Outcome.UNREADABLE,
            "fr000004.xml " + Outcome.DUPLICATE);
    assertThat(ledger).isEqualTo(Frebscope.load(dir).ledger());
  }

  @Test
  void of_two_copies_the_one_that_tells_more_is_handed_over() throws IOException {
    byte[] whole = refused();
    Files.write(dir.resolve("fr000001.xml"), Arrays.copyOf(whole, whole.length / 2));
    Files.write(dir.resolve("fr000002.xml"), notFound());
    Files.write(dir.resolve("fr000003.xml"), whole);
    Files.write(dir.resolve("fr000004.xml"), Arrays.copyOf(whole, whole.length / 3));
    run(dir, 2);
    assertThat(files).containsExactly("fr000002.xml", "fr000003.xml");
    assertThat(ledger).isEqualTo(Frebscope.load(dir).ledger());
    assertThat(ledger.duplicates()).isEqualTo(2);
  }

  @Test
  void what_the_consumer_throws_ends_the_work_and_comes_out_unchanged() throws IOException {
    IllegalStateException thrown = new IllegalStateException("enough");
    List<Timeline> seen = new ArrayList<>();
    assertThatThrownBy(
            () ->
                Frebscope.forEachTimeline(
                    FARM,
                    timeline -> {
                      seen.add(timeline);
                      if (seen.size() == 3) {
                        throw thrown;
                      }
                    }))
        .isSameAs(thrown);
    assertThat(seen).hasSize(3);
  }

  @Test
  void the_consumer_is_called_by_the_calling_thread() throws IOException {
    List<Thread> threads = new ArrayList<>();
    Frebscope.forEachTimeline(List.of(FARM), t -> threads.add(Thread.currentThread()));
    assertThat(threads).hasSize(149).containsOnly(Thread.currentThread());
  }

  @Test
  void progress_hears_of_every_file_once() throws IOException {
    Files.write(dir.resolve("fr000001.xml"), refused());
    Files.write(dir.resolve("fr000002.xml"), refused());
    Files.writeString(dir.resolve("fr000003.xml"), "broken");
    AtomicInteger found = new AtomicInteger();
    AtomicInteger read = new AtomicInteger();
    LoadProgress progress =
        new LoadProgress() {
          @Override
          public void found(int count, long bytes) {
            found.addAndGet(count);
          }

          @Override
          public void read(String file, long bytes) {
            read.incrementAndGet();
          }
        };
    TraceLoader.standard().progress(progress).forEachTimeline(List.of(TraceRoot.of(dir)), t -> {});
    assertThat(found).hasValue(3);
    assertThat(read).hasValue(3);
  }

  @Test
  void a_missing_root_is_an_error_that_names_it() {
    assertThatThrownBy(() -> Frebscope.forEachTimeline(dir.resolve("nowhere"), t -> {}))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void a_pattern_counts_the_traces_that_have_it() throws IOException {
    EventPattern refused =
        EventPattern.named("MODULE_SET_RESPONSE_ERROR_STATUS").with("ErrorCode", 2147954429L);
    AtomicInteger count = new AtomicInteger();
    Frebscope.forEachTimeline(
        FARM,
        timeline -> {
          if (refused.isIn(timeline)) {
            count.incrementAndGet();
          }
        });
    assertThat(count).hasValue(30);
  }

  @Test
  void no_more_than_a_few_results_wait_however_slow_the_consumer_is() throws IOException {
    AtomicInteger made = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Integer> results = new ArrayList<>();
    ParallelInOrder.forEach(
        IntStream.range(0, 500).boxed().toList(),
        i -> {
          most.accumulateAndGet(made.incrementAndGet() - taken.get(), Math::max);
          return i * 2;
        },
        3,
        result -> {
          results.add(result);
          taken.incrementAndGet();
        });
    assertThat(results).isEqualTo(IntStream.range(0, 500).map(i -> i * 2).boxed().toList());
    assertThat(most.get()).isBetween(1, 7);
  }

  @Test
  void an_interrupt_ends_the_work() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> run(FARM, 2)).isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
