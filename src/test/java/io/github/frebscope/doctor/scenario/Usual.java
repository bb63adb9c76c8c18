package io.github.frebscope.doctor.scenario;

import io.github.frebscope.testing.FarmWriter;
import io.github.frebscope.testing.farm.ServerScript;
import io.github.frebscope.testing.farm.SiteScript;
import java.time.Duration;

/** The parts that most farms have: sites with a working day of ordinary traffic. */
final class Usual {
  /** WinHTTP's 12030, as ASP.NET Core's module has it: the connection was ended. */
  static final long ENDED = 2147954430L;

  private Usual() {}

  /** A site of ASP.NET that answers all day; its tracing is on and has no rule yet. */
  static SiteScript site(FarmWriter farm, String server, String name, int id, String host) {
    return site(farm.server(server), name, id, host);
  }

  /** The same. */
  static SiteScript site(ServerScript server, String name, int id, String host) {
    SiteScript site = server.site(name, id);
    site.binding(host).pool(name + " pool").tracing(true);
    site.log().paths("/", "/home", "/search", "/css/site.css", "/img/logo.png");
    site.log().traffic("05:00:00", "19:00:00", 25, 31L * id + server.ip().hashCode());
    return site;
  }

  /** The same for ASP.NET Core out of process, which makes its own 502s. */
  static SiteScript core(FarmWriter farm, String server, String name, int id, String host) {
    farm.server(server).site(name, id).aspNetCore("OutOfProcess");
    return site(farm.server(server), name, id, host);
  }

  /** A site that is recorded as it should be. */
  static SiteScript recorded(FarmWriter farm, String server, String name, int id, String host) {
    return site(farm, server, name, id, host).rule("*", "502");
  }

  /**
   * A front end with ARR in front of members, whose site is recorded and answers all day. Its
   * traces are of requests for shop.mosaic.example.
   *
   * @param timeout of its farm, {@code 00:00:30}; empty for the default
   */
  static SiteScript front(FarmWriter farm, String server, String timeout, String... members) {
    return frontWithoutRule(farm, server, timeout, members).rule("*", "400-599");
  }

  /** The same without a rule of tracing. */
  static SiteScript frontWithoutRule(
      FarmWriter farm, String server, String timeout, String... members) {
    ServerScript front = farm.server(server);
    front.farm("webfarm", timeout, members);
    SiteScript site = site(front, "Default Web Site", 1, "");
    site.pool("Default Web Site pool", pool -> pool.alwaysRunning());
    site.traces().host("shop.mosaic.example");
    return site;
  }

  /** All that members get comes from the front end. */
  static void behind(FarmWriter farm, String front, String... members) {
    for (String member : members) {
      farm.server(member).behind(farm.server(front).ip());
    }
  }

  /**
   * A 502.3 of ARR, which waited for a member so long: the line in the log and the trace.
   *
   * @param start when the request began
   * @param end when it ended
   */
  static void timedOut(SiteScript front, String start, String end, String path, int seconds) {
    timedOut(front, "web01", start, end, path, seconds);
  }

  /** A 502.3 of the front end after so many seconds of waiting for a member, with its trace. */
  static void timedOut(
      SiteScript front, String member, String start, String end, String path, int seconds) {
    front.log().line(end, path, 502, 3, 12002, seconds * 1000L + 12);
    front.traces().timesOut(start, path, "webfarm", member, Duration.ofSeconds(seconds));
  }
}
