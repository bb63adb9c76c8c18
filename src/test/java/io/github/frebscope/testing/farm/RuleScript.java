package io.github.frebscope.testing.farm;

import java.util.LinkedHashMap;
import java.util.Map;

/** A rule of Failed Request Tracing; every usual provider and area, unless said otherwise. */
public final class RuleScript {
  private final String path;
  private final Map<String, String> definitions = new LinkedHashMap<>();
  private final Map<String, String> areas = new LinkedHashMap<>();
  private String verbosity = "Verbose";

  RuleScript(String path, String statusCodes) {
    this.path = path;
    if (!statusCodes.isEmpty()) {
      definitions.put("statusCodes", statusCodes);
    }
  }

  /** Traces what takes longer. */
  public RuleScript timeTaken(String limit) {
    definitions.put("timeTaken", limit);
    return this;
  }

  /** Goes on tracing after that time. */
  public RuleScript traceAllAfterTimeout() {
    definitions.put("traceAllAfterTimeout", "true");
    return this;
  }

  /** Traces what has an event of that level, {@code Error}. */
  public RuleScript onEvent(String level) {
    definitions.put("verbosity", level);
    return this;
  }

  /** Records only this; said once for each provider. No areas is an empty text. */
  public RuleScript records(String provider, String ofAreas) {
    areas.put(provider, ofAreas);
    return this;
  }

  /** Up to which level is recorded, {@code Warning}. */
  public RuleScript upTo(String level) {
    verbosity = level;
    return this;
  }

  Tag tag(String allAreas) {
    Tag tag = new Tag("add").set("path", path);
    Tag traced = tag.child("traceAreas");
    if (areas.isEmpty()) {
      traced.child("add", "provider", "ASP", "verbosity", verbosity);
      traced.child(
          "add",
          "provider",
          "ASPNET",
          "areas",
          "Infrastructure,Module,Page,AppServices",
          "verbosity",
          verbosity);
      traced.child("add", "provider", "ISAPI Extension", "verbosity", verbosity);
      traced.child("add", "provider", "WWW Server", "areas", allAreas, "verbosity", verbosity);
    }
    areas.forEach(
        (provider, ofAreas) -> {
          Tag area = traced.child("add", "provider", provider);
          if (!ofAreas.isEmpty()) {
            area.set("areas", ofAreas);
          }
          area.set("verbosity", verbosity);
        });
    tag.child("failureDefinitions").setAll(definitions);
    return tag;
  }
}
