package io.github.frebscope.doctor;

import io.github.frebscope.config.AppPool;
import io.github.frebscope.config.Application;
import io.github.frebscope.config.ConfigText;
import io.github.frebscope.config.Setting;
import io.github.frebscope.config.Site;
import io.github.frebscope.farm.ColdHit;
import io.github.frebscope.farm.ColdStartEvidence;
import io.github.frebscope.farm.ColdStartEvidence.Rhythm;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which settings would change cold starts that were seen: only those that the evidence asks for,
 * and that are not so already. A site without its configuration has none.
 *
 * <p>Sources of what the settings do: the configuration reference of IIS ({@code applicationPools},
 * {@code processModel}, {@code recycling}, {@code application}) and its articles on Application
 * Request Routing.
 */
final class ColdStartAdvice {
  /** What IIS 10 writes by default: every reason. */
  static final String ALL_REASONS =
      "Time, Requests, Schedule, Memory, IsapiUnhealthy, OnDemand, ConfigChange, PrivateMemory";

  private static final LocalTime QUIET_HOUR = LocalTime.of(3, 0);
  private static final Duration APART = Duration.ofMinutes(20);

  /** WAS: a worker process reached its allowed processing time limit. */
  private static final int RECYCLED_FOR_TIME = 5074;

  private static final String RESTART = "/recycling/periodicRestart";

  private final List<ColdStartEvidence> all;
  private final Map<String, SettingAdvice> advice = new LinkedHashMap<>();

  private ColdStartAdvice(List<ColdStartEvidence> all) {
    this.all = all;
  }

  /**
   * For the sites that had cold starts.
   *
   * @param evidence what was found, of all members of the farm
   */
  static List<SettingAdvice> of(List<ColdStartEvidence> evidence) {
    ColdStartAdvice made = new ColdStartAdvice(evidence);
    evidence.forEach(made::add);
    return List.copyOf(made.advice.values());
  }

  private void add(ColdStartEvidence evidence) {
    Optional<AppPool> pool = evidence.site().pool();
    if (pool.isEmpty()) {
      return;
    }
    if (!evidence.hits().isEmpty()) {
      keepWarm(evidence, pool.get());
    }
    for (Rhythm rhythm : evidence.rhythms()) {
      regular(evidence, pool.get(), rhythm);
    }
    if (evidence.rhythms().isEmpty()) {
      afterRegularRecycles(evidence, pool.get());
    }
    recycles(evidence, pool.get());
  }

  private void keepWarm(ColdStartEvidence evidence, AppPool pool) {
    String seen = seen(evidence);
    pool(
        evidence,
        pool,
        pool.startMode(),
        "AlwaysRunning",
        "",
        "The worker process starts with its pool and not with the first request.",
        seen);
    evidence.site().site().ifPresent(site -> preload(evidence, site, pool, seen));
    if (evidence.hits().stream().anyMatch(ColdHit::idle)) {
      pool(
          evidence,
          pool,
          pool.idleTimeout().map(ConfigText::timeSpan),
          "00:00:00",
          "/processModel",
          "The process is not ended for want of requests.",
          seen);
    }
  }

  private void preload(ColdStartEvidence evidence, Site site, AppPool pool, String seen) {
    for (ColdHit hit : evidence.hits()) {
      site.application(hit.line().path())
          .filter(app -> app.pool().value().equalsIgnoreCase(pool.name()))
          .ifPresent(
              app -> {
                if (!app.preloadEnabled().value()) {
                  preload(evidence, site, app, seen);
                } else if (pool.startMode().value().equalsIgnoreCase("AlwaysRunning")) {
                  warmUp(evidence, site, app, hit, seen);
                }
              });
    }
  }

  private void preload(ColdStartEvidence evidence, Site site, Application app, String seen) {
    put(
        new SettingAdvice(
            evidence.site().server(),
            app.preloadEnabled().map(String::valueOf),
            "true",
            "The application starts with the process; startMode AlwaysRunning alone starts the"
                + " process only, and preloadEnabled alone waits for it.",
            seen,
            AdminCommands.application(site.name(), app.path(), "preloadEnabled", "true"),
            AdminCommands.set(
                AdminCommands.applicationPath(site.name(), app.path()), "preloadEnabled", "true"),
            List.of(Explanation.COLDSTART_SUSPECT)));
  }

  /** Process and application start by themselves, and the first request waits all the same. */
  private void warmUp(
      ColdStartEvidence evidence, Site site, Application app, ColdHit hit, String seen) {
    String page = hit.line().path();
    put(
        new SettingAdvice(
            evidence.site().server(),
            new Setting<>(
                "",
                app.preloadEnabled().file(),
                0,
                "system.webServer/applicationInitialization/add",
                "initializationPage",
                Setting.Origin.SCHEMA),
            page,
            "The application is preloaded and its first request still waits: have this page asked"
                + " at the start, without a redirection to https or a login before it, and see that"
                + " the feature Application Initialization is installed.",
            seen,
            AdminCommands.warmUp(site.name(), app.path(), page),
            AdminCommands.warmUpByPowerShell(site.name(), app.path(), page),
            List.of(Explanation.COLDSTART_SUSPECT)));
  }

  /** Windows itself says that the cold hits came after the regular recycle. */
  private void afterRegularRecycles(ColdStartEvidence evidence, AppPool pool) {
    long told =
        evidence.hits().stream()
            .flatMap(hit -> hit.event().stream())
            .filter(event -> event.id() == RECYCLED_FOR_TIME)
            .count();
    if (told > 0 && !pool.recycleTime().value().isZero()) {
      moveRecycle(
          evidence, pool, Words.count(told, "cold start") + " came after the regular recycle.");
    }
  }

  private void regular(ColdStartEvidence evidence, AppPool pool, Rhythm rhythm) {
    if (rhythm.isRecycleTime()) {
      moveRecycle(
          evidence,
          pool,
          rhythm.starts().size()
              + " starts keep "
              + pool.recycleTime().value().toHours()
              + " hours: the regular recycle comes at another hour each day.");
    } else if (rhythm.isClockTime()) {
      stagger(evidence, pool, rhythm);
    }
  }

  private void moveRecycle(ColdStartEvidence evidence, AppPool pool, String seen) {
    pool(
        evidence,
        pool,
        pool.recycleTime().map(ConfigText::timeSpan),
        "00:00:00",
        RESTART,
        "Recycle at a quiet hour instead, on each server at another time.",
        seen);
    if (pool.recycleSchedule().isEmpty()) {
      schedule(evidence, pool, seen);
    }
  }

  /** A time at night, another on each server. */
  private void schedule(ColdStartEvidence evidence, AppPool pool, String seen) {
    String time = clock(quietTime(evidence));
    Setting<Duration> restart = pool.recycleTime();
    put(
        new SettingAdvice(
            evidence.site().server(),
            new Setting<>(
                "",
                restart.file(),
                0,
                restart.element() + "/schedule/add",
                "value",
                Setting.Origin.SCHEMA),
            time,
            "Local time; choose a quiet hour of yours, on each server another.",
            seen,
            AdminCommands.poolSchedule(pool.name(), time),
            AdminCommands.add(
                AdminCommands.poolPath(pool.name(), RESTART + "/schedule"), "value", time),
            List.of(Explanation.COLDSTART_SUSPECT)));
  }

  /** A schedule that several servers have in common is moved apart, on all but the first. */
  private void stagger(ColdStartEvidence evidence, AppPool pool, Rhythm rhythm) {
    for (Setting<LocalTime> at : pool.recycleSchedule()) {
      List<String> same =
          all.stream()
              .filter(
                  other ->
                      other.site().pool().stream()
                          .flatMap(p -> p.recycleSchedule().stream())
                          .anyMatch(time -> time.value().equals(at.value())))
              .map(other -> other.site().server())
              .distinct()
              .sorted()
              .toList();
      int place = same.indexOf(evidence.site().server());
      if (place <= 0) {
        continue;
      }
      String time = clock(at.value().plus(APART.multipliedBy(place)));
      String old = clock(at.value());
      put(
          new SettingAdvice(
              evidence.site().server(),
              at.map(ColdStartAdvice::clock),
              time,
              "Move the recycles of "
                  + Words.list(same)
                  + " apart, so that the others take the requests meanwhile.",
              rhythm.starts().size() + " starts keep a time of the day, " + old + ".",
              both(
                  AdminCommands.poolScheduleWithout(pool.name(), old),
                  AdminCommands.poolSchedule(pool.name(), time),
                  " && "),
              AdminCommands.set(
                  AdminCommands.poolPath(
                      pool.name(), RESTART + "/schedule/add[@value='" + old + "']"),
                  "value",
                  time),
              List.of(Explanation.COLDSTART_SUSPECT)));
    }
  }

  private void recycles(ColdStartEvidence evidence, AppPool pool) {
    boolean recycled =
        !evidence.rhythms().isEmpty()
            || evidence.hits().stream()
                .anyMatch(
                    hit -> hit.event().map(e -> e.id() >= 5074 && e.id() <= 5117).orElse(false));
    if (recycled && pool.disallowOverlappingRotation().value()) {
      pool(
          evidence,
          pool,
          pool.disallowOverlappingRotation().map(String::valueOf),
          "false",
          "/recycling",
          "The new process starts before the old one ends, so that a recycle leaves no gap; keep it"
              + " only if two processes of this application must not run at once.",
          "");
    }
    boolean untold =
        evidence.rhythms().stream().anyMatch(rhythm -> !rhythm.fromEvents())
            || evidence.hits().stream().anyMatch(h -> !h.idle() && h.event().isEmpty());
    if (untold && !tellsAll(pool.logEventOnRecycle().value())) {
      pool(
          evidence,
          pool,
          pool.logEventOnRecycle(),
          ALL_REASONS,
          "/recycling",
          "Every recycle then has its event in the System log, with the reason; some of those that"
              + " may have been here leave none as it is.",
          "");
    }
  }

  static boolean tellsAll(String flags) {
    List<String> set = List.of(flags.trim().split("\\s*,\\s*"));
    return List.of(ALL_REASONS.split(", ")).stream()
        .allMatch(reason -> set.stream().anyMatch(reason::equalsIgnoreCase));
  }

  private void pool(
      ColdStartEvidence evidence,
      AppPool pool,
      Setting<String> setting,
      String value,
      String below,
      String why,
      String seen) {
    if (setting.value().equalsIgnoreCase(value)) {
      return;
    }
    String attribute = (below.replace('/', '.') + "." + setting.attribute()).substring(1);
    put(
        new SettingAdvice(
            evidence.site().server(),
            setting,
            value,
            why,
            seen,
            AdminCommands.pool(pool.name(), attribute, value),
            AdminCommands.set(
                AdminCommands.poolPath(pool.name(), below), setting.attribute(), value),
            List.of(Explanation.COLDSTART_SUSPECT)));
  }

  private void put(SettingAdvice one) {
    Setting<String> setting = one.setting();
    advice.putIfAbsent(
        String.join("\n", one.server(), setting.element(), setting.attribute(), setting.value()),
        one);
  }

  private LocalTime quietTime(ColdStartEvidence evidence) {
    Function<ColdStartEvidence, String> server = one -> one.site().server();
    List<String> servers = all.stream().map(server).distinct().sorted().toList();
    return QUIET_HOUR.plus(APART.multipliedBy(servers.indexOf(server.apply(evidence))));
  }

  private static String seen(ColdStartEvidence evidence) {
    ColdHit longest =
        evidence.hits().stream().max(Comparator.comparing(ColdHit::taken)).orElseThrow();
    return Words.count(evidence.hits().size(), "cold first request")
        + ", the longest took "
        + seconds(longest.taken())
        + " s after "
        + longest.gap().firstHit().quiet().toMinutes()
        + " quiet minutes.";
  }

  private static String clock(LocalTime time) {
    return ConfigText.timeSpan(Duration.ofSeconds(time.toSecondOfDay()));
  }

  static long seconds(Duration time) {
    return Math.round(time.toMillis() / 1000.0);
  }

  private static String both(String first, String second, String between) {
    List<String> parts = new ArrayList<>(List.of(first, second));
    parts.removeIf(String::isEmpty);
    return parts.size() < 2 ? "" : String.join(between, parts);
  }
}
