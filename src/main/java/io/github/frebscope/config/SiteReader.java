package io.github.frebscope.config;

import io.github.frebscope.internal.xml.XmlElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code sites}, and the place of every application and virtual directory. */
final class SiteReader {
  private static final String SITE = "sites/site";
  private static final String APPLICATION = SITE + "/application";
  private static final String DIRECTORY = APPLICATION + "/virtualDirectory";

  private final Section section;
  private final View log;
  private final String home;
  private final Problems problems;
  private final Map<String, List<XmlElement>> defaults = new HashMap<>();
  private final Locks locks;
  private final Namespace namespace = new Namespace();
  private final List<Site> sites = new ArrayList<>();
  private final Map<Long, SiteSettings> more = new HashMap<>();

  /** Settings of a site that are no part of its value. */
  record SiteSettings(Setting<Boolean> customActions, Setting<Duration> connectionTimeout) {}

  SiteReader(Section section, View log, String home, Problems problems) {
    this.section = section;
    this.log = log;
    this.home = home;
    this.problems = problems;
    this.locks = new Locks(SectionName.SITES, Place.SERVER, problems);
    section.entries().forEach(this::site);
  }

  List<Site> sites() {
    return sites;
  }

  Namespace namespace() {
    return namespace;
  }

  Map<Long, SiteSettings> more() {
    return more;
  }

  private void site(XmlElement element) {
    String name = element.attribute("name").orElse("");
    String label = SITE + "[@name=" + View.quoted(name) + "]";
    Optional<Long> id =
        element
            .attribute("id")
            .flatMap(text -> SchemaAttribute.of(SITE, "id").parse(text))
            .map(Long.class::cast);
    if (name.isEmpty() || id.isEmpty()) {
      problems.add(element, label, "a site needs a name and a number as id: it is left out");
      return;
    }
    if (more.containsKey(id.get())) {
      problems.add(
          element, label, "a second site with the id " + id.get() + ", which IIS does not start");
      return;
    }
    View site = view(label, SITE, element, defaults("siteDefaults"));
    View tracing = site.child("traceFailedRequestsLogging");
    more.put(
        id.get(),
        new SiteSettings(
            tracing.bool("customActionsEnabled"), site.child("limits").time("connectionTimeout")));
    sites.add(
        new Site(
            name,
            id.get(),
            bindings(element),
            applications(element, name, label),
            site.bool("serverAutoStart"),
            new TracingSwitch(
                tracing.bool("enabled"),
                tracing.text("directory"),
                tracing.integer("maxLogFiles"),
                tracing.integer("maxLogFileSizeKB")),
            siteLog(site.child("logFile"))));
  }

  private List<Binding> bindings(XmlElement site) {
    return site
        .child("bindings")
        .map(b -> Section.entries(b, SITE + "/bindings", Place.SERVER, problems))
        .orElse(List.of())
        .stream()
        .map(
            b ->
                new Binding(
                    b.attribute("protocol").orElse(""),
                    b.attribute("bindingInformation").orElse("")))
        .toList();
  }

  private List<Application> applications(XmlElement site, String siteName, String label) {
    List<XmlElement> defaults = new ArrayList<>();
    site.child("applicationDefaults").ifPresent(defaults::add);
    defaults.addAll(defaults("applicationDefaults"));
    List<Application> applications = new ArrayList<>();
    Place root = new Place(List.of(siteName));
    for (XmlElement element : Section.entries(site, SITE, Place.SERVER, problems)) {
      String path = element.attribute("path").orElse("/");
      String name = path.equals("/") ? "" : "[@path=" + View.quoted(path) + "]";
      View view = view(label + "/application" + name, APPLICATION, element, defaults);
      namespace.addApplication(root.below(path));
      applications.add(
          new Application(
              path,
              view.text("applicationPool"),
              view.bool("preloadEnabled"),
              directories(site, element, root.below(path))));
    }
    return applications;
  }

  /** Gives the physical path of the application's root. */
  private String directories(XmlElement site, XmlElement application, Place place) {
    List<XmlElement> defaults = new ArrayList<>();
    application.child("virtualDirectoryDefaults").ifPresent(defaults::add);
    site.child("virtualDirectoryDefaults").ifPresent(defaults::add);
    defaults.addAll(defaults("virtualDirectoryDefaults"));
    String root = "";
    for (XmlElement element : Section.entries(application, APPLICATION, Place.SERVER, problems)) {
      String path = element.attribute("path").orElse("/");
      View view = view(DIRECTORY, DIRECTORY, element, defaults);
      namespace.addDirectory(place.below(path), view.bool("allowSubDirConfig").value());
      if (path.equals("/")) {
        root = element.attribute("physicalPath").orElse("");
      }
    }
    return root;
  }

  /** Of a server with a central log, that log. */
  private SiteLog siteLog(View own) {
    Setting<String> mode = log.text("centralLogFileMode");
    List<String> custom =
        own
            .element()
            .flatMap(e -> e.child("customFields"))
            .map(f -> Section.entries(f, SITE + "/logFile/customFields", Place.SERVER, problems))
            .orElse(List.of())
            .stream()
            .flatMap(f -> f.attribute("logFieldName").stream())
            .toList();
    return switch (mode.value()) {
      case "CentralW3C" -> {
        View central = log.child("centralW3CLogFile");
        yield new SiteLog(
            central.bool("enabled"),
            mode,
            central.text("directory"),
            central.text("logExtFileFlags"),
            List.of());
      }
      case "CentralBinary" -> {
        View central = log.child("centralBinaryLogFile");
        yield new SiteLog(
            central.bool("enabled"),
            mode,
            central.text("directory"),
            own.text("logExtFileFlags"),
            List.of());
      }
      default ->
          new SiteLog(
              own.bool("enabled"),
              own.text("logFormat"),
              own.text("directory"),
              own.text("logExtFileFlags"),
              custom);
    };
  }

  /** Looked for once: they stand among all the sites. */
  private List<XmlElement> defaults(String name) {
    return defaults.computeIfAbsent(
        name,
        child ->
            section.definitions().stream()
                .flatMap(d -> d.element().child(child).stream())
                .toList());
  }

  private View view(String label, String schema, XmlElement own, List<XmlElement> defaults) {
    List<View.Layer> layers = new ArrayList<>();
    layers.add(new View.Layer(own, Setting.Origin.OWN));
    defaults.forEach(d -> layers.add(new View.Layer(d, Setting.Origin.DEFAULTS)));
    return new View(label, schema, home, layers, locks, problems);
  }
}
