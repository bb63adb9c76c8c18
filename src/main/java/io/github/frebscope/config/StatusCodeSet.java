package io.github.frebscope.config;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The statuses of a tracing rule ({@code failureDefinitions@statusCodes}): {@code 400-599,502.3}.
 *
 * <p>Items are separated by commas or white space, and each is a status or a range of them, with or
 * without sub-statuses: {@code 502}, {@code 502.3}, {@code 400-599}, {@code 401.3-999}. A status
 * without sub-status is that status with any. A range compares status and sub-status together, and
 * is open where it names no sub-status. Both numbers go from 1 to 999.
 *
 * <p>Sources: Microsoft's configuration reference, and what IIS Manager writes. Microsoft's page on
 * the WMI class FailureDefinition says that ranges have no sub-statuses; IIS Manager writes {@code
 * 401.3-999} all the same.
 *
 * <p>Immutable and safe for use by several threads. A question costs time in proportion to the
 * number of items.
 */
public final class StatusCodeSet {
  /** How much of a status is in a set. */
  public enum Part {
    /** The status with every sub-status, and with none. */
    ALL,
    /** Only with some sub-statuses. */
    SOME,
    /** With no sub-status. */
    NONE
  }

  private static final Splitter ITEMS =
      Splitter.on(CharMatcher.whitespace().or(CharMatcher.is(','))).omitEmptyStrings();

  private static final Comparator<Range> BY_START =
      Comparator.comparingInt(Range::lowStatus).thenComparingInt(Range::lowSub);

  private final String text;
  private final List<Range> ranges;
  private final List<String> refused;

  private StatusCodeSet(String text, List<Range> ranges, List<String> refused) {
    this.text = text;
    this.ranges = ranges.stream().sorted(BY_START).toList();
    this.refused = List.copyOf(refused);
  }

  /** Reads a set. Never fails: what IIS would refuse is one of {@link #refused()}. */
  public static StatusCodeSet parse(String statusCodes) {
    List<Range> ranges = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (String item : ITEMS.split(statusCodes)) {
      Optional<Range> range = Range.parse(item);
      range.ifPresent(ranges::add);
      if (range.isEmpty()) {
        refused.add(item);
      }
    }
    return new StatusCodeSet(statusCodes.strip(), ranges, refused);
  }

  /** The items that IIS refuses, as written; then it refuses the rule (event 2286). */
  public List<String> refused() {
    return refused;
  }

  /** Whether it has no item at all. */
  public boolean isEmpty() {
    return ranges.isEmpty() && refused.isEmpty();
  }

  /**
   * Whether a status with a sub-status is in the set; items that IIS refuses do not count.
   *
   * @param subStatus 0 for none
   */
  public boolean contains(int status, int subStatus) {
    return ranges.stream().anyMatch(range -> range.contains(status, subStatus));
  }

  /** How much of a status is in the set. */
  public Part part(int status) {
    int covered = 0;
    boolean some = false;
    for (Range range : ranges) {
      if (range.lowStatus() <= status && status <= range.highStatus()) {
        some = true;
        int low = range.lowStatus() == status ? range.lowSub() : 0;
        int high = range.highStatus() == status ? range.highSub() : Range.OPEN;
        if (low <= covered && high >= covered) {
          covered = high == Range.OPEN ? Range.OPEN : high + 1;
        }
      }
    }
    if (covered == Range.OPEN) {
      return Part.ALL;
    }
    return some ? Part.SOME : Part.NONE;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StatusCodeSet that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  /** As written. */
  @Override
  public String toString() {
    return text;
  }

  /** An item: from one pair of status and sub-status to another, both included. */
  private record Range(int lowStatus, int lowSub, int highStatus, int highSub) {
    static final int OPEN = Integer.MAX_VALUE;
    private static final int MOST = 999;
    private static final Splitter ENDS = Splitter.on('-');
    private static final Splitter POINT = Splitter.on('.');

    static Optional<Range> parse(String item) {
      List<String> ends = ENDS.splitToList(item);
      String low = ends.get(0);
      String high = ends.get(ends.size() - 1);
      if (ends.size() > 2 || !isStatus(low) || !isStatus(high)) {
        return Optional.empty();
      }
      Range range = new Range(status(low), sub(low, 0), status(high), sub(high, OPEN));
      boolean isUpward =
          range.lowStatus < range.highStatus
              || (range.lowStatus == range.highStatus && range.lowSub <= range.highSub);
      return isUpward ? Optional.of(range) : Optional.empty();
    }

    private static boolean isStatus(String text) {
      List<String> numbers = POINT.splitToList(text);
      return numbers.size() <= 2 && numbers.stream().allMatch(Range::isNumber);
    }

    private static boolean isNumber(String text) {
      return !text.isEmpty()
          && text.length() <= 9
          && text.chars().allMatch(c -> c >= '0' && c <= '9')
          && Integer.parseInt(text) >= 1
          && Integer.parseInt(text) <= MOST;
    }

    private static int status(String text) {
      return Integer.parseInt(POINT.splitToList(text).get(0));
    }

    private static int sub(String text, int open) {
      List<String> numbers = POINT.splitToList(text);
      return numbers.size() == 1 ? open : Integer.parseInt(numbers.get(1));
    }

    boolean contains(int status, int sub) {
      boolean isAboveLow = status > lowStatus || (status == lowStatus && sub >= lowSub);
      boolean isBelowHigh = status < highStatus || (status == highStatus && sub <= highSub);
      return isAboveLow && isBelowHigh;
    }
  }
}
