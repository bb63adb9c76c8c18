package io.github.frebscope.config;

import com.google.common.base.Strings;
import io.github.frebscope.internal.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Failed Request Tracing of all sites of a server as it is in force, one row a site.
 *
 * <pre>{@code
 * System.out.println(EffectiveTracing.of(config));
 * // id  site  tracing  directory                                   rules
 * //  3  crm   off      %SystemDrive%\inetpub\logs\FailedReqLogFiles  * on 502
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param rows the sites in the order of the configuration
 */
public record EffectiveTracing(List<Row> rows) {
  /** Refuses nulls. */
  public EffectiveTracing {
    rows = List.copyOf(rows);
  }

  /**
   * Tracing of one site.
   *
   * @param site the site
   * @param places the rules in force at the root, and at every application where they are others
   */
  public record Row(Site site, List<PlaceRules> places) {
    /** Refuses nulls. */
    public Row {
      Objects.requireNonNull(site, "site");
      places = List.copyOf(places);
    }

    /** Whether the site's switch is on and there is any rule. */
    public boolean canTrace() {
      return site.tracing().enabled().value()
          && places.stream().anyMatch(place -> !place.rules().isEmpty());
    }

    /** {@code crm (3): off, * on 502}. */
    @Override
    public String toString() {
      return Texts.printable(
          site.name() + " (" + site.id() + "): " + onOff(site) + ", " + rules(this));
    }
  }

  /**
   * The rules in force at a place.
   *
   * @param path its URL path in the site
   * @param rules the rules in their order
   */
  public record PlaceRules(String path, List<FailureRule> rules) {
    /** Refuses nulls. */
    public PlaceRules {
      Objects.requireNonNull(path, "path");
      rules = List.copyOf(rules);
    }
  }

  /** Tracing of all sites of a server. Costs one look at the rules for each application. */
  public static EffectiveTracing of(ServerConfig config) {
    return new EffectiveTracing(
        config.sites().stream().map(site -> new Row(site, places(config, site))).toList());
  }

  private static List<PlaceRules> places(ServerConfig config, Site site) {
    List<FailureRule> root = config.failureRules(site, "/").rules();
    List<PlaceRules> places = new ArrayList<>();
    places.add(new PlaceRules("/", root));
    for (Application application : site.applications()) {
      List<FailureRule> rules = config.failureRules(site, application.path()).rules();
      if (!rules.equals(root)) {
        places.add(new PlaceRules(application.path(), rules));
      }
    }
    return places;
  }

  private static String onOff(Site site) {
    return site.tracing().enabled().value() ? "on" : "off";
  }

  private static String rules(Row row) {
    return row.places().stream()
        .map(
            place -> {
              String rules =
                  place.rules().stream()
                      .map(rule -> rule.path() + rule.conditionsText())
                      .collect(Collectors.joining("; "));
              String text = rules.isEmpty() ? "no rule" : rules;
              return place.path().equals("/") ? text : "in " + place.path() + ": " + text;
            })
        .collect(Collectors.joining("; "));
  }

  /** A table with a line for each site; the head alone where there is none. */
  @Override
  public String toString() {
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of("id", "site", "tracing", "directory", "rules"));
    for (Row row : rows) {
      Site site = row.site();
      cells.add(
          List.of(
              Long.toString(site.id()),
              Texts.printable(site.name()),
              onOff(site),
              Texts.printable(site.tracing().directory().value()),
              Texts.printable(rules(row))));
    }
    int columns = cells.get(0).size();
    int[] widths = new int[columns];
    for (List<String> line : cells) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return cells.stream().map(line -> line(line, widths)).collect(Collectors.joining("\n"));
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(Strings.padStart(cells.get(0), widths[0], ' '));
    for (int i = 1; i < cells.size(); i++) {
      line.append("  ").append(Strings.padEnd(cells.get(i), widths[i], ' '));
    }
    return line.toString().stripTrailing();
  }
}
