package io.github.frebscope.trace;

/** Whether a trace tells its request to the end, and if not, why not. */
public enum Completeness {
  /** The file has its closing tag and the request's end is in it. */
  COMPLETE("complete"),
  /**
   * The file stops before its closing tag: a copy taken too early, a full disk, a killed process.
   */
  TORN("the file is torn off before its end"),
  /** IIS stopped recording at {@code maxLogFileSizeKB} (event LOG_FILE_MAX_SIZE_TRUNCATE). */
  SIZE_LIMIT("recording stopped at the size limit (maxLogFileSizeKB)"),
  /**
   * IIS wrote the file when the rule's {@code timeTaken} had passed, in the middle of the request.
   */
  TIME_LIMIT("written when the rule's time limit passed, before the request ended"),
  /** The end of the request is missing for another reason. */
  MID_REQUEST("the end of the request is not in it");

  private final String text;

  Completeness(String text) {
    this.text = text;
  }

  /** A few words for people. */
  public String text() {
    return text;
  }
}
