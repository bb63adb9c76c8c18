package io.github.frebscope.cause;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the ASP.NET Core Module wrote about a start that failed. Each version words it another way;
 * what is read here is common to them: {@code Application '...' ... commandline '...' ... ErrorCode
 * = '0x80004005 : 80008083'}.
 */
final class StartText {
  private static final long MASK_32_BITS = 0xFFFF_FFFFL;

  /** What Windows answers for the exit code of a process that is still running. */
  private static final long STILL_ACTIVE = 259;

  private static final Pattern CODE =
      Pattern.compile(
          "ErrorCode\\s*=?\\s*'?0x([0-9a-f]{1,8})'?(?:\\s*:\\s*(?:0x)?([0-9a-f]{1,8}))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STATUS_HEX =
      Pattern.compile("processStatus code '(?:0x)?([0-9a-f]{1,8})'", Pattern.CASE_INSENSITIVE);
  private static final Pattern STATUS_DECIMAL =
      Pattern.compile("processStatus '(-?\\d{1,10})'", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMAND = quoted("commandline");
  private static final Pattern APPLICATION = quoted("Application");
  private static final Pattern SUB_APPLICATION =
      Pattern.compile("(?i)(?:/ROOT|APPHOST/[^/]+)/+[^/].*");

  private final String text;
  private final OptionalLong code;
  private final OptionalLong exitCode;
  private final Optional<String> commandLine;
  private final Optional<String> application;

  StartText(String text) {
    this.text = Quote.head(text);
    code = number(group(CODE, 1), 16);
    exitCode = findExitCode();
    commandLine = group(COMMAND, 1).map(String::strip);
    application = group(APPLICATION, 1);
  }

  private static Pattern quoted(String name) {
    return Pattern.compile(name + " '([^']*)'", Pattern.CASE_INSENSITIVE);
  }

  private Optional<String> group(Pattern pattern, int group) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.ofNullable(matcher.group(group)) : Optional.empty();
  }

  /** The HRESULT; empty when none is told or it is 0. */
  OptionalLong code() {
    return code;
  }

  /** With what the process ended; empty when it is not told, is 0, or the process still ran. */
  OptionalLong exitCode() {
    return exitCode;
  }

  private OptionalLong findExitCode() {
    OptionalLong exit = number(group(CODE, 2).or(() -> group(STATUS_HEX, 1)), 16);
    OptionalLong told = exit.isPresent() ? exit : number(group(STATUS_DECIMAL, 1), 10);
    return told.orElse(STILL_ACTIVE) == STILL_ACTIVE ? OptionalLong.empty() : told;
  }

  private static OptionalLong number(Optional<String> digits, int radix) {
    long value = digits.map(d -> Long.parseLong(d, radix) & MASK_32_BITS).orElse(0L);
    return value == 0 ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** The command line as it was made of the configuration, empty text included. */
  Optional<String> commandLine() {
    return commandLine;
  }

  /** Whether the command line names no program: it is empty, or a placeholder was left in it. */
  boolean namesNoProgram() {
    return commandLine()
        .filter(c -> c.isEmpty() || c.startsWith("\"\"") || c.contains("%LAUNCHER_PATH%"))
        .isPresent();
  }

  /** The application's path in the configuration, {@code /LM/W3SVC/3/ROOT/shop}. */
  Optional<String> application() {
    return application;
  }

  /** Whether it is an application below another one; false when it is not told. */
  boolean isSubApplication() {
    return application().filter(a -> SUB_APPLICATION.matcher(a).find()).isPresent();
  }

  /** Whether the text has one of these words in it, in any case. */
  boolean says(String... words) {
    String lower = text.toLowerCase(Locale.ROOT);
    return List.of(words).stream().anyMatch(lower::contains);
  }

  /** Whether there is anything in it that rules ask for. */
  boolean isTelling() {
    return code().isPresent() || commandLine().isPresent() || exitCode().isPresent();
  }

  @Override
  public String toString() {
    return text;
  }
}
