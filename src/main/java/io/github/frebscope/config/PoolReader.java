package io.github.frebscope.config;

import io.github.frebscope.internal.xml.XmlElement;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code applicationPools}. */
final class PoolReader {
  private static final String POOL = "applicationPools/add";
  private static final String SCHEDULE = "/recycling/periodicRestart/schedule";

  private final Section section;
  private final String home;
  private final Problems problems;
  private final Locks locks;

  PoolReader(Section section, String home, Problems problems) {
    this.section = section;
    this.home = home;
    this.problems = problems;
    this.locks = new Locks(SectionName.POOLS, Place.SERVER, problems);
  }

  List<AppPool> pools() {
    Optional<XmlElement> defaults =
        section.definitions().stream()
            .flatMap(d -> d.element().child("applicationPoolDefaults").stream())
            .findFirst();
    List<AppPool> pools = new ArrayList<>();
    for (XmlElement pool : section.entries()) {
      List<View.Layer> layers = new ArrayList<>();
      layers.add(new View.Layer(pool, Setting.Origin.OWN));
      defaults.ifPresent(d -> layers.add(new View.Layer(d, Setting.Origin.DEFAULTS)));
      String name = pool.attribute("name").orElse("");
      String label = POOL + "[@name=" + View.quoted(name) + "]";
      pools.add(pool(name, new View(label, POOL, home, layers, locks, problems), layers));
    }
    return pools;
  }

  private AppPool pool(String name, View pool, List<View.Layer> layers) {
    View process = pool.child("processModel");
    View recycling = pool.child("recycling");
    View restart = pool.child("recycling/periodicRestart");
    View failure = pool.child("failure");
    return new AppPool(
        name,
        pool.bool("autoStart"),
        pool.text("startMode"),
        pool.integer("queueLength"),
        process.text("identityType"),
        process.integer("maxProcesses"),
        process.time("idleTimeout"),
        process.text("idleTimeoutAction"),
        process.time("startupTimeLimit"),
        process.time("shutdownTimeLimit"),
        restart.time("time"),
        restart.number("requests"),
        restart.number("memory"),
        restart.number("privateMemory"),
        schedule(pool, layers),
        recycling.bool("disallowOverlappingRotation"),
        recycling.text("logEventOnRecycle"),
        failure.bool("rapidFailProtection"),
        failure.integer("rapidFailProtectionMaxCrashes"),
        failure.time("rapidFailProtectionInterval"),
        failure.text("loadBalancerCapabilities"));
  }

  /** The times of the defaults, then the pool's own, unless these begin with a clear. */
  private List<Setting<LocalTime>> schedule(View pool, List<View.Layer> layers) {
    List<Section.Definition> holders = new ArrayList<>();
    for (View.Layer layer : layers) {
      layer
          .element()
          .child("recycling")
          .flatMap(r -> r.child("periodicRestart"))
          .flatMap(r -> r.child("schedule"))
          .ifPresent(s -> holders.add(0, new Section.Definition(s, 0)));
    }
    List<Setting<LocalTime>> times = new ArrayList<>();
    Section all = new Section(POOL + SCHEDULE, Place.SERVER, holders, problems);
    for (XmlElement add : all.entries()) {
      Setting.Origin origin =
          contains(layers.get(0).element(), add) ? Setting.Origin.OWN : Setting.Origin.DEFAULTS;
      String label = pool.label() + SCHEDULE + "/add";
      Optional<Duration> time =
          add.attribute("value")
              .flatMap(text -> SchemaAttribute.of(POOL + SCHEDULE + "/add", "value").parse(text))
              .map(Duration.class::cast);
      if (time.isPresent()) {
        LocalTime clock = LocalTime.ofSecondOfDay(time.get().toSeconds());
        times.add(new Setting<>(clock, add.file(), add.line(), label, "value", origin));
      } else {
        problems.add(
            add,
            label,
            "value=\""
                + add.attribute("value").orElse("")
                + "\" is no time of the day hh:mm:ss, so that IIS refuses it; it does not count");
      }
    }
    return times;
  }

  private static boolean contains(XmlElement holder, XmlElement element) {
    return holder.children().stream().anyMatch(c -> c.equals(element) || contains(c, element));
  }
}
