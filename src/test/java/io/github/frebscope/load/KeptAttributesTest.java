package io.github.frebscope.load;

import static io.github.frebscope.query.Attributes.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.frebscope.Frebscope;
import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.Events;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.Outcome;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.source.TraceRoot;
import io.github.frebscope.testing.DomTraces;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attributes over events, of which the values are kept while a set is loaded. */
class KeptAttributesTest {
  private static final Attribute<Long> ENDS =
      Attribute.ofTrace(
          "ends", Long.class, Set.of("NOTIFY_MODULE_END"), t -> Optional.of(count(t)));

  @TempDir Path dir;

  private static long count(Trace trace) {
    return trace.events().stream().filter(e -> e.is("NOTIFY_MODULE_END")).count();
  }

  @BeforeEach
  void files() throws IOException {
    Files.copy(Fixtures.trace("arr-502.3-refused"), dir.resolve("fr000001.xml"));
    Files.copy(Fixtures.trace("core-404.0-not-found"), dir.resolve("fr000002.xml"));
  }

  private TraceSet load(Attribute<?>... kept) throws IOException {
    return TraceLoader.standard().keep(kept).load(List.of(TraceRoot.of(dir)));
  }

  private static String name(TraceSummary trace) {
    return Path.of(trace.file()).getFileName().toString();
  }

  @Test
  void values_are_those_of_the_whole_trace() throws IOException {
    TraceSet traces = load(ENDS);
    for (TraceSummary trace : traces.stream().toList()) {
      Trace dom = DomTraces.read(Path.of(trace.file()));
      assertThat(ENDS.of(trace)).contains(count(dom));
      assertThat(count(dom)).isPositive();
    }
    assertThat(traces.where(ENDS.atLeast(1L)).count()).isEqualTo(2);
    assertThat(traces.groupBy(ENDS).count().missing()).isZero();
    assertThat(traces.events().groupBy(ENDS).count().total()).isEqualTo(traces.events().count());
    assertThat(Events.ofTrace(ENDS).name()).isEqualTo("ends");
  }

  @Test
  void the_function_sees_all_events_that_it_asked_for() throws IOException {
    Map<String, List<Integer>> seen = new ConcurrentHashMap<>();
    Attribute<Boolean> spy =
        Attribute.ofTrace(
            "spy",
            Boolean.class,
            Set.of("NOTIFY_MODULE_START", "NO_SUCH_EVENT"),
            trace -> {
              seen.put(trace.file(), starts(trace));
              return Optional.of(trace.isDigest());
            });
    TraceSet traces = load(spy);
    for (TraceSummary trace : traces.stream().toList()) {
      assertThat(seen.get(trace.file()))
          .isEqualTo(starts(DomTraces.read(Path.of(trace.file()))))
          .isNotEmpty();
      assertThat(spy.of(trace)).contains(true);
    }
    assertThat(spy.eventNames()).containsExactlyInAnyOrder("NOTIFY_MODULE_START", "NO_SUCH_EVENT");
  }

  private static List<Integer> starts(Trace trace) {
    return trace.events().stream()
        .filter(e -> e.is("NOTIFY_MODULE_START"))
        .map(TraceEvent::index)
        .toList();
  }

  @Test
  void what_was_not_kept_says_so_and_what_to_do() throws IOException {
    TraceSet traces = load(ENDS);
    assertThatThrownBy(() -> traces.groupBy(header("Host")).count())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "header:host was not kept while the traces were loaded; load them with"
                + " TraceLoader.keep");
    assertThatThrownBy(() -> load().where(ENDS.present()).count())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ends was not kept");
  }

  @Test
  void only_attributes_over_events_are_kept() {
    assertThatThrownBy(() -> TraceLoader.standard().keep(Attributes.STATUS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("status is always there");
  }

  @Test
  void of_two_with_one_name_the_last_is_kept() throws IOException {
    Attribute<Long> last = Attribute.ofTrace("ends", Long.class, Set.of(), t -> Optional.of(-1L));
    TraceSet traces = load(ENDS, header("Host"), last);
    assertThat(traces.stream().map(t -> last.of(t).orElseThrow())).containsOnly(-1L);
    assertThat(traces.stream().map(t -> ENDS.of(t).orElseThrow())).containsOnly(-1L);
    assertThat(traces.groupBy(header("HOST")).count().missing()).isZero();
  }

  @Test
  void one_of_another_type_with_the_name_of_a_kept_one_says_so() throws IOException {
    Attribute<String> other =
        Attribute.ofTrace("ends", String.class, Set.of(), t -> Optional.of("x"));
    TraceSet traces = load(ENDS);
    assertThatThrownBy(() -> traces.groupBy(other).count())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another attribute ends was kept");
  }

  @Test
  void titles_and_kinds_do_not_lose_the_value() throws IOException {
    Attribute<Long> titled =
        ENDS.named("Ends", "How many modules ended.").kind(Attribute.Kind.OUTCOME);
    assertThat(titled.isKept()).isTrue();
    assertThat(titled.of(load(titled).stream().findFirst().orElseThrow())).isPresent();
  }

  @Test
  void a_function_that_throws_costs_its_file_only_and_says_whose_fault_it_is() throws IOException {
    Attribute<String> broken =
        Attribute.ofTrace(
            "tenant",
            String.class,
            Set.of(),
            t -> {
              if (t.file().endsWith("fr000002.xml")) {
                throw new IllegalArgumentException("no tenant");
              }
              return Optional.of("t1");
            });
    TraceSet traces = load(broken);
    assertThat(traces.stream().map(KeptAttributesTest::name)).containsExactly("fr000001.xml");
    assertThat(traces.ledger().entries())
        .extracting(Ledger.Entry::outcome, Ledger.Entry::reason)
        .containsExactly(
            tuple(
                Outcome.UNREADABLE,
                "The function of the attribute tenant failed:"
                    + " java.lang.IllegalArgumentException: no tenant"));
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes", "NullAway", "NullOptional"})
  void answers_that_are_none_are_told_as_well() throws IOException {
    Attribute<String> nothing = Attribute.ofTrace("n", String.class, Set.of(), t -> null);
    assertThat(load(nothing).ledger().entries().get(0).reason())
        .isEqualTo("The function of the attribute n answered null, not an empty Optional");
    Attribute<String> wrong =
        Attribute.ofTrace("w", String.class, Set.of(), t -> (Optional) Optional.of(7));
    assertThat(load(wrong).ledger().entries().get(0).reason())
        .isEqualTo("The function of the attribute w answered a Integer, not a String");
  }

  @Test
  void copies_and_damaged_files_have_their_values() throws IOException {
    byte[] whole = Files.readAllBytes(dir.resolve("fr000001.xml"));
    Files.write(dir.resolve("fr000003.xml"), whole);
    Files.write(dir.resolve("fr000001.xml"), Arrays.copyOf(whole, whole.length / 2));
    byte[] other = Files.readAllBytes(dir.resolve("fr000002.xml"));
    Files.write(dir.resolve("fr000002.xml"), Arrays.copyOf(other, other.length / 2));
    TraceSet traces = load(ENDS);
    assertThat(traces.stream().map(KeptAttributesTest::name))
        .containsExactly("fr000003.xml", "fr000002.xml");
    for (TraceSummary trace : traces.stream().toList()) {
      assertThat(ENDS.of(trace)).contains(count(Frebscope.open(trace)));
    }
  }

  @Test
  void a_header_is_found_by_its_name_in_any_case() throws IOException {
    Attribute<String> host = header("HoSt");
    assertThat(host.name()).isEqualTo("header:host");
    for (TraceSummary trace : load(host).stream().toList()) {
      String lines =
          DomTraces.read(Path.of(trace.file())).events().stream()
              .filter(e -> e.is("GENERAL_REQUEST_HEADERS"))
              .findFirst()
              .flatMap(e -> e.data("Headers"))
              .orElseThrow();
      String expected =
          lines
              .lines()
              .filter(line -> line.regionMatches(true, 0, "host:", 0, 5))
              .map(line -> line.substring(5).strip())
              .findFirst()
              .orElseThrow();
      assertThat(host.of(trace)).contains(expected);
    }
    assertThatThrownBy(() -> header("  ")).isInstanceOf(IllegalArgumentException.class);
  }
}
