package io.github.frebscope.internal.xml;

import javax.xml.stream.XMLStreamException;

/** The problems that both ways of reading tell, in the same words. */
final class Problems {
  private Problems() {}

  static Problem torn(long fileEnd, int events) {
    return new Problem(
        Problem.Kind.TORN,
        "the file ends here, after " + events + " whole events, without its closing tag",
        fileEnd,
        events);
  }

  static Problem junk(long offset, int event) {
    return new Problem(
        Problem.Kind.UNEXPECTED_CONTENT,
        "something that is no event stands here; it was passed over",
        offset,
        event);
  }

  static Problem trailer(long offset, int events) {
    return new Problem(
        Problem.Kind.UNEXPECTED_CONTENT,
        "something stands behind the closing tag; it was passed over",
        offset,
        events);
  }

  static Problem noEndTag(long offset, int event) {
    return new Problem(
        Problem.Kind.LOST_EVENT,
        "the event that begins here has no end tag; it is lost",
        offset,
        event);
  }

  static Problem tooLarge(long offset, int event) {
    return new Problem(
        Problem.Kind.LIMIT,
        "the event that begins here is larger than can be read; it was passed over",
        offset,
        event);
  }

  static Problem lost(long offset, int event, XMLStreamException e) {
    return new Problem(
        Problem.Kind.LOST_EVENT, "the event cannot be read: " + reason(e), offset, event);
  }

  static Problem stopped(long offset, int events, XMLStreamException e) {
    return new Problem(
        Problem.Kind.LOST_EVENT,
        "the document cannot be read on from here: " + reason(e),
        offset,
        events);
  }

  /** The parser's message without its own idea of the place, which is one inside a slice. */
  static String reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int place = message.indexOf("\n at [");
    return (place < 0 ? message : message.substring(0, place)).strip();
  }
}
