package io.github.frebscope.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the configuration of a server with the sites crm (3) and shop (4), a part at a time. */
final class MadeServer {
  static final String AREAS = "RequestNotifications,Module,Rewrite,RequestRouting,ANCM";

  private final Path folder;
  private String modules = "TracingModule,FailedRequestsTracingModule,StaticFileModule";
  private String defined = AREAS;
  private String defaults = "";
  private String tracing = "enabled=\"true\"";
  private String site = "crm";
  private String identity = "ApplicationPoolIdentity";
  private final Map<String, List<String>> locations = new LinkedHashMap<>();
  private final Map<String, String> webConfigs = new LinkedHashMap<>();

  MadeServer(Path folder) {
    this.folder = folder;
  }

  MadeServer modules(String names) {
    modules = names;
    return this;
  }

  /** The areas that the server defines for WWW Server. */
  MadeServer defined(String areas) {
    defined = areas;
    return this;
  }

  /** Attributes of {@code siteDefaults/traceFailedRequestsLogging}. */
  MadeServer defaults(String attributes) {
    defaults = attributes;
    return this;
  }

  /** Attributes of the first site's own element; empty for no element. */
  MadeServer tracing(String attributes) {
    tracing = attributes;
    return this;
  }

  /** The name of the first site, escaped for XML. */
  MadeServer site(String name) {
    site = name;
    return this;
  }

  MadeServer identity(String type) {
    identity = type;
    return this;
  }

  /** A rule with all areas at a location; {@code conditions} are those of failureDefinitions. */
  MadeServer rule(String location, String path, String conditions) {
    return rule(location, path, AREAS, conditions);
  }

  MadeServer rule(String location, String path, String areas, String conditions) {
    locations.computeIfAbsent(location, l -> new ArrayList<>()).add(text(path, areas, conditions));
    return this;
  }

  /** A rule in the web.config of a site. */
  MadeServer webConfigRule(long id, String path, String conditions) {
    webConfigs.put("W3SVC" + id, rules(text(path, AREAS, conditions)));
    return this;
  }

  /** A module that is taken away at a location. */
  MadeServer removed(String location, String module) {
    webConfigs.put(location, "<modules><remove name=\"" + module + "\" /></modules>");
    return this;
  }

  private static String text(String path, String areas, String conditions) {
    return """
        <add path="%s">
          <traceAreas><add provider="WWW Server" areas="%s" verbosity="Verbose" /></traceAreas>
          <failureDefinitions %s />
        </add>
        """
        .formatted(path, areas, conditions);
  }

  private static String rules(String rules) {
    return "<tracing><traceFailedRequests>" + rules + "</traceFailedRequests></tracing>";
  }

  ServerConfig read() {
    StringBuilder places = new StringBuilder();
    locations.forEach(
        (path, rules) -> places.append(location(path, rules(String.join("", rules)))));
    webConfigs.forEach(
        (path, content) -> {
          if (!path.startsWith("W3SVC")) {
            places.append(location(path, content));
          }
        });
    String text =
        """
        <configuration>
          <configSections>
            <sectionGroup name="system.webServer">
              <section name="modules" allowDefinition="MachineToApplication" overrideModeDefault="Allow" />
              <sectionGroup name="tracing">
                <section name="traceFailedRequests" overrideModeDefault="Allow" />
              </sectionGroup>
            </sectionGroup>
          </configSections>
          <system.applicationHost>
            <applicationPools><add name="CrmPool"><processModel identityType="%s" /></add></applicationPools>
            <sites>
              <site name="%s" id="3">
                <application path="/" applicationPool="CrmPool" />
                <application path="/api" applicationPool="CrmPool" />
                %s
              </site>
              <site name="shop" id="4"><application path="/" applicationPool="CrmPool" /></site>
              <siteDefaults>%s</siteDefaults>
            </sites>
          </system.applicationHost>
          <system.webServer>
            <globalModules>%s</globalModules>
            <modules>%s</modules>
            <tracing>
              <traceProviderDefinitions>
                <add name="WWW Server" guid="{3a2a4e84-4c21-4981-ae10-3fda0d9b0f83}"><areas>%s</areas></add>
              </traceProviderDefinitions>
            </tracing>
          </system.webServer>
          %s
        </configuration>
        """
            .formatted(
                identity,
                site,
                logging(tracing),
                logging(defaults),
                adds(modules),
                adds(modules),
                adds(defined),
                places);
    try {
      Path config = Files.createDirectories(folder.resolve("config"));
      Files.writeString(config.resolve("applicationHost.config"), text);
      for (Map.Entry<String, String> web : webConfigs.entrySet()) {
        if (web.getKey().startsWith("W3SVC")) {
          Path place =
              Files.createDirectories(folder.resolve("config/sites").resolve(web.getKey()));
          Files.writeString(
              place.resolve("web.config"),
              "<configuration><system.webServer>"
                  + web.getValue()
                  + "</system.webServer></configuration>");
        }
      }
      return ServerConfig.read(ConfigFiles.in(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String location(String path, String content) {
    return "<location path=\"%s\"><system.webServer>%s</system.webServer></location>"
        .formatted(path, content);
  }

  private static String logging(String attributes) {
    return attributes.isEmpty() ? "" : "<traceFailedRequestsLogging " + attributes + " />";
  }

  private static String adds(String names) {
    StringBuilder adds = new StringBuilder();
    for (String name : names.split(",", -1)) {
      adds.append("<add name=\"").append(name).append("\" value=\"1\" image=\"x\" />");
    }
    return adds.toString();
  }
}
