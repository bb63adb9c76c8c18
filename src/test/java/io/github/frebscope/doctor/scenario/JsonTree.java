package io.github.frebscope.doctor.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small JSON file: texts of single values by name, and lists of them. */
final class JsonTree {
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private final Map<String, List<JsonTree>> lists = new LinkedHashMap<>();

  private JsonTree() {}

  static JsonTree read(Path file) {
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      json.nextToken();
      return object(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonTree object(JsonParser json) throws IOException {
    JsonTree tree = new JsonTree();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_ARRAY) {
        tree.array(name, json);
      } else if (value != JsonToken.VALUE_NULL) {
        tree.values.put(name, json.getText());
      }
    }
    return tree;
  }

  private void array(String name, JsonParser json) throws IOException {
    texts.put(name, new ArrayList<>());
    lists.put(name, new ArrayList<>());
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      if (next == JsonToken.START_OBJECT) {
        lists.get(name).add(object(json));
      } else {
        texts.get(name).add(json.getText());
      }
    }
  }

  /** A value; empty when there is none or it is null. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  List<String> texts(String name) {
    return texts.getOrDefault(name, List.of());
  }

  List<JsonTree> list(String name) {
    return lists.getOrDefault(name, List.of());
  }
}
