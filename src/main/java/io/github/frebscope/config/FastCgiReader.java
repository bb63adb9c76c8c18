package io.github.frebscope.config;

import io.github.frebscope.internal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code fastCgi}. */
final class FastCgiReader {
  private static final String APPLICATION = SectionName.FAST_CGI + "/application";

  private final Section section;
  private final String home;
  private final Problems problems;

  FastCgiReader(Section section, String home, Problems problems) {
    this.section = section;
    this.home = home;
    this.problems = problems;
  }

  List<FastCgi> applications() {
    Locks locks = new Locks(SectionName.FAST_CGI, Place.SERVER, problems);
    List<FastCgi> applications = new ArrayList<>();
    for (XmlElement element : section.entries()) {
      String path = element.attribute("fullPath").orElse("");
      List<View.Layer> layers = List.of(new View.Layer(element, Setting.Origin.OWN));
      String label = APPLICATION + "[@fullPath=" + View.quoted(path) + "]";
      View view = new View(label, APPLICATION, home, layers, locks, problems);
      applications.add(
          new FastCgi(
              path,
              element.attribute("arguments").orElse(""),
              view.time("activityTimeout"),
              view.time("requestTimeout"),
              view.time("idleTimeout"),
              view.integer("instanceMaxRequests"),
              view.integer("queueLength")));
    }
    return applications;
  }
}
