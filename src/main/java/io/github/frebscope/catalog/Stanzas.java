package io.github.frebscope.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource of stanzas, as Debian's control files have them: {@code Key: text}, a text goes on in
 * lines that begin with a blank, an empty line ends a stanza, lines that begin with {@code #} are
 * comments. Unlike there, a key may come several times.
 */
final class Stanzas {
  private final String name;
  private final List<Stanza> all = new ArrayList<>();
  private Stanza current;
  private String key;

  private Stanzas(String name) {
    this.name = name;
  }

  /**
   * The stanzas of the file of that name, which lies beside this class.
   *
   * @throws IllegalStateException if it is missing or a line is neither a key nor goes on with one
   */
  static List<Stanza> read(String name) {
    try (InputStream in = Stanzas.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return parse(name, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name, e);
    }
  }

  static List<Stanza> parse(String name, BufferedReader reader) throws IOException {
    Stanzas stanzas = new Stanzas(name);
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      stanzas.add(++number, line);
    }
    return List.copyOf(stanzas.all);
  }

  private void add(int number, String line) {
    int colon = line.indexOf(':');
    if (line.isBlank()) {
      current = null;
      key = null;
    } else if (line.startsWith(" ") && key != null) {
      current.goOn(key, line.strip());
    } else if (colon > 0 && !line.startsWith(" ") && !line.startsWith("#")) {
      if (current == null) {
        current = new Stanza(name + " line " + number);
        all.add(current);
      }
      key = line.substring(0, colon);
      current.add(key, line.substring(colon + 1).strip());
    } else if (!line.startsWith("#")) {
      throw new IllegalStateException(name + " line " + number + " is neither a key nor a text");
    }
  }

  /** Keys and texts up to an empty line. */
  static final class Stanza {
    private final String place;
    private final Map<String, List<String>> texts = new LinkedHashMap<>();

    private Stanza(String place) {
      this.place = place;
    }

    private void add(String key, String text) {
      texts.computeIfAbsent(key, k -> new ArrayList<>()).add(text);
    }

    private void goOn(String key, String text) {
      List<String> values = texts.get(key);
      int last = values.size() - 1;
      values.set(last, (values.get(last) + " " + text).strip());
    }

    /** The one text of a key; empty when the key is missing. */
    Optional<String> find(String key) {
      List<String> values = all(key);
      if (values.size() > 1) {
        throw new IllegalStateException(this + ": " + key + " stands there twice");
      }
      return values.stream().findFirst().filter(text -> !text.isEmpty());
    }

    /** The one text of a key that must be there. */
    String text(String key) {
      return find(key)
          .orElseThrow(() -> new IllegalStateException(this + ": " + key + " is missing"));
    }

    /** All texts of a key, in order. */
    List<String> all(String key) {
      return List.copyOf(texts.getOrDefault(key, List.of()));
    }

    /** The words of a key between commas; none when the key is missing. */
    List<String> words(String key) {
      return find(key).map(text -> List.of(text.split("\\s*,\\s*"))).orElse(List.of());
    }

    /** The keys that stand there. */
    List<String> keys() {
      return List.copyOf(texts.keySet());
    }

    /** Where the stanza begins, for messages. */
    @Override
    public String toString() {
      return place;
    }
  }
}
