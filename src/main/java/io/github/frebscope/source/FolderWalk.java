package io.github.frebscope.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Walks a folder and what its links lead to.
 *
 * <p>Links are set aside and followed after everything else, in path order: so files are listed
 * where they really are, whatever order the file system lists them in. A folder is entered only
 * when the sink says it is new, which ends every loop, and also the many ways through a few folders
 * that link to each other. The real path of each folder is asked for once and not of each file,
 * because on a share that is slow.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {
  /** What is told of the walk. */
  interface Sink {
    /** A folder, by its real path and as found; answers whether to enter it. */
    boolean folder(Path real, Path found);

    /** A regular file, by its real path and as found, and its size in bytes. */
    void file(Path real, Path found, long size);

    /** A pipe, a device or the like, which must not be opened: it may wait for ever. */
    void special(Path found);

    /** What could not be looked into, and why. */
    void problem(Path found, String reason);
  }

  private final Sink sink;

  /** The real paths of the folders that are being walked, the innermost first. */
  private final Deque<Path> folders = new ArrayDeque<>();

  private final NavigableSet<Path> links =
      new TreeSet<>(Comparator.comparing(Path::toString, NaturalOrder.PATHS));

  FolderWalk(Sink sink) {
    this.sink = sink;
  }

  /**
   * Whether it is read like a file. On Windows a file behind a reparse point (deduplicated, or kept
   * in a cloud) is "other" to Java; pipes, sockets and devices are too, but have no size.
   */
  static boolean isFile(BasicFileAttributes attributes) {
    return attributes.isRegularFile() || (attributes.isOther() && attributes.size() > 0);
  }

  /** The real path, or the best that can be had where it may not be asked for. */
  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  /**
   * Walks a folder, or a link to one.
   *
   * @throws IOException never; declared by the walk of the JDK
   */
  void walk(Path root) throws IOException {
    if (Files.isSymbolicLink(root)) {
      links.add(root);
    } else {
      Files.walkFileTree(root, this);
    }
    while (!links.isEmpty()) {
      follow(links.pollFirst());
    }
  }

  private void follow(Path link) {
    BasicFileAttributes target;
    try {
      target = Files.readAttributes(link, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      sink.problem(link, "is a link to something that does not exist");
      return;
    } catch (IOException e) {
      sink.problem(link, "is a link that cannot be followed (" + Reasons.of(e) + ")");
      return;
    }
    Path real = real(link);
    if (!target.isDirectory()) {
      file(real, link, target);
    } else if (sink.folder(real, link)) {
      children(real, link);
    }
  }

  /** The JDK's walk would take the link itself for a file, so it starts from what is inside. */
  private void children(Path real, Path link) {
    folders.push(real);
    try (DirectoryStream<Path> children = Files.newDirectoryStream(link)) {
      for (Path child : children) {
        Files.walkFileTree(child, this);
      }
    } catch (DirectoryIteratorException e) {
      sink.problem(link, Reasons.of(e.getCause()));
    } catch (IOException e) {
      sink.problem(link, Reasons.of(e));
    } finally {
      folders.pop();
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    Path real = real(folder);
    if (!sink.folder(real, folder)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    folders.push(real);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      links.add(file);
    } else {
      file(folders.element().resolve(file.getFileName()), file, attributes);
    }
    return FileVisitResult.CONTINUE;
  }

  private void file(Path real, Path found, BasicFileAttributes attributes) {
    if (isFile(attributes)) {
      sink.file(real, found, attributes.size());
    } else {
      sink.special(found);
    }
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    sink.problem(file, Reasons.of(e));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException e) {
    folders.pop();
    if (e != null) {
      sink.problem(folder, "could not be listed to its end (" + Reasons.of(e) + ")");
    }
    return FileVisitResult.CONTINUE;
  }
}
