package io.github.frebscope.farm;

import io.github.frebscope.config.ConfigFiles;
import io.github.frebscope.source.TraceRoot;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks through folders and puts what it finds to the server it belongs to. */
final class FarmSearch {
  private static final String ARCHIVE =
      "an archive, not looked into; unpack it (Expand-Archive, 7-Zip), and name the folder";

  private final Map<String, Parts> servers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<String> problems = new ArrayList<>();

  /** What was found of one server so far. */
  private static final class Parts {
    private final Path folder;
    private final List<FarmServer.SiteFile> accessLogs = new ArrayList<>();
    private final List<Path> httpErrLogs = new ArrayList<>();
    private final List<Path> eventExports = new ArrayList<>();
    private final List<FarmServer.SiteFile> traceFolders = new ArrayList<>();
    private final List<Path> traces = new ArrayList<>();
    private Optional<ConfigFiles> config = Optional.empty();

    Parts(Path folder) {
      this.folder = folder;
    }

    FarmServer server(String name) {
      return new FarmServer(
          name, folder, accessLogs, httpErrLogs, eventExports, config, traceFolders, traces);
    }
  }

  /**
   * Looks through one root.
   *
   * @param only the kind of all logs there, whatever their names; empty to go by the names
   */
  void add(TraceRoot root, Optional<FileKind> only) throws IOException {
    if (!Files.exists(root.path())) {
      throw new IOException(root.path() + ": there is no such file or folder; check the spelling");
    }
    boolean isFolder = Files.isDirectory(root.path());
    // The folder around a file is known for a path from the top only.
    Path start = isFolder ? root.path() : root.path().toAbsolutePath();
    Path base = isFolder ? start : start.getParent();
    List<Path> files = files(start);
    files.sort(null);
    for (Path file : files) {
      Path folder = root.server().isPresent() ? base : ServerFolder.of(base, file);
      String name =
          root.server()
              .orElseGet(
                  () ->
                      folder.equals(base)
                          ? ServerFolder.name(base)
                          : folder.getFileName().toString());
      put(name, folder, file, only);
    }
  }

  private List<Path> files(Path start) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (FileKind.site(folder).isPresent()) {
              files.add(folder);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            problems.add(
                file
                    + (e instanceof AccessDeniedException
                        ? ": access denied; run this as an administrator, or copy it"
                        : ": could not be looked at (" + e.getClass().getSimpleName() + ")"));
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private void put(String name, Path folder, Path file, Optional<FileKind> only) {
    if (Files.isDirectory(file)) {
      if (isTraceFolder(file)) {
        parts(name, folder).traceFolders.add(siteFile(file, file));
      }
      return;
    }
    FileKind kind = FileKind.of(file);
    if (kind == FileKind.ARCHIVE) {
      problems.add(file + ": " + ARCHIVE);
      return;
    }
    if (only.isPresent() && kind == FileKind.OTHER) {
      kind = only.get();
    }
    switch (kind) {
      case ACCESS_LOG -> parts(name, folder).accessLogs.add(siteFile(file, file.getParent()));
      case HTTPERR_LOG -> parts(name, folder).httpErrLogs.add(file);
      case EVENT_EXPORT -> parts(name, folder).eventExports.add(file);
      case TRACE -> parts(name, folder).traces.add(file);
      case APPLICATION_HOST -> config(parts(name, folder), file);
      case REDIRECTION, WEB_CONFIG, TRACE_STYLE, ARCHIVE, OTHER -> {}
    }
  }

  private Parts parts(String name, Path folder) {
    return servers.computeIfAbsent(name, n -> new Parts(folder));
  }

  private static FarmServer.SiteFile siteFile(Path path, Path folder) {
    return new FarmServer.SiteFile(path, FileKind.site(folder));
  }

  /** A folder of a site that holds traces, or their style sheet, or lies where traces do. */
  private static boolean isTraceFolder(Path folder) {
    Path parent = folder.toAbsolutePath().getParent();
    String name = parent.getFileName() == null ? "" : parent.getFileName().toString();
    return name.equalsIgnoreCase("FailedReqLogFiles") || Files.exists(folder.resolve("freb.xsl"));
  }

  private void config(Parts parts, Path file) {
    if (parts.config.isPresent()) {
      problems.add(
          file + ": passed over, " + parts.config.get().applicationHost() + " is taken already");
      return;
    }
    Path beside = file.toAbsolutePath().getParent();
    Path redirection = beside.resolve("redirection.config");
    Path content = beside.resolve("sites");
    parts.config =
        Optional.of(
            new ConfigFiles(
                parts.folder,
                file,
                Files.isRegularFile(redirection) ? Optional.of(redirection) : Optional.empty(),
                Files.isDirectory(content) ? Optional.of(content) : Optional.empty()));
  }

  List<FarmServer> servers() {
    List<FarmServer> found = new ArrayList<>();
    servers.forEach((name, parts) -> found.add(parts.server(name)));
    return found;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }
}
