package io.github.frebscope.parse;

import io.github.frebscope.internal.xml.Interest;
import io.github.frebscope.internal.xml.NotATraceException;
import io.github.frebscope.internal.xml.RawReader;
import io.github.frebscope.source.TraceFile;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Reads trace files.
 *
 * <p>Immutable and safe for use by several threads: each call works with buffers of its own, which
 * the reader keeps for the next call (about 0.5 MB for each thread that reads at the same time).
 */
public final class TraceReader {
  private final RawReader.Way way;
  private final boolean strict;
  private final Interest interest;
  private final Queue<RawReader> idle;

  private TraceReader(RawReader.Way way, boolean strict, Interest interest, Queue<RawReader> idle) {
    this.way = way;
    this.strict = strict;
    this.interest = interest;
    this.idle = idle;
  }

  /** A reader that repairs what it can and tells what it could not read. */
  public static TraceReader standard() {
    return new TraceReader(RawReader.Way.AUTO, false, null, new ConcurrentLinkedQueue<>());
  }

  /** A reader that throws {@link TraceParseException} at the first sign of damage. */
  public TraceReader strict() {
    return new TraceReader(way, true, interest, idle);
  }

  /**
   * A reader that makes digests: it parses only the named events, {@link Trace#STRUCTURAL_EVENTS},
   * warnings and worse, the first and the last event, and both sides of every step of the clock.
   * Reading a digest is several times faster than reading all events. Damage inside events that are
   * not parsed goes unseen.
   *
   * @param names names of events; unknown ones are allowed
   * @see Trace#digest(Set)
   */
  public TraceReader digest(Set<String> names) {
    Set<String> all = new HashSet<>(names);
    all.addAll(Trace.STRUCTURAL_EVENTS);
    return new TraceReader(way, strict, new Interest(all), idle);
  }

  /** For tests: one certain way of reading. */
  TraceReader way(RawReader.Way newWay) {
    return new TraceReader(newWay, strict, interest, new ConcurrentLinkedQueue<>());
  }

  /**
   * Reads a file into memory. Takes about three times the file's size; use {@link #stream} for
   * files of hundreds of megabytes.
   *
   * @throws TraceParseException if the file is no trace, or, for a strict reader, is damaged
   * @throws IOException if it cannot be read
   */
  public Trace read(TraceFile file) throws IOException {
    TraceCollector collector = new TraceCollector(file.name(), interest != null);
    stream(file, collector);
    return collector.trace();
  }

  /**
   * Reads a trace from a stream, which stays open.
   *
   * @param name what to call it in results and messages
   * @throws TraceParseException if the bytes are no trace, or, for a strict reader, are damaged
   * @throws IOException if the stream fails
   */
  public Trace read(InputStream in, String name) throws IOException {
    TraceCollector collector = new TraceCollector(name, interest != null);
    stream(in, name, collector);
    return collector.trace();
  }

  /**
   * Tells a file's events one after another; memory does not grow with the file.
   *
   * @throws TraceParseException if the file is no trace, or, for a strict reader, is damaged
   * @throws IOException if it cannot be read
   */
  public void stream(TraceFile file, TraceSink sink) throws IOException {
    try (InputStream in = file.open()) {
      stream(in, file.name(), sink);
    } catch (TraceParseException e) {
      throw e.offset() > 0 ? e.atLine(lineOf(file, e.offset())) : e;
    }
  }

  /** People look for a line, but counting lines is work that only a failure is worth. */
  private static long lineOf(TraceFile file, long offset) throws IOException {
    long line = 1;
    try (InputStream in = new BufferedInputStream(file.open())) {
      for (long at = 0; at < offset; at++) {
        int b = in.read();
        if (b < 0) {
          break;
        }
        line += b == '\n' ? 1 : 0;
      }
    }
    return line;
  }

  /**
   * Tells the events of a stream, which stays open.
   *
   * @param name what to call it in messages
   * @throws TraceParseException if the bytes are no trace, or, for a strict reader, are damaged
   * @throws IOException if the stream fails
   */
  public void stream(InputStream in, String name, TraceSink sink) throws IOException {
    RawReader raw = borrow();
    try {
      raw.read(in, interest, new TraceAssembler(strict ? new StrictSink(sink) : sink));
    } catch (NotATraceException e) {
      throw new TraceParseException(name, e.getMessage(), e.offset(), e);
    } catch (StrictSink.DamageException e) {
      Diagnostic damage = e.diagnostic();
      throw new TraceParseException(name, damage.message(), damage.offset(), e);
    } finally {
      giveBack(raw);
    }
  }

  /**
   * Reads the root element only: the request, but no event. Costs a few microseconds beside opening
   * the file.
   *
   * @throws TraceParseException if the file is no trace
   * @throws IOException if it cannot be read
   */
  public RequestInfo peek(TraceFile file) throws IOException {
    RawReader raw = borrow();
    try (InputStream in = file.open()) {
      return RequestInfo.of(raw.peek(in));
    } catch (NotATraceException e) {
      throw new TraceParseException(file.name(), e.getMessage(), e.offset(), e);
    } finally {
      giveBack(raw);
    }
  }

  /** {@code trace reader}, {@code strict trace reader, digests only}. */
  @Override
  public String toString() {
    return (strict ? "strict " : "") + "trace reader" + (interest == null ? "" : ", digests only");
  }

  private RawReader borrow() {
    RawReader raw = idle.poll();
    return raw == null ? new RawReader(way) : raw;
  }

  private void giveBack(RawReader raw) {
    if (raw.isSmall()) {
      idle.add(raw);
    }
  }

  /** Ends the reading at the first diagnostic. */
  private record StrictSink(TraceSink sink) implements TraceSink {
    /** Carries the diagnostic out of the reader. */
    private static final class DamageException extends RuntimeException {
      private static final long serialVersionUID = 1;
      private final transient Diagnostic diagnostic;

      DamageException(Diagnostic diagnostic) {
        super(diagnostic.toString());
        this.diagnostic = diagnostic;
      }

      Diagnostic diagnostic() {
        return diagnostic;
      }
    }

    @Override
    public void request(RequestInfo request) {
      sink.request(request);
    }

    @Override
    public void event(TraceEvent event) {
      sink.event(event);
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
      throw new DamageException(diagnostic);
    }

    @Override
    public void end(Completeness completeness, int eventCount) {
      sink.end(completeness, eventCount);
    }
  }
}
