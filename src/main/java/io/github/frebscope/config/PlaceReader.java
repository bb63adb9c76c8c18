package io.github.frebscope.config;

import io.github.frebscope.internal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the sections of {@code system.webServer} as they are in force at one place. */
final class PlaceReader {
  private static final String RULE = SectionName.FAILURE_RULES + "/add";
  private static final List<String> LEVELS =
      List.of("general", "criticalerror", "error", "warning", "information", "verbose");

  private final Hierarchy hierarchy;
  private final Place place;
  private final String home;
  private final Problems problems;
  private final Locks locks;

  PlaceReader(Hierarchy hierarchy, Place place, String home, Problems problems) {
    this.hierarchy = hierarchy;
    this.place = place;
    this.home = home;
    this.problems = problems;
    this.locks = new Locks("", place, problems);
  }

  /** Everything, for what is wrong with it. */
  void readAll() {
    SectionName.OF_PLACES.forEach(this::section);
    failureRules();
    rewriteRules();
    aspNetCore();
    httpPlatform();
    handlers();
    modules();
    initialization();
    proxy();
  }

  private Section section(String name) {
    return hierarchy.section(name, place, problems);
  }

  FailureRules failureRules() {
    List<FailureRule> rules = new ArrayList<>();
    for (XmlElement element : section(SectionName.FAILURE_RULES).entries()) {
      String path = element.attribute("path").orElse("");
      View rule = view(RULE + "[@path=" + View.quoted(path) + "]", RULE, element);
      View failure = rule.child("failureDefinitions");
      String level = failure.text("verbosity").value();
      rules.add(
          new FailureRule(
              path,
              areas(element, rule.label()),
              failure.text("statusCodes").value(),
              failure.time("timeTaken").value(),
              failure.bool("traceAllAfterTimeout").value(),
              level.equals("Ignore") ? 0 : level(level),
              element.file(),
              element.line()));
    }
    List<ProviderDefinition> providers = new ArrayList<>();
    for (XmlElement element : section(SectionName.PROVIDERS).entries()) {
      providers.add(
          new ProviderDefinition(
              element.attribute("name").orElse(""),
              entries(element, "areas", SectionName.PROVIDERS + "/add").stream()
                  .map(area -> area.attribute("name").orElse(""))
                  .toList()));
    }
    return new FailureRules(rules, providers);
  }

  private List<FailureRule.TraceArea> areas(XmlElement rule, String label) {
    List<FailureRule.TraceArea> areas = new ArrayList<>();
    for (XmlElement element : entries(rule, "traceAreas", RULE)) {
      String provider = element.attribute("provider").orElse("");
      View area = view(label + "/traceAreas/add", RULE + "/traceAreas/add", element);
      areas.add(
          new FailureRule.TraceArea(
              provider,
              element.attribute("areas").orElse(""),
              level(area.text("verbosity").value())));
    }
    return areas;
  }

  private static int level(String verbosity) {
    return LEVELS.indexOf(verbosity.toLowerCase(Locale.ROOT));
  }

  private List<XmlElement> entries(XmlElement element, String child, String path) {
    return element
        .child(child)
        .map(holder -> Section.entries(holder, path + "/" + child, place, problems))
        .orElse(List.of());
  }

  /** The global rules come first; they hold for every place. */
  List<RewriteRule> rewriteRules() {
    List<RewriteRule> rules = new ArrayList<>();
    hierarchy
        .section(SectionName.GLOBAL_RULES, Place.SERVER, problems)
        .entries()
        .forEach(rule -> rules.add(rewriteRule(rule, true)));
    section(SectionName.RULES).entries().forEach(rule -> rules.add(rewriteRule(rule, false)));
    return rules;
  }

  private RewriteRule rewriteRule(XmlElement element, boolean global) {
    String name = element.attribute("name").orElse("");
    String section = global ? SectionName.GLOBAL_RULES : SectionName.RULES;
    View rule =
        view(
            section + "/rule[@name=" + View.quoted(name) + "]",
            SectionName.RULES + "/rule",
            element);
    return new RewriteRule(
        name,
        rule.bool("enabled").value(),
        global,
        element.child("match").flatMap(m -> m.attribute("url")).orElse(""),
        rule.child("action").text("type").value(),
        element.child("action").flatMap(a -> a.attribute("url")).orElse(""),
        element.file(),
        element.line());
  }

  Optional<AspNetCore> aspNetCore() {
    Section section = section(SectionName.ASP_NET_CORE);
    if (!section.isPresent()) {
      return Optional.empty();
    }
    View core = section.view(home);
    return Optional.of(
        new AspNetCore(
            core.text("hostingModel"),
            core.time("requestTimeout"),
            core.time("startupTimeLimit"),
            core.time("shutdownTimeLimit")));
  }

  Optional<HttpPlatform> httpPlatform() {
    Section section = section(SectionName.HTTP_PLATFORM);
    if (!section.isPresent()) {
      return Optional.empty();
    }
    View platform = section.view(home);
    return Optional.of(
        new HttpPlatform(platform.text("processPath"), platform.time("requestTimeout")));
  }

  List<Handler> handlers() {
    return section(SectionName.HANDLERS).entries().stream()
        .map(
            e ->
                new Handler(
                    e.attribute("name").orElse(""),
                    e.attribute("path").orElse(""),
                    e.attribute("verb").orElse(""),
                    e.attribute("modules").orElse("ManagedPipelineHandler"),
                    e.attribute("scriptProcessor").orElse(""),
                    e.file(),
                    e.line()))
        .toList();
  }

  List<String> modules() {
    return section(SectionName.MODULES).entries().stream()
        .map(module -> module.attribute("name").orElse(""))
        .toList();
  }

  ApplicationInitialization initialization() {
    Section section = section(SectionName.INITIALIZATION);
    View view = section.view(home);
    return new ApplicationInitialization(
        view.bool("doAppInitAfterRestart"),
        view.bool("skipManagedModules"),
        view.text("remapManagedRequestsTo"),
        section.entries().stream()
            .map(page -> page.attribute("initializationPage").orElse(""))
            .toList());
  }

  View proxy() {
    View proxy = section(SectionName.PROXY).view(home);
    proxy.bool("enabled");
    proxy.time("timeout");
    return proxy;
  }

  private View view(String label, String schema, XmlElement element) {
    List<View.Layer> layers = List.of(new View.Layer(element, Setting.Origin.OWN));
    return new View(label, schema, home, layers, locks, problems);
  }
}
