package io.github.frebscope.doctor;

import java.util.Optional;

/**
 * Commands for an administrator, with names quoted so that cmd.exe and PowerShell hand them on as
 * they are.
 *
 * <p>Not every name can be quoted: cmd.exe replaces {@code %name%} between quotes too, and neither
 * appcmd's nor XPath's literals have a way to write the quotation mark that encloses them. Then
 * there is no command, rather than one that does something else.
 */
final class AdminCommands {
  private static final String APPCMD = "%windir%\\system32\\inetsrv\\appcmd.exe ";

  private AdminCommands() {}

  /** Sets an attribute of a pool; empty text when the name cannot be quoted. */
  static String pool(String name, String attribute, String value) {
    return setPool(name, "/" + attribute + ":" + value);
  }

  /** Adds a time to a pool's schedule of recycles. */
  static String poolSchedule(String name, String time) {
    return setPool(name, "/+recycling.periodicRestart.schedule.[value='" + time + "']");
  }

  /** Takes a time out of a pool's schedule of recycles. */
  static String poolScheduleWithout(String name, String time) {
    return setPool(name, "/-recycling.periodicRestart.schedule.[value='" + time + "']");
  }

  private static String setPool(String name, String change) {
    return text(
        forCmd(name)
            .flatMap(
                quoted -> forCmd(change).map(set -> APPCMD + "set apppool " + quoted + " " + set)));
  }

  /** Sets an attribute of an application. */
  static String application(String site, String path, String attribute, String value) {
    return text(
        forCmd(site + path)
            .map(quoted -> APPCMD + "set app " + quoted + " /" + attribute + ":" + value));
  }

  /** Sets an attribute of how a site records its failed requests. */
  static String tracing(String site, String attribute, String value) {
    return text(
        forCmd(site)
            .map(
                quoted ->
                    APPCMD
                        + "set site "
                        + quoted
                        + " /traceFailedRequestsLogging."
                        + attribute
                        + ":"
                        + value));
  }

  /** Adds a page that is asked when an application starts. */
  static String warmUp(String site, String path, String page) {
    return text(
        forCmd(site + path)
            .filter(quoted -> page.indexOf('\'') < 0)
            .flatMap(
                quoted ->
                    forCmd("/+[initializationPage='" + page + "']")
                        .map(
                            add ->
                                APPCMD
                                    + "set config "
                                    + quoted
                                    + " -section:system.webServer/applicationInitialization "
                                    + add
                                    + " /commit:apphost")));
  }

  /** Adds a page that is asked when an application starts, by PowerShell's WebAdministration. */
  static String warmUpByPowerShell(String site, String path, String page) {
    String location = path.equals("/") ? site : site + path;
    return host("Add", "system.webServer/applicationInitialization")
        + " -Location "
        + forPowerShell(location)
        + " -Name '.' -Value @{initializationPage="
        + forPowerShell(page)
        + "}";
  }

  /** Sets an attribute of a server farm. */
  static String farm(String name, String attribute, String value) {
    return text(
        forCmd("/[name='" + name + "']." + attribute + ":" + value)
            .filter(set -> name.indexOf('\'') < 0)
            .map(set -> APPCMD + "set config -section:webFarms " + set + " /commit:apphost"));
  }

  /**
   * Sets an attribute in {@code applicationHost.config} by PowerShell's WebAdministration.
   *
   * @param filter the XPath of the element
   * @param value the value; {@code true} and {@code false} are written as PowerShell's
   */
  static String set(Optional<String> filter, String attribute, String value) {
    String written =
        value.equals("true") || value.equals("false") ? "$" + value : forPowerShell(value);
    return text(
        filter.map(
            path ->
                host("Set", path) + " -Name " + forPowerShell(attribute) + " -Value " + written));
  }

  /** Adds an element to a collection by PowerShell's WebAdministration. */
  static String add(Optional<String> filter, String attribute, String value) {
    return text(
        filter.map(
            path ->
                host("Add", path)
                    + " -Name '.' -Value @{"
                    + attribute
                    + "="
                    + forPowerShell(value)
                    + "}"));
  }

  /** The XPath of a pool's element, or of one below it. */
  static Optional<String> poolPath(String name, String below) {
    return literal(name)
        .map(text -> "system.applicationHost/applicationPools/add[@name=" + text + "]" + below);
  }

  /** The XPath of an application. */
  static Optional<String> applicationPath(String site, String path) {
    return literal(site)
        .flatMap(
            name ->
                literal(path)
                    .map(
                        at ->
                            "system.applicationHost/sites/site[@name="
                                + name
                                + "]/application[@path="
                                + at
                                + "]"));
  }

  /** The XPath of how a site records its failed requests; by its number, which any name has. */
  static Optional<String> tracingPath(long site) {
    return Optional.of(
        "system.applicationHost/sites/site[@id='" + site + "']/traceFailedRequestsLogging");
  }

  /** The XPath of an element below a server farm. */
  static Optional<String> farmPath(String name, String below) {
    return literal(name).map(text -> "webFarms/webFarm[@name=" + text + "]" + below);
  }

  private static String host(String verb, String filter) {
    return verb
        + "-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Filter "
        + forPowerShell(filter);
  }

  /** One argument for cmd.exe, between quotes when it needs them. */
  static Optional<String> forCmd(String text) {
    if (text.isEmpty() || text.endsWith("\\") || hasControl(text)) {
      return Optional.empty(); // a backslash would take the quotation mark's meaning away
    }
    boolean plain = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '%') {
        return Optional.empty();
      }
      plain &= Character.isLetterOrDigit(c) || "/.:_-+[]='\\".indexOf(c) >= 0;
    }
    return Optional.of(plain ? text : '"' + text + '"');
  }

  /** A literal of PowerShell, which takes typographic apostrophes for apostrophes. */
  static String forPowerShell(String text) {
    return "'" + text.replaceAll("(['\u2018\u2019\u201a\u201b])", "$1$1") + "'";
  }

  /** A literal of XPath. */
  private static Optional<String> literal(String text) {
    if (hasControl(text)) {
      return Optional.empty();
    }
    if (text.indexOf('\'') < 0) {
      return Optional.of("'" + text + "'");
    }
    return text.indexOf('"') < 0 ? Optional.of('"' + text + '"') : Optional.empty();
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  private static String text(Optional<String> command) {
    return command.orElse("");
  }
}
