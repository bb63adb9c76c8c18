package io.github.frebscope.internal.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for the end of the head in a text that grows; comments and the like are jumped over. */
final class HeadSearch {
  private static final Pattern EVENT = Pattern.compile("<(?:[\\w.-]{1,60}:)?Event[\\s/>]");

  /** Longer than what {@link #EVENT} can match. */
  private static final int LONGEST_EVENT = 80;

  private static final Pattern ROOT_END = Pattern.compile("</(?:[\\w.-]+:)?failedRequest[\\s>]");

  private final StringBuilder text;
  private int from;

  HeadSearch(StringBuilder text) {
    this.text = text;
  }

  /** Where the first event starts, -1 when it is not in the text yet. */
  int firstEvent() {
    return find(EVENT, LONGEST_EVENT);
  }

  /** Where the root's end tag starts, -1 when there is none in the text, which is all there is. */
  int rootEnd() {
    from = 0;
    return find(ROOT_END, 0);
  }

  private int find(Pattern wanted, int longest) {
    while (true) {
      int at = text.indexOf("<", from);
      if (at < 0) {
        from = text.length();
        return -1;
      }
      Matcher found = wanted.matcher(text).region(at, text.length());
      if (found.lookingAt()) {
        return at;
      }
      String terminator = terminator(at);
      int end = terminator.isEmpty() ? at + 1 : text.indexOf(terminator, at);
      if (end < 0 || text.length() - at < longest) { // to be looked at again with more text
        from = at;
        return -1;
      }
      from = end + terminator.length();
    }
  }

  private String terminator(int at) {
    if (is("<!--", at)) {
      return "-->";
    }
    if (is("<![CDATA[", at)) {
      return "]]>";
    }
    return is("<?", at) ? "?>" : "";
  }

  private boolean is(String start, int at) {
    return text.length() - at >= start.length()
        && text.substring(at, at + start.length()).equals(start);
  }
}
