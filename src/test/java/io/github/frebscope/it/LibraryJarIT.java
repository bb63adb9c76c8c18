package io.github.frebscope.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is in the library's jar, and what it shows. */
class LibraryJarIT {
  @Test
  void holds_nothing_but_our_own() throws IOException {
    try (JarFile jar = new JarFile(Built.jar().toFile())) {
      List<String> others =
          jar.stream()
              .map(e -> e.getName())
              .filter(n -> !n.endsWith("/"))
              .filter(n -> !n.startsWith("io/github/frebscope/"))
              .filter(n -> !n.startsWith("META-INF/"))
              .filter(n -> !n.equals("module-info.class"))
              .toList();
      assertThat(others).isEmpty();
      assertThat(jar.stream().map(e -> e.getName()))
          .contains("io/github/frebscope/Frebscope.class", "module-info.class");
    }
  }

  @Test
  void exports_the_packages_of_the_api_and_no_other() {
    ModuleDescriptor module =
        ModuleFinder.of(Built.jar()).find("io.github.frebscope").orElseThrow().descriptor();
    Set<String> exported =
        module.exports().stream()
            .filter(e -> !e.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    assertThat(exported)
        .containsExactlyInAnyOrder(
            "io.github.frebscope",
            "io.github.frebscope.trace",
            "io.github.frebscope.catalog",
            "io.github.frebscope.source",
            "io.github.frebscope.timeline",
            "io.github.frebscope.coverage",
            "io.github.frebscope.compare",
            "io.github.frebscope.parse",
            "io.github.frebscope.cause",
            "io.github.frebscope.classify",
            "io.github.frebscope.query",
            "io.github.frebscope.load",
            "io.github.frebscope.report");
  }

  @Test
  void needs_only_woodstox_and_guava_at_run_time() {
    ModuleDescriptor module =
        ModuleFinder.of(Built.jar()).find("io.github.frebscope").orElseThrow().descriptor();
    assertThat(
            module.requires().stream()
                .filter(r -> !r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .map(ModuleDescriptor.Requires::name))
        .containsExactlyInAnyOrder(
            "java.base", "java.xml", "com.ctc.wstx", "org.codehaus.stax2", "com.google.common");
  }
}
