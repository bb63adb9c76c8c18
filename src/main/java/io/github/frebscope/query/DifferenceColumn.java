package io.github.frebscope.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The values of an attribute on both sides, as numbers: those of the traces here, then of those
 * there. Not changed once made.
 */
final class DifferenceColumn {
  /** Stands for a value that a trace does not tell. */
  static final int UNTOLD = -1;

  private final Attribute<?> attribute;
  private final Optional<String> header;
  private final List<Object> values;
  private final int[] codes;
  private final int traces;
  private final int[] here;
  private final int[] there;

  private DifferenceColumn(
      Attribute<?> attribute,
      Optional<String> header,
      List<Object> values,
      int[] codes,
      int traces) {
    this.attribute = attribute;
    this.header = header;
    this.values = values;
    this.codes = codes;
    this.traces = traces;
    here = new int[values.size()];
    there = new int[values.size()];
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] != UNTOLD) {
        (i < traces ? here : there)[codes[i]]++;
      }
    }
  }

  /** Collects the values of an attribute, trace after trace. */
  static final class Builder {
    private final Attribute<?> attribute;
    private final Function<TraceSummary, ? extends Optional<?>> value;
    private final Map<Object, Integer> known = new HashMap<>();
    private final List<Object> values = new ArrayList<>();
    private final int[] codes;
    private Object last;
    private int lastCode = UNTOLD;

    /**
     * For an attribute.
     *
     * @param traces how many traces there will be on both sides
     */
    Builder(
        Attribute<?> attribute, Function<TraceSummary, ? extends Optional<?>> value, int traces) {
      this.attribute = attribute;
      this.value = value;
      codes = new int[traces];
    }

    void add(int at, TraceSummary trace) {
      Object found = value.apply(trace).orElse(null);
      if (found == null) {
        codes[at] = UNTOLD;
        return;
      }
      if (found != last) { // Neighbours often share it.
        last = found;
        Integer code = known.putIfAbsent(found, values.size());
        if (code == null) {
          lastCode = values.size();
          values.add(found);
        } else {
          lastCode = code;
        }
      }
      codes[at] = lastCode;
    }

    /**
     * The column.
     *
     * @param here how many of the traces are here
     */
    DifferenceColumn build(int here) {
      return new DifferenceColumn(attribute, Optional.empty(), values, codes, here);
    }
  }

  /** A column of yes and no: whether a header is there, by what sets of headers there are. */
  static DifferenceColumn ofHeader(String name, DifferenceColumn sets) {
    boolean[] has = new boolean[sets.values.size()];
    for (int i = 0; i < has.length; i++) {
      has[i] = TraceSummary.headersIn((String) sets.values.get(i)).contains(name);
    }
    int[] codes = new int[sets.codes.length];
    for (int i = 0; i < codes.length; i++) {
      int set = sets.codes[i];
      codes[i] = set == UNTOLD ? UNTOLD : (has[set] ? 1 : 0);
    }
    return new DifferenceColumn(
        Attributes.HEADERS, Optional.of(name), List.of(false, true), codes, sets.traces);
  }

  Attribute<?> attribute() {
    return attribute;
  }

  Optional<String> header() {
    return header;
  }

  String name() {
    return header.map(h -> "has " + h).orElse(attribute.name());
  }

  /** How many numbers of values there are; a header always has two. */
  int size() {
    return values.size();
  }

  /** How many different values some trace tells. */
  int breadth() {
    int found = 0;
    for (int v = 0; v < here.length; v++) {
      found += here[v] + there[v] > 0 ? 1 : 0;
    }
    return found;
  }

  Object value(int code) {
    return values.get(code);
  }

  List<Object> values() {
    return values;
  }

  /** The number of the value of a trace. */
  int code(int trace) {
    return codes[trace];
  }

  /** How many traces there are on both sides. */
  int traces() {
    return codes.length;
  }

  int tracesHere() {
    return traces;
  }

  boolean isHere(int trace) {
    return trace < traces;
  }

  int here(int code) {
    return here[code];
  }

  int there(int code) {
    return there[code];
  }

  int toldHere() {
    return sum(here);
  }

  int toldThere() {
    return sum(there);
  }

  SetDifference.Side sideHere(int code) {
    return new SetDifference.Side(here[code], toldHere(), traces, Optional.empty());
  }

  SetDifference.Side sideThere(int code) {
    return new SetDifference.Side(
        there[code], toldThere(), codes.length - traces, Optional.empty());
  }

  private static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }
}
