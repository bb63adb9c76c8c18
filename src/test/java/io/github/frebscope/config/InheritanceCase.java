package io.github.frebscope.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A case of {@code inheritance-cases.txt}: files, questions, and what must be answered.
 *
 * <pre>
 * == the name of the case
 * -- path of a file
 * its lines; $SITES stands for a line with the sites that most cases use
 * ? question = answer
 * ! file:line words of a problem      all problems must be told so
 * ~ file:line words of a note         all notes must be told so
 * </pre>
 */
record InheritanceCase(
    String name,
    Map<String, String> files,
    Map<String, String> questions,
    List<String> problems,
    List<String> notes) {
  private static final String SITES =
      "<system.applicationHost><sites><site name='shop' id='1'>"
          + "<application path='/' applicationPool='P'>"
          + "<virtualDirectory path='/' physicalPath='D:\\shop'/></application>"
          + "<application path='/api' applicationPool='P'>"
          + "<virtualDirectory path='/' physicalPath='D:\\api'/></application></site>"
          + "<site name='other' id='2'><application path='/'>"
          + "<virtualDirectory path='/' physicalPath='D:\\other'/></application></site>"
          + "</sites></system.applicationHost>";

  static List<InheritanceCase> all() throws IOException {
    List<InheritanceCase> all = new ArrayList<>();
    StringBuilder file = null;
    String fileName = "";
    InheritanceCase now = null;
    for (String line : lines()) {
      if (line.startsWith("# ") || (line.isEmpty() && file == null)) {
        continue;
      }
      char kind = line.isEmpty() ? ' ' : line.charAt(0);
      boolean marker = kind == '?' || kind == '!' || kind == '~' || kind == '=' || kind == '-';
      if (file != null && marker) {
        now.files.put(fileName, file.toString());
        file = null;
      }
      if (line.startsWith("== ")) {
        now =
            new InheritanceCase(
                line.substring(3),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>());
        all.add(now);
      } else if (line.startsWith("-- ")) {
        fileName = line.substring(3).strip();
        file = new StringBuilder();
      } else if (kind == '?') {
        String[] both = line.substring(1).split(" =(?: |$)", 2);
        now.questions.put(both[0].strip(), both[1].strip());
      } else if (kind == '!') {
        now.problems.add(line.substring(1).strip());
      } else if (kind == '~') {
        now.notes.add(line.substring(1).strip());
      } else if (file != null) {
        file.append(line.replace("$SITES", SITES)).append('\n');
      } else {
        throw new IllegalStateException("cannot read: " + line);
      }
    }
    return all;
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = InheritanceCase.class.getResourceAsStream("inheritance-cases.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  /** Writes the files; one that begins with {@code <configuration>} needs no more. */
  ConfigFiles write(Path server) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = server.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return ConfigFiles.in(server);
  }
}
