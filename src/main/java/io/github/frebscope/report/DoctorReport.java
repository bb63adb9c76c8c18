package io.github.frebscope.report;

import io.github.frebscope.doctor.FarmDiagnosis;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * What the doctor says about a farm, for a person who has to act on it: as text, as Markdown for a
 * ticket, or as one JSON object.
 *
 * <p>The order is that of the questions: why there is no trace, what to set, what was seen on each
 * server, what to collect next, what could not be read. A change that several servers need is one
 * entry with all of them. Commands are never broken into lines, so that they can be copied; all
 * else keeps to the width.
 *
 * <p>Texts come from logs and configurations, that is, partly from strangers: they are masked by
 * the {@link Redaction} and escaped for where they go. JSON needs jackson-core on the class path.
 * Immutable and safe for use by several threads.
 */
public final class DoctorReport {
  private final FarmDiagnosis diagnosis;
  private final boolean all;

  private DoctorReport(FarmDiagnosis diagnosis, boolean all) {
    this.diagnosis = Objects.requireNonNull(diagnosis, "diagnosis");
    this.all = all;
  }

  /** The report about a diagnosis. */
  public static DoctorReport of(FarmDiagnosis diagnosis) {
    return new DoctorReport(diagnosis, false);
  }

  /** With every fact, observation and file, or only with the first of long lists. */
  public DoctorReport all(boolean everything) {
    return new DoctorReport(diagnosis, everything);
  }

  /** The text; lines end with LF. */
  public String text(ReportOptions options) {
    return new DoctorPage(new DoctorTexts(diagnosis, options.redaction(), all), options).text();
  }

  /** The same in Markdown, as GitHub and most wikis read it; lines end with LF. */
  public String markdown(ReportOptions options) {
    return new DoctorMarkdown(new DoctorTexts(diagnosis, options.redaction(), all)).text();
  }

  /**
   * One JSON object in one line, ended by LF, with the keys {@code root}, {@code verdicts}, {@code
   * settings}, {@code observations}, {@code collect} and {@code problems}; nothing is shortened.
   * What is not known is null. Times are ISO 8601 in UTC with milliseconds. A fact's own figures
   * stand beside its {@code kind}, {@code text}, {@code server}, {@code time} and {@code source};
   * one that has the name of these stands under {@code detail.NAME}.
   */
  public String jsonl(ReportOptions options) {
    StringWriter out = new StringWriter();
    try {
      JsonLines.write(
          DoctorJson.KEYS, List.of(DoctorJson.values(diagnosis, options.redaction())), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // A StringWriter takes everything.
    }
    return out.toString();
  }

  /** The text at 80 columns, secrets masked. */
  @Override
  public String toString() {
    return text(ReportOptions.standard());
  }
}
