package io.github.frebscope.source;

import static io.github.frebscope.source.TestFiles.find;
import static io.github.frebscope.source.TestFiles.link;
import static io.github.frebscope.source.TestFiles.names;
import static io.github.frebscope.source.TestFiles.text;
import static io.github.frebscope.source.TestFiles.texts;
import static io.github.frebscope.source.TestFiles.write;
import static io.github.frebscope.source.TestFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TraceFinderTest {
  @TempDir Path dir;

  private static TraceRoot named(String server, Path path) {
    return new TraceRoot(Optional.of(server), path);
  }

  @Test
  void a_single_file_counts_whatever_its_name() throws IOException {
    Path file = write(dir.resolve("saved from ticket.txt"));

    try (FoundTraces found = find(file)) {
      assertThat(found.files()).hasSize(1);
      TraceFile trace = found.files().get(0);
      assertThat(trace).hasToString(file.toString());
      assertThat(trace.path()).contains(file);
      assertThat(trace.size()).isEqualTo(21);
      assertThat(trace.server()).isEmpty();
      assertThat(text(trace)).isEqualTo("saved from ticket.txt");
      assertThat(found).hasToString("1 traces, 0 problems, 0 repeats, 0 other .xml files");
    }
  }

  @Test
  void in_a_site_folder_names_count_without_regard_to_case_and_numbers_sort() throws IOException {
    Path site = dir.resolve("W3SVC1");
    for (String name :
        List.of(
            "fr1000010.xml",
            "FR000009.XML",
            "fr000010.xml",
            "Fr999999.Xml",
            "freb.xsl",
            "fr00001.xml",
            "fr000001.xml.bak",
            "xfr000001.xml",
            "fr000001a.xml",
            "fr000001xml",
            "fr٠٠٠٠٠٠.xml",
            "web.XML",
            "readme.txt")) {
      write(site.resolve(name));
    }

    try (FoundTraces found = find(site)) {
      assertThat(names(found, site))
          .containsExactly("FR000009.XML", "fr000010.xml", "Fr999999.Xml", "fr1000010.xml");
      assertThat(found.otherXmlFiles()).isEqualTo(5);
      assertThat(found.problems()).isEmpty();
    }
  }

  @Test
  void any_xml_name_takes_them_all() throws IOException {
    write(dir.resolve("W3SVC1/fr000002.xml"));
    write(dir.resolve("W3SVC1/slow checkout.XML"));
    write(dir.resolve("W3SVC1/freb.xsl"));
    zip(dir.resolve("more.zip"), "a/timeout.xml", "a/freb.xsl", "fr000001.xml");

    TraceFinder finder = TraceFinder.standard().anyXmlName(true);
    try (FoundTraces found = finder.find(List.of(TraceRoot.of(dir)))) {
      assertThat(names(found, dir))
          .containsExactly(
              "more.zip!/a/timeout.xml",
              "more.zip!/fr000001.xml",
              "W3SVC1/fr000002.xml",
              "W3SVC1/slow checkout.XML");
      assertThat(found.otherXmlFiles()).isZero();
    }
    try (FoundTraces found = finder.anyXmlName(false).find(List.of(TraceRoot.of(dir)))) {
      assertThat(names(found, dir))
          .containsExactly("more.zip!/fr000001.xml", "W3SVC1/fr000002.xml");
      assertThat(found.otherXmlFiles()).isEqualTo(2);
    }
  }

  @Test
  void a_farm_of_any_depth_is_listed_in_path_order() throws IOException {
    write(dir.resolve("WEB10/FailedReqLogFiles/W3SVC1/fr000001.xml"));
    write(dir.resolve("web2/FailedReqLogFiles/W3SVC12/fr000003.xml"));
    write(dir.resolve("web2/FailedReqLogFiles/W3SVC2/fr000002.xml"));
    write(dir.resolve("east/room 1/WEB03/inetpub/logs/FailedReqLogFiles/W3SVC1/fr000001.xml"));
    write(dir.resolve("web2/fr000009.xml/fr000004.xml"));
    Files.createDirectories(dir.resolve("WEB04/FailedReqLogFiles"));

    try (FoundTraces found = find(dir)) {
      assertThat(names(found, dir))
          .containsExactly(
              "east/room 1/WEB03/inetpub/logs/FailedReqLogFiles/W3SVC1/fr000001.xml",
              "web2/FailedReqLogFiles/W3SVC2/fr000002.xml",
              "web2/FailedReqLogFiles/W3SVC12/fr000003.xml",
              "web2/fr000009.xml/fr000004.xml",
              "WEB10/FailedReqLogFiles/W3SVC1/fr000001.xml");
      assertThat(found.problems()).isEmpty();
    }
  }

  @Test
  void roots_keep_their_order_and_their_servers() throws IOException {
    write(dir.resolve("b/fr000002.xml"));
    write(dir.resolve("a/fr000001.xml"));
    zip(dir.resolve("c.zip"), "fr000003.xml");

    List<TraceRoot> roots =
        List.of(
            TraceRoot.of(dir.resolve("b")),
            named("WEB01", dir.resolve("a")),
            named("WEB02", dir.resolve("c.zip")));
    try (FoundTraces found = TraceFinder.standard().find(roots)) {
      assertThat(names(found, dir))
          .containsExactly("b/fr000002.xml", "a/fr000001.xml", "c.zip!/fr000003.xml");
      assertThat(found.files().stream().map(TraceFile::server))
          .containsExactly(Optional.empty(), Optional.of("WEB01"), Optional.of("WEB02"));
    }
  }

  @Test
  void names_begin_with_the_root_as_given() throws IOException {
    Path here = Files.createTempDirectory(Path.of(""), "names");
    try {
      Path file = write(here.resolve("fr000001.xml"));
      try (FoundTraces found = find(here);
          FoundTraces dotted = find(Path.of(".", here.toString()))) {
        assertThat(found.files()).hasSize(1);
        assertThat(found.files().get(0).path()).contains(file);
        assertThat(dotted.files().get(0)).hasToString(Path.of(".").resolve(file).toString());
      }
      Files.delete(file);
    } finally {
      Files.delete(here);
    }
  }

  @Test
  void nothing_named_finds_nothing() throws IOException {
    try (FoundTraces found = find()) {
      assertThat(found.files()).isEmpty();
    }
  }

  @Test
  void a_missing_root_says_which_why_and_what_to_do() {
    Path missing = dir.resolve("FailedReqLogFiles");

    assertThatThrownBy(() -> find(dir, missing).close())
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(
            missing
                + ": there is no such file or folder; check the spelling, and that its drive or"
                + " share is connected");
  }

  @Test
  void a_missing_root_with_an_equals_sign_explains_named_roots() {
    TraceRoot root = TraceRoot.parse("web one=logs");

    assertThatThrownBy(() -> TraceFinder.standard().find(List.of(root)).close())
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageStartingWith("web one=logs: there is no such file or folder")
        .hasMessageEndingWith(
            "(in NAME=PATH the name may hold only letters, digits, '.', '_' and '-')");
  }

  @Test
  void a_root_that_is_a_link_to_nowhere_says_so() {
    Path dangling = link(dir.resolve("latest"), dir.resolve("gone"));

    assertThatThrownBy(() -> find(dangling).close())
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(dangling + ": is a link to something that does not exist; name the target");
  }

  @Test
  void a_root_that_may_not_be_read_says_what_to_do() throws IOException {
    Path closed = Files.createDirectory(dir.resolve("closed"));
    makeUnreadable(closed);

    assertThatThrownBy(() -> find(closed).close())
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageStartingWith(closed + ": access is denied; run as a user who may read it");
  }

  @Test
  void an_unreadable_folder_among_many_is_a_problem() throws IOException {
    write(dir.resolve("W3SVC1/fr000001.xml"));
    makeUnreadable(Files.createDirectory(dir.resolve("W3SVC2")));

    try (FoundTraces found = find(dir)) {
      assertThat(names(found, dir)).containsExactly("W3SVC1/fr000001.xml");
      assertThat(texts(found.problems(), dir)).containsExactly("W3SVC2: access is denied");
    }
  }

  private static void makeUnreadable(Path folder) throws IOException {
    Assumptions.assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView("posix"),
        "skipped: no POSIX permissions here");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("-wx------"));
    Assumptions.assumeFalse(Files.isReadable(folder), "skipped: this user may read everything");
  }

  @Test
  void a_root_that_is_neither_file_nor_folder_is_refused() {
    Path device = Path.of("/dev/null");
    Assumptions.assumeTrue(Files.exists(device), "skipped: no /dev/null here");

    assertThatThrownBy(() -> find(device).close())
        .isInstanceOf(FileSystemException.class)
        .hasMessage("/dev/null: is neither a file nor a folder; name one of these");
  }

  @Test
  void what_must_not_be_opened_is_a_problem() throws IOException {
    Assumptions.assumeTrue(Files.exists(Path.of("/dev/null")), "skipped: no /dev/null here");
    link(dir.resolve("fr000001.xml"), Path.of("/dev/null"));
    link(dir.resolve("other"), Path.of("/dev/null"));

    try (FoundTraces found = find(dir)) {
      assertThat(found.files()).isEmpty();
      assertThat(texts(found.problems(), dir))
          .containsExactly("fr000001.xml: is not a regular file");
    }
  }

  @Test
  void links_are_followed_and_links_to_nowhere_are_problems() throws IOException {
    Path farm = Files.createDirectory(dir.resolve("farm"));
    write(farm.resolve("W3SVC1/fr000001.xml"));
    write(dir.resolve("elsewhere/W3SVC2/fr000002.xml"));
    link(farm.resolve("B"), dir.resolve("elsewhere"));
    link(farm.resolve("fr000007.xml"), dir.resolve("gone.xml"));
    link(farm.resolve("gone"), dir.resolve("gone"));
    Path self = farm.resolve("self");
    link(self, self);

    try (FoundTraces found = find(farm)) {
      assertThat(names(found, farm))
          .containsExactly("B/W3SVC2/fr000002.xml", "W3SVC1/fr000001.xml");
      assertThat(text(found.files().get(0))).isEqualTo("fr000002.xml");
      assertThat(found.problems())
          .extracting(SourceProblem::path)
          .containsExactly(
              farm.resolve("fr000007.xml").toString(),
              farm.resolve("gone").toString(),
              self.toString());
      assertThat(found.problems().get(0).reason())
          .isEqualTo("is a link to something that does not exist");
      assertThat(found.problems().get(2).reason()).startsWith("is a link that cannot be followed");
    }
  }

  @Test
  @Timeout(20)
  void loops_of_links_end() throws IOException {
    // Every folder links to every other: there are millions of ways through them.
    for (int i = 1; i <= 12; i++) {
      write(dir.resolve("W3SVC" + i + "/fr000001.xml"));
    }
    for (int i = 1; i <= 12; i++) {
      for (int j = 1; j <= 12; j++) {
        link(dir.resolve("W3SVC" + i + "/to" + j), dir.resolve("W3SVC" + j));
      }
    }
    link(dir.resolve("up"), dir);

    try (FoundTraces found = find(dir)) {
      assertThat(found.files()).hasSize(12);
      assertThat(names(found, dir)).startsWith("W3SVC1/fr000001.xml").doesNotHaveDuplicates();
      assertThat(found.problems()).isEmpty();
      assertThat(found.repeats()).hasSize(12 * 12 + 1);
    }
  }

  @Test
  void a_root_may_be_a_link() throws IOException {
    write(dir.resolve("real/W3SVC1/fr000001.xml"));
    write(dir.resolve("real/fr000002.xml"));
    zip(dir.resolve("real/more.zip"), "fr000003.xml");
    Path latest = link(dir.resolve("latest"), dir.resolve("real"));

    try (FoundTraces found = find(latest)) {
      assertThat(names(found, dir))
          .containsExactly(
              "latest/fr000002.xml", "latest/more.zip!/fr000003.xml", "latest/W3SVC1/fr000001.xml");
    }
  }

  @Test
  void what_two_roots_share_is_listed_once_and_said() throws IOException {
    write(dir.resolve("W3SVC1/fr000001.xml"));
    write(dir.resolve("W3SVC1/fr000002.xml"));
    write(dir.resolve("W3SVC2/fr000003.xml"));
    zip(dir.resolve("x.zip"), "fr000004.xml");
    Path site = dir.resolve("W3SVC1");

    try (FoundTraces found =
        find(
            site.resolve("fr000002.xml"),
            dir.resolve("x.zip"),
            site,
            site.resolve("../W3SVC1"),
            dir)) {
      assertThat(names(found, dir))
          .containsExactly(
              "W3SVC1/fr000002.xml",
              "x.zip!/fr000004.xml",
              "W3SVC1/fr000001.xml",
              "W3SVC2/fr000003.xml");
      assertThat(found.problems()).isEmpty();
      assertThat(texts(found.repeats(), dir))
          .containsExactly(
              "W3SVC1/fr000002.xml: was met before and is listed once",
              "W3SVC1/../W3SVC1: is the same as W3SVC1 and is listed once",
              "W3SVC1: was met before and is listed once",
              "x.zip: was met before and is listed once");
    }
  }

  @Test
  void a_linked_file_is_listed_where_it_really_is() throws IOException {
    write(dir.resolve("b/fr000001.xml"));
    Files.createDirectory(dir.resolve("a"));
    link(dir.resolve("a/fr000009.xml"), dir.resolve("b/fr000001.xml"));

    try (FoundTraces found = find(dir)) {
      assertThat(names(found, dir)).containsExactly("b/fr000001.xml");
      assertThat(texts(found.repeats(), dir))
          .containsExactly("a/fr000009.xml: is the same as b/fr000001.xml and is listed once");
    }
  }

  @Test
  void a_servers_name_is_not_lost_to_a_root_without_one() throws IOException {
    write(dir.resolve("a/fr000001.xml"));
    write(dir.resolve("b/fr000002.xml"));

    List<TraceRoot> roots = List.of(TraceRoot.of(dir), named("WEB01", dir.resolve("a")));
    try (FoundTraces found = TraceFinder.standard().find(roots)) {
      assertThat(names(found, dir)).containsExactly("b/fr000002.xml", "a/fr000001.xml");
      assertThat(found.files().get(1).server()).contains("WEB01");
      assertThat(texts(found.repeats(), dir))
          .containsExactly("a: was met before and is listed once");
    }
  }

  @Test
  void a_file_made_directly_opens_or_says_why_not() throws IOException {
    Path file = write(dir.resolve("fr000001.xml"));
    TraceFile missing = TraceFile.of(dir.resolve("fr000002.xml"));

    assertThat(TraceFile.of(file).size()).isEqualTo(12);
    assertThat(text(TraceFile.of(file))).isEqualTo("fr000001.xml");
    assertThat(missing.size()).isEqualTo(-1);
    assertThatThrownBy(() -> text(missing)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void a_file_that_vanished_says_so_when_opened() throws IOException {
    Path file = write(dir.resolve("fr000001.xml"));
    try (FoundTraces found = find(dir)) {
      Files.delete(file);
      assertThatThrownBy(() -> text(found.files().get(0))).isInstanceOf(NoSuchFileException.class);
    }
  }
}
