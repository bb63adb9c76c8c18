package io.github.frebscope.source;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks through one root and keeps what it finds there. */
final class RootSearch implements FolderWalk.Sink {
  private static final Comparator<SourceProblem> BY_PATH =
      Comparator.comparing(SourceProblem::path, NaturalOrder.PATHS);

  private final TraceRoot root;
  private final TraceNames names;

  /** Shared by the searches: real path of everything met so far, and how it is listed. */
  private final Map<Path, String> seen;

  private final OpenArchives archives;
  private final List<TraceFile> files = new ArrayList<>();
  private final List<SourceProblem> problems = new ArrayList<>();
  private final List<SourceProblem> repeats = new ArrayList<>();
  private int otherXmlFiles;

  RootSearch(TraceRoot root, TraceNames names, Map<Path, String> seen, OpenArchives archives) {
    this.root = root;
    this.names = names;
    this.seen = seen;
    this.archives = archives;
  }

  List<TraceFile> files() {
    return files;
  }

  List<SourceProblem> problems() {
    return problems;
  }

  List<SourceProblem> repeats() {
    return repeats;
  }

  int otherXmlFiles() {
    return otherXmlFiles;
  }

  /**
   * @throws IOException when the root is an archive that cannot be read, or is gone by now
   */
  void run(RootKind kind) throws IOException {
    Path path = root.path();
    switch (kind) {
      case FOLDER -> new FolderWalk(this).walk(path);
      case FILE -> {
        if (isNew(FolderWalk.real(path), path)) {
          files.add(TraceFile.plain(path, root.server(), Files.size(path)));
        }
      }
      case ARCHIVE -> {
        if (isNew(FolderWalk.real(path), path)) {
          namedArchive(path);
        }
      }
    }
    files.sort(Comparator.comparing(TraceFile::name, NaturalOrder.PATHS));
    problems.sort(BY_PATH);
    repeats.sort(BY_PATH);
  }

  private void namedArchive(Path path) throws IOException {
    try {
      archive(path);
    } catch (IOException e) {
      String advice = "; fetch it again, or unpack it and name the folder";
      String reason = Reasons.ofArchive(e);
      FileSystemException explained =
          new FileSystemException(
              path.toString(), null, reason.contains("unpack it") ? reason : reason + advice);
      explained.initCause(e);
      throw explained;
    }
  }

  private boolean isNew(Path real, Path found) {
    String earlier = seen.putIfAbsent(real, found.toString());
    if (earlier != null) {
      String reason =
          earlier.equals(found.toString())
              ? "was met before and is listed once"
              : "is the same as " + earlier + " and is listed once";
      repeats.add(new SourceProblem(found.toString(), reason));
    }
    return earlier == null;
  }

  @Override
  public boolean folder(Path real, Path found) {
    return isNew(real, found);
  }

  @Override
  public void file(Path real, Path found, long size) {
    switch (names.kind(found.toString())) {
      case TRACE -> {
        if (isNew(real, found)) {
          files.add(TraceFile.plain(found, root.server(), size));
        }
      }
      case ARCHIVE -> {
        if (isNew(real, found)) {
          archiveAmongMany(found);
        }
      }
      case OTHER_XML -> otherXmlFiles++;
      case NOTHING -> {}
    }
  }

  @Override
  public void special(Path found) {
    TraceNames.Kind kind = names.kind(found.toString());
    if (kind == TraceNames.Kind.TRACE || kind == TraceNames.Kind.ARCHIVE) {
      problem(found, "is not a regular file");
    }
  }

  @Override
  public void problem(Path found, String reason) {
    problems.add(new SourceProblem(found.toString(), reason));
  }

  private void archiveAmongMany(Path found) {
    try {
      archive(found);
    } catch (IOException e) {
      problem(found, Reasons.ofArchive(e));
    }
  }

  private void archive(Path path) throws IOException {
    Archive archive = new Archive(path, archives);
    Set<String> entries = new HashSet<>();
    for (Archive.Entry entry : archive.entries()) {
      String name = path + "!/" + entry.name().replace('\\', '/');
      TraceNames.Kind kind = names.kind(entry.name());
      if (kind == TraceNames.Kind.ARCHIVE) {
        problems.add(
            new SourceProblem(
                name, "is an archive inside an archive, which is not opened; unpack the outer"));
      } else if (kind == TraceNames.Kind.OTHER_XML) {
        otherXmlFiles++;
      } else if (kind == TraceNames.Kind.TRACE) {
        if (entries.add(entry.name())) {
          files.add(
              TraceFile.inArchive(
                  name, root.server(), entry.size(), () -> archive.open(entry.name())));
        } else {
          problems.add(
              new SourceProblem(
                  name, "is there more than once in the archive; only one of them can be read"));
        }
      }
    }
  }
}
