package io.github.frebscope.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds trace files below files, folders and zip archives.
 *
 * <ul>
 *   <li>A file that is named itself is taken whatever its name; one that is a zip archive is looked
 *       into.
 *   <li>In folders, of any depth, and in archives, files named as IIS does count: {@code fr}, six
 *       digits or more, {@code .xml}, without regard to case.
 *   <li>Zip archives met in folders are looked into; an archive inside an archive is a problem.
 *   <li>Symbolic links are followed. What is reached twice is listed once.
 * </ul>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class TraceFinder {
  private static final TraceFinder STANDARD = new TraceFinder(false);

  private final boolean anyXmlName;

  private TraceFinder(boolean anyXmlName) {
    this.anyXmlName = anyXmlName;
  }

  /** Takes only files that are named as IIS names them. */
  public static TraceFinder standard() {
    return STANDARD;
  }

  /**
   * Whether every {@code *.xml} in folders and archives is taken, for traces that were renamed. Off
   * in {@link #standard()}.
   *
   * @return a finder like this one but for that
   */
  public TraceFinder anyXmlName(boolean anyXmlName) {
    return new TraceFinder(anyXmlName);
  }

  /**
   * Looks through the roots. Costs one listing of every folder and one read of every archive's
   * directory; no trace is opened.
   *
   * <p>What two roots have in common belongs to the first of them, but a root with a server's name
   * goes before those without, wherever it stands, so that the name is not lost.
   *
   * @param roots where to look; an empty list finds nothing
   * @return the traces; the caller closes it
   * @throws IOException when a root is missing or cannot be read; the message gives the path, the
   *     reason and what to do. What is wrong <em>below</em> a root never throws but is one of the
   *     {@link FoundTraces#problems()}
   */
  public FoundTraces find(List<TraceRoot> roots) throws IOException {
    List<RootKind> kinds = new ArrayList<>();
    for (TraceRoot root : roots) {
      kinds.add(RootKind.of(root.path()));
    }
    OpenArchives archives = new OpenArchives();
    try {
      return find(List.copyOf(roots), kinds, archives);
    } catch (IOException | RuntimeException e) {
      archives.release();
      throw e;
    }
  }

  private FoundTraces find(List<TraceRoot> roots, List<RootKind> kinds, OpenArchives archives)
      throws IOException {
    Map<Path, String> seen = new HashMap<>();
    List<RootSearch> searches = new ArrayList<>();
    for (TraceRoot root : roots) {
      searches.add(new RootSearch(root, new TraceNames(anyXmlName), seen, archives));
    }
    for (boolean withServer : new boolean[] {true, false}) {
      for (int i = 0; i < roots.size(); i++) {
        if (roots.get(i).server().isPresent() == withServer) {
          searches.get(i).run(kinds.get(i));
        }
      }
    }
    List<TraceFile> files = new ArrayList<>();
    List<SourceProblem> problems = new ArrayList<>();
    List<SourceProblem> repeats = new ArrayList<>();
    int otherXmlFiles = 0;
    for (RootSearch search : searches) {
      files.addAll(search.files());
      problems.addAll(search.problems());
      repeats.addAll(search.repeats());
      otherXmlFiles += search.otherXmlFiles();
    }
    return new FoundTraces(files, problems, repeats, otherXmlFiles, archives);
  }

  /** {@code traces named as IIS names them} or {@code all .xml files}. */
  @Override
  public String toString() {
    return anyXmlName ? "all .xml files" : "traces named as IIS names them";
  }
}
