package io.github.frebscope.config;

import java.util.List;
import java.util.Locale;

/** Lines of appcmd and PowerShell that change a setting. */
final class Commands {
  private static final String APPCMD = "%windir%\\system32\\inetsrv\\appcmd.exe set config ";
  private static final String RULES = "system.webServer/tracing/traceFailedRequests";

  /** What cmd or PowerShell do not take as it is, with all that PowerShell takes for a quote. */
  private static final String SPECIAL = "\"'`$&|<>^%!\u2018\u2019\u201a\u201b\u201c\u201d\u201e";

  private static final String ROOT = " -PSPath 'MACHINE/WEBROOT/APPHOST'";

  private Commands() {}

  /**
   * Whether a text can stand in a line for both shells. A {@code web.config} may be another's than
   * the administrator's: what it holds must not become a command when a line is pasted.
   */
  static boolean isPlain(String text) {
    return text.chars().noneMatch(c -> Character.isISOControl(c) || SPECIAL.indexOf(c) >= 0);
  }

  /** Only the sentence when a text of the configuration cannot stand in a line. */
  private static Remedy remedy(
      String sentence, List<String> texts, List<String> appcmd, List<String> powerShell) {
    return texts.stream().allMatch(Commands::isPlain)
        ? new Remedy(sentence, appcmd, powerShell)
        : new Remedy(sentence, List.of(), List.of());
  }

  /**
   * A place whose rules are changed.
   *
   * @param location a site, or an application of it: {@code crm/api}
   * @param isHost whether in {@code applicationHost.config}; else in the place's {@code
   *     web.config}, whose entries win over those
   */
  private record Target(String location, boolean isHost) {
    static Target of(String location, FailureRule rule) {
      String file = rule.file().toLowerCase(Locale.ROOT);
      return new Target(location, !file.endsWith("web.config"));
    }

    String appcmd(String change) {
      String commit = isHost ? " /commit:apphost" : "";
      return APPCMD + "\"" + location + "\" -section:" + RULES + " \"" + change + "\"" + commit;
    }

    String powerShell(String cmdlet, String element, String name, String value) {
      String place =
          isHost
              ? ROOT + " -Location " + quoted(location)
              : " -PSPath " + quoted("MACHINE/WEBROOT/APPHOST/" + location);
      String filter = " -Filter \"" + RULES + element + "\"";
      return cmdlet + place + filter + " -Name " + name + " -Value " + value;
    }

    String set(String element, String attribute, String value) {
      return powerShell("Set-WebConfigurationProperty", element, attribute, quoted(value));
    }

    String add(String element, String value) {
      return powerShell("Add-WebConfigurationProperty", element, "\".\"", value);
    }

    String addAreas(String path, String provider, String areas) {
      return appcmd(
          "/+[path='"
              + path
              + "'].traceAreas.[provider='"
              + provider
              + "',areas='"
              + areas
              + "',verbosity='Verbose']");
    }
  }

  /** Sets an attribute of the site's {@code traceFailedRequestsLogging}. */
  static Remedy siteSwitch(String sentence, Site site, String attribute, String value) {
    String key = isPlain(site.name()) ? "name='" + site.name() + "'" : "id='" + site.id() + "'";
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

  /** Sets an attribute of the conditions of a rule. */
  static Remedy rule(
      String sentence, String location, FailureRule rule, String attribute, String value) {
    Target target = Target.of(location, rule);
    String key = "[path='" + rule.path() + "']";
    return remedy(
        sentence,
        List.of(location, rule.path(), value),
        List.of(target.appcmd("/" + key + ".failureDefinitions." + attribute + ":" + value)),
        List.of(
            target.set("/add[@path='" + rule.path() + "']/failureDefinitions", attribute, value)));
  }

  /** Sets the areas of a provider of a rule, or adds the provider. */
  static Remedy areas(
      String sentence, String location, FailureRule rule, String provider, String areas) {
    Target target = Target.of(location, rule);
    String path = rule.path();
    boolean isNamed =
        rule.areas().stream().anyMatch(area -> area.provider().equalsIgnoreCase(provider));
    String element = "/[path='" + path + "'].traceAreas.[provider='" + provider + "']";
    String filter = "/add[@path='" + path + "']/traceAreas";
    return isNamed
        ? remedy(
            sentence,
            List.of(location, path, areas),
            List.of(target.appcmd(element + ".areas:" + areas)),
            List.of(target.set(filter + "/add[@provider='" + provider + "']", "areas", areas)))
        : remedy(
            sentence,
            List.of(location, path, areas),
            List.of(target.addAreas(path, provider, areas)),
            List.of(target.add(filter, value(provider, areas))));
  }

  /** Adds a rule for every URL. */
  static Remedy newRule(
      String sentence, String location, String provider, String areas, String statusCodes) {
    Target target = new Target(location, true);
    return remedy(
        sentence,
        List.of(location, areas, statusCodes),
        List.of(
            target.appcmd("/+[path='*']"),
            target.addAreas("*", provider, areas),
            target.appcmd("/[path='*'].failureDefinitions.statusCodes:" + statusCodes)),
        List.of(
            target.add("", "@{path='*'}"),
            target.add("/add[@path='*']/traceAreas", value(provider, areas)),
            target.set("/add[@path='*']/failureDefinitions", "statusCodes", statusCodes)));
  }

  private static String value(String provider, String areas) {
    return "@{provider='" + provider + "';areas='" + areas + "';verbosity='Verbose'}";
  }

  /** Adds a module to a site again. */
  static Remedy module(String sentence, Site site, String module) {
    return remedy(
        sentence,
        List.of(site.name()),
        List.of(
            "%windir%\\system32\\inetsrv\\appcmd.exe add module /name:"
                + module
                + " /app.name:\""
                + site.name()
                + "/\""),
        List.of(
            "Enable-WebGlobalModule -Name "
                + module
                + " -PSPath "
                + quoted("IIS:\\Sites\\" + site.name())));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
