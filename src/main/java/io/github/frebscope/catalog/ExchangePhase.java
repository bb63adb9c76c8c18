package io.github.frebscope.catalog;

/** How far a gateway module has got with its backend. */
public enum ExchangePhase {
  /** Nothing of the exchange has begun. */
  BEFORE("before"),
  /** It gets a connection or a process, and sends the request. */
  CONNECTING_AND_SENDING("connecting and sending"),
  /** The request is out, and the headers of the answer are not there yet. */
  WAITING("waiting"),
  /** The headers of the answer are there; the rest is received and passed on. */
  BODY("body"),
  /** The backend has no more to do with the request, or the module gave up. */
  AFTER("after"),
  /** One of the others, and the trace does not tell which. */
  UNKNOWN("untraced");

  private final String text;

  ExchangePhase(String text) {
    this.text = text;
  }

  /** A word or three for people. */
  public String text() {
    return text;
  }

  /** {@link #text()}. */
  @Override
  public String toString() {
    return text;
  }

  /** The phase of a word in {@code exchanges.tsv}. */
  static ExchangePhase of(String word) {
    return switch (word) {
      case "sending" -> CONNECTING_AND_SENDING;
      case "waiting" -> WAITING;
      case "body" -> BODY;
      case "over" -> AFTER;
      case "unknown" -> UNKNOWN;
      default -> throw new IllegalStateException("exchanges.tsv: " + word + " is no phase");
    };
  }
}
