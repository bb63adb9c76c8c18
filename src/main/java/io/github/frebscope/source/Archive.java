package io.github.frebscope.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip archive that is open while somebody uses it: a stream that reads an entry, or {@link
 * OpenArchives}. Who comes when nobody uses it opens it anew. Safe for use by several threads.
 */
final class Archive {
  /** What the archive's directory says of an entry; the size is in bytes, -1 when unknown. */
  record Entry(String name, long size) {}

  /** How names were written before zip knew UTF-8. */
  private static final Charset LEGACY =
      Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

  private final Path path;
  private final OpenArchives archives;

  /** Null while nobody uses it. */
  private ZipFile zip;

  private int users;

  Archive(Path path, OpenArchives archives) {
    this.path = path;
    this.archives = archives;
  }

  /** The entries in the archive's order, folders too; names as the archive writes them. */
  List<Entry> entries() throws IOException {
    ZipFile open = enter();
    try {
      archives.keep(this);
      return open.stream().map(e -> new Entry(e.getName(), e.getSize())).toList();
    } finally {
      leave();
    }
  }

  /** Opens an entry; the archive stays open until the stream is closed. */
  InputStream open(String name) throws IOException {
    ZipFile open = enter();
    InputStream stream = null;
    try {
      archives.keep(this);
      ZipEntry entry = open.getEntry(name);
      if (entry == null) {
        throw new NoSuchFileException(path + "!/" + name, null, "is no longer in the archive");
      }
      stream = new EntryStream(open.getInputStream(entry));
      return stream;
    } finally {
      if (stream == null) {
        leave();
      }
    }
  }

  private synchronized ZipFile enter() throws IOException {
    if (users == 0) {
      zip = openZip(path);
    }
    users++;
    return zip;
  }

  /** One more user of an archive that is in use. */
  synchronized void share() {
    users++;
  }

  /** One user less; the last one closes it. */
  synchronized void leave() {
    users--;
    if (users == 0) {
      try {
        zip.close();
      } catch (IOException e) {
        // It was only read: nothing can be lost.
      }
      zip = null;
    }
  }

  /** As UTF-8 first: that refuses text in an older code page, which in turn takes any bytes. */
  private static ZipFile openZip(Path path) throws IOException {
    if (path.getFileSystem() != FileSystems.getDefault()) {
      throw new IOException("it is not on the default file system");
    }
    // Says "access denied" in its own exception; ZipFile has one for all there is.
    path.getFileSystem().provider().checkAccess(path, AccessMode.READ);
    try {
      return openZip(path, StandardCharsets.UTF_8);
    } catch (ZipException e) {
      return openZip(path, LEGACY);
    }
  }

  /** Opens it and makes sure that the whole directory can be decoded. */
  private static ZipFile openZip(Path path, Charset charset) throws IOException {
    ZipFile opened = new ZipFile(path.toFile(), charset);
    try {
      // The JDK checks names when it opens an archive, comments only when it hands out an entry.
      opened.stream().forEach(Objects::requireNonNull);
      return opened;
    } catch (IllegalArgumentException e) {
      opened.close();
      ZipException damaged = new ZipException("invalid text in its directory");
      damaged.initCause(e);
      throw damaged;
    }
  }

  private final class EntryStream extends FilterInputStream {
    private final AtomicBoolean closed = new AtomicBoolean();

    EntryStream(InputStream in) {
      super(in);
    }

    @Override
    public void close() throws IOException {
      if (closed.compareAndSet(false, true)) {
        try {
          super.close();
        } finally {
          leave();
        }
      }
    }
  }
}
