package io.github.frebscope.cause;

import io.github.frebscope.testing.script.Ancm;
import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Programs;
import io.github.frebscope.testing.script.Site;
import io.github.frebscope.testing.script.TraceScript;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Plays one request to an invented server for a fixture. */
final class Plays {
  static final String FARM = "mosaic-farm";
  static final String MEMBER = "mosaic-app2.mosaic.example";
  static final String SERVER = "http://tiles.mosaic.example:9080";

  private static final Instant START = Instant.parse("2026-04-02T07:31:12.044Z");

  private Plays() {}

  /** A front end. */
  static Site edge() {
    return Site.on("MOSAIC-GW")
        .site(4, "GatewayPool")
        .get("http://www.mosaic.example:80/plan/7")
        .at(START);
  }

  /** A server with an application. */
  static Site app() {
    return Site.on("MOSAIC-APP2")
        .site(9, "PlanPool")
        .get("http://plan.mosaic.example:80/api/plan/7")
        .at(START);
  }

  /** ARR sends the request to a member of a farm. */
  static Supplier<TraceScript> farm(Consumer<Arr> does) {
    return () -> {
      TraceScript script = new TraceScript(edge());
      Arr arr = new Arr(script.request()).toFarm(FARM, MEMBER);
      script.request().handledBy(Handler.ARR, () -> does.accept(arr));
      script.request().play();
      return script;
    };
  }

  /** A rewrite rule sends the request to one server. */
  static Supplier<TraceScript> proxy(Consumer<Arr> does) {
    return proxy(SERVER, does);
  }

  /** A rewrite rule sends the request to that server. */
  static Supplier<TraceScript> proxy(String server, Consumer<Arr> does) {
    return () -> {
      TraceScript script = new TraceScript(edge());
      Arr arr = new Arr(script.request()).toServer(server);
      script.request().handledBy(Handler.ARR, () -> does.accept(arr));
      script.request().play();
      return script;
    };
  }

  /** An ASP.NET Core application, by that version of the module. */
  static Supplier<TraceScript> core(Handler version, Consumer<Ancm> does) {
    return () -> {
      TraceScript script = new TraceScript(app());
      Ancm ancm = new Ancm(script.request());
      script.request().mappedTo(version);
      script.request().handledBy(version, () -> does.accept(ancm));
      script.request().play();
      return script;
    };
  }

  /** An ASP.NET Core application is sent a body of that many bytes. */
  static Supplier<TraceScript> upload(Handler version, long length, Consumer<Ancm> does) {
    return () -> {
      TraceScript script =
          new TraceScript(app().verb("POST", "http://plan.mosaic.example:80/api/plan"));
      Ancm ancm = new Ancm(script.request());
      script.request().mappedTo(version).headers("Content-Length: " + length);
      script.request().handledBy(version, () -> does.accept(ancm));
      script.request().play();
      return script;
    };
  }

  /** A program of that kind. */
  static Supplier<TraceScript> program(Handler handler, Consumer<Programs> does) {
    return () -> {
      TraceScript script = new TraceScript(app());
      Programs programs = new Programs(script.request());
      script.request().mappedTo(handler);
      script.request().handledBy(handler, () -> does.accept(programs));
      script.request().play();
      return script;
    };
  }

  static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
