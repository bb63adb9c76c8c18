package io.github.frebscope.internal.xml;

import java.nio.charset.StandardCharsets;

/**
 * Finds the next event in a part of a file, by looking at every {@code <}, and notes on the way
 * where its level, time and name stand. Content cannot mislead it: in text a {@code <} is escaped,
 * and comments, CDATA and processing instructions, which IIS never writes there, are jumped over.
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
  private static final byte[] EVENT_END = ascii("</Event");

  /** The root's end tag without its last character: white space may stand before it. */
  static final byte[] ROOT_END = ascii("</failedRequest");

  private static final byte[] LEVEL = ascii("<Level>");
  private static final byte[] TIME = ascii("<TimeCreated SystemTime=\"");
  private static final byte[] RENDERING = ascii("<RenderingInfo");
  private static final byte[] NAME = ascii("<Opcode>");
  private static final byte[] COMMENT = ascii("<!--");
  private static final byte[] COMMENT_END = ascii("-->");
  private static final byte[] CDATA = ascii("<![CDATA[");
  private static final byte[] CDATA_END = ascii("]]>");
  private static final byte[] INSTRUCTION = ascii("<?");
  private static final byte[] INSTRUCTION_END = ascii("?>");

  /** What {@link #afterTag} and {@link #afterMarkup} answer when it is something else. */
  private static final int OTHER = -1;

  /** What they answer when its end is not in memory. */
  static final int NOT_THERE = -2;

  int start;
  int end;
  int resume;

  /** To be set: whether nothing follows what is in memory, so that what has no end never will. */
  boolean last;

  private boolean noCommentEnd;
  private boolean noCdataEnd;

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
        int after = afterTag(b, ROOT_END, p, limit);
        if (after >= 0) {
          end = after;
          return Found.ROOT_END;
        }
        boolean tooShortToTell = limit - p <= ROOT_END.length;
        int next = jump(b, p, limit);
        if (after == NOT_THERE || next == NOT_THERE || tooShortToTell) {
          resume = p;
          return Found.INCOMPLETE;
        }
        if (next >= 0) {
          if (junk < 0 && isText(b, p, next)) {
            junk = p;
          }
          p = next;
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
    end = emptyElementEnd(b, from, limit);
    if (end >= 0) {
      return Found.EVENT;
    }
    int p = from;
    while (true) {
      p = Bytes.indexOf(b, (byte) '<', p + 1, limit);
      if (p < 0 || p + 2 >= limit) {
        return Found.INCOMPLETE;
      }
      switch (b[p + 1]) {
        case '/' -> {
          if (b[p + 2] == 'E') {
            int after = afterTag(b, EVENT_END, p, limit);
            if (after == NOT_THERE) {
              return Found.INCOMPLETE;
            }
            if (after >= 0) {
              end = after;
              return Found.EVENT;
            }
          }
          if (b[p + 2] == 'f' && afterTag(b, ROOT_END, p, limit) >= 0) {
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
        case '!', '?' -> {
          int after = jump(b, p, limit);
          if (after == NOT_THERE) {
            return Found.INCOMPLETE;
          }
          p = after < 0 ? p : after - 1;
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
      int after = afterTag(b, EVENT_END, p, limit);
      if (after >= 0) {
        return after;
      }
      if (isEventStart(b, p, limit) || Bytes.startsWith(b, ROOT_END, p, limit)) {
        return p;
      }
    }
  }

  /** Where the first event starts, comments and the like jumped over, or -1. */
  int firstEvent(byte[] b, int limit) {
    int p = Bytes.indexOf(b, (byte) '<', 0, limit);
    while (p >= 0 && !isEventStart(b, p, limit)) {
      p = nextMarkup(b, p, limit);
    }
    return p;
  }

  /** Where the root's end tag starts, as {@link #firstEvent}. */
  int rootEnd(byte[] b, int limit) {
    int p = Bytes.indexOf(b, (byte) '<', 0, limit);
    while (p >= 0 && !Bytes.startsWith(b, ROOT_END, p, limit)) {
      p = nextMarkup(b, p, limit);
    }
    return p;
  }

  private int nextMarkup(byte[] b, int from, int limit) {
    int after = jump(b, from, limit);
    return after == NOT_THERE ? -1 : Bytes.indexOf(b, (byte) '<', Math.max(after, from + 1), limit);
  }

  /**
   * As {@link #afterMarkup}; but what has no end although nothing follows is no such markup. That
   * is remembered, for a file full of such openings would be searched to its end for each of them.
   */
  private int jump(byte[] b, int from, int limit) {
    boolean cdata = from + 2 < limit && b[from + 2] == '[';
    if (cdata ? noCdataEnd : noCommentEnd && b[from + 1] == '!') {
      return OTHER;
    }
    int after = afterMarkup(b, from, limit);
    if (after != NOT_THERE || !last) {
      return after;
    }
    if (cdata) {
      noCdataEnd = true;
    } else if (b[from + 1] == '!') {
      noCommentEnd = true;
    }
    return OTHER;
  }

  /** Behind {@code <Event/>}; OTHER when the tag at that place is none of that kind. */
  private static int emptyElementEnd(byte[] b, int from, int limit) {
    // A start tag ends before the next '<'; looking farther would cost the whole file each time.
    int next = Bytes.indexOf(b, (byte) '<', from + 1, limit);
    int most = next < 0 ? limit : next;
    int end = Bytes.indexOf(b, (byte) '>', from, most);
    if (end < 0 || b[end - 1] != '/') {
      return OTHER; // as good as always
    }
    boolean quoted = false;
    byte quote = 0;
    for (int p = from + 1; p < most; p++) {
      byte c = b[p];
      if (quoted ? c == quote : c == '"' || c == '\'') {
        quoted = !quoted;
        quote = c;
      } else if (!quoted && c == '>') {
        return b[p - 1] == '/' ? p + 1 : OTHER;
      }
    }
    return OTHER;
  }

  /** Behind an end tag, which may have white space at its end; else OTHER or NOT_THERE. */
  private static int afterTag(byte[] b, byte[] tag, int at, int limit) {
    if (!Bytes.startsWith(b, tag, at, limit)) {
      return OTHER;
    }
    int p = at + tag.length;
    while (p < limit && Bytes.isSpace(b[p])) {
      p++;
    }
    if (p == limit) {
      return NOT_THERE;
    }
    return b[p] == '>' ? p + 1 : OTHER;
  }

  /** Behind a comment, a CDATA section or a processing instruction; else OTHER or NOT_THERE. */
  static int afterMarkup(byte[] b, int from, int limit) {
    byte[] terminator;
    int inner;
    if (Bytes.startsWith(b, COMMENT, from, limit)) {
      terminator = COMMENT_END;
      inner = from + COMMENT.length;
    } else if (Bytes.startsWith(b, CDATA, from, limit)) {
      terminator = CDATA_END;
      inner = from + CDATA.length;
    } else {
      return Bytes.startsWith(b, INSTRUCTION, from, limit)
          ? afterInstruction(b, from, limit)
          : OTHER;
    }
    int found = Bytes.indexOf(b, terminator, inner, limit);
    return found < 0 ? NOT_THERE : found + terminator.length;
  }

  /** Up to the next angle bracket only, so that a stray {@code <?} does not swallow events. */
  private static int afterInstruction(byte[] b, int from, int limit) {
    int inner = from + INSTRUCTION.length;
    int next = Bytes.indexOf(b, (byte) '<', inner, limit);
    int found = Bytes.indexOf(b, INSTRUCTION_END, inner, next < 0 ? limit : next);
    if (found >= 0) {
      return found + INSTRUCTION_END.length;
    }
    return next < 0 ? NOT_THERE : OTHER;
  }

  /** Whether it is a CDATA section with more than white space in it. */
  private static boolean isText(byte[] b, int from, int to) {
    if (!Bytes.startsWith(b, CDATA, from, to)) {
      return false;
    }
    int p = from + CDATA.length;
    while (p < to - CDATA_END.length && Bytes.isSpace(b[p])) {
      p++;
    }
    return p < to - CDATA_END.length;
  }
}
