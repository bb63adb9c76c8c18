package io.github.frebscope.config;

import io.github.frebscope.internal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code webFarms}. */
final class FarmReader {
  private static final String FARM = "webFarms/webFarm";

  private final Section section;
  private final String home;
  private final Problems problems;
  private final Locks locks;

  FarmReader(Section section, String home, Problems problems) {
    this.section = section;
    this.home = home;
    this.problems = problems;
    this.locks = new Locks(SectionName.FARMS, Place.SERVER, problems);
  }

  List<WebFarm> farms() {
    List<WebFarm> farms = new ArrayList<>();
    for (XmlElement element : section.entries()) {
      String name = element.attribute("name").orElse("");
      View farm = view(FARM + "[@name=" + View.quoted(name) + "]", FARM, element);
      View protocol = farm.child("applicationRequestRouting/protocol");
      View health = farm.child("applicationRequestRouting/healthCheck");
      farms.add(
          new WebFarm(
              name,
              farm.bool("enabled"),
              members(element, farm.label()),
              protocol.time("timeout"),
              health.text("url"),
              health.time("interval"),
              health.time("timeout"),
              health.text("responseMatch"),
              health.integer("minServers")));
    }
    return farms;
  }

  private List<WebFarm.Member> members(XmlElement farm, String label) {
    List<WebFarm.Member> members = new ArrayList<>();
    for (XmlElement element : Section.entries(farm, FARM, Place.SERVER, problems)) {
      String address = element.attribute("address").orElse("");
      View member =
          view(label + "/server[@address=" + View.quoted(address) + "]", FARM + "/server", element);
      View routing = member.child("applicationRequestRouting");
      members.add(
          new WebFarm.Member(
              address,
              member.bool("enabled"),
              routing.integer("httpPort").value(),
              routing.integer("httpsPort").value()));
    }
    return members;
  }

  private View view(String label, String schema, XmlElement element) {
    List<View.Layer> layers = List.of(new View.Layer(element, Setting.Origin.OWN));
    return new View(label, schema, home, layers, locks, problems);
  }
}
