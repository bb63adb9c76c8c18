package io.github.frebscope.source;

import static io.github.frebscope.source.TestFiles.find;
import static io.github.frebscope.source.TestFiles.names;
import static io.github.frebscope.source.TestFiles.patchDirectory;
import static io.github.frebscope.source.TestFiles.text;
import static io.github.frebscope.source.TestFiles.texts;
import static io.github.frebscope.source.TestFiles.write;
import static io.github.frebscope.source.TestFiles.zip;
import static io.github.frebscope.source.TestFiles.zipBytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
  @TempDir Path dir;

  @Test
  void entries_are_found_in_any_order_and_below_any_folder() throws IOException {
    Path zip =
        zip(
            dir.resolve("farm.zip"),
            "WEB02/W3SVC1/fr1000010.xml",
            "WEB01/",
            "fr000005.xml",
            "WEB02\\W3SVC1\\FR000009.XML",
            "WEB01/W3SVC1/fr000001.xml",
            "WEB01/W3SVC1/freb.xsl",
            "WEB01/web.xml",
            "WEB02/fr000001.xml/");

    try (FoundTraces found = find(zip)) {
      assertThat(names(found, dir))
          .containsExactly(
              "farm.zip!/fr000005.xml",
              "farm.zip!/WEB01/W3SVC1/fr000001.xml",
              "farm.zip!/WEB02/W3SVC1/FR000009.XML",
              "farm.zip!/WEB02/W3SVC1/fr1000010.xml");
      assertThat(found.otherXmlFiles()).isEqualTo(1);
      TraceFile backslash = found.files().get(2);
      assertThat(backslash.name()).isEqualTo(zip + "!/WEB02/W3SVC1/FR000009.XML");
      assertThat(text(backslash)).isEqualTo("WEB02\\W3SVC1\\FR000009.XML");
      assertThat(backslash.size()).isEqualTo(25);
      assertThat(backslash.path()).isEmpty();
      assertThat(text(found.files().get(0))).isEqualTo("fr000005.xml");
    }
  }

  @Test
  void names_that_point_outside_are_only_names() throws IOException {
    Path zip =
        zip(
            dir.resolve("odd.zip"),
            "../../fr000001.xml",
            "/etc/fr000002.xml",
            "C:\\logs\\fr000003.xml",
            "..\\fr000004.xml");

    try (FoundTraces found = find(zip)) {
      assertThat(names(found, dir))
          .containsExactlyInAnyOrder(
              "odd.zip!/../../fr000001.xml",
              "odd.zip!//etc/fr000002.xml",
              "odd.zip!/C:/logs/fr000003.xml",
              "odd.zip!/../fr000004.xml");
      for (TraceFile file : found.files()) {
        assertThat(text(file).replace('\\', '/'))
            .isEqualTo(file.name().substring(file.name().indexOf("!/") + 2));
      }
    }
  }

  @Test
  void a_name_that_is_no_path_here_is_found_again() throws IOException {
    Path zip = zip(dir.resolve("odd.zip"), "a\0b/fr000001.xml", "C:\\logs\\fr000003.xml");

    try (FoundTraces found = find(zip)) {
      assertThat(found.files()).hasSize(2);
      for (TraceFile file : found.files()) {
        assertThat(text(TraceFile.named(file.name()))).isEqualTo(text(file));
      }
    }
  }

  @Test
  void archives_in_a_farm_are_looked_into() throws IOException {
    zip(dir.resolve("WEB01.ZIP"), "W3SVC1/fr000001.xml");
    zip(dir.resolve("old/WEB02.zip"), "fr000002.xml", "inner/WEB03.zip");
    write(dir.resolve("WEB10/W3SVC1/fr000003.xml"));
    write(dir.resolve("WEB11.zip"));
    Files.write(dir.resolve("WEB12.zip"), new byte[0]);

    try (FoundTraces found = find(dir)) {
      assertThat(names(found, dir))
          .containsExactly(
              "old/WEB02.zip!/fr000002.xml",
              "WEB01.ZIP!/W3SVC1/fr000001.xml",
              "WEB10/W3SVC1/fr000003.xml");
      assertThat(texts(found.problems(), dir))
          .containsExactly(
              "old/WEB02.zip!/inner/WEB03.zip: is an archive inside an archive, which is not"
                  + " opened; unpack the outer",
              "WEB11.zip: cannot be read as a zip archive (zip END header not found)",
              "WEB12.zip: cannot be read as a zip archive (zip file is empty)");
    }
  }

  @Test
  void an_archive_is_known_by_its_bytes_when_it_is_named() throws IOException {
    Path archive = Files.move(zip(dir.resolve("x.zip"), "fr000001.xml"), dir.resolve("WEB01.bak"));
    Path empty = Files.write(dir.resolve("empty.bak"), zipBytes(StandardCharsets.UTF_8));

    try (FoundTraces found = find(archive, empty)) {
      assertThat(names(found, dir)).containsExactly("WEB01.bak!/fr000001.xml");
    }
  }

  @Test
  void a_named_archive_that_is_broken_is_an_error() throws IOException {
    byte[] bytes = zipBytes(StandardCharsets.UTF_8, "fr000001.xml");
    Path torn = Files.write(dir.resolve("torn.zip"), Arrays.copyOf(bytes, bytes.length - 30));

    assertThatThrownBy(() -> find(torn).close())
        .isInstanceOf(FileSystemException.class)
        .hasMessage(
            torn
                + ": cannot be read as a zip archive (zip END header not found); fetch it again,"
                + " or unpack it and name the folder");
  }

  @Test
  void names_in_an_old_code_page_are_read() throws IOException {
    Charset page = Charset.forName("IBM437");
    byte[] bytes = zipBytes(page, "Büro/fr000001.xml", "Büro/fr000002.xml");
    Path zip = Files.write(dir.resolve("old.zip"), bytes);

    FoundTraces found = find(zip);
    try (found) {
      assertThat(names(found, dir))
          .containsExactly("old.zip!/Büro/fr000001.xml", "old.zip!/Büro/fr000002.xml");
      assertThat(text(found.files().get(1))).isEqualTo("Büro/fr000002.xml");
    }
    assertThat(text(found.files().get(1))).isEqualTo("Büro/fr000002.xml");
  }

  @Test
  void comments_in_an_old_code_page_do_no_harm() throws IOException {
    // java.util.zip checks names when it opens an archive, but comments only when it lists entries.
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, Charset.forName("IBM437"))) {
      ZipEntry entry = new ZipEntry("fr000001.xml");
      entry.setComment("für das Büro");
      out.putNextEntry(entry);
      out.closeEntry();
    }
    Path zip = Files.write(dir.resolve("old.zip"), bytes.toByteArray());

    try (FoundTraces found = find(zip)) {
      assertThat(names(found, dir)).containsExactly("old.zip!/fr000001.xml");
      assertThat(text(found.files().get(0))).isEmpty();
    }
  }

  @Test
  void comments_that_are_not_what_they_say_are_a_problem() throws IOException {
    byte[] bytes;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry("fr000001.xml");
      entry.setComment("ü");
      zip.putNextEntry(entry);
      zip.closeEntry();
      zip.finish();
      bytes = out.toByteArray();
    }
    patchDirectory(bytes, 9, 8);
    patchDirectory(bytes, 46 + "fr000001.xml".length(), 0xFF);
    Files.write(dir.resolve("x.zip"), bytes);

    try (FoundTraces found = find(dir)) {
      assertThat(texts(found.problems(), dir))
          .containsExactly(
              "x.zip: cannot be read as a zip archive (invalid text in its directory)");
    }
  }

  @Test
  void names_in_utf_8_are_read() throws IOException {
    Path zip = zip(dir.resolve("new.zip"), "Büro 東京/fr000001.xml");

    try (FoundTraces found = find(zip)) {
      assertThat(names(found, dir)).containsExactly("new.zip!/Büro 東京/fr000001.xml");
      assertThat(text(found.files().get(0))).isEqualTo("Büro 東京/fr000001.xml");
    }
  }

  @Test
  void encrypted_and_strangely_packed_archives_say_what_to_do() throws IOException {
    byte[] encrypted = zipBytes(StandardCharsets.UTF_8, "fr000001.xml");
    patchDirectory(encrypted, 8, 1);
    Files.write(dir.resolve("encrypted.zip"), encrypted);
    byte[] deflate64 = zipBytes(StandardCharsets.UTF_8, "fr000001.xml");
    patchDirectory(deflate64, 10, 9);
    Path named = Files.write(dir.resolve("large.zip"), deflate64);

    try (FoundTraces found = find(dir)) {
      assertThat(found.files()).isEmpty();
      assertThat(texts(found.problems(), dir))
          .containsExactly(
              "encrypted.zip: holds encrypted entries, which cannot be read; unpack it and name"
                  + " the folder",
              "large.zip: is packed by a method other than deflate; unpack it and name the folder");
    }
    assertThatThrownBy(() -> find(named).close())
        .hasMessage(
            named + ": is packed by a method other than deflate; unpack it and name the folder");
  }

  @Test
  void an_entry_that_is_there_twice_is_listed_once_and_said() throws IOException {
    byte[] bytes = zipBytes(StandardCharsets.ISO_8859_1, "fr000001.xml", "fr000002.xml");
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("000002", "000001");
    Path zip = Files.write(dir.resolve("x.zip"), text.getBytes(StandardCharsets.ISO_8859_1));

    try (FoundTraces found = find(zip)) {
      assertThat(names(found, dir)).containsExactly("x.zip!/fr000001.xml");
      assertThat(texts(found.problems(), dir))
          .containsExactly(
              "x.zip!/fr000001.xml: is there more than once in the archive; only one of them can"
                  + " be read");
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open archive cannot be deleted there")
  void a_large_archive_is_opened_once_and_anew_after_closing() throws IOException {
    String[] entries =
        IntStream.rangeClosed(1, 3000)
            .mapToObj(i -> String.format("W3SVC%d/fr%06d.xml", i % 7, i))
            .toArray(String[]::new);
    Path zip = zip(dir.resolve("farm.zip"), entries);
    Path moved = dir.resolve("moved.zip");

    FoundTraces found = find(zip);
    try (found) {
      // It is not there any more: what is read now comes from the archive that is open.
      Files.move(zip, moved);
      assertThat(found.files()).hasSize(3000);
      for (TraceFile file : found.files()) {
        assertThat(file.name()).endsWith("!/" + text(file));
      }
    }
    TraceFile last = found.files().get(2999);
    assertThatThrownBy(last::open).isInstanceOf(NoSuchFileException.class);
    Files.move(moved, zip);
    assertThat(text(last)).isEqualTo("W3SVC6/fr002995.xml");
    found.close();

    zip(zip, "another.xml");
    assertThatThrownBy(last::open)
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(zip + "!/W3SVC6/fr002995.xml: is no longer in the archive");
  }

  @Test
  void more_archives_than_are_kept_open_can_all_be_read() throws IOException {
    for (int i = 1; i <= 3 * OpenArchives.LIMIT; i++) {
      zip(dir.resolve("WEB" + i + ".zip"), "fr" + (100000 + i) + ".xml");
    }

    try (FoundTraces found = find(dir)) {
      assertThat(found.files()).hasSize(3 * OpenArchives.LIMIT);
      List<InputStream> open = new ArrayList<>();
      for (TraceFile file : found.files()) {
        open.add(file.open());
      }
      for (int i = 0; i < open.size(); i++) {
        assertThat(open.get(i).readAllBytes()).asString().isEqualTo("fr" + (100001 + i) + ".xml");
        open.get(i).close();
        open.get(i).close();
      }
      assertThat(text(found.files().get(0))).isEqualTo("fr100001.xml");
    }
  }

  @Test
  void a_stream_outlives_the_result() throws IOException {
    Path zip = zip(dir.resolve("x.zip"), "fr000001.xml", "fr000002.xml");
    FoundTraces found = find(zip);
    try (InputStream first = found.files().get(0).open()) {
      found.close();
      assertThat(text(found.files().get(1))).isEqualTo("fr000002.xml");
      assertThat(first.readAllBytes()).asString().isEqualTo("fr000001.xml");
    }
  }

  @Test
  void many_threads_read_while_the_result_is_closed() throws Exception {
    String[] entries =
        IntStream.rangeClosed(1, 400)
            .mapToObj(i -> String.format("fr%06d.xml", i))
            .toArray(String[]::new);
    FoundTraces found = find(zip(dir.resolve("x.zip"), entries));
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> reads = new ArrayList<>();
      for (TraceFile file : found.files()) {
        reads.add(() -> text(file));
      }
      reads.add(
          200,
          () -> {
            found.close();
            return "closed";
          });
      List<Future<String>> results = pool.invokeAll(reads);
      List<String> expected = new ArrayList<>(List.of(entries));
      expected.add(200, "closed");
      assertThat(results.stream().map(ArchivesTest::result)).isEqualTo(expected);
    } finally {
      pool.shutdownNow();
    }
  }

  private static String result(Future<String> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      return e.toString();
    }
  }

  @Test
  void damage_anywhere_is_a_problem_or_an_io_error_at_opening() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("a/fr000001.xml", "ä/fr000002.xml")) {
        ZipEntry entry = new ZipEntry(name);
        entry.setComment("für das Büro");
        zip.putNextEntry(entry);
        zip.write(name.repeat(20).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    byte[] whole = out.toByteArray();
    Path zip = dir.resolve("x.zip");
    Random random = new Random(502);
    int unreadable = 0;
    for (int round = 0; round < 1500; round++) {
      byte[] bytes = whole.clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(zip, bytes);
      // Any other exception than an IOException at opening an entry fails the test.
      try (FoundTraces found = find(dir)) {
        unreadable += found.problems().size();
        for (TraceFile file : found.files()) {
          try {
            text(file);
          } catch (IOException e) {
            unreadable++;
          }
        }
      }
    }
    assertThat(unreadable).isBetween(500, 3000);
  }
}
