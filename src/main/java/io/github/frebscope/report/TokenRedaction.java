package io.github.frebscope.report;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks what is a credential by its own shape, whatever stands around it. */
final class TokenRedaction {
  /**
   * Characters of base64url. Braces are among them for the pattern of a URL, in which {@code {n}}
   * stands for digits and would leave the rest of a token visible.
   */
  private static final String CHARACTERS = "[A-Za-z0-9_{}-]";

  /** JSON Web Tokens: base64url of an opening brace and quote, whole or only some of the parts. */
  private static final Pattern JWT =
      Pattern.compile("(?<![A-Za-z0-9])eyJ" + CHARACTERS + "{10,}+(?:\\." + CHARACTERS + "*+)*+");

  /** What ASP.NET Core's data protection makes: base64url of its magic bytes 09 F0 C9 F0. */
  private static final Pattern DATA_PROTECTION =
      Pattern.compile("(?<![A-Za-z0-9])CfDJ(?:8|\\{n\\})" + CHARACTERS + "{10,}+");

  /** A scheme and what follows it, if that is not the first parameter of a challenge. */
  private static final Pattern SCHEME =
      Pattern.compile(
          "(?i)(?<![A-Za-z0-9])(Basic|Bearer|Negotiate|NTLM|Kerberos|SharedKey)(\\s+|%20|\\+)"
              + "(?![A-Za-z_-]{1,20}=\")([A-Za-z0-9+/._~:-]{4,}+=*+)");

  private static final Pattern WORD = Pattern.compile("[A-Za-z][a-z]{0,19}[.:]?|[A-Z]{1,20}[.:]?");

  /** ASP.NET's session or ticket inside the path: {@code /(S(lit3py55t21z5v55vlm25s55))/}. */
  private static final Pattern COOKIELESS =
      Pattern.compile("(?<=/)\\((?:[A-Z]\\([^()/]*+\\))++\\)(?=[/?#]|$)");

  private static final String AUTHORITY = "://";

  private TokenRedaction() {}

  static String mask(String text) {
    String masked = text;
    if (masked.contains("eyJ")) {
      masked = whole(JWT, masked);
    }
    if (masked.contains("CfDJ")) {
      masked = whole(DATA_PROTECTION, masked);
    }
    if (masked.contains("/(")) {
      masked = whole(COOKIELESS, masked);
    }
    masked = SCHEME.matcher(masked).replaceAll(m -> Matcher.quoteReplacement(scheme(m)));
    return userInfo(masked);
  }

  private static String whole(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(m -> Matcher.quoteReplacement(Mask.of(m.group())));
  }

  /** {@code Bearer token expected} is a sentence; {@code Bearer mF_9.B5f-4.1JqM} is not. */
  private static String scheme(MatchResult match) {
    String token = match.group(3);
    return WORD.matcher(token).matches()
        ? match.group()
        : match.group(1) + match.group(2) + Mask.of(token);
  }

  /** {@code user:password@} in front of a host. */
  private static String userInfo(String text) {
    int found = text.indexOf(AUTHORITY);
    if (found < 0 || text.indexOf('@', found) < 0) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text.length());
    int copied = 0;
    while (found >= 0) {
      int start = found + AUTHORITY.length();
      int end = start;
      int at = -1;
      while (end < text.length() && "/?#\"'<> \t\r\n".indexOf(text.charAt(end)) < 0) {
        if (text.charAt(end) == '@') {
          at = end;
        }
        end++;
      }
      if (at >= 0) {
        masked.append(text, copied, start).append(Mask.of(text.substring(start, at)));
        copied = at;
      }
      found = text.indexOf(AUTHORITY, start);
    }
    return masked.append(text, copied, text.length()).toString();
  }
}
