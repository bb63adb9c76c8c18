package io.github.frebscope.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why something could not be read, as a clause for people, without the path. */
final class Reasons {
  private Reasons() {}

  static String of(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null || reason.isBlank() ? e.getClass().getSimpleName() : reason;
  }

  /** The words of java.util.zip for what it refuses, said so that a person knows what to do. */
  static String ofArchive(IOException e) {
    String reason = of(e);
    if (e instanceof NoSuchFileException || e instanceof AccessDeniedException) {
      return reason;
    }
    if (reason.contains("encrypted")) {
      return "holds encrypted entries, which cannot be read; unpack it and name the folder";
    }
    if (reason.contains("compression method")) {
      return "is packed by a method other than deflate; unpack it and name the folder";
    }
    return "cannot be read as a zip archive (" + reason + ")";
  }
}
