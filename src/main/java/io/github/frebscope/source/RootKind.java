package io.github.frebscope.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;

/** What a root is, found out by opening it, so that an unreadable one is noticed at once. */
enum RootKind {
  FOLDER,
  ARCHIVE,
  FILE;

  /**
   * @throws IOException with path, reason and advice when there is nothing or it cannot be opened
   */
  static RootKind of(Path path) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return openedFolder(path);
      }
      if (!FolderWalk.isFile(attributes)) {
        throw new FileSystemException(
            path.toString(), null, "is neither a file nor a folder; name one of these");
      }
      return hasArchiveSignature(path) || TraceNames.isArchive(path.toString()) ? ARCHIVE : FILE;
    } catch (NoSuchFileException e) {
      throw explained(new NoSuchFileException(path.toString(), null, missing(path)), e);
    } catch (AccessDeniedException e) {
      String reason =
          "access is denied; run as a user who may read it (IIS logs are often readable by"
              + " administrators only), or copy it elsewhere and name the copy";
      throw explained(new AccessDeniedException(path.toString(), null, reason), e);
    }
  }

  private static RootKind openedFolder(Path path) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
      Iterator<Path> unused = children.iterator();
      return FOLDER;
    }
  }

  private static FileSystemException explained(FileSystemException e, FileSystemException cause) {
    e.initCause(cause);
    return e;
  }

  private static String missing(Path path) {
    if (Files.isSymbolicLink(path)) {
      return "is a link to something that does not exist; name the target";
    }
    return "there is no such file or folder; check the spelling, and that its drive or share is"
        + " connected"
        + (path.toString().contains("=")
            ? " (in NAME=PATH the name may hold only letters, digits, '.', '_' and '-')"
            : "");
  }

  /** Whether it begins like a zip archive: with an entry, or with the end of an empty one. */
  private static boolean hasArchiveSignature(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] head = in.readNBytes(4);
      return head.length == 4
          && head[0] == 'P'
          && head[1] == 'K'
          && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
    }
  }
}
