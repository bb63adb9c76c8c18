package io.github.frebscope.config;

import io.github.frebscope.internal.xml.XmlElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the files of a server and puts them together. Used once. */
final class ConfigLoader {
  private final ConfigFiles files;
  private final Problems problems = new Problems();
  private final Problems notes = new Problems();
  private final FileReader reader;
  private final List<Level> levels = new ArrayList<>();
  private Declarations declarations;
  private SiteReader sites;
  private Optional<String> redirectedTo = Optional.empty();

  ConfigLoader(ConfigFiles files) {
    this.files = files;
    this.reader = new FileReader(files.server(), problems);
  }

  ConfigLoader load() throws IOException {
    XmlElement root = serverFile();
    declarations = new Declarations(root);
    levels.addAll(reader.levels(files.applicationHost(), root, Place.SERVER, 0));
    if (files.redirection().isPresent()) {
      redirection(files.redirection().get());
    }
    Hierarchy server = new Hierarchy(levels, declarations, new Namespace());
    View log = server.section(SectionName.LOG, Place.SERVER, problems).view(home());
    Section all = server.section(SectionName.SITES, Place.SERVER, problems);
    sites = new SiteReader(all, log, home(), problems);
    Set<String> known = new HashSet<>();
    sites.sites().forEach(site -> known.add(site.name().toLowerCase(Locale.ROOT)));
    tellStrayLocations(known);
    besideServerFile(siteFiles());
    return this;
  }

  private XmlElement serverFile() throws IOException {
    try {
      return reader.root(files.applicationHost());
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          e.getMessage()
              + "; copy %windir%\\System32\\inetsrv\\config\\applicationHost.config again, with a"
              + " 64-bit program",
          e);
    }
  }

  Hierarchy hierarchy() {
    return new Hierarchy(levels, declarations, sites.namespace());
  }

  SiteReader sites() {
    return sites;
  }

  Problems problems() {
    return problems;
  }

  Problems notes() {
    return notes;
  }

  Optional<String> redirectedTo() {
    return redirectedTo;
  }

  /** The file in which to set what nobody sets. */
  String home() {
    return reader.name(files.applicationHost());
  }

  /** With redirection the server reads its configuration from elsewhere. */
  private void redirection(Path file) {
    Optional<XmlElement> root = reader.webConfig(file, "every URL");
    Optional<XmlElement> section = root.flatMap(r -> r.child("configurationRedirection"));
    if (section.isEmpty() || !Locks.isTrue(section.get(), "enabled")) {
      return;
    }
    String path = section.get().attribute("path").orElse("");
    redirectedTo = Optional.of(path);
    problems.add(
        section.get(),
        "configurationRedirection",
        "the configuration in force is at " + path + ", " + home() + " of the server is not used");
  }

  private void tellStrayLocations(Set<String> known) {
    for (Level level : levels) {
      if (level.place().depth() > 0
          && !level.sections().isEmpty()
          && !known.contains(level.place().parts().get(0).toLowerCase(Locale.ROOT))) {
        XmlElement first = level.sections().values().iterator().next();
        notes.add(first, "location", "there is no site for the location " + level.place());
      }
    }
  }

  /** Whether there are web.config files of sites. */
  private boolean siteFiles() throws IOException {
    if (files.content().isEmpty() || !Files.isDirectory(files.content().get())) {
      return false;
    }
    boolean any = false;
    for (Path folder : list(files.content().get())) {
      Optional<Site> site =
          sites.sites().stream()
              .filter(s -> s.folder().equalsIgnoreCase(folder.getFileName().toString()))
              .findFirst();
      if (!Files.isDirectory(folder)) {
        continue;
      }
      if (site.isEmpty()) {
        notes.add(reader.name(folder), 0, "", "there is no site for this folder");
        continue;
      }
      any |= siteFolder(folder, site.get());
    }
    return any;
  }

  private boolean siteFolder(Path folder, Site site) throws IOException {
    List<Path> found;
    try (Stream<Path> all = Files.walk(folder)) {
      found =
          all.filter(f -> f.getFileName().toString().equalsIgnoreCase("web.config"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
    }
    for (Path file : found) {
      String below = folder.relativize(file.getParent()).toString().replace('\\', '/');
      add(file, new Place(List.of(site.name())).below(below));
    }
    return !found.isEmpty();
  }

  private void add(Path file, Place place) {
    if (!sites.namespace().readsFileAt(place)) {
      notes.add(
          reader.name(file), 0, "", "IIS does not read this file: allowSubDirConfig is false");
      return;
    }
    reader
        .webConfig(file, place.toString())
        .ifPresent(root -> levels.addAll(reader.levels(file, root, place, place.depth())));
  }

  /** A web.config of which nobody says whose it is. */
  private void besideServerFile(boolean sitesHaveTheirOwn) throws IOException {
    Path folder = files.applicationHost().toAbsolutePath().getParent();
    for (Path file : list(folder)) {
      if (!file.getFileName().toString().equalsIgnoreCase("web.config")
          || !Files.isRegularFile(file)) {
        continue;
      }
      if (sites.sites().size() == 1 && !sitesHaveTheirOwn) {
        Site site = sites.sites().get(0);
        notes.add(
            reader.name(file),
            0,
            "",
            "taken for the web.config of " + site.name() + ", the only site of the server");
        add(file, new Place(List.of(site.name())));
      } else {
        notes.add(
            reader.name(file),
            0,
            "",
            "it is not known of which site this file is: it does not count. Put it into a folder"
                + " sites/W3SVC<id> beside applicationHost.config");
        reader.webConfig(file, "the site whose file it is");
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }
}
