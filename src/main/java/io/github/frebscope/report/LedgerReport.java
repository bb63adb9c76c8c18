package io.github.frebscope.report;

import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.ValueText;
import java.util.Objects;

/** What became of the files, for standard error: one line, or a line for each file. */
public final class LedgerReport {
  private final Ledger ledger;

  private LedgerReport(Ledger ledger) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
  }

  /** The report about a ledger. */
  public static LedgerReport of(Ledger ledger) {
    return new LedgerReport(ledger);
  }

  /** Whether there is nothing to say: every file was read whole. */
  public boolean isEmpty() {
    return ledger.entries().isEmpty() && ledger.otherXmlFiles() == 0;
  }

  /**
   * The text; lines end with LF, secrets are masked. Empty when every file was read whole.
   *
   * @param all whether each file is listed
   */
  public String text(boolean all) {
    if (isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    if (all) {
      ledger.entries().forEach(e -> text.append(line(e, Redaction.on())).append('\n'));
    }
    text.append("files: ").append(ledger);
    text.append(all || ledger.entries().isEmpty() ? "" : " (--ledger lists them)").append('\n');
    if (ledger.otherXmlFiles() > 0) {
      text.append(otherNames(ledger)).append('\n');
    }
    return text.toString();
  }

  /** A file and its reason, which may quote the file, so that secrets are masked in it. */
  static String line(Ledger.Entry entry, Redaction redaction) {
    return new Ledger.Entry(entry.path(), entry.outcome(), redaction.text(entry.reason()))
        .toString();
  }

  static String otherNames(Ledger ledger) {
    long count = ledger.otherXmlFiles();
    return "note: "
        + ValueText.count(count)
        + (count == 1 ? " .xml file with another name was" : " .xml files with other names were")
        + " passed over; --any-name reads "
        + (count == 1 ? "it" : "them");
  }

  /** {@link #text(boolean)} with every file. */
  @Override
  public String toString() {
    return text(true);
  }
}
