package io.github.frebscope.source;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The traces that were found, and what could not be looked into.
 *
 * <p>Holds archives open (at most 16 at a time), so that their entries open quickly; {@link
 * #close()} lets go of them. The files can be opened after that, more slowly. Safe for use by
 * several threads.
 */
public final class FoundTraces implements AutoCloseable {
  private final List<TraceFile> files;
  private final List<SourceProblem> problems;
  private final List<SourceProblem> repeats;
  private final int otherXmlFiles;
  private final OpenArchives archives;
  private final AtomicBoolean closed = new AtomicBoolean();

  FoundTraces(
      List<TraceFile> files,
      List<SourceProblem> problems,
      List<SourceProblem> repeats,
      int otherXmlFiles,
      OpenArchives archives) {
    this.files = List.copyOf(files);
    this.problems = List.copyOf(problems);
    this.repeats = List.copyOf(repeats);
    this.otherXmlFiles = otherXmlFiles;
    this.archives = archives;
  }

  /**
   * The traces, each physical file once. The roots follow in the order they were given in; within a
   * root, paths are in order with digits sorted as numbers ({@code fr000009.xml} before {@code
   * fr1000010.xml}) and without regard to case. An unmodifiable list, empty when there are none.
   */
  public List<TraceFile> files() {
    return files;
  }

  /**
   * What may hold traces and could not be looked into: unreadable folders, broken archives, links
   * to nowhere, archives within archives. In the order of {@link #files()}. A file that cannot be
   * read is noticed when it is opened, not here. An unmodifiable list, empty when all is well.
   */
  public List<SourceProblem> problems() {
    return problems;
  }

  /**
   * What was reached a second time, by another root or a link, and is therefore listed only once. A
   * folder stands for all that is in it. Nothing is missing because of these. An unmodifiable list.
   */
  public List<SourceProblem> repeats() {
    return repeats;
  }

  /**
   * How many {@code .xml} files in folders and archives were passed over only because of their
   * name; always 0 with {@link TraceFinder#anyXmlName}.
   */
  public int otherXmlFiles() {
    return otherXmlFiles;
  }

  /**
   * Those files that lie in archives, held open again whether this object is closed or not: for
   * another pass over the files. Plain files can be opened by their names; a set of many thousands
   * need not remember them. Nothing is looked for anew.
   */
  public FoundTraces archivedAgain() {
    archives.hold();
    List<TraceFile> archived = files.stream().filter(file -> file.path().isEmpty()).toList();
    return new FoundTraces(archived, List.of(), List.of(), 0, archives);
  }

  /**
   * Lets go of the archives. Streams that are open stay usable; an archive is closed with its last
   * stream. Calling it again does nothing.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      archives.release();
    }
  }

  /** {@code 1234 traces, 2 problems, 0 repeats, 42 other .xml files}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d traces, %d problems, %d repeats, %d other .xml files",
        files.size(),
        problems.size(),
        repeats.size(),
        otherXmlFiles);
  }
}
