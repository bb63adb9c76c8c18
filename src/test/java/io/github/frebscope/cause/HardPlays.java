package io.github.frebscope.cause;

import io.github.frebscope.testing.script.Ancm;
import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Notification;
import io.github.frebscope.testing.script.RequestScript;
import io.github.frebscope.testing.script.Site;
import io.github.frebscope.testing.script.TraceScript;
import io.github.frebscope.trace.TraceEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Requests that need more than one step of a module, event by event. */
final class HardPlays {
  static final String LOG_ID = "X-ARR-LOG-ID: 90b1c2d3-7e15-4a66-8c1f-2f3e4d5c6b7a";
  static final String CUT = "2097152";

  private static final String[] SENT = {"1", "2", "4", "8", "16", "32", "4194304"};

  private HardPlays() {}

  /** ARR and a farm. */
  static Supplier<TraceScript> farm(BiConsumer<RequestScript, Arr> does) {
    return farm(r -> {}, does);
  }

  /** ARR and a farm, with something set up before. */
  static Supplier<TraceScript> farm(
      Consumer<RequestScript> first, BiConsumer<RequestScript, Arr> does) {
    return () -> {
      TraceScript script = new TraceScript(Plays.edge());
      Arr arr = new Arr(script.request()).toFarm(Plays.FARM, Plays.MEMBER);
      first.accept(script.request());
      script.request().handledBy(Handler.ARR, () -> does.accept(script.request(), arr));
      script.request().play();
      return script;
    };
  }

  /** ARR and one server. */
  static Supplier<TraceScript> proxy(String server, BiConsumer<RequestScript, Arr> does) {
    return () -> {
      TraceScript script = new TraceScript(Plays.edge());
      Arr arr = new Arr(script.request()).toServer(server);
      script.request().handledBy(Handler.ARR, () -> does.accept(script.request(), arr));
      script.request().play();
      return script;
    };
  }

  /** A module of an application. */
  static Supplier<TraceScript> app(Handler handler, Consumer<RequestScript> does) {
    return app(handler, r -> {}, does);
  }

  /** A module of an application, with something set up before. */
  static Supplier<TraceScript> app(
      Handler handler, Consumer<RequestScript> first, Consumer<RequestScript> does) {
    return app(Plays.app(), handler, first, does);
  }

  /** A module of an application at that site. */
  static Supplier<TraceScript> app(
      Site site, Handler handler, Consumer<RequestScript> first, Consumer<RequestScript> does) {
    return () -> {
      TraceScript script = new TraceScript(site);
      script.request().mappedTo(handler);
      first.accept(script.request());
      script.request().handledBy(handler, () -> does.accept(script.request()));
      script.request().play();
      return script;
    };
  }

  /** ASP.NET Core. */
  static Supplier<TraceScript> core(Handler handler, BiConsumer<RequestScript, Ancm> does) {
    return app(handler, r -> does.accept(r, new Ancm(r)));
  }

  static void emit(RequestScript request, String... names) {
    for (String name : names) {
      request.emit(name);
    }
  }

  /** The running module gives up, in two events and the pair of a completion. */
  static void fails(RequestScript request, int subStatus, long code, String text) {
    request.status(502, "Bad Gateway", subStatus, code);
    if (!text.isEmpty()) {
      request.description(text);
    }
    request.pend();
    request.completed(0, 0);
  }

  /** ARR goes through these steps, waits and gives up. */
  static BiConsumer<RequestScript, Arr> steps(long millis, long code, String... names) {
    return (request, arr) -> {
      emit(request, names);
      request.pass(Plays.ms(millis));
      fails(request, 3, code, "");
    };
  }

  /** ARR waits for the connection. */
  static BiConsumer<RequestScript, Arr> connecting(long millis, long code) {
    return steps(millis, code, "ARR_REQUEST_HEADERS_START");
  }

  /** ARR waits for the answer. */
  static BiConsumer<RequestScript, Arr> sent(long millis, long code) {
    return steps(millis, code, "ARR_REQUEST_HEADERS_START", "ARR_REQUEST_HEADERS_END");
  }

  /** ARR writes no event of its own: RequestRouting is not traced, or ARR is version 1. */
  static BiConsumer<RequestScript, Arr> silent(long millis, long code) {
    return steps(millis, code);
  }

  /** ARR's events for the upload of a body, whose names stand in no manifest. */
  static void entity(RequestScript request, String name, int opcode) {
    request.emitUnknown(
        TraceEvent.builder()
            .position(-1, 0)
            .provider("WWW Server", "{3A2A4E84-4C21-4981-AE10-3FDA0D9B0F83}")
            .kind("{53AE50FA-81DF-47B1-8161-71F0A1C55A48}", opcode, name)
            .header(0, 1, 4)
            .area(0x800, List.of("RequestRouting"), "RequestRouting"));
  }

  /** The headers version 1 and 2 set, and those events of WinHTTP. */
  static void forward(RequestScript request, String... callbacks) {
    request.requestHeader("MS-ASPNETCORE-TOKEN", "0d6c1c2e-dd2b-4c55-9ee1-66d0b2c8e0f5");
    request.requestHeader("X-Forwarded-Proto", "http");
    request.requestHeader("Connection", "");
    if (callbacks.length > 0) {
      request.emit("ANCM_REQUEST_FORWARD_START");
    }
    for (String callback : callbacks) {
      request.emit("ANCM_WINHTTP_CALLBACK", callback);
    }
  }

  /** Everything until the process has the request. */
  static String[] sentTo(String... more) {
    String[] all = java.util.Arrays.copyOf(SENT, SENT.length + more.length);
    System.arraycopy(more, 0, all, SENT.length, more.length);
    return all;
  }

  /** Something takes long before the handler is reached. */
  static void slowBefore(RequestScript request, String module, Notification in, long millis) {
    request.during(module, in, () -> request.pass(Plays.ms(millis)));
  }

  static byte[] changed(byte[] file, UnaryOperator<String> change) {
    return change.apply(new String(file, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  /** The file up to the event that has that text, without it or with it. */
  static UnaryOperator<String> until(String text, boolean with) {
    return file -> {
      int at = file.indexOf(text);
      int start = file.lastIndexOf("<Event ", at);
      return file.substring(0, with ? file.indexOf("</Event>", at) + "</Event>".length() : start);
    };
  }
}
