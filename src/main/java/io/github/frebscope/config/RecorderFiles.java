package io.github.frebscope.config;

import io.github.frebscope.config.RecorderStep.Kind;
import io.github.frebscope.config.RecorderStep.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The steps about the files: where they go, how many are kept, where they are cut. */
final class RecorderFiles {
  private static final String STANDARD = "%SystemDrive%\\inetpub\\logs\\FailedReqLogFiles";

  /** Where traces go by default; the second is the schema's, the third that of IIS Express. */
  private static final Set<String> STANDARDS =
      Set.of(
          lower(STANDARD),
          "%systemdrive%\\inetpub\\failedreqlogfiles",
          "%iis_user_home%\\tracelogfiles");

  /** Variables that every process on a server has. */
  private static final Set<String> EVERYWHERE =
      Set.of("systemdrive", "systemroot", "windir", "programfiles", "programdata", "iis_user_home");

  private static final Pattern VARIABLE = Pattern.compile("%([^%]+)%");
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[\\\\/].*");
  private static final int STANDARD_FILES = 50;
  private static final int STANDARD_KB = 1024;

  private RecorderFiles() {}

  static List<RecorderStep> steps(RecorderFacts facts) {
    return List.of(directory(facts), files(facts.site()), size(facts.site()));
  }

  private static RecorderStep directory(RecorderFacts facts) {
    Setting<String> directory = facts.site().tracing().directory();
    String path = directory.value().strip().replace('/', '\\');
    String identity = identity(facts.pool());
    if (isStandard(path)) {
      return step(Outcome.PASS, "traces go to " + directory.value() + ", as installed", directory);
    }
    Remedy back =
        Commands.siteSwitch(
            "To be certain, write to the folder that IIS is installed with",
            facts.site(),
            "directory",
            STANDARD);
    if (isUnc(path)) {
      return RecorderStep.of(
          Kind.DIRECTORY,
          Outcome.CANNOT_TELL,
          "traces go to the share "
              + directory.value()
              + ", on which "
              + identity
              + " needs Full Control, of the share and of the folder"
              + (isBuiltIn(facts.pool())
                  ? "; a built-in account comes to that server as ANONYMOUS"
                  : ""),
          directory,
          back);
    }
    Optional<String> unknown = unknownVariable(path);
    if (unknown.isPresent()) {
      return RecorderStep.of(
          Kind.DIRECTORY,
          Outcome.CANNOT_TELL,
          "traces go to "
              + directory.value()
              + ", and what "
              + unknown.get()
              + " is depends on the environment of the process of "
              + identity,
          directory,
          back);
    }
    if (!path.startsWith("%") && !DRIVE.matcher(path).matches()) {
      return RecorderStep.of(
          Kind.DIRECTORY,
          Outcome.CANNOT_TELL,
          "traces go to " + directory.value() + ", which is no full path",
          directory,
          back);
    }
    return step(
        Outcome.PASS,
        "traces go to "
            + directory.value()
            + ", which must be there, and on which "
            + identity
            + " needs Full Control: rights are not in the configuration",
        directory);
  }

  private static RecorderStep step(Outcome outcome, String sentence, Setting<String> setting) {
    return new RecorderStep(
        Kind.DIRECTORY, outcome, sentence, Optional.of(setting), Optional.empty());
  }

  private static boolean isStandard(String path) {
    String plain = path.endsWith("\\") ? path.substring(0, path.length() - 1) : path;
    return STANDARDS.contains(lower(plain))
        || lower(plain).equals("c:\\inetpub\\logs\\failedreqlogfiles");
  }

  private static boolean isUnc(String path) {
    return lower(path).startsWith("\\\\?\\unc\\")
        || (path.startsWith("\\\\") && !path.startsWith("\\\\?\\") && !path.startsWith("\\\\.\\"));
  }

  private static Optional<String> unknownVariable(String path) {
    Matcher variable = VARIABLE.matcher(path);
    while (variable.find()) {
      if (!EVERYWHERE.contains(lower(variable.group(1)))) {
        return Optional.of(variable.group());
      }
    }
    return Optional.empty();
  }

  private static boolean isBuiltIn(Optional<AppPool> pool) {
    return pool.filter(p -> !p.identityType().value().equalsIgnoreCase("SpecificUser")).isPresent();
  }

  private static String identity(Optional<AppPool> pool) {
    if (pool.isEmpty()) {
      return "the identity of the pool";
    }
    String name = pool.get().name();
    return switch (lower(pool.get().identityType().value())) {
      case "applicationpoolidentity" -> "IIS AppPool\\" + name;
      case "networkservice" -> "NETWORK SERVICE (pool " + name + ")";
      case "localservice" -> "LOCAL SERVICE (pool " + name + ")";
      case "localsystem" -> "SYSTEM (pool " + name + ")";
      default -> "the user of pool " + name;
    };
  }

  private static RecorderStep files(Site site) {
    Setting<Integer> most = site.tracing().maxLogFiles();
    int files = most.value();
    String told =
        files
            + " files are kept, and when there are so many the older half is deleted: at 10 traces a"
            + " minute they reach back "
            + minutes(Math.max(1, files / 2))
            + " to "
            + minutes(files)
            + " minutes";
    return files >= STANDARD_FILES
        ? new RecorderStep(
            Kind.FILES,
            Outcome.PASS,
            told,
            Optional.of(most.map(String::valueOf)),
            Optional.empty())
        : RecorderStep.of(
            Kind.FILES,
            Outcome.PARTIAL,
            told,
            most.map(String::valueOf),
            Commands.siteSwitch("Keep more files", site, "maxLogFiles", "1000"));
  }

  /** How long it takes to write so many at 10 a minute. */
  private static String minutes(int files) {
    return files % 10 == 0
        ? Integer.toString(files / 10)
        : String.format(Locale.ROOT, "%.1f", files / 10.0);
  }

  private static RecorderStep size(Site site) {
    Setting<Integer> most = site.tracing().maxLogFileSizeKb();
    int kb = most.value();
    if (kb == 0 || kb >= STANDARD_KB) {
      String told = kb == 0 ? "a file has no limit" : "a file is cut at about " + kb + " KB";
      return new RecorderStep(
          Kind.SIZE, Outcome.PASS, told, Optional.of(most.map(String::valueOf)), Optional.empty());
    }
    return RecorderStep.of(
        Kind.SIZE,
        Outcome.PARTIAL,
        "a file is cut at about "
            + kb
            + " KB, less than IIS's default: the events at the end, which tell the failure, are lost"
            + " first",
        most.map(String::valueOf),
        Commands.siteSwitch("Let files grow", site, "maxLogFileSizeKB", "10240"));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
