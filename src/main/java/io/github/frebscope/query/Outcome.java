package io.github.frebscope.query;

/** What became of a file that was not read whole. */
public enum Outcome {
  /** Damaged: what could be read is in the set. */
  PARTIAL("damaged"),
  /** Nothing could be read; the file is not in the set. */
  UNREADABLE("unreadable"),
  /** The same trace as another file; counted once. */
  DUPLICATE("duplicate"),
  /** Not looked at, for example because of its name. */
  PASSED_OVER("passed over");

  private final String text;

  Outcome(String text) {
    this.text = text;
  }

  /** A word for people. */
  public String text() {
    return text;
  }
}
