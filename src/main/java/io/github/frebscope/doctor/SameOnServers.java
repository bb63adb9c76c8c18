package io.github.frebscope.doctor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Joins texts that differ by the name of a server only: {@code the logs of web01} and {@code the
 * logs of web02} are {@code the logs of web01 and web02}.
 */
final class SameOnServers {
  private final Pattern named;

  SameOnServers(Collection<String> servers) {
    String names =
        servers.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    // A name may be the beginning of another: web1 of web1.mosaic.example.
    this.named = Pattern.compile("(?<=\\b(?:of|on) )(?:" + names + ")(?![\\w-]|\\.\\w)");
  }

  /** The texts in their order, each of those that are joined where its first one stood. */
  List<String> join(Collection<String> texts) {
    Map<List<String>, List<String>> names = new LinkedHashMap<>();
    for (String text : texts) {
      Matcher name = named.matcher(text);
      boolean isNamed = name.find() && !name.group().isEmpty();
      List<String> around =
          isNamed
              ? List.of(text.substring(0, name.start()), text.substring(name.end()))
              : List.of(text);
      List<String> of = names.computeIfAbsent(around, none -> new ArrayList<>());
      if (isNamed && !of.contains(name.group())) {
        of.add(name.group());
      }
    }
    List<String> joined = new ArrayList<>();
    names.forEach((around, of) -> joined.add(String.join(Words.list(of), around)));
    return joined;
  }
}
