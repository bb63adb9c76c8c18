package io.github.frebscope.internal.url;

import java.util.Locale;
import java.util.Set;

/**
 * The words of a segment of a path, with place-holders for those that are identifiers. A word is a
 * run of letters and digits; what stands between words is kept. Every step looks at each character
 * a bounded number of times.
 */
final class UrlWords {
  static final String NUMBER = "{n}";
  private static final String GUID = "{guid}";
  private static final String HEX = "{hex}";
  private static final String TOKEN = "{token}";
  private static final String DATE = "{date}";
  private static final String EMAIL = "{email}";

  /** Words of the trade that have a digit and are no identifiers. */
  private static final Set<String> KNOWN =
      Set.of(
          "oauth1", "oauth2", "saml2", "oidc2", "utf8", "utf16", "base64", "sha1", "sha256",
          "sha512", "md5", "mp3", "mp4", "html5", "css3", "es5", "es6", "es2015", "s3", "ec2",
          "k8s", "log4j", "web2", "web3", "p3p", "x509", "x64", "x86", "win32", "win64", "i18n",
          "l10n", "a11y", "b2b", "b2c", "c2c", "b2e", "h264", "h265", "http2", "http3", "ipv4",
          "ipv6", "json2", "iso8601", "2fa", "3d", "2d");

  /** What an ending looks like: {@code webmanifest} is the longest of the usual ones. */
  private static final int LONGEST_ENDING = 11;

  private static final int LONGEST_ENDING_WITH_DIGIT = 5;
  private static final int GUID_DIGITS = 32;
  private static final int SURE_HEX = 8;
  private static final int SHORT_HEX = 6;
  private static final int SHORT_TOKEN = 6;
  private static final int LONG_WORD = 16;
  private static final int LONG_TOKEN = 20;

  private UrlWords() {}

  /** Appends the pattern of a segment. */
  static void append(String text, StringBuilder out) {
    if (isEmail(text)) {
      out.append(EMAIL);
      return;
    }
    int end = ending(text);
    if (isOpaque(text, end)) {
      out.append(TOKEN);
    } else {
      words(text, end, out);
    }
    for (int i = end; i < text.length(); i++) {
      out.append(Character.toLowerCase(text.charAt(i)));
    }
  }

  private static void words(String text, int to, StringBuilder out) {
    int i = 0;
    if (to > 1 && "+-".indexOf(text.charAt(0)) >= 0 && isDigit(text.charAt(1))) {
      i = 1; // The sign of a number.
    }
    while (i < to) {
      if (isEscape(text, i, to)) {
        appendLower(text, i, i + 3, out);
        i += 3;
        continue;
      }
      if (!isWord(text.charAt(i))) {
        out.append(text.charAt(i));
        i++;
        continue;
      }
      int next = UrlForms.guid(text, i, to);
      if (next > 0) {
        i = braced(GUID, text, next, out);
        continue;
      }
      next = UrlForms.date(text, i, to);
      if (next > 0) {
        out.append(DATE);
        i = next;
        continue;
      }
      next = UrlForms.version(text, i, to);
      if (next > 0) {
        out.append(text.substring(i, next).toLowerCase(Locale.ROOT));
        i = next;
        continue;
      }
      i = word(text, i, to, out);
    }
  }

  /** Braces around a GUID are one of its ways to be written. */
  private static int braced(String placeHolder, String text, int next, StringBuilder out) {
    int last = out.length() - 1;
    if (last >= 0 && out.charAt(last) == '{' && next < text.length() && text.charAt(next) == '}') {
      out.setLength(last);
      out.append(placeHolder);
      return next + 1;
    }
    out.append(placeHolder);
    return next;
  }

  private static int word(String text, int from, int to, StringBuilder out) {
    UrlWord word = UrlWord.at(text, from, to);
    int end = word.end();
    if (word.digits() == 0) {
      appendLower(text, from, end, out);
    } else if (word.digits() == end - from) {
      out.append(NUMBER);
      return UrlForms.moreDigits(text, end, to);
    } else if (isHex(text, from, word)) {
      if (end - from == GUID_DIGITS) {
        return braced(GUID, text, end, out);
      }
      out.append(HEX);
    } else if (isToken(word, end - from)) {
      out.append(TOKEN);
    } else if (KNOWN.contains(text.substring(from, end).toLowerCase(Locale.ROOT))) {
      appendLower(text, from, end, out);
    } else {
      appendMixed(text, from, end, out);
    }
    return end;
  }

  /** Letters are kept, digits are one number. */
  private static void appendMixed(String text, int from, int to, StringBuilder out) {
    boolean inNumber = false;
    for (int i = from; i < to; i++) {
      boolean digit = isDigit(text.charAt(i));
      if (!digit) {
        out.append(Character.toLowerCase(text.charAt(i)));
      } else if (!inNumber) {
        out.append(NUMBER);
      }
      inNumber = digit;
    }
  }

  private static void appendLower(String text, int from, int to, StringBuilder out) {
    for (int i = from; i < to; i++) {
      out.append(Character.toLowerCase(text.charAt(i)));
    }
  }

  /**
   * Hexadecimal letters and digits. A short one has to change between the two, so that {@code
   * bed101} is none.
   */
  private static boolean isHex(String text, int from, UrlWord word) {
    int length = word.end() - from;
    if (length > 2 && text.charAt(from) == '0' && "xX".indexOf(text.charAt(from + 1)) >= 0) {
      return UrlForms.isHex(text, from + 2, word.end());
    }
    boolean longEnough = length >= SURE_HEX || (length >= SHORT_HEX && word.changes() > 1);
    return longEnough && UrlForms.isHex(text, from, word.end());
  }

  /**
   * Whether a word with a digit switches between digits, small letters and capitals as often as one
   * that was drawn by lot: of 62 letters and digits every second one does, in words written in
   * capitals and small letters every fifth.
   */
  private static boolean isToken(UrlWord word, int length) {
    return length >= SHORT_TOKEN
        && word.switches() > 2
        && (length >= LONG_WORD
            ? word.switches() * 3 >= length
            : word.switches() * 5 >= length * 2);
  }

  /**
   * Whether all of it is one token, such as a JSON Web Token or what protects a password reset:
   * long, of the letters of Base64 with capitals, small letters and digits, and digits inside words
   * everywhere.
   */
  private static boolean isOpaque(String text, int to) {
    if (to < LONG_TOKEN) {
      return false;
    }
    if (text.charAt(to - 1) == '=') {
      return isPadded(text, to);
    }
    int changes = 0;
    int switches = 0;
    boolean upper = false;
    boolean lower = false;
    for (int i = 0; i < to; ) {
      char c = text.charAt(i);
      if (!isWord(c)) {
        if ("-_=+.~".indexOf(c) < 0) {
          return false;
        }
        i++;
        continue;
      }
      if (UrlForms.guid(text, i, to) > 0) {
        return false;
      }
      UrlWord word = UrlWord.at(text, i, to);
      upper |= word.hasUpper();
      lower |= word.hasLower();
      if (word.changes() == 0 || !isHex(text, i, word)) {
        changes += word.changes();
        switches += word.switches();
      }
      i = word.end();
    }
    return upper && lower && changes > 1 && (changes * 8 >= to || switches * 3 >= to);
  }

  /** Only Base64 ends with equals signs. */
  private static boolean isPadded(String text, int to) {
    for (int i = 0; i < to; i++) {
      char c = text.charAt(i);
      if (!isWord(c) && "-_=+".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** An escape that was not undone. */
  private static boolean isEscape(String text, int at, int to) {
    return text.charAt(at) == '%' && at + 2 < to && UrlForms.isHex(text, at + 1, at + 3);
  }

  /** Where a file's ending begins, with its dot; the length of the text when it has none. */
  private static int ending(String text) {
    int dot = text.lastIndexOf('.');
    int length = text.length() - dot - 1;
    if (dot <= 0 || length == 0 || length > LONGEST_ENDING || isDigit(text.charAt(dot + 1))) {
      return text.length();
    }
    UrlWord word = UrlWord.at(text, dot + 1, text.length());
    boolean fits =
        word.end() == text.length()
            && (word.digits() == 0 || (length <= LONGEST_ENDING_WITH_DIGIT && word.changes() == 1));
    return fits ? dot : text.length();
  }

  /** {@code someone@example.com}; not {@code @scope} nor {@code package@1.2.3}. */
  private static boolean isEmail(String text) {
    int at = text.indexOf('@');
    int dot = text.lastIndexOf('.');
    if (at <= 0 || dot < at + 2 || text.length() - dot < 3) {
      return false;
    }
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i > dot ? !Character.isLetter(c) : !isWord(c) && c != '-' && c != '.') {
        return false;
      }
    }
    return true;
  }

  static boolean isDigit(char c) {
    return c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  /** Halves of letters beyond 16 bits count as letters, so that none is parted. */
  static boolean isWord(char c) {
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }
}
