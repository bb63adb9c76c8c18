package io.github.frebscope.log;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NCSA common log format: {@code 10.1.2.3 - user [23/Feb/2026:06:00:01 +0100] "GET /a?b HTTP/1.1"
 * 200 512}. The time has its offset.
 */
final class NcsaLine implements PlainLine {
  private static final Pattern LINE =
      Pattern.compile(
          "(\\S+) (\\S+) (.+?) \\[([^\\]]+)] \"(\\S+) (\\S+)(?: (\\S+))?\" (\\d{3}|-) (\\d+|-)(?: .*)?");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

  @Override
  public Optional<AccessLine> parse(String file, long number, String line) {
    Matcher m = LINE.matcher(line);
    if (!m.matches()) {
      return Optional.empty();
    }
    OffsetDateTime end;
    try {
      end = OffsetDateTime.parse(m.group(4), TIME);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    String url = m.group(6);
    int query = url.indexOf('?');
    Map<String, String> values = new HashMap<>();
    values.put("c-ip", m.group(1));
    values.put("cs-username", m.group(3));
    values.put("cs-method", m.group(5));
    values.put("cs-uri-stem", query < 0 ? url : url.substring(0, query));
    values.put("cs-uri-query", query < 0 ? "-" : url.substring(query + 1));
    values.put("cs-version", m.group(7) == null ? "-" : m.group(7));
    values.put("sc-status", m.group(8));
    values.put("sc-bytes", m.group(9));
    return Optional.of(AccessLine.of(file, number, end.toInstant(), values));
  }

  @Override
  public List<String> missing() {
    return List.of("s-ip", "s-port", "sc-substatus", "sc-win32-status", "time-taken");
  }

  @Override
  public String expected() {
    return "no line of NCSA common format";
  }
}
