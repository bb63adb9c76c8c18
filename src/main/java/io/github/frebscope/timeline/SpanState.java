package io.github.frebscope.timeline;

/** Whether both ends of a span were recorded. */
public enum SpanState {
  /** Its start and its end are in the trace; also what is built from such spans. */
  CLOSED("closed"),
  /**
   * It was begun and its end is missing where it belongs: it broke off, the end was not traced, or
   * it lies elsewhere (see {@link Span#counterpart()}). It lasts until the event at which it had to
   * be given up: the end of what it lies in, the next module, the next of its kind or group, or the
   * error status that Application Request Routing sets when its step has failed. A child request
   * that has ended its pipeline lasts until its own last event. What was open when IIS wrote a
   * trace at the time limit of its rule lasts until then.
   */
  OPEN("no end"),
  /** Its end is there and its start is missing: the trace begins later, or it lies elsewhere. */
  ORPHAN("no start");

  private final String text;

  SpanState(String text) {
    this.text = text;
  }

  /** A word or two for people. */
  public String text() {
    return text;
  }
}
