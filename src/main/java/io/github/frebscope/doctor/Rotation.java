package io.github.frebscope.doctor;

import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.query.TraceSummary;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the numbers of a site's trace files tell. IIS counts on, and when there are as many files as
 * may be it deletes the oldest half.
 *
 * @param server the server
 * @param files how many files there are
 * @param most how many there may be ({@code maxLogFiles})
 * @param first the smallest number; empty without files that have one
 * @param last the largest number
 */
record Rotation(String server, int files, int most, OptionalLong first, OptionalLong last) {
  private static final int DEFAULT = 50;
  private static final Pattern NUMBER =
      Pattern.compile("fr(?<number>\\d{6,18})\\.xml", Pattern.CASE_INSENSITIVE);

  static Rotation of(SiteEvidence site) {
    return new Rotation(
        site.server(),
        site.traces().size(),
        site.site().map(s -> s.tracing().maxLogFiles().value()).orElse(DEFAULT),
        site.traces().stream().flatMapToLong(t -> number(t).stream()).min(),
        site.traces().stream().flatMapToLong(t -> number(t).stream()).max());
  }

  private static OptionalLong number(TraceSummary trace) {
    String file = trace.file();
    Matcher name =
        NUMBER.matcher(file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1));
    return name.matches()
        ? OptionalLong.of(Long.parseLong(name.group("number")))
        : OptionalLong.empty();
  }

  /**
   * Whether there are so many files that others were deleted: half of the limit or more, and not
   * the first one among them.
   */
  boolean isFull() {
    return 2 * files >= most && first.isPresent() && first.getAsLong() > 1;
  }

  /** Whether earlier files are missing and rotation does not explain it. */
  boolean hasGap() {
    return !isFull() && first.isPresent() && first.getAsLong() > 1;
  }

  /** The name of the oldest file. */
  String firstName() {
    return first.isPresent() ? name(first.getAsLong()) : "";
  }

  private static String name(long number) {
    return String.format(Locale.ROOT, "fr%06d.xml", number);
  }

  Fact fact() {
    return Fact.of(
            "rotation",
            "there are "
                + files
                + " files, "
                + firstName()
                + Optional.of(last)
                    .filter(OptionalLong::isPresent)
                    .map(l -> " to " + name(l.getAsLong()))
                    .orElse("")
                + ", and "
                + most
                + " are kept")
        .on(server)
        .with("files", (long) files)
        .with("maxLogFiles", (long) most);
  }
}
