package io.github.frebscope.doctor;

import io.github.frebscope.catalog.NearNames;
import io.github.frebscope.farm.FarmEvidence;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.internal.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which findings are about the site that somebody asks for; all of them when nobody does. */
final class WantedSite {
  private static final int MOST_TOLD = 12;

  private final Optional<Set<String>> names;

  private WantedSite(Optional<Set<String>> names) {
    this.names = names;
  }

  /**
   * By name or number.
   *
   * @throws NoSuchElementException when no server has it: an empty answer would look like health
   */
  static WantedSite of(Optional<String> wanted, FarmEvidence evidence) {
    if (wanted.isEmpty()) {
      return new WantedSite(Optional.empty());
    }
    String asked = wanted.get().strip();
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    evidence.sites().filter(site -> is(site, asked)).forEach(site -> names.add(site.name()));
    if (names.isEmpty()) {
      throw new NoSuchElementException(none(asked, evidence));
    }
    return new WantedSite(Optional.of(names));
  }

  private static boolean is(SiteEvidence site, String asked) {
    String id = site.id().isPresent() ? Long.toString(site.id().getAsLong()) : "";
    return site.name().equalsIgnoreCase(asked)
        || (!id.isEmpty() && (asked.equals(id) || asked.equalsIgnoreCase("W3SVC" + id)));
  }

  private static String none(String asked, FarmEvidence evidence) {
    List<String> names = evidence.sites().map(SiteEvidence::name).distinct().toList();
    List<String> near = NearNames.of(asked, names);
    List<String> told =
        near.isEmpty() ? evidence.sites().map(WantedSite::told).distinct().toList() : near;
    String shown = Texts.shown(Words.list(told.subList(0, Math.min(MOST_TOLD, told.size()))));
    return "there is no site "
        + Texts.shown(asked)
        + (near.isEmpty() ? "; the sites here are " + shown : "; did you mean " + shown + "?");
  }

  private static String told(SiteEvidence site) {
    return site.id().isPresent() && site.site().isPresent()
        ? String.format(Locale.ROOT, "%s (%d)", site.name(), site.id().getAsLong())
        : site.name();
  }

  /** A front end's own site has another name, and what it did to the wanted site counts. */
  boolean has(Finding finding, FrontEnds fronts) {
    return names.isEmpty()
        || finding.site().isEmpty()
        || names.get().contains(finding.site().get())
        || finding.server().filter(fronts::isFront).isPresent();
  }
}
