package io.github.frebscope.query;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An attribute in which two sets of traces differ. "Here" is the set that was asked, "there" the
 * one it was compared with.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param attribute the attribute; {@link Attributes#HEADERS} for the presence of one header
 * @param header the header whose presence differs, in small letters; empty otherwise
 * @param value the value that tells most, for a header whether it is there; empty for numbers
 * @param here the traces that were asked
 * @param there the traces they were compared with
 * @param effect for values Cramér's V, as if both sides had equally many traces and without what
 *     chance adds, from 0 to 1, where 1 means that no value is on both sides; for numbers the
 *     rank-biserial correlation, from -1 to 1: above 0 the numbers here are larger, at 1 all of
 *     them
 * @param p how likely a difference as large as this is by chance alone, for independent traces and
 *     corrected for all tests that were made
 * @param isSeparating whether no value is on both sides, so that the sides may have been chosen by
 *     it
 * @param goesWith the name of a difference that stands higher and leaves nothing of this one to be
 *     seen among traces of the same value; empty for one that stands by itself
 */
public record SetDifference(
    Attribute<?> attribute,
    Optional<String> header,
    Optional<Object> value,
    Side here,
    Side there,
    double effect,
    double p,
    boolean isSeparating,
    Optional<String> goesWith) {
  private static final int LONGEST_WHAT = 36;

  /** Refuses nulls. */
  public SetDifference {
    Objects.requireNonNull(attribute, "attribute");
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(here, "here");
    Objects.requireNonNull(there, "there");
    Objects.requireNonNull(goesWith, "goesWith");
  }

  /**
   * One of the two sets.
   *
   * @param count how many traces have the value; 0 for numbers
   * @param told how many tell a value of the attribute at all
   * @param traces how many traces there are
   * @param median of numbers the median by the nearest rank; empty for values
   */
  public record Side(long count, long told, long traces, Optional<Object> median) {
    /** Refuses nulls. */
    public Side {
      Objects.requireNonNull(median, "median");
    }

    /** What part of the traces that tell a value have this one, 0 to 1; 0 when none tells. */
    public double share() {
      return told == 0 ? 0 : (double) count / told;
    }

    /** {@code 84 of 100}; for numbers their median. */
    @Override
    public String toString() {
      return median
          .map(ValueText::of)
          .orElseGet(() -> ValueText.count(count) + " of " + ValueText.count(told));
    }
  }

  /** The attribute's name; {@code has x-forwarded-proto} for the presence of a header. */
  public String name() {
    return header.map(name -> "has " + name).orElse(attribute.name());
  }

  /** What is compared: {@code server=WEB03}, {@code without x-forwarded-proto}, {@code waitMs}. */
  public String what() {
    return what(value.map(ValueText::of).orElse(""));
  }

  /** As {@link #what()} with another text for the value, for one that holds a secret say. */
  public String what(String text) {
    if (header.isPresent()) {
      boolean isThere = value.equals(Optional.of(true));
      return (isThere ? "with " : "without ") + ValueText.of(header);
    }
    return value.isEmpty() ? name() : name() + "=" + text;
  }

  /**
   * The traces that have the value; none for numbers.
   *
   * <p>Of a kept attribute it can only be asked of traces that kept it.
   */
  @SuppressWarnings("unchecked") // The value is one of the attribute's own.
  public Condition<TraceSummary> condition() {
    if (header.isPresent()) {
      Condition<TraceSummary> has = Attributes.HEADERS.has(header.get());
      return value.equals(Optional.of(true)) ? has : Attributes.HEADERS.present().and(has.negate());
    }
    return value.isEmpty()
        ? Condition.of("none", t -> false)
        : ((Attribute<Object>) attribute).is(value.get());
  }

  /**
   * How many times as common the value is here as there: (84/100) / (12/300) is 21. Infinite when
   * it is not there at all; empty for numbers.
   */
  public OptionalDouble riskRatio() {
    return value.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(here.share() / there.share());
  }

  /** The odds of the value here by those there; may be infinite; empty for numbers. */
  public OptionalDouble oddsRatio() {
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    double with = (double) here.count() * (there.told() - there.count());
    double without = (double) there.count() * (here.told() - here.count());
    return OptionalDouble.of(with / without);
  }

  /** {@code 21x}, {@code 0.29x}, {@code only here}, {@code only there}; empty for numbers. */
  public String ratio() {
    if (value.isEmpty()) {
      return "";
    }
    if (there.count() == 0) {
      return "only here";
    }
    if (here.count() == 0) {
      return "only there";
    }
    double ratio = here.share() / there.share();
    if (ratio >= 10) {
      return ValueText.count(Math.round(ratio)) + "x";
    }
    return String.format(Locale.ROOT, ratio >= 1 ? "%.1fx" : "%.2fx", ratio);
  }

  /**
   * What is to be added: that it goes with another, that the sides share no value, what is untold.
   */
  public String note() {
    StringBuilder note = new StringBuilder();
    goesWith.ifPresent(higher -> note.append("with ").append(TerminalText.line(higher)));
    if (isSeparating && goesWith.isEmpty()) {
      note.append("no value shared");
    }
    long untoldHere = here.traces() - here.told();
    long untoldThere = there.traces() - there.told();
    if (untoldHere + untoldThere > 0) {
      note.append(note.isEmpty() ? "" : "; ").append("not told by ");
      note.append(ValueText.count(untoldHere)).append(" + ").append(ValueText.count(untoldThere));
    }
    return note.toString();
  }

  /** {@code server=WEB03: 84 of 100 here, 12 of 300 there}: one line of at most 80 characters. */
  @Override
  public String toString() {
    String text =
        Cut.MIDDLE.apply(what(), LONGEST_WHAT)
            + (value.isEmpty() ? ": median " : ": ")
            + here
            + " here, "
            + there
            + " there"
            + goesWith.map(higher -> ", goes with " + TerminalText.line(higher)).orElse("");
    return Cut.END.apply(text, ResultTable.WIDTH);
  }
}
