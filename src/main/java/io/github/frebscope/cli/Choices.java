package io.github.frebscope.cli;

import java.util.Locale;

/** The words that options choose from. */
final class Choices {
  private Choices() {}

  /** When colours are used. */
  enum ColorWhen {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How traces are listed. */
  enum Format {
    TABLE,
    JSONL,
    CSV;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
