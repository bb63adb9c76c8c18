package io.github.frebscope.config;

import io.github.frebscope.internal.xml.XmlElement;
import java.util.Map;
import java.util.Optional;

/**
 * What one file says for one place: the sections that stand in it directly, or in one of its {@code
 * <location>} elements.
 *
 * @param file the file's name
 * @param fileDepth 0 for applicationHost.config, else the depth of the place at which the file lies
 * @param place for which place
 * @param override whether nearer files may say otherwise; empty when it is not told
 * @param inherits whether applications below get it, too
 * @param sections the sections that are read, by their path
 */
record Level(
    String file,
    int fileDepth,
    Place place,
    Optional<Boolean> override,
    boolean inherits,
    Map<String, XmlElement> sections) {
  Level {
    sections = Map.copyOf(sections);
  }

  boolean isServerFile() {
    return fileDepth == 0;
  }
}
