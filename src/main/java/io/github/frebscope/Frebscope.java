package io.github.frebscope;

import io.github.frebscope.classify.Classifier;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.doctor.Doctor;
import io.github.frebscope.doctor.FarmDiagnosis;
import io.github.frebscope.farm.Farm;
import io.github.frebscope.load.TraceLoader;
import io.github.frebscope.parse.TraceParseException;
import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.source.TraceFile;
import io.github.frebscope.source.TraceRoot;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The one class to remember: each method does one thing with its defaults. {@link TraceReader},
 * {@link TraceLoader} and {@link Classifier} have the settings.
 *
 * <pre>{@code
 * TraceSet traces = Frebscope.load(Path.of("\\\\web01\\D$\\inetpub\\logs\\FailedReqLogFiles"));
 * System.out.println(traces.groupBy(Attributes.MODULE).count());
 * }</pre>
 *
 * <p>Safe for use by several threads; keeps no state.
 */
public final class Frebscope {
  private Frebscope() {}

  /**
   * Reads one trace file, with all its events.
   *
   * @throws TraceParseException if the file is no Failed Request Tracing log
   * @throws IOException if it cannot be read
   */
  public static Trace read(Path file) throws IOException {
    return TraceReader.standard().read(TraceFile.of(file));
  }

  /**
   * Reads what the root element of a trace file says about its request, and no event.
   *
   * @throws TraceParseException if the file is no Failed Request Tracing log
   * @throws IOException if it cannot be read
   */
  public static RequestInfo peek(Path file) throws IOException {
    return TraceReader.standard().peek(TraceFile.of(file));
  }

  /**
   * Reads a trace of a set again, with all its events; inside archives too.
   *
   * @throws TraceParseException if the file has become something else
   * @throws IOException if it cannot be read, or is gone
   */
  public static Trace open(TraceSummary summary) throws IOException {
    return TraceReader.standard().read(TraceFile.named(summary.file()));
  }

  /**
   * Reads one trace file and says where its time went: its spans and gaps. {@link Timeline#trace()}
   * has the events.
   *
   * @throws TraceParseException if the file is no Failed Request Tracing log
   * @throws IOException if it cannot be read
   */
  public static Timeline timeline(Path file) throws IOException {
    return Timeline.of(read(file));
  }

  /**
   * Says which module and area produced the status of a trace, why, and by which events it knows.
   */
  public static Verdict classify(Trace trace) {
    return Classifier.standard().classify(trace);
  }

  /**
   * Loads all traces under some folders, farms, archives or files, in parallel, as summaries. In
   * folders and archives those that are named as IIS names them, {@code fr000001.xml}; for others
   * see {@link TraceLoader#anyXmlName}. Attributes over events, such as headers, are kept by {@link
   * TraceLoader#keep}.
   *
   * @throws IOException if one of the paths is missing or cannot be read; a bad file under them is
   *     told by {@link TraceSet#ledger()} instead
   */
  public static TraceSet load(Path... paths) throws IOException {
    return load(Arrays.asList(paths));
  }

  /**
   * As {@link #load(Path...)}.
   *
   * @throws IOException if one of the paths is missing or cannot be read
   */
  public static TraceSet load(List<Path> paths) throws IOException {
    return TraceLoader.standard().load(paths.stream().map(TraceRoot::of).toList());
  }

  /**
   * Says why there is no trace of failures that were collected of a farm: which box made them, why
   * nothing was recorded, and what to set. {@link Doctor} takes what clients saw as well, and
   * {@link Farm} files with any names.
   *
   * @param paths the farm's folder, or a folder for each server
   * @throws IOException if one of the paths is missing or cannot be listed, or the reading is
   *     interrupted; a bad file under them is told by {@link FarmDiagnosis#problems()} instead
   */
  public static FarmDiagnosis diagnose(Path... paths) throws IOException {
    return Doctor.standard().examine(Farm.open(Stream.of(paths).map(TraceRoot::of).toList()));
  }

  /**
   * Reads every trace under a folder, farm or archive whole and hands over its timeline, one after
   * another in the order of the files. However many there are, only a few are in memory.
   *
   * <pre>{@code
   * TimeByModule times = new TimeByModule();
   * Frebscope.forEachTimeline(Path.of("D:\\farm"), times::add);
   * }</pre>
   *
   * @param consumer called by the calling thread; what it throws ends the work and comes out
   * @return the files that were unreadable, damaged or left out
   * @throws IOException if the path is missing or cannot be read, or the calling thread is
   *     interrupted; a bad file under it is told by the ledger instead
   */
  public static Ledger forEachTimeline(Path path, Consumer<? super Timeline> consumer)
      throws IOException {
    return forEachTimeline(List.of(path), consumer);
  }

  /**
   * As {@link #forEachTimeline(Path, Consumer)}, for several folders, farms, archives or files.
   *
   * @throws IOException if one of the paths is missing or cannot be read
   */
  public static Ledger forEachTimeline(List<Path> paths, Consumer<? super Timeline> consumer)
      throws IOException {
    return TraceLoader.standard()
        .forEachTimeline(paths.stream().map(TraceRoot::of).toList(), consumer);
  }
}
