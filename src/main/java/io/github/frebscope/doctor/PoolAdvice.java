package io.github.frebscope.doctor;

import io.github.frebscope.config.AppPool;
import io.github.frebscope.config.Setting;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.log.HttpErrLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to set on a pool that http.sys refused requests for, where its configuration explains it.
 *
 * <p>Sources: the configuration reference of IIS ({@code applicationPools/add}) and KB820729.
 */
final class PoolAdvice {
  /** By schema. */
  private static final int QUEUE = 1000;

  private PoolAdvice() {}

  static List<SettingAdvice> of(ServerEvidence server, List<HttpErrLine> refused) {
    List<SettingAdvice> advice = new ArrayList<>();
    for (HttpErrLine line : refused) {
      server.config().stream()
          .flatMap(config -> config.pools().stream())
          .filter(p -> line.queue().filter(q -> Sites.isQueue(q, p.name())).isPresent())
          .flatMap(p -> of(server, line, p).stream())
          .filter(a -> !advice.contains(a))
          .forEach(advice::add);
    }
    return advice;
  }

  private static Optional<SettingAdvice> of(ServerEvidence server, HttpErrLine line, AppPool pool) {
    if (line.reason().equalsIgnoreCase("Disabled") && !pool.autoStart().value()) {
      return Optional.of(
          advice(
              server,
              pool,
              pool.autoStart().map(String::valueOf),
              "true",
              "The pool was stopped, and it does not start with IIS unless somebody starts it."));
    }
    if (line.reason().equalsIgnoreCase("QueueFull") && pool.queueLength().value() < QUEUE) {
      return Optional.of(
          advice(
              server,
              pool,
              pool.queueLength().map(String::valueOf),
              String.valueOf(QUEUE),
              "The queue was full, and it is shorter than IIS makes it; first see why requests"
                  + " waited."));
    }
    return Optional.empty();
  }

  private static SettingAdvice advice(
      ServerEvidence server, AppPool pool, Setting<String> setting, String value, String why) {
    return new SettingAdvice(
        server.name(),
        setting,
        value,
        why,
        AdminCommands.pool(pool.name(), setting.attribute(), value),
        AdminCommands.set(AdminCommands.poolPath(pool.name(), ""), setting.attribute(), value),
        List.of(Explanation.POOL_DOWN));
  }
}
