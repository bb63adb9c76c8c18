package io.github.frebscope.testing;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import io.github.frebscope.classify.Classifier;
import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.TraceScript;
import io.github.frebscope.trace.Trace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A {@link SyntheticFarm} that was loaded without ever being on a disk, and not as well traced:
 * some rules record less, some files are torn or have no event, some root elements lack what they
 * should say, and some URLs begin as formulas do. The same seed gives the same set.
 */
public final class SyntheticSet {
  private SyntheticSet() {}

  /** That many traces of the week that begins then. */
  public static TraceSet of(int traces, long seed, Instant week) {
    Classifier classifier = Classifier.standard();
    TraceReader reader = TraceReader.standard().digest(classifier.eventNames());
    Interner<String> texts = Interners.newStrongInterner();
    List<TraceSummary> all =
        IntStream.range(0, traces)
            .parallel()
            .mapToObj(
                i -> {
                  Trace trace = read(reader, i, script(i, seed, week));
                  return TraceSummary.of(
                      trace, classifier.classify(trace), Optional.empty(), texts::intern);
                })
            .toList();
    long whole = all.stream().filter(TraceSummary::isReadWhole).count();
    return TraceSet.of(all, Ledger.of(whole, List.of()));
  }

  private static TraceScript script(int index, long seed, Instant week) {
    TraceScript script = SyntheticFarm.trace(index, seed, week).record(recording(index));
    if (index % 40 == 11) {
      script.attribute("timeTaken", "soon");
    }
    if (index % 60 == 13) {
      script.attribute("siteId", "");
    }
    if (index % 100 == 17) {
      script.attribute("url", "=HYPERLINK(\"http://bench.example/\";\"" + index % 7 + "\")");
    }
    if (index % 100 == 19) {
      script.attribute("url", "'quoted' ='" + index % 7);
    }
    return script;
  }

  private static Recording recording(int index) {
    return switch (index % 20) {
      case 3 -> SyntheticFarm.TRACED.upTo(3);
      case 5, 6 -> Recording.EVERYTHING.without("Cache", "Authentication", "RequestRouting");
      case 7 -> SyntheticFarm.TRACED.fullAfter(12);
      case 9 -> SyntheticFarm.TRACED.writtenAfter(Duration.ofSeconds(10));
      default -> SyntheticFarm.TRACED;
    };
  }

  private static Trace read(TraceReader reader, int index, TraceScript script) {
    String file = SyntheticFarm.file(Path.of("farm"), index).toString().replace('\\', '/');
    if (index % 80 == 21) {
      return Trace.builder().file(file).request(script.trace().request()).build();
    }
    byte[] bytes = script.bytes();
    int length = index % 50 == 9 ? bytes.length * 2 / 3 : bytes.length;
    try {
      return reader.read(new ByteArrayInputStream(Arrays.copyOf(bytes, length)), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
