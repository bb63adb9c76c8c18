package io.github.frebscope.report;

import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.Column;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.SetDifference;
import io.github.frebscope.query.SetDifferences;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.ValueText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What differs between two sets of traces: as text, as JSON Lines, or as CSV, with the values
 * redacted. In the latter two an object or a line is a difference, {@code kind} is {@code
 * circumstance} or {@code outcome}, lengths of time are milliseconds, and a ratio to nothing is
 * null or an empty cell.
 *
 * <p>JSON needs jackson-core, CSV commons-csv on the class path. Immutable and safe for use by
 * several threads.
 */
public final class SetDifferencesReport {
  private static final List<String> KEYS =
      List.of(
          "kind",
          "attribute",
          "header",
          "value",
          "hereCount",
          "hereTold",
          "hereTraces",
          "thereCount",
          "thereTold",
          "thereTraces",
          "hereMedian",
          "thereMedian",
          "effect",
          "p",
          "riskRatio",
          "oddsRatio",
          "noValueShared",
          "goesWith");

  private static final String HEADER = "header:";
  private static final int LONGEST_WHOLE = 28;
  private static final double BILLION = 1e9;

  private final SetDifferences differences;
  private final boolean all;

  private SetDifferencesReport(SetDifferences differences, boolean all) {
    this.differences = Objects.requireNonNull(differences, "differences");
    this.all = all;
  }

  /** The report about those differences. */
  public static SetDifferencesReport of(SetDifferences differences) {
    return new SetDifferencesReport(differences, false);
  }

  /** With what was not tested, and why, at the end of the text. */
  public SetDifferencesReport all(boolean newAll) {
    return new SetDifferencesReport(differences, newAll);
  }

  /** The text; lines end with LF. */
  public String text(ReportOptions options) {
    Page page = new Page(options);
    page.wrapped(0, "here   " + differences.basis());
    page.wrapped(0, "there  " + differences.otherBasis());
    differences.overlap().ifPresent(sentence -> page.wrapped(0, sentence));
    page.blank();
    table(page, "What differs", differences.circumstances(), options);
    differences.why().ifPresent(why -> page.wrapped(0, why));
    if (!differences.outcomes().isEmpty()) {
      page.blank();
      table(page, "How it shows", differences.outcomes(), options);
    }
    if (!differences.tested().isEmpty()) {
      page.blank();
      page.wrapped(0, notes());
    }
    if (all && !differences.notTested().isEmpty()) {
      page.blank();
      page.heading("Not tested");
      differences.notTested().forEach(n -> page.cut(0, n.toString()));
    }
    return page.text();
  }

  private String notes() {
    return ValueText.count(differences.tested().size())
        + (differences.tested().size() == 1 ? " test" : " tests")
        + "; told is what comes about by chance less than once in 1,000 times, for all tests"
        + " together, and has an effect (0 to 1) of "
        + SetDifferences.LEAST_EFFECT
        + " or more. 'with' in a note: the difference goes with that one and does not stand by"
        + " itself. Traces of one incident are not independent: this is where to look, not proof"
        + " of a cause."
        + differences.incident().map(sentence -> " " + sentence).orElse("")
        + (all || differences.notTested().isEmpty()
            ? ""
            : " Not tested: " + differences.notTested().size() + " (--all lists them).");
  }

  private static void table(
      Page page, String title, List<SetDifference> told, ReportOptions options) {
    if (told.isEmpty()) {
      return;
    }
    List<List<Object>> rows = new ArrayList<>();
    int longest = 0;
    for (SetDifference difference : told) {
      String what = what(difference, options.redaction());
      longest = Math.max(longest, TerminalText.width(what));
      rows.add(
          List.of(
              what,
              difference.here(),
              difference.there(),
              String.format(Locale.ROOT, "%.2f", difference.effect()),
              difference.ratio(),
              difference.note()));
    }
    List<Column> columns =
        List.of(
            longest <= Math.max(LONGEST_WHOLE, options.width() / 3)
                ? Column.fixed(title)
                : Column.path(title),
            Column.right("Here"),
            Column.right("There"),
            Column.right("Effect"),
            Column.right("Ratio"),
            Column.left("Note"));
    List<String> lines = ResultTable.of(columns, rows).lines(page.width());
    page.heading(lines.get(0));
    lines.stream().skip(1).forEach(page::raw);
  }

  private static String what(SetDifference difference, Redaction redaction) {
    return difference.what(value(difference, redaction).map(ValueText::of).orElse(""));
  }

  /** The value as it may be printed. */
  private static Optional<Object> value(SetDifference difference, Redaction redaction) {
    String name = difference.attribute().name();
    return difference
        .value()
        .map(
            value -> {
              if (value instanceof String text && name.startsWith(HEADER)) {
                return redaction.header(name.substring(HEADER.length()), text);
              }
              return difference.attribute() == Attributes.HEADERS
                  ? value
                  : AttributeValues.redacted(difference.attribute(), value, redaction);
            });
  }

  /**
   * Writes a JSON object for each difference, circumstances first; the writer stays open.
   *
   * @throws IOException if the writer does not take it
   */
  public void writeJsonLines(Writer out, Redaction redaction) throws IOException {
    JsonLines.write(KEYS, rows(redaction), out);
  }

  /**
   * Writes a line of names and a line for each difference; the writer stays open.
   *
   * @throws IOException if the writer does not take it
   */
  public void writeCsv(Writer out, Redaction redaction) throws IOException {
    CsvReport.write(KEYS, rows(redaction), out);
  }

  private List<List<Object>> rows(Redaction redaction) {
    List<List<Object>> rows = new ArrayList<>();
    differences.circumstances().forEach(d -> rows.add(row("circumstance", d, redaction)));
    differences.outcomes().forEach(d -> rows.add(row("outcome", d, redaction)));
    return rows;
  }

  private static List<Object> row(String kind, SetDifference d, Redaction redaction) {
    boolean isNumber = d.value().isEmpty();
    return Arrays.asList(
        kind,
        d.attribute().name(),
        d.header().orElse(null),
        value(d, redaction).orElse(null),
        isNumber ? null : d.here().count(),
        d.here().told(),
        d.here().traces(),
        isNumber ? null : d.there().count(),
        d.there().told(),
        d.there().traces(),
        d.here().median().orElse(null),
        d.there().median().orElse(null),
        rounded(OptionalDouble.of(d.effect())),
        rounded(OptionalDouble.of(d.p())),
        rounded(d.riskRatio()),
        rounded(d.oddsRatio()),
        d.isSeparating(),
        d.goesWith().orElse(null));
  }

  /** To nine decimals; null for what is no number or infinite. */
  private static Double rounded(OptionalDouble number) {
    return number.isPresent() && Double.isFinite(number.getAsDouble())
        ? Double.valueOf(Math.rint(number.getAsDouble() * BILLION) / BILLION)
        : null;
  }

  /** The text at 80 columns. */
  @Override
  public String toString() {
    return text(ReportOptions.standard());
  }
}
