package io.github.frebscope.config;

import java.util.List;

/** Lines of appcmd and PowerShell that change a setting. */
final class Commands {
  private static final String APPCMD = "%windir%\\system32\\inetsrv\\appcmd.exe set config ";
  private static final String RULES = "system.webServer/tracing/traceFailedRequests";
  private static final String ROOT = " -PSPath 'MACHINE/WEBROOT/APPHOST'";

  private Commands() {}

  /** Sets an attribute of the site's {@code traceFailedRequestsLogging}. */
  static Remedy siteSwitch(String sentence, Site site, String attribute, String value) {
    // A name can hold an apostrophe, and neither tool can escape one in a path; a number cannot.
    boolean byId = site.name().indexOf('\'') >= 0;
    String key = byId ? "id='" + site.id() + "'" : "name='" + site.name() + "'";
    return new Remedy(
        sentence,
        List.of(
            APPCMD
                + "-section:system.applicationHost/sites \"/["
                + key
                + "].traceFailedRequestsLogging."
                + attribute
                + ":"
                + value
                + "\" /commit:apphost"),
        List.of(
            "Set-WebConfigurationProperty"
                + ROOT
                + " -Filter \"system.applicationHost/sites/site[@"
                + key
                + "]/traceFailedRequestsLogging\" -Name "
                + attribute
                + " -Value "
                + quoted(value)));
  }

  /** Sets an attribute of an element of a rule. */
  static Remedy rule(
      String sentence, String location, FailureRule rule, String attribute, String value) {
    return new Remedy(
        sentence,
        List.of(
            appcmd(
                location,
                "/[path='" + rule.path() + "'].failureDefinitions." + attribute + ":" + value)),
        List.of(
            set(
                location,
                "/add[@path='" + rule.path() + "']/failureDefinitions",
                attribute,
                value)));
  }

  /** Sets the areas of a provider of a rule, or adds the provider. */
  static Remedy areas(
      String sentence, String location, FailureRule rule, String provider, String areas) {
    String path = rule.path();
    boolean isNamed =
        rule.areas().stream().anyMatch(area -> area.provider().equalsIgnoreCase(provider));
    String element = "/[path='" + path + "'].traceAreas.[provider='" + provider + "']";
    String filter = "/add[@path='" + path + "']/traceAreas";
    return isNamed
        ? new Remedy(
            sentence,
            List.of(appcmd(location, element + ".areas:" + areas)),
            List.of(set(location, filter + "/add[@provider='" + provider + "']", "areas", areas)))
        : new Remedy(
            sentence,
            List.of(addAreas(location, path, provider, areas)),
            List.of(add(location, filter, value(provider, areas))));
  }

  /** Adds a rule. */
  static Remedy newRule(
      String sentence, String location, String provider, String areas, String statusCodes) {
    return new Remedy(
        sentence,
        List.of(
            appcmd(location, "/+[path='*']"),
            addAreas(location, "*", provider, areas),
            appcmd(location, "/[path='*'].failureDefinitions.statusCodes:" + statusCodes)),
        List.of(
            add(location, "", "@{path='*'}"),
            add(location, "/add[@path='*']/traceAreas", value(provider, areas)),
            set(location, "/add[@path='*']/failureDefinitions", "statusCodes", statusCodes)));
  }

  private static String addAreas(String location, String path, String provider, String areas) {
    return appcmd(
        location,
        "/+[path='"
            + path
            + "'].traceAreas.[provider='"
            + provider
            + "',areas='"
            + areas
            + "',verbosity='Verbose']");
  }

  private static String value(String provider, String areas) {
    return "@{provider='" + provider + "';areas='" + areas + "';verbosity='Verbose'}";
  }

  private static String appcmd(String location, String change) {
    return APPCMD
        + "\""
        + location
        + "\" -section:"
        + RULES
        + " \""
        + change
        + "\" /commit:apphost";
  }

  private static String set(String location, String element, String attribute, String value) {
    return "Set-WebConfigurationProperty"
        + ROOT
        + " -Location "
        + quoted(location)
        + " -Filter \""
        + RULES
        + element
        + "\" -Name "
        + attribute
        + " -Value "
        + quoted(value);
  }

  private static String add(String location, String element, String value) {
    return "Add-WebConfigurationProperty"
        + ROOT
        + " -Location "
        + quoted(location)
        + " -Filter \""
        + RULES
        + element
        + "\" -Name \".\" -Value "
        + value;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
