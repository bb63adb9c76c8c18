package io.github.frebscope.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.Outcome;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.report.ReportOptions;
import io.github.frebscope.source.TraceRoot;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceLoaderTest {
  @TempDir Path dir;

  private static byte[] refused() throws IOException {
    return Files.readAllBytes(Fixtures.trace("arr-502.3-refused"));
  }

  private static byte[] notFound() throws IOException {
    return Files.readAllBytes(Fixtures.trace("core-404.0-not-found"));
  }

  private TraceSet load() throws IOException {
    return TraceLoader.standard().load(List.of(TraceRoot.of(dir)));
  }

  @Test
  void a_mixed_folder_loses_nothing_silently() throws IOException {
    byte[] whole = refused();
    Files.write(dir.resolve("fr000001.xml"), whole);
    Files.write(dir.resolve("fr000002.xml"), Arrays.copyOf(notFound(), 40_000));
    Files.writeString(dir.resolve("fr000003.xml"), "<html>no trace</html>");
    Files.write(dir.resolve("fr000004.xml"), new byte[0]);
    Files.write(dir.resolve("fr000005.xml"), whole);
    Files.writeString(dir.resolve("notes.xml"), "<x/>");

    TraceSet traces = load();

    assertThat(traces.stream().map(TraceSummary::file))
        .containsExactly(
            dir.resolve("fr000001.xml").toString(), dir.resolve("fr000002.xml").toString());
    Ledger ledger = traces.ledger();
    assertThat(ledger.whole()).isEqualTo(1);
    assertThat(ledger.otherXmlFiles()).isEqualTo(1);
    assertThat(ledger.entries())
        .extracting(e -> Path.of(e.path()).getFileName() + " " + e.outcome())
        .containsExactly(
            "fr000002.xml " + Outcome.PARTIAL,
            "fr000003.xml " + Outcome.UNREADABLE,
            "fr000004.xml " + Outcome.UNREADABLE,
            "fr000005.xml " + Outcome.DUPLICATE);
    assertThat(ledger.entries().get(1).reason()).contains("<html>");
    assertThat(ledger.entries().get(2).reason()).isEqualTo("it is empty");
    assertThat(ledger.entries().get(3).reason()).contains("fr000001.xml");
  }

  @Test
  void of_two_copies_the_one_that_tells_more_stays_in_the_place_of_the_first() throws IOException {
    byte[] whole = refused();
    Files.write(dir.resolve("fr000001.xml"), Arrays.copyOf(whole, whole.length / 2));
    Files.write(dir.resolve("fr000002.xml"), notFound());
    Files.write(dir.resolve("fr000003.xml"), whole);

    TraceSet traces = load();

    assertThat(traces.stream().map(t -> Path.of(t.file()).getFileName().toString()))
        .containsExactly("fr000003.xml", "fr000002.xml");
    assertThat(traces.ledger().entries())
        .extracting(Ledger.Entry::outcome)
        .containsExactly(Outcome.DUPLICATE);
  }

  @Test
  void order_is_that_of_the_files_whatever_the_threads_do() throws IOException {
    TraceSet one = TraceLoader.standard().threads(1).load(List.of(TraceRoot.of(farm())));
    TraceSet many = TraceLoader.standard().threads(7).load(List.of(TraceRoot.of(farm())));
    assertThat(many).isEqualTo(one);
    assertThat(one.count()).isGreaterThan(100);
  }

  private static Path farm() {
    return Fixtures.TESTDATA.resolve("farm");
  }

  @Test
  void a_named_server_wins_over_the_name_in_the_trace() throws IOException {
    Files.write(dir.resolve("fr000001.xml"), refused());
    TraceSet traces =
        TraceLoader.standard().load(List.of(new TraceRoot(Optional.of("FRONT9"), dir)));
    assertThat(traces.groupBy(Attributes.SERVER).count().of("FRONT9")).isEqualTo(1);
  }

  @Test
  void progress_hears_of_every_file() throws IOException {
    Files.write(dir.resolve("fr000001.xml"), refused());
    Files.writeString(dir.resolve("fr000002.xml"), "broken");
    AtomicInteger found = new AtomicInteger();
    AtomicLong bytes = new AtomicLong();
    var read = ConcurrentHashMap.<String>newKeySet();
    LoadProgress progress =
        new LoadProgress() {
          @Override
          public void found(int files, long size) {
            found.set(files);
            bytes.set(size);
          }

          @Override
          public void read(String file, long size) {
            read.add(file);
            bytes.addAndGet(-size);
          }
        };
    TraceLoader.standard().progress(progress).load(List.of(TraceRoot.of(dir)));
    assertThat(found).hasValue(2);
    assertThat(read).hasSize(2);
    assertThat(bytes).hasValue(0);
  }

  @Test
  void a_missing_root_is_an_error_that_names_it() {
    Path missing = dir.resolve("nowhere");
    assertThatThrownBy(() -> TraceLoader.standard().load(List.of(TraceRoot.of(missing))))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void settings_read_well_at_a_prompt() {
    assertThat(TraceLoader.standard().threads(1).anyXmlName(true))
        .hasToString("trace loader, 1 thread, all .xml files");
    assertThat(TraceReader.standard().strict().digest(Set.of()))
        .hasToString("strict trace reader, digests only");
    assertThat(TraceReader.standard()).hasToString("trace reader");
    assertThat(ReportOptions.standard())
        .hasToString("ReportOptions[width=80, color=false, redaction=secrets are masked]");
  }

  @Test
  void an_empty_folder_gives_an_empty_set() throws IOException {
    assertThat(load().isEmpty()).isTrue();
    assertThat(load().ledger().entries()).isEmpty();
  }

  @Test
  void all_real_traces_are_read() throws IOException {
    Path corpus = Shared.dir("corpus");
    TraceSet traces = TraceLoader.standard().anyXmlName(true).load(List.of(TraceRoot.of(corpus)));
    assertThat(traces.count()).isEqualTo(43);
    assertThat(traces.ledger().whole()).isEqualTo(43);
    assertThat(traces.ledger().entries()).isEmpty();
  }
}
