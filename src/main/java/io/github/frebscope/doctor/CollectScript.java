package io.github.frebscope.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A script of Windows PowerShell 5.1 that gathers a farm into a folder, as {@code
 * FOLDER\web01\LogFiles} and so on, through the servers' administrative shares. The script only
 * reads on the servers; where it may not, it says so and goes on.
 *
 * <p>It is plain ASCII, since PowerShell 5.1 takes a file without a mark of its encoding for the
 * code page of the system: letters beyond are written by their numbers.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class CollectScript {
  /** So many days of logs and events are gathered unless it is said otherwise. */
  public static final int USUAL_DAYS = 3;

  /** So many traces of a site are gathered unless it is said otherwise, the newest first. */
  public static final int USUAL_TRACES = 1000;

  private static final int MOST_DAYS = 3650;
  private static final String TEMPLATE = "collect.ps1";
  private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]*)");
  private static final Pattern SLOT = Pattern.compile("@(SERVERS|OUT|SITE|DAYS|TRACES)@");

  private final List<String> servers;
  private final String folder;
  private final String site;
  private final int days;
  private final int traces;

  private CollectScript(List<String> servers, String folder, String site, int days, int traces) {
    this.servers = servers;
    this.folder = folder;
    this.site = site;
    this.days = days;
    this.traces = traces;
  }

  /** The local machine, all sites, the usual days, into a folder {@code farm}. */
  public static CollectScript standard() {
    return new CollectScript(List.of(), "farm", "", USUAL_DAYS, USUAL_TRACES);
  }

  /**
   * From these servers; none is the machine that the script runs on.
   *
   * @throws IllegalArgumentException when one can be no name of a server; the message says which
   */
  public CollectScript servers(List<String> names) {
    for (String name : names) {
      if (!SERVER.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "'" + name + "' is no name of a server; letters, digits, '.', '_' and '-' make one");
      }
    }
    return new CollectScript(List.copyOf(names), folder, site, days, traces);
  }

  /**
   * Into this folder of the machine that the script runs on; it is made when it is not there.
   *
   * @throws IllegalArgumentException when it is blank or has control characters
   */
  public CollectScript into(String path) {
    return new CollectScript(servers, plain(path, "folder"), site, days, traces);
  }

  /**
   * Only of the site with this name or number.
   *
   * @throws IllegalArgumentException when it is blank or has control characters
   */
  public CollectScript site(String name) {
    return new CollectScript(servers, folder, plain(name, "site"), days, traces);
  }

  /**
   * Logs and events of the last days.
   *
   * @throws IllegalArgumentException when it is less than 1 or more than ten years
   */
  public CollectScript days(int count) {
    if (count < 1 || count > MOST_DAYS) {
      throw new IllegalArgumentException(
          count + " is no number of days; from 1 to " + MOST_DAYS + " can be collected");
    }
    return new CollectScript(servers, folder, site, count, traces);
  }

  /**
   * At most so many traces of a site, the newest.
   *
   * @throws IllegalArgumentException when it is less than 1
   */
  public CollectScript mostTraces(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(count + " is no number of traces; 1 is the least");
    }
    return new CollectScript(servers, folder, site, days, count);
  }

  private static String plain(String text, String what) {
    Objects.requireNonNull(text, what);
    if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("'" + text + "' is no name of a " + what);
    }
    return text;
  }

  /** The script; lines end with LF. */
  public String text() {
    List<String> names = servers.isEmpty() ? List.of("localhost") : servers;
    Map<String, String> values =
        Map.of(
            "SERVERS",
            names.stream().map(CollectScript::quoted).collect(Collectors.joining(", ")),
            "OUT",
            quoted(folder),
            "SITE",
            quoted(site),
            "DAYS",
            Integer.toString(days),
            "TRACES",
            Integer.toString(traces));
    // In one pass: a name that looks like a slot stays a name.
    return SLOT.matcher(template())
        .replaceAll(slot -> Matcher.quoteReplacement(values.get(slot.group(1))));
  }

  /**
   * A text as PowerShell reads it literally. Single quotes are doubled; what is not ASCII, which
   * includes the typographic quotes that PowerShell takes for quotes, stands as a number.
   */
  static String quoted(String text) {
    StringBuilder literal = new StringBuilder("'");
    boolean parts = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        literal.append("''");
      } else if (c >= ' ' && c < 0x7F) {
        literal.append(c);
      } else {
        literal.append("' + [char]0x").append(Integer.toHexString(c)).append(" + '");
        parts = true;
      }
    }
    literal.append('\'');
    return parts ? "(" + literal + ")" : literal.toString();
  }

  private static String template() {
    try (InputStream in = CollectScript.class.getResourceAsStream(TEMPLATE)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code collects web01, web02 into farm}: one line. */
  @Override
  public String toString() {
    return "collects "
        + (servers.isEmpty() ? "this machine" : String.join(", ", servers))
        + " into "
        + folder;
  }
}
