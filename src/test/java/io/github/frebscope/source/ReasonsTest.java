package io.github.frebscope.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class ReasonsTest {
  @Test
  void the_path_is_left_out() {
    assertThat(Reasons.of(new AccessDeniedException("D:\\logs"))).isEqualTo("access is denied");
    assertThat(Reasons.of(new NoSuchFileException("D:\\logs"))).isEqualTo("does not exist");
    assertThat(Reasons.of(new FileSystemException("x", null, "The network name cannot be found")))
        .isEqualTo("The network name cannot be found");
  }

  @Test
  void there_is_always_a_reason() {
    assertThat(Reasons.of(new EOFException())).isEqualTo("EOFException");
    assertThat(Reasons.of(new FileSystemException("x"))).isEqualTo("FileSystemException");
    assertThat(Reasons.of(new IOException("disk on fire"))).isEqualTo("disk on fire");
  }

  @Test
  void an_archive_that_may_not_be_read_is_not_called_broken() {
    assertThat(Reasons.ofArchive(new AccessDeniedException("x.zip"))).isEqualTo("access is denied");
    assertThat(Reasons.ofArchive(new ZipException("zip file is empty")))
        .isEqualTo("cannot be read as a zip archive (zip file is empty)");
  }
}
