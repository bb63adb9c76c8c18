package io.github.frebscope.load;

import static io.github.frebscope.query.Aggregates.count;
import static io.github.frebscope.query.Aggregates.max;
import static io.github.frebscope.query.Attributes.SERVER;
import static io.github.frebscope.query.Attributes.STATUS;
import static io.github.frebscope.query.Events.NAME;
import static io.github.frebscope.query.Events.SPAN_KIND;
import static io.github.frebscope.query.Events.SPAN_TIME;
import static io.github.frebscope.query.Events.data;
import static io.github.frebscope.query.Events.ofTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.Frebscope;
import io.github.frebscope.query.Basis;
import io.github.frebscope.query.Counts;
import io.github.frebscope.query.EventSet;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSource.Reread;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.query.TracedEvent;
import io.github.frebscope.source.TraceRoot;
import io.github.frebscope.testing.DomTraces;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.Shared;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.trace.MeasuredTime;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of sets that were loaded from files. */
class EventsOfFilesTest {
  private static final Path FARM = Fixtures.TESTDATA.resolve("farm");

  @TempDir Path dir;

  private static byte[] refused() throws IOException {
    return Files.readAllBytes(Fixtures.trace("arr-502.3-refused"));
  }

  private static byte[] notFound() throws IOException {
    return Files.readAllBytes(Fixtures.trace("core-404.0-not-found"));
  }

  private static TraceSet any(Path root) throws IOException {
    return TraceLoader.standard().anyXmlName(true).load(List.of(TraceRoot.of(root)));
  }

  /** By the JDK's DOM parser. */
  private static Map<Optional<String>, Long> byDom(TraceSet traces, String name, String field) {
    Map<Optional<String>, Long> counts = new HashMap<>();
    traces.stream()
        .map(t -> DomTraces.read(Path.of(t.file())))
        .flatMap(t -> t.events().stream())
        .filter(e -> e.is(name))
        .forEach(e -> counts.merge(e.data(field), 1L, Long::sum));
    return counts;
  }

  private static Map<Optional<String>, Long> map(Counts<String> counts) {
    Map<Optional<String>, Long> map = new HashMap<>();
    counts.entries().forEach(e -> map.put(e.value(), e.count()));
    return map;
  }

  private static long inText(TraceSet traces, String text) {
    long found = 0;
    for (TraceSummary trace : traces.stream().toList()) {
      try {
        String all = Files.readString(Path.of(trace.file()));
        for (int at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
          found++;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  @Test
  void a_farm_is_counted_as_by_the_jdk() throws IOException {
    // The JDK's parser refuses damaged files.
    TraceSet traces = Frebscope.load(FARM).where(t -> t.diagnosticCount() == 0 && t.isReadWhole());
    Counts<String> servers =
        traces.events().where(NAME.is("ARR_SERVER_ROUTED")).groupBy(data("Server")).count();
    assertThat(map(servers)).isEqualTo(byDom(traces, "ARR_SERVER_ROUTED", "Server"));
    assertThat(servers.basis().traces()).isEqualTo(traces.count());
    assertThat(servers.total()).isEqualTo(73);
    Counts<String> names = traces.events().groupBy(NAME).count();
    Map<Optional<String>, Long> byDom = new HashMap<>();
    traces.stream()
        .flatMap(t -> DomTraces.read(Path.of(t.file())).events().stream())
        .forEach(e -> byDom.merge(Optional.of(e.name()), 1L, Long::sum));
    assertThat(map(names)).isEqualTo(byDom);
    assertThat(names.total()).isEqualTo(inText(traces, "<Event "));
  }

  @Test
  void real_traces_are_counted_as_by_the_jdk_and_as_texts() throws IOException {
    TraceSet traces = any(Shared.dir("corpus"));
    Counts<String> names = traces.events().groupBy(NAME).count();
    assertThat(names.of("NOTIFY_MODULE_START")).isEqualTo(2478);
    assertThat(names.of("NOTIFY_MODULE_END")).isEqualTo(2481);
    assertThat(names.of("MODULE_SET_RESPONSE_ERROR_STATUS")).isEqualTo(16);
    assertThat(names.total()).isEqualTo(inText(traces, "<Event "));
    for (Counts.Entry<String> entry : names.entries()) {
      entry
          .value()
          .ifPresent(
              name ->
                  assertThat(entry.count())
                      .isEqualTo(inText(traces, "<Opcode>" + name + "</Opcode>")));
    }
    Counts<String> codes =
        traces
            .events()
            .where(NAME.is("MODULE_SET_RESPONSE_ERROR_STATUS"))
            .groupBy(data("ErrorCode"))
            .count();
    assertThat(map(codes))
        .isEqualTo(byDom(traces, "MODULE_SET_RESPONSE_ERROR_STATUS", "ErrorCode"));
  }

  @Test
  void spans_are_those_of_the_timelines() throws IOException {
    Map<String, Long> counts = new HashMap<>();
    Map<String, MeasuredTime> longest = new HashMap<>();
    Frebscope.forEachTimeline(
        FARM,
        timeline ->
            timeline
                .spans()
                .filter(s -> s.startEvent().isPresent() || s.endEvent().isPresent())
                .forEach(
                    (Span span) -> {
                      counts.merge(span.kind().id(), 1L, Long::sum);
                      longest.merge(
                          span.kind().id(),
                          span.inclusive(),
                          (a, b) -> a.length().compareTo(b.length()) >= 0 ? a : b);
                    }));
    EventSet spans = Frebscope.load(FARM).spans();
    assertThat(spans.groupBy(SPAN_KIND).aggregate(count()).asMap()).isEqualTo(counts);
    Map<String, MeasuredTime> found = new HashMap<>();
    spans
        .groupBy(SPAN_KIND)
        .aggregate(max(SPAN_TIME))
        .asMap()
        .forEach((kind, time) -> found.put(kind, time.orElseThrow()));
    assertThat(found.keySet()).isEqualTo(longest.keySet());
    found.forEach((k, time) -> assertThat(time.length()).isEqualTo(longest.get(k).length()));
  }

  @Test
  void the_order_is_that_of_files_whatever_the_threads_do() throws IOException {
    List<String> expected = new ArrayList<>();
    Frebscope.forEachTimeline(
        FARM, t -> t.trace().events().forEach(e -> expected.add(t.trace().file() + e.index())));
    for (int threads : new int[] {1, 2, 7}) {
      TraceSet traces = TraceLoader.standard().threads(threads).load(List.of(TraceRoot.of(FARM)));
      List<String> order = new ArrayList<>();
      List<Thread> callers = new ArrayList<>();
      traces
          .events()
          .forEach(
              e -> {
                order.add(e.trace().file() + e.event().index());
                callers.add(Thread.currentThread());
              });
      assertThat(order).isEqualTo(expected);
      assertThat(callers).containsOnly(Thread.currentThread());
      try (Stream<TracedEvent> stream = traces.events().stream(gone -> {})) {
        assertThat(stream.map(e -> e.trace().file() + e.event().index()).toList())
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void attributes_choose_files_and_group_events() throws IOException {
    TraceSet traces = Frebscope.load(FARM);
    TraceSet bad = traces.where(STATUS.is(502));
    Map<String, Long> byServer = bad.events().groupBy(SERVER).aggregate(count()).asMap();
    Map<String, Long> expected = new HashMap<>();
    bad.stream()
        .forEach(t -> expected.merge(t.server().orElseThrow(), (long) t.eventCount(), Long::sum));
    assertThat(byServer).isEqualTo(expected);
    assertThat(traces.events().where(ofTrace(STATUS).is(502)).count())
        .isEqualTo(bad.events().count());
    assertThat(bad.events().basis().traces()).isEqualTo(bad.count());
  }

  @Test
  void a_file_that_is_gone_or_another_trace_is_listed_and_costs_no_other() throws IOException {
    Files.write(dir.resolve("fr000001.xml"), refused());
    Files.write(dir.resolve("fr000002.xml"), notFound());
    Path third = Fixtures.trace("arr-502.3-receive-timeout");
    Files.copy(third, dir.resolve("fr000003.xml"));
    TraceSet traces = Frebscope.load(dir);
    assertThat(traces.events().basis().gone()).isEmpty();
    long all = traces.events().count();
    Files.delete(dir.resolve("fr000001.xml"));
    Files.copy(third, dir.resolve("fr000002.xml"), StandardCopyOption.REPLACE_EXISTING);
    Basis basis = traces.events().groupBy(NAME).count().basis();
    assertThat(basis.traces()).isEqualTo(1);
    assertThat(basis.events()).isEqualTo(DomTraces.read(third).events().size()).isLessThan(all);
    assertThat(basis.toString())
        .isEqualTo("of " + basis.events() + " events in 1 trace; 2 files could not be read again");
    assertThat(basis.gone())
        .extracting(e -> Path.of(e.path()).getFileName() + ": " + e.reason())
        .containsExactly(
            "fr000001.xml: it is gone: IIS deletes the oldest traces while it writes new ones",
            "fr000002.xml: it is not the trace any more that it was when the set was loaded;"
                + " load the set again");
    Files.writeString(dir.resolve("fr000003.xml"), "<html/>");
    assertThat(traces.events().basis().gone()).hasSize(3);
  }

  @Test
  void a_file_that_has_grown_since_is_another_one() throws IOException {
    byte[] whole = refused();
    Path file = dir.resolve("fr000001.xml");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    TraceSet traces = Frebscope.load(dir);
    Basis torn = traces.events().basis();
    assertThat(torn.partial()).isEqualTo(1);
    assertThat(torn.traces()).isEqualTo(1);
    Files.write(file, whole);
    assertThat(traces.events().basis().gone()).hasSize(1);
  }

  /** Summaries come from digests, events from whole traces: both must see the same trace. */
  @Test
  void no_file_that_stays_as_it_is_counts_as_changed() throws IOException {
    List<TraceRoot> roots = new ArrayList<>(List.of(TraceRoot.of(Fixtures.TESTDATA)));
    for (Path file : Fixtures.all()) {
      if (!file.startsWith(Fixtures.TESTDATA)) {
        roots.add(TraceRoot.of(file));
      }
    }
    TraceSet traces = TraceLoader.standard().anyXmlName(true).load(roots);
    Basis basis = traces.events().basis();
    assertThat(basis.gone()).isEmpty();
    assertThat(basis.traces()).isEqualTo(traces.count());
    assertThat(basis.partial()).isGreaterThanOrEqualTo(traces.basis().partial());
    assertThat(basis.unreadable()).isEqualTo(traces.ledger().unreadable()).isPositive();
  }

  @Test
  void archives_are_read_again_too() throws IOException {
    Path zip = dir.resolve("farm.zip");
    List<Path> files = Shared.traces(FARM).subList(0, 12);
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (int i = 0; i < files.size(); i++) {
        entries.putNextEntry(new ZipEntry("web/fr00001" + i + ".xml"));
        Files.copy(files.get(i), entries);
      }
    }
    TraceSet traces = Frebscope.load(zip);
    long expected = files.stream().map(DomTraces::read).mapToLong(t -> t.events().size()).sum();
    assertThat(traces.count()).isEqualTo(12);
    assertThat(traces.events().count()).isEqualTo(expected);
    assertThat(traces.events().count()).isEqualTo(expected);
    Files.delete(zip);
    Basis basis = traces.events().basis();
    assertThat(basis.gone()).hasSize(12);
    assertThat(basis.gone().get(0).path()).startsWith(zip + "!/web/fr");
  }

  @Test
  void several_threads_ask_one_set() throws Exception {
    EventSet events = Frebscope.load(FARM).events();
    Counts<String> alone = events.groupBy(NAME).count();
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      List<Future<Counts<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        answers.add(pool.submit(() -> events.groupBy(NAME).count()));
      }
      for (Future<Counts<String>> answer : answers) {
        assertThat(answer.get().entries()).isEqualTo(alone.entries());
        assertThat(answer.get().basis()).isEqualTo(alone.basis());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void an_interrupt_ends_the_work() throws IOException {
    EventSet events = Frebscope.load(FARM).events();
    Thread.currentThread().interrupt();
    assertThatThrownBy(events::count).isInstanceOf(UncheckedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void what_the_consumer_throws_comes_out_unchanged() throws IOException {
    EventSet events = Frebscope.load(FARM).events();
    IllegalStateException enough = new IllegalStateException("enough");
    assertThatThrownBy(
            () ->
                events.forEach(
                    e -> {
                      throw enough;
                    }))
        .isSameAs(enough);
  }

  @Test
  void a_stream_that_is_closed_early_ends_its_threads() throws Exception {
    try (Stream<TracedEvent> events = Frebscope.load(FARM).events().stream(gone -> {})) {
      assertThat(events.skip(5).findFirst().map(e -> e.event().index())).contains(5);
    }
    for (int i = 0; i < 100 && loading() > 0; i++) {
      Thread.sleep(20);
    }
    assertThat(loading()).isZero();
  }

  private static long loading() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().equals("frebscope-load"))
        .count();
  }

  @Test
  void a_source_of_your_own_tells_why_in_its_own_words() throws IOException {
    Files.write(dir.resolve("fr000001.xml"), refused());
    TraceSummary known = Frebscope.load(dir).stream().findFirst().orElseThrow();
    TraceSet other =
        TraceSet.of(
            List.of(known),
            Ledger.empty(),
            traces -> traces.stream().map(t -> Reread.failed(t, "the database is down")));
    assertThat(other.events().basis().gone())
        .extracting(Ledger.Entry::reason)
        .containsExactly("the database is down");
  }
}
