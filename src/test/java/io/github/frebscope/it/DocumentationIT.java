package io.github.frebscope.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the documentation shows is what happens. In README.md and docs, a block of kind {@code
 * console} holds commands behind {@code $} and what they print; {@code jshell} a session that began
 * with {@code docs/jshell/startup.jsh}; {@code java} a whole program, followed by a {@code text}
 * block of what it prints. A line {@code ...} in expected output stands for any lines.
 */
class DocumentationIT {
  /** What the jshell tool imports by itself. */
  private static final List<String> JSHELL_IMPORTS =
      List.of(
          "java.io",
          "java.math",
          "java.net",
          "java.nio.file",
          "java.util",
          "java.util.concurrent",
          "java.util.function",
          "java.util.prefs",
          "java.util.regex",
          "java.util.stream");

  /** How much the jshell tool shows of a value. */
  private static final int MOST_OF_VALUE = 1000;

  /** How much it shows of a variable that is declared. */
  private static final int MOST_OF_VARIABLE = 80;

  @TempDir Path dir;

  /** A fenced block. */
  record Block(Path file, int line, String kind, List<String> lines, Block next) {
    String title() {
      return file + ":" + line + " " + kind;
    }
  }

  @TestFactory
  Stream<DynamicTest> every_block_does_what_it_says() throws IOException {
    List<Path> files = new ArrayList<>(List.of(Path.of("README.md")));
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      docs.filter(f -> f.toString().endsWith(".md")).sorted().forEach(files::add);
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files) {
      for (Block block : blocks(file)) {
        switch (block.kind()) {
          case "console" -> tests.add(DynamicTest.dynamicTest(block.title(), () -> console(block)));
          case "jshell" -> tests.add(DynamicTest.dynamicTest(block.title(), () -> jshell(block)));
          case "java" -> tests.add(DynamicTest.dynamicTest(block.title(), () -> java(block)));
          default -> {
            // XML, shell fragments and the like are only shown
          }
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(1);
    return tests.stream();
  }

  private static List<Block> blocks(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<Block> blocks = new ArrayList<>();
    for (int i = lines.size() - 1; i >= 0; i--) { // backwards, so that each knows the next one
      if (lines.get(i).equals("```")) {
        int end = i;
        do {
          i--;
        } while (!lines.get(i).startsWith("```"));
        Block next = blocks.isEmpty() ? null : blocks.get(0);
        blocks.add(
            0, new Block(file, i + 1, lines.get(i).substring(3), lines.subList(i + 1, end), next));
      }
    }
    return blocks;
  }

  private static void console(Block block) throws IOException, InterruptedException {
    List<String> shown = new ArrayList<>();
    for (String line : block.lines()) {
      if (line.startsWith("$ ")) {
        Built.Run run =
            Built.run(Path.of("").toAbsolutePath(), List.of("bash", "-c", line.substring(2)));
        shown.add(line);
        (run.out() + run.err()).lines().forEach(shown::add);
      }
    }
    compare(block, block, shown);
  }

  private static void jshell(Block block) throws IOException {
    List<String> shown = new ArrayList<>();
    // Values without a name are called by the number of their snippet, as the jshell tool does.
    AtomicInteger snippets = new AtomicInteger();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (JShell shell =
        JShell.builder()
            .out(new PrintStream(printed, true, StandardCharsets.UTF_8))
            .remoteVMOptions("-Dfile.encoding=UTF-8")
            .tempVariableNameGenerator(() -> "$" + snippets.get())
            .build()) {
      for (Path jar : Built.all()) {
        shell.addToClasspath(jar.toString());
      }
      for (String name : JSHELL_IMPORTS) {
        evaluate(shell, "import " + name + ".*;", shown);
      }
      StringBuilder source = new StringBuilder();
      for (String line : Files.readAllLines(Path.of("docs/jshell/startup.jsh"))) {
        type(shell, line, source, snippets, shown);
      }
      assertThat(shown).as("what startup.jsh prints").isEmpty();
      for (String line : block.lines()) {
        if (line.startsWith("jshell> ")) {
          shown.add(line);
          type(shell, line.substring("jshell> ".length()), source, snippets, shown);
          printed.toString(StandardCharsets.UTF_8).lines().forEach(shown::add);
          printed.reset();
        } else if (line.startsWith("   ...> ")) {
          shown.add(line);
          type(shell, line.substring("   ...> ".length()), source, snippets, shown);
        }
      }
    }
    compare(block, block, shown);
  }

  /** Takes a line as the jshell tool does: evaluates what is complete with it. */
  private static void type(
      JShell shell, String line, StringBuilder source, AtomicInteger count, List<String> shown) {
    source.append(source.length() == 0 ? "" : "\n").append(line);
    SourceCodeAnalysis.CompletionInfo info =
        shell.sourceCodeAnalysis().analyzeCompletion(source.toString());
    if (info.completeness().isComplete()) {
      source.setLength(0);
      count.incrementAndGet();
      evaluate(shell, info.source(), shown);
    } else if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
      source.setLength(0);
    }
  }

  private static void evaluate(JShell shell, String source, List<String> shown) {
    for (SnippetEvent event : shell.eval(source)) {
      shell.diagnostics(event.snippet()).forEach(d -> shown.add(d.getMessage(null)));
      if (event.exception() != null) {
        shown.add(event.exception().toString());
      }
      boolean named = event.snippet().kind() == Snippet.Kind.VAR || isExpression(event.snippet());
      if (event.value() != null && !event.value().isEmpty() && named) {
        String name = nameOf(event.snippet());
        boolean isDeclared =
            event.snippet().subKind() == Snippet.SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND;
        int most = isDeclared ? MOST_OF_VARIABLE : MOST_OF_VALUE;
        (name + " ==> " + cut(event.value(), most)).lines().forEach(shown::add);
      }
    }
  }

  /** As the jshell tool cuts what is longer: out of its middle. */
  private static String cut(String value, int most) {
    int end = most / 3;
    return value.length() <= most
        ? value
        : value.substring(0, most - 5 - end) + " ... " + value.substring(value.length() - end);
  }

  private static boolean isExpression(Snippet snippet) {
    return snippet.kind() == Snippet.Kind.EXPRESSION;
  }

  private static String nameOf(Snippet snippet) {
    return snippet instanceof jdk.jshell.VarSnippet variable
        ? variable.name()
        : snippet instanceof jdk.jshell.ExpressionSnippet expression ? expression.name() : "";
  }

  private void java(Block block) throws IOException, InterruptedException {
    String libraries = Built.joined(Built.embedded());
    Path source = Files.writeString(dir.resolve("Example.java"), String.join("\n", block.lines()));
    Built.Run run =
        Built.run(
            Path.of("").toAbsolutePath(),
            List.of(Built.tool("java"), "-cp", libraries, source.toString()));
    assertThat(run.err()).as(block.title()).isEmpty();
    assertThat(block.next()).as("the output of " + block.title()).isNotNull();
    compare(block, block.next(), run.out().lines().toList());
  }

  /** With {@code -Dfrebscope.update=true}, what is said becomes what is printed. */
  private static void compare(Block block, Block said, List<String> got) throws IOException {
    List<String> shown = got.stream().map(String::stripTrailing).toList();
    boolean same = matches(shown, 0, said.lines(), 0);
    if (!same && Boolean.getBoolean("frebscope.update")) {
      String file = Files.readString(said.file());
      String old = text(said.lines());
      assertThat(file.indexOf(old))
          .as("%s stands there more than once; write any other line into it", said.title())
          .isEqualTo(file.lastIndexOf(old));
      Files.writeString(said.file(), file.replace(old, text(shown)));
      return;
    }
    assertThat(same)
        .as(
            "%s%nprints:%n%s%nbut is said to print:%n%s",
            block.title(), String.join("\n", shown), String.join("\n", said.lines()))
        .isTrue();
  }

  /** A block with its fences' ends, so that parts of other blocks are not taken for it. */
  private static String text(List<String> lines) {
    return "\n" + String.join("\n", lines) + "\n```";
  }

  private static boolean matches(List<String> got, int g, List<String> want, int w) {
    if (w == want.size()) {
      return g == got.size();
    }
    if (want.get(w).equals("...")) {
      for (int skip = g; skip <= got.size(); skip++) {
        if (matches(got, skip, want, w + 1)) {
          return true;
        }
      }
      return false;
    }
    return g < got.size()
        && got.get(g).equals(want.get(w).stripTrailing())
        && matches(got, g + 1, want, w + 1);
  }
}
