package io.github.frebscope.report;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks secrets inside sentences, messages, header dumps and single header values. */
final class TextRedaction {
  private static final Pattern HEADER_LINE =
      Pattern.compile(
          "(?i)(?<![A-Za-z0-9-])((?:set-)?cookie2?|(?:proxy-)?authorization|x-arr-clientcert"
              + "|ms-aspnetcore-(?:clientcert|token|winauthtoken)|x-api-key|x-ms-client-principal)"
              + "(\\s*:[ \\t]*)([^\\r\\n]+)");

  private static final String MASKED = "\\[masked, [\\d,]+ characters?\\]";

  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?<![A-Za-z0-9_.%-])([A-Za-z0-9_.%\\[\\]-]{2,64}+)(\\s?=\\s?)("
              + MASKED
              + "|\"[^\"]*+\"|'[^']*+'|[^\\s&;\"'<>]++)");

  private static final Pattern TOLD =
      Pattern.compile(
          "(?<![A-Za-z0-9_.-])([A-Za-z0-9_.-]{2,64}+)(\\\\?[\"']?\\s?:\\s?)("
              + MASKED
              + "|\"[^\"]*+\"|'[^']*+'|[^\\s,;\"'<>&]++)");

  /**
   * A string of a script, with quotes doubled inside; bounded, since groups repeat by recursion.
   */
  private static final String QUOTED = "(?:\"[^\"]*+\"){1,50}+|'[^']*+'";

  private static final String INDEX = "\\s?\\(\\s?[\"'][^\"'()]{0,64}[\"']\\s?\\)";

  /** {@code Response.Cookies("user") = "..."}, {@code Session("password") = "..."}. */
  private static final Pattern INDEXED =
      Pattern.compile(
          "(?i)(?<![a-z0-9_])(?<target>(?<of>[a-z][a-z0-9_]{1,63})(?:"
              + INDEX
              + ")?\\s?\\(\\s?[\"'](?<key>[^\"'()]{0,64})[\"']\\s?\\)(?:\\.value)?\\s?=\\s?)(?<value>"
              + MASKED
              + "|"
              + QUOTED
              + "|[^\\s&;\"'<>]++)");

  /** {@code setRequestHeader "Cookie", "..."}. */
  private static final Pattern LISTED =
      Pattern.compile("([\"']([A-Za-z0-9_-]{2,64}+)[\"']\\s?,\\s?)(" + MASKED + "|" + QUOTED + ")");

  private TextRedaction() {}

  static String mask(String text) {
    String masked = code(text);
    if (UrlRedaction.looksLikeOne(masked)) {
      return UrlRedaction.mask(masked);
    }
    if (masked.indexOf(':') >= 0) {
      masked =
          HEADER_LINE
              .matcher(masked)
              .replaceAll(
                  m -> Matcher.quoteReplacement(m.group(1) + m.group(2) + Mask.of(m.group(3))));
      masked = TOLD.matcher(masked).replaceAll(m -> told(m));
    }
    if (masked.indexOf('=') >= 0) {
      masked = ASSIGNED.matcher(masked).replaceAll(m -> assigned(m));
    }
    return TokenRedaction.mask(masked);
  }

  /** Statements of scripts, which ASP traces. */
  private static String code(String text) {
    if (text.indexOf('"') < 0 && text.indexOf('\'') < 0) {
      return text;
    }
    Matcher matcher = INDEXED.matcher(text);
    String masked = matcher.replaceAll(m -> indexed(matcher));
    return LISTED.matcher(masked).replaceAll(m -> listed(m));
  }

  private static String indexed(Matcher match) {
    boolean isSecret =
        match.group("of").equalsIgnoreCase("cookies")
            || SecretNames.isParameter(match.group("key"));
    return Matcher.quoteReplacement(
        isSecret ? match.group("target") + Mask.of(match.group("value")) : match.group());
  }

  private static String listed(MatchResult match) {
    boolean isSecret = SecretNames.isHeader(match.group(2));
    return Matcher.quoteReplacement(
        isSecret ? match.group(1) + Mask.of(match.group(3)) : match.group());
  }

  private static String told(MatchResult match) {
    return value(match, SecretNames.isUnmistakable(match.group(1)));
  }

  private static String assigned(MatchResult match) {
    return value(match, SecretNames.isParameter(match.group(1)));
  }

  private static String value(MatchResult match, boolean secret) {
    return Matcher.quoteReplacement(
        secret ? match.group(1) + match.group(2) + Mask.of(match.group(3)) : match.group());
  }

  /** The value of one header. */
  static String header(String name, String value) {
    return SecretNames.isHeader(name) ? Mask.of(value) : mask(value);
  }

  /** Headers as IIS dumps them: a line each, continued lines begin with a blank or a tab. */
  static String headers(String dump) {
    StringBuilder masked = new StringBuilder(dump.length());
    boolean inSecret = false;
    int at = 0;
    while (at < dump.length()) {
      int end = at;
      while (end < dump.length() && dump.charAt(end) != '\n' && dump.charAt(end) != '\r') {
        end++;
      }
      String line = dump.substring(at, end);
      int colon = line.indexOf(':');
      boolean continued = line.startsWith(" ") || line.startsWith("\t");
      if (continued && inSecret) {
        masked.append(' ').append(Mask.of(line.strip()));
      } else if (colon > 0 && !continued) {
        String name = line.substring(0, colon);
        String value = line.substring(colon + 1);
        String text = value.stripLeading();
        inSecret = SecretNames.isHeader(name);
        masked.append(name).append(':').append(value, 0, value.length() - text.length());
        masked.append(header(name, text));
      } else {
        masked.append(mask(line));
      }
      while (end < dump.length() && (dump.charAt(end) == '\n' || dump.charAt(end) == '\r')) {
        masked.append(dump.charAt(end++));
      }
      at = end;
    }
    return masked.toString();
  }
}
