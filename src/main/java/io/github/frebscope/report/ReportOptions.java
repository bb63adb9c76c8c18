package io.github.frebscope.report;

import java.util.Objects;

/**
 * How a report is printed.
 *
 * @param width columns, at least 40
 * @param color whether ANSI colours are used
 * @param redaction what is masked
 */
public record ReportOptions(int width, boolean color, Redaction redaction) {
  private static final int LEAST_WIDTH = 40;
  private static final int USUAL_WIDTH = 80;

  /** Refuses nulls; takes a smaller width for 40. */
  public ReportOptions {
    Objects.requireNonNull(redaction, "redaction");
    width = Math.max(width, LEAST_WIDTH);
  }

  /** 80 columns, no colours, secrets masked. */
  public static ReportOptions standard() {
    return new ReportOptions(USUAL_WIDTH, false, Redaction.on());
  }

  /** With another width. */
  public ReportOptions withWidth(int newWidth) {
    return new ReportOptions(newWidth, color, redaction);
  }

  /** With or without colours. */
  public ReportOptions withColor(boolean newColor) {
    return new ReportOptions(width, newColor, redaction);
  }

  /** With another redaction. */
  public ReportOptions withRedaction(Redaction newRedaction) {
    return new ReportOptions(width, color, newRedaction);
  }
}
