package io.github.frebscope.farm;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file of a collected farm is, by the names that IIS and http.sys give. */
enum FileKind {
  ACCESS_LOG,
  HTTPERR_LOG,
  EVENT_EXPORT,
  APPLICATION_HOST,
  REDIRECTION,
  WEB_CONFIG,
  TRACE,
  TRACE_STYLE,
  ARCHIVE,
  OTHER;

  private static final Pattern SITE =
      Pattern.compile("(?:w3svc|ftpsvc)(?<id>\\d{1,18})", Pattern.CASE_INSENSITIVE);
  private static final Pattern TRACE_NAME = Pattern.compile("fr\\d{6,}\\.xml");

  /**
   * W3C u_ex and ex, IIS's own u_in and in, NCSA u_nc and nc, with or without the name of a part.
   */
  private static final Pattern ACCESS_NAME =
      Pattern.compile("(?:u_)?(?:ex|in|nc)(?:tend)?\\d*(?:_x)?\\.log|raw\\d+\\.ibl|.*\\.ibl");

  private static final Pattern HTTPERR_NAME = Pattern.compile("httperr\\d*\\.log");

  private static final Pattern ARCHIVE_NAME =
      Pattern.compile(".*\\.(?:zip|7z|gz|tgz|tar|rar|cab|bz2|xz)");

  static FileKind of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String folder = folder(file);
    if (TRACE_NAME.matcher(name).matches()) {
      return TRACE;
    }
    if (HTTPERR_NAME.matcher(name).matches()
        || (folder.equals("httperr") && name.endsWith(".log"))) {
      return HTTPERR_LOG;
    }
    if (ACCESS_NAME.matcher(name).matches()
        || (folder.startsWith("w3svc") && name.endsWith(".log"))) {
      return ACCESS_LOG;
    }
    if (ARCHIVE_NAME.matcher(name).matches()) {
      return ARCHIVE;
    }
    return switch (name) {
      case "applicationhost.config" -> APPLICATION_HOST;
      case "redirection.config" -> REDIRECTION;
      case "web.config" -> WEB_CONFIG;
      case "freb.xsl" -> TRACE_STYLE;
      default -> isEventExport(name, folder) ? EVENT_EXPORT : OTHER;
    };
  }

  private static boolean isEventExport(String name, String folder) {
    boolean type = name.endsWith(".xml") || name.endsWith(".csv") || name.endsWith(".evtx");
    return name.endsWith(".evtx")
        || (type
            && (folder.equals("events")
                || name.startsWith("system.")
                || name.startsWith("application.")));
  }

  private static String folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null || parent.getFileName() == null
        ? ""
        : parent.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  /** The site's number in the name of the folder that holds a file. */
  static OptionalLong site(Path folder) {
    Path name = folder.getFileName();
    Matcher site = SITE.matcher(name == null ? "" : name.toString());
    return site.matches() && name.toString().toLowerCase(Locale.ROOT).startsWith("w3svc")
        ? OptionalLong.of(Long.parseLong(site.group("id")))
        : OptionalLong.empty();
  }
}
