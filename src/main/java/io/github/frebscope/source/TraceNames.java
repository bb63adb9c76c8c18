package io.github.frebscope.source;

import java.util.regex.Pattern;

/**
 * What a file's name says about it. Paths may be separated by {@code /} or {@code \} on any system:
 * archives hold both, and unpacking one that holds {@code \} elsewhere than on Windows makes files
 * named {@code W3SVC1\fr000001.xml}.
 */
final class TraceNames {
  /** What to do with a file. */
  enum Kind {
    TRACE,
    /** XML that is passed over because of its name. */
    OTHER_XML,
    ARCHIVE,
    NOTHING
  }

  private static final Pattern TRACE =
      Pattern.compile("fr[0-9]{6,}\\.xml", Pattern.CASE_INSENSITIVE);

  private final boolean anyXmlName;

  TraceNames(boolean anyXmlName) {
    this.anyXmlName = anyXmlName;
  }

  /** Looks at the last part of a path; that of a folder entry is empty, and nothing. */
  Kind kind(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    if (TRACE.matcher(name).matches()) {
      return Kind.TRACE;
    }
    if (hasExtension(name, ".xml")) {
      return anyXmlName ? Kind.TRACE : Kind.OTHER_XML;
    }
    return isArchive(name) ? Kind.ARCHIVE : Kind.NOTHING;
  }

  static boolean isArchive(String name) {
    return hasExtension(name, ".zip");
  }

  private static boolean hasExtension(String name, String extension) {
    int from = name.length() - extension.length();
    return name.regionMatches(true, from, extension, 0, extension.length());
  }
}
