package io.github.frebscope.query;

import io.github.frebscope.classify.Origin;
import io.github.frebscope.classify.Role;
import io.github.frebscope.internal.stats.Statistics;
import io.github.frebscope.query.Attribute.Kind;
import io.github.frebscope.query.SetDifferences.NotTested;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Tests every attribute of two sets of traces. */
final class DifferenceSearch {
  private static final int BLOCK = 256;

  private final List<TraceSummary> all;
  private final int count;

  /** Given by who asks. */
  private final List<Attribute<?>> more;

  private final Map<Contrast, Kind> tested = new LinkedHashMap<>();
  private final List<NotTested> notTested = new ArrayList<>();

  DifferenceSearch(List<TraceSummary> here, List<TraceSummary> there, List<Attribute<?>> more) {
    Statistics.require();
    all = new ArrayList<>(here.size() + there.size());
    all.addAll(here);
    all.addAll(there);
    count = here.size();
    this.more = more;
  }

  /** The tests that were made, in the order of the attributes. */
  Map<Contrast, Kind> tested() {
    return tested;
  }

  List<NotTested> notTested() {
    return notTested;
  }

  void search() {
    List<DifferenceColumn.Builder> builders = new ArrayList<>();
    for (Attribute<?> attribute : attributes()) {
      if (attribute == Attributes.START) {
        notTested.add(
            new NotTested(attribute.name(), "hour, hourOfDay and weekday stand for the time"));
      } else if (attribute.kind() != Kind.IDENTITY) {
        builders.add(new DifferenceColumn.Builder(attribute, value(attribute), all.size()));
      }
    }
    fill(builders);
    for (DifferenceColumn.Builder builder : builders) {
      search(builder.build(count));
    }
  }

  /** Those that every summary has, those that were kept and those that were given; a name once. */
  private Collection<Attribute<?>> attributes() {
    Map<String, Attribute<?>> found = new LinkedHashMap<>();
    Attributes.all().forEach(a -> found.put(a.name(), a));
    kept().forEach(a -> found.putIfAbsent(a.name(), a));
    more.forEach(a -> found.putIfAbsent(a.name(), a));
    return found.values();
  }

  /** Block by block, so that a trace is fetched from memory once and not for every attribute. */
  private void fill(List<DifferenceColumn.Builder> builders) {
    for (int from = 0; from < all.size(); from += BLOCK) {
      int below = Math.min(all.size(), from + BLOCK);
      for (DifferenceColumn.Builder builder : builders) {
        for (int i = from; i < below; i++) {
          builder.add(i, all.get(i));
        }
      }
    }
  }

  /** Those that either set has kept, each name once. */
  private List<Attribute<?>> kept() {
    Map<String, Attribute<?>> found = new LinkedHashMap<>();
    List<Attribute<?>> last = List.of();
    for (TraceSummary trace : all) {
      if (trace.keptAttributes() != last) {
        last = trace.keptAttributes();
        last.forEach(a -> found.putIfAbsent(a.name(), a));
      }
    }
    return List.copyOf(found.values());
  }

  private void search(DifferenceColumn column) {
    if (column.attribute() == Attributes.HEADERS) {
      searchHeaders(column);
    } else if (!isNumber(column.attribute())) {
      contrast(column);
    } else if (isTold(column)) {
      tested.put(NumberContrast.of(column), column.attribute().kind());
    }
  }

  private static boolean isNumber(Attribute<?> attribute) {
    return attribute.type() == Duration.class
        || attribute.type() == Double.class
        || attribute == Attributes.EVENTS;
  }

  /** What a trace tells; that something is unknown is not told. */
  private static Function<TraceSummary, Optional<?>> value(Attribute<?> attribute) {
    if (attribute == Attributes.ROLE) {
      return t -> Attributes.ROLE.of(t).filter(role -> !role.equals(Role.UNKNOWN.id()));
    }
    if (attribute == Attributes.ORIGIN) {
      return t -> Attributes.ORIGIN.of(t).filter(origin -> origin != Origin.UNKNOWN);
    }
    if (attribute == Attributes.HEADERS) {
      return TraceSummary::headerNames;
    }
    return attribute.isKept()
        ? t -> isKept(attribute, t) ? attribute.of(t) : Optional.empty()
        : attribute::of;
  }

  private static boolean isKept(Attribute<?> attribute, TraceSummary trace) {
    return trace.keptAttributes().stream().anyMatch(a -> a.name().equals(attribute.name()));
  }

  /** Many traces have the same headers: each is looked for once in every different list of them. */
  private void searchHeaders(DifferenceColumn sets) {
    if (!isTold(sets)) {
      return;
    }
    TreeSet<String> names = new TreeSet<>();
    sets.values().forEach(set -> names.addAll(TraceSummary.headersIn((String) set)));
    names.forEach(name -> contrast(DifferenceColumn.ofHeader(name, sets)));
  }

  private void contrast(DifferenceColumn column) {
    if (!isTold(column)) {
      return;
    }
    ValueContrast contrast = new ValueContrast(column);
    if (contrast.isTestable()) {
      tested.put(contrast, column.attribute().kind());
      return;
    }
    notTested.add(
        new NotTested(
            column.name(),
            column.breadth() == 1
                ? "the same in all traces"
                : "too many values: "
                    + ValueText.count(column.breadth())
                    + " in "
                    + ValueText.count(column.toldHere() + column.toldThere())
                    + " traces"));
  }

  private boolean isTold(DifferenceColumn column) {
    int here = column.toldHere();
    int there = column.toldThere();
    if (here >= SetDifferences.LEAST_TRACES && there >= SetDifferences.LEAST_TRACES) {
      return true;
    }
    notTested.add(
        new NotTested(
            column.name(),
            here + there == 0
                ? "no trace tells it"
                : "told by "
                    + ValueText.count(here)
                    + " and "
                    + ValueText.count(there)
                    + " traces; "
                    + SetDifferences.LEAST_TRACES
                    + " on each side are the least"));
    return false;
  }
}
