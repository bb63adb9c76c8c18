package io.github.frebscope.doctor;

import io.github.frebscope.config.AppPool;
import io.github.frebscope.config.ConfigText;
import io.github.frebscope.config.Setting;
import io.github.frebscope.config.WebFarm;
import io.github.frebscope.farm.ColdHit;
import io.github.frebscope.farm.ColdStartEvidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What to set on the server that forwards, when members of its farm start cold, or when its own
 * process does not stay.
 *
 * <p>Sources: IIS's articles on Application Request Routing (load balancing, deployment
 * recommendations).
 */
final class FrontEndAdvice {
  private FrontEndAdvice() {}

  /**
   * For the time-out of a farm whose members start cold: longer than the longest start, in whole
   * half minutes. Empty when the longest took less than seven tenths of it.
   *
   * @param server the server that forwards
   * @param farm the farm
   * @param evidence of its members
   */
  static Optional<SettingAdvice> timeout(
      String server, WebFarm farm, List<ColdStartEvidence> evidence) {
    Duration longest =
        evidence.stream()
            .map(ColdStartEvidence::longest)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    if (longest.multipliedBy(10).compareTo(farm.timeout().value().multipliedBy(7)) < 0) {
      return Optional.empty();
    }
    String why =
        "A member's first request took "
            + ColdStartAdvice.seconds(longest)
            + " s: the farm has to wait longer than that until its members no longer start cold.";
    return Optional.of(
        timeout(
            server,
            farm,
            longest,
            why,
            List.of(Explanation.COLDSTART_SUSPECT, Explanation.FRONT_GAVE_UP)));
  }

  /**
   * A farm's time-out half as long again as its members needed, in whole half minutes.
   *
   * @param server the server that forwards
   * @param farm the farm
   * @param longest how long members needed
   * @param why one sentence
   * @param explanations which verdicts it belongs to
   */
  static SettingAdvice timeout(
      String server, WebFarm farm, Duration longest, String why, List<Explanation> explanations) {
    long halves = longest.multipliedBy(3).dividedBy(2).toSeconds() / 30 + 1;
    String value = ConfigText.timeSpan(Duration.ofSeconds(30 * halves));
    return new SettingAdvice(
        server,
        farm.timeout().map(ConfigText::timeSpan),
        value,
        why,
        AdminCommands.farm(farm.name(), "applicationRequestRouting.protocol.timeout", value),
        AdminCommands.set(
            AdminCommands.farmPath(farm.name(), "/applicationRequestRouting/protocol"),
            "timeout",
            value),
        explanations);
  }

  /**
   * A test of the members' health, which keeps them awake and takes out one that does not answer.
   * Empty when there is one, or when no member went idle.
   *
   * @param server the server that forwards
   * @param farm the farm
   * @param evidence of its members
   */
  static Optional<SettingAdvice> healthTest(
      String server, WebFarm farm, List<ColdStartEvidence> evidence) {
    Optional<ColdHit> idle =
        evidence.stream().flatMap(one -> one.hits().stream()).filter(ColdHit::idle).findFirst();
    if (idle.isEmpty() || !farm.healthUrl().value().isBlank()) {
      return Optional.empty();
    }
    String url = "http://" + farm.name() + idle.get().line().path();
    return Optional.of(
        new SettingAdvice(
            server,
            farm.healthUrl(),
            url,
            "The members are not tested, so that one goes to sleep for want of requests and a cold"
                + " one still gets them. Choose a cheap page that needs the application, tested"
                + " more often than the idle time-out.",
            AdminCommands.farm(farm.name(), "applicationRequestRouting.healthCheck.url", url),
            AdminCommands.set(
                AdminCommands.farmPath(farm.name(), "/applicationRequestRouting/healthCheck"),
                "url",
                url),
            List.of(Explanation.COLDSTART_SUSPECT)));
  }

  /**
   * The pool in which Application Request Routing runs: it should neither go to sleep nor be
   * recycled, because each start forgets which members are healthy. Only for who has evidence that
   * its process was replaced.
   *
   * @param server the server that forwards
   * @param pool its pool
   * @param seen a sentence on what was seen
   */
  static List<SettingAdvice> ownPool(String server, AppPool pool, String seen) {
    List<SettingAdvice> advice = new ArrayList<>();
    never(server, pool, pool.idleTimeout(), "processModel", seen).ifPresent(advice::add);
    never(server, pool, pool.recycleTime(), "recycling/periodicRestart", seen)
        .ifPresent(advice::add);
    return advice;
  }

  private static Optional<SettingAdvice> never(
      String server, AppPool pool, Setting<Duration> setting, String below, String seen) {
    if (setting.value().isZero()) {
      return Optional.empty();
    }
    String never = ConfigText.timeSpan(Duration.ZERO);
    return Optional.of(
        new SettingAdvice(
            server,
            setting.map(ConfigText::timeSpan),
            never,
            "Each start of the process that forwards forgets which members are healthy.",
            seen,
            AdminCommands.pool(
                pool.name(), below.replace('/', '.') + "." + setting.attribute(), never),
            AdminCommands.set(
                AdminCommands.poolPath(pool.name(), "/" + below), setting.attribute(), never),
            List.of(Explanation.COLDSTART_SUSPECT, Explanation.PRODUCED_BY_FRONT_END)));
  }
}
