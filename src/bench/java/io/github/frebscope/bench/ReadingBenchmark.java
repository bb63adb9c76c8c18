package io.github.frebscope.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import io.github.frebscope.classify.Classifier;
import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Trace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading traces, one thread, from memory. One operation is all files of the folder; compare the
 * times of one run with each other, never with another machine's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ReadingBenchmark {
  private static final Path FOLDER = Path.of(System.getProperty("bench.folder", "target/bench"));

  private final List<byte[]> files = new ArrayList<>();
  private final TraceReader whole = TraceReader.standard();
  private final Classifier classifier = Classifier.standard();
  private final TraceReader digests = TraceReader.standard().digest(classifier.eventNames());

  @Setup
  public void read() throws IOException {
    try (Stream<Path> found = Files.walk(FOLDER)) {
      for (Path file : found.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        files.add(Files.readAllBytes(file));
      }
    }
    if (files.isEmpty()) {
      throw new IllegalStateException("no traces in " + FOLDER);
    }
  }

  /** The floor for anything that parses XML with Woodstox: to the end, looking at nothing. */
  @Benchmark
  public void woodstoxDrain(Blackhole hole) throws Exception {
    XMLInputFactory factory = new WstxInputFactory();
    for (byte[] file : files) {
      XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(file));
      int events = 0;
      while (in.hasNext()) {
        events += in.next();
      }
      in.close();
      hole.consume(events);
    }
  }

  @Benchmark
  public void jdkDom(Blackhole hole) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    for (byte[] file : files) {
      hole.consume(factory.newDocumentBuilder().parse(new ByteArrayInputStream(file)));
    }
  }

  @Benchmark
  public void wholeTrace(Blackhole hole) throws IOException {
    for (byte[] file : files) {
      hole.consume(whole.read(new ByteArrayInputStream(file), "memory"));
    }
  }

  /** Reading and the tree of spans; compare with {@link #wholeTrace}. */
  @Benchmark
  public void wholeTraceAndTimeline(Blackhole hole) throws IOException {
    for (byte[] file : files) {
      hole.consume(Timeline.of(whole.read(new ByteArrayInputStream(file), "memory")));
    }
  }

  /** What loading a folder does with each file: digest and verdict. */
  @Benchmark
  public void summary(Blackhole hole) throws IOException {
    for (byte[] file : files) {
      Trace digest = digests.read(new ByteArrayInputStream(file), "memory");
      hole.consume(classifier.classify(digest));
    }
  }
}
