package io.github.frebscope.internal.url;

import java.util.Optional;

/**
 * Paths with place-holders for what is an identifier, so that requests to the same handler count
 * together: {@code /order/1842} and {@code /Order/1843/} are both {@code /order/{n}}.
 *
 * <p>The method is the first step of Drain, a miner of log templates (He, Zhu, Zheng, Lyu: "Drain:
 * An Online Log Parsing Approach with Fixed Depth Tree", ICWS 2017): tokens are masked by what is
 * known of the field, and what has a digit in it is taken for a variable. Here the tokens are the
 * segments of a path. It departs from Drain in three things:
 *
 * <ul>
 *   <li>No tree follows in which lines become alike by what else is in the set: a pattern depends
 *       on its path alone, so that two weeks, two servers and one file give the same one.
 *   <li>Only the variable part of a segment is masked, its letters are kept ({@code order-{n}},
 *       {@code report-{n}.aspx}). In a URL they name what is asked for, and a segment such as
 *       {@code default2.aspx} would otherwise be any segment.
 *   <li>The kind of an identifier is told ({@code {guid}}, {@code {hex}}, {@code {token}}, {@code
 *       {date}}, {@code {email}}), since a route that takes numbers and gets a GUID is worth
 *       seeing.
 * </ul>
 *
 * <p>Letters are folded to small ones and a slash at the end or doubled is dropped: IIS finds the
 * same handler either way, and counting together is the aim. Paths for case-sensitive backends are
 * folded too; that two routes differ in case alone is rarer than links that do. {@code
 * Attributes.PATH} has the path as written. A pattern is no longer than {@value #LONGEST}
 * characters. Its cost is linear in the length of the path, about half a microsecond for a usual
 * one.
 */
public final class UrlPattern {
  /** How many characters a pattern has at the most; {@code ...} stands for what is cut off. */
  public static final int LONGEST = 200;

  private static final String CUT = "...";

  /** {@code {email}}. */
  private static final int LONGEST_PLACE_HOLDER = 7;

  private UrlPattern() {}

  /** The pattern of a URL's path; empty when it has none. */
  public static Optional<String> of(String url) {
    return UrlParts.path(url).map(UrlPattern::ofPath);
  }

  private static String ofPath(String path) {
    StringBuilder out = new StringBuilder(Math.min(path.length(), LONGEST) + 16);
    int at = 0;
    while (at < path.length() && out.length() <= LONGEST) {
      if (path.charAt(at) == '/') {
        at++;
        continue;
      }
      int end = UrlQuotes.segmentEnd(path, at);
      out.append('/');
      UrlSegment.append(path, at, end, out);
      at = end;
    }
    if (out.length() > LONGEST) {
      cut(out);
    }
    return out.isEmpty() ? "/" : out.toString();
  }

  /** Not inside a place-holder, nor between the halves of one letter. */
  private static void cut(StringBuilder out) {
    int at = LONGEST - CUT.length();
    int open = out.lastIndexOf("{", at - 1);
    if (open > at - LONGEST_PLACE_HOLDER && out.indexOf("}", open) >= at) {
      at = open;
    }
    if (Character.isHighSurrogate(out.charAt(at - 1))) {
      at--;
    }
    out.setLength(at);
    out.append(CUT);
  }
}
