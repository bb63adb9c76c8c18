package io.github.frebscope.load;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read, in words; the exceptions of java.nio often say only the path. */
final class IoReasons {
  private IoReasons() {}

  static String of(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access denied: run as an account that may read it";
    }
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return "it is gone: IIS deletes the oldest traces while it writes new ones";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason().strip();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().strip();
  }
}
