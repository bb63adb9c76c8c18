package io.github.frebscope.internal.xml;

import java.nio.charset.StandardCharsets;

/**
 * Finds the next event in a part of a file, by looking at every {@code <}, and notes on the way
 * where its level, time and name stand. Content cannot mislead it: in text a {@code <} is escaped,
 * and comments and CDATA, which IIS never writes, are jumped over.
 */
final class SliceCutter {
  /** What was found. */
  enum Found {
    /** A whole event: {@link #start} to {@link #end}. */
    EVENT,
    /** An event without an end tag before the next one starts: {@link #start} to {@link #end}. */
    BROKEN_EVENT,
    /** The root's end tag, which ends at {@link #end}. */
    ROOT_END,
    /** Nothing whole; go on from {@link #resume} when there is more. */
    INCOMPLETE
  }

  private static final byte[] EVENT_START = ascii("<Event");
  private static final byte[] EVENT_END = ascii("</Event>");
  static final byte[] ROOT_END = ascii("</failedRequest>");
  private static final byte[] LEVEL = ascii("<Level>");
  private static final byte[] TIME = ascii("<TimeCreated SystemTime=\"");
  private static final byte[] RENDERING = ascii("<RenderingInfo");
  private static final byte[] NAME = ascii("<Opcode>");
  private static final byte[] COMMENT = ascii("<!--");
  private static final byte[] COMMENT_END = ascii("-->");
  private static final byte[] CDATA = ascii("<![CDATA[");
  private static final byte[] CDATA_END = ascii("]]>");

  int start;
  int end;
  int resume;

  /** Where something that is neither white space nor an event stands before the event, or -1. */
  int junk;

  /** Where the text of the level, the time and the name begins, or -1. */
  int level;

  int time;
  int name;
  int nameEnd;

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether an event's start tag stands at a place. */
  static boolean isEventStart(byte[] b, int at, int limit) {
    if (!Bytes.startsWith(b, EVENT_START, at, limit) || at + EVENT_START.length >= limit) {
      return false;
    }
    byte after = b[at + EVENT_START.length];
    return Bytes.isSpace(after) || after == '>' || after == '/';
  }

  Found next(byte[] b, int from, int limit) {
    junk = -1;
    int p = from;
    while (true) {
      while (p < limit && Bytes.isSpace(b[p])) {
        p++;
      }
      if (p < limit && b[p] == '<') {
        if (isEventStart(b, p, limit)) {
          return inEvent(b, p, limit);
        }
        if (Bytes.startsWith(b, ROOT_END, p, limit)) {
          end = p + ROOT_END.length;
          return Found.ROOT_END;
        }
        if (limit - p < ROOT_END.length) { // too short to tell
          resume = p;
          return Found.INCOMPLETE;
        }
        if (Bytes.startsWith(b, COMMENT, p, limit)) {
          int commentEnd = Bytes.indexOf(b, COMMENT_END, p, limit);
          if (commentEnd < 0) {
            resume = p;
            return Found.INCOMPLETE;
          }
          p = commentEnd + COMMENT_END.length;
          continue;
        }
      }
      if (p >= limit) {
        resume = limit;
        return Found.INCOMPLETE;
      }
      if (junk < 0) {
        junk = p;
      }
      p = Bytes.indexOf(b, (byte) '<', p + 1, limit);
      if (p < 0) {
        resume = limit;
        return Found.INCOMPLETE;
      }
    }
  }

  private Found inEvent(byte[] b, int from, int limit) {
    start = from;
    resume = from;
    level = -1;
    time = -1;
    name = -1;
    nameEnd = -1;
    boolean rendering = false;
    int p = from;
    while (true) {
      p = Bytes.indexOf(b, (byte) '<', p + 1, limit);
      if (p < 0 || p + 2 >= limit) {
        return Found.INCOMPLETE;
      }
      switch (b[p + 1]) {
        case '/' -> {
          if (b[p + 2] == 'E' && Bytes.startsWith(b, EVENT_END, p, limit)) {
            end = p + EVENT_END.length;
            return Found.EVENT;
          }
          if (b[p + 2] == 'f' && Bytes.startsWith(b, ROOT_END, p, limit)) {
            end = p;
            return Found.BROKEN_EVENT;
          }
          if (name >= 0 && nameEnd < 0) {
            nameEnd = p;
          }
        }
        case 'E' -> {
          if (isEventStart(b, p, limit)) {
            end = p;
            return Found.BROKEN_EVENT;
          }
        }
        case 'L' -> {
          if (Bytes.startsWith(b, LEVEL, p, limit)) {
            level = p + LEVEL.length;
          }
        }
        case 'T' -> {
          if (Bytes.startsWith(b, TIME, p, limit)) {
            time = p + TIME.length;
          }
        }
        case 'R' -> rendering |= Bytes.startsWith(b, RENDERING, p, limit);
        case 'O' -> {
          if (rendering && name < 0 && Bytes.startsWith(b, NAME, p, limit)) {
            name = p + NAME.length;
          }
        }
        case '!' -> {
          p = endOfMarkup(b, p, limit);
          if (p < 0) {
            return Found.INCOMPLETE;
          }
        }
        default -> {
          // markup that says nothing here
        }
      }
    }
  }

  /** Behind the next end of an event, or at the next start of one; -1 when neither is there. */
  static int endOfEvent(byte[] b, int from, int limit) {
    int p = from - 1;
    while (true) {
      p = Bytes.indexOf(b, (byte) '<', p + 1, limit);
      if (p < 0) {
        return -1;
      }
      if (Bytes.startsWith(b, EVENT_END, p, limit)) {
        return p + EVENT_END.length;
      }
      if (isEventStart(b, p, limit) || Bytes.startsWith(b, ROOT_END, p, limit)) {
        return p;
      }
    }
  }

  /** The last byte of a comment or CDATA section, -1 when it is not in memory. */
  private static int endOfMarkup(byte[] b, int from, int limit) {
    byte[] terminator;
    if (Bytes.startsWith(b, COMMENT, from, limit)) {
      terminator = COMMENT_END;
    } else if (Bytes.startsWith(b, CDATA, from, limit)) {
      terminator = CDATA_END;
    } else {
      return from + 1;
    }
    int found = Bytes.indexOf(b, terminator, from, limit);
    return found < 0 ? -1 : found + terminator.length - 1;
  }
}
