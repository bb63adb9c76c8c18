package io.github.frebscope.config;

import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.internal.xml.XmlElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong while a configuration is read, each thing once. Not thread-safe. */
final class Problems {
  private final Set<ConfigProblem> all = new LinkedHashSet<>();

  void add(XmlElement where, String element, String reason) {
    add(where.file(), where.line(), element, reason);
  }

  void add(String file, int line, String element, String reason) {
    all.add(new ConfigProblem(file, line, Texts.shown(element), Texts.printable(reason)));
  }

  List<ConfigProblem> list() {
    return List.copyOf(all);
  }
}
