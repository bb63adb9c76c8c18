package io.github.frebscope.coverage;

/** Whether an event, had IIS raised it, would be in a trace. */
public enum Recording {
  /** It would be there. */
  RECORDED("recorded"),
  /** It would not be there: the tracing rule leaves it out. A trace alone never tells this. */
  NOT_RECORDED("not recorded"),
  /** Nobody can tell. */
  UNKNOWN("unknown");

  private final String text;

  Recording(String text) {
    this.text = text;
  }

  /** A word or two for people. */
  public String text() {
    return text;
  }
}
