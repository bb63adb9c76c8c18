package io.github.frebscope.bench;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import io.github.frebscope.classify.Classifier;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.testing.SyntheticFarm;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A large set to ask questions: traces of a {@link SyntheticFarm}, classified as those of files are
 * and with their texts shared as the loader does it, each with a file, a URL and an id of its own.
 * The same number and seed give the same set.
 */
public final class BenchSet {
  private static final String[] NAMES = {
    "order", "cart", "product", "customer", "stock", "invoice"
  };

  private BenchSet() {}

  /** That many traces of one week. */
  public static TraceSet of(int traces, long seed) {
    Classifier classifier = Classifier.standard();
    Interner<String> texts = Interners.newStrongInterner();
    List<TraceSummary> all =
        IntStream.range(0, traces)
            .parallel()
            .mapToObj(i -> summary(i, seed, classifier, texts::intern))
            .toList();
    return TraceSet.of(all, Ledger.of(traces, List.of()));
  }

  private static TraceSummary summary(
      int index, long seed, Classifier classifier, UnaryOperator<String> shared) {
    Trace trace = SyntheticFarm.made(index, seed).digest(classifier.eventNames());
    Random random = new Random(seed * 31 + index);
    Map<String, String> attributes = new LinkedHashMap<>(trace.request().attributes());
    attributes.put("url", url(random));
    UUID id = new UUID(random.nextLong(), random.nextLong());
    attributes.put("activityId", "{" + id.toString().toUpperCase(Locale.ROOT) + "}");
    Trace own =
        Trace.builder()
            .file(file(index))
            .request(RequestInfo.of(attributes))
            .events(trace.events())
            .eventCount(trace.eventCount())
            .digest(true)
            .span(trace.start().orElseThrow(), trace.end().orElseThrow())
            .completeness(trace.completeness())
            .build();
    return TraceSummary.of(own, classifier.classify(own), Optional.empty(), shared);
  }

  /** One of 60 pages, most with a number of their own. */
  private static String url(Random random) {
    String name = NAMES[random.nextInt(NAMES.length)];
    int page = random.nextInt(10);
    String own =
        page < 2 ? "" : "/" + random.nextInt(1_000_000) + (page < 6 ? "" : "?page=" + page);
    return "http://www.bench.example:80/api/v" + (1 + page % 3) + "/" + name + page + own;
  }

  private static String file(int index) {
    return String.format(
        Locale.ROOT,
        "\\\\web%02d\\c$\\inetpub\\logs\\FailedReqLogFiles\\W3SVC%d\\fr%06d.xml",
        1 + index % 4,
        1 + index / 4 % 2,
        1 + index / 8);
  }
}
