package io.github.frebscope.testing.data;

import static io.github.frebscope.testing.script.Notification.EXECUTE_REQUEST_HANDLER;

import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Language;
import io.github.frebscope.testing.script.Notification;
import io.github.frebscope.testing.script.Site;
import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is odd about some files, though IIS writes them so. */
final class QuirkStories {
  private static final String MEMBER = "fab-web2.fabrik.example";
  private static final String NO_CONNECTION =
      "A connection with the server could not be established";

  private QuirkStories() {}

  static List<Sample> all() {
    return List.of(
        unknownKinds(), cutNumbers(), german(), controlCharacters(), ampersand(), quote());
  }

  private static Sample unknownKinds() {
    Story story = refused(Sites.edge(36, "/cart"));
    story.request.during(
        "HttpCacheModule",
        Notification.BEGIN_REQUEST,
        () -> {
          story.request.emitUnknown(
              TraceEvent.builder()
                  .provider("", "{5D1E6C11-7C2B-4B54-9E6A-2F1B7A6C90E4}")
                  .kind("{A0B1C2D3-0E0F-4A4B-8C8D-101112131415}", 7, "FAB_CACHE_PROBE")
                  .header(0, 2, 4)
                  .area(0x20, List.of(), "")
                  .data(
                      List.of(
                          new DataField("ContextId", "{00000000-0000-0000-0000-000000000000}"),
                          new DataField("Key", "cart:771"),
                          new DataField("Hit", "false"),
                          new DataField("Hit", "true"))));
          story.request.emitUnknown(
              TraceEvent.builder()
                  .provider("WWW Server", "{3A2A4E84-4C21-4981-AE10-3FDA0D9B0F83}")
                  .kind("{53AE50FA-81DF-47B1-8161-71F0A1C55A48}", 97, "ARR_SOMETHING_NEW")
                  .header(0, 1, 4)
                  .area(0x800, List.of("RequestRouting"), "RequestRouting")
                  .data(List.of(new DataField("Detail", "x"))));
        });
    story.cause("CONNECT_REFUSED");
    return new Sample(
        "fr000036.arr-502.3-unknown-events.xml",
        "a provider nobody knows, without a name, and an event ARR does not have here: both are kept"
            + " as data",
        played(story));
  }

  private static Sample cutNumbers() {
    Story story = Story.at(Sites.legacy(37, "/iso/backup.vhd"));
    story.script.firesFrom(200);
    story.request.handledBy(
        Handler.STATIC_FILE,
        () -> {
          story.request.emit("GENERAL_STATIC_FILE_HANDLER", "D:\\SITES\\ISO\\BACKUP.VHD");
          story.request.responseHeader("Content-Type", "application/octet-stream");
          story.request.emit("GENERAL_FLUSH_RESPONSE_START");
          // 6 GiB from offset 3 GiB: only the low 32 bits are printed, the offset as signed.
          story.request.emit(
              "GENERAL_RESPONSE_ENTITY_FILE",
              "D:\\SITES\\ISO\\BACKUP.VHD",
              "-1073741824",
              "2147483648");
          story.request.pass(Duration.ofSeconds(41));
          story.request.emit("GENERAL_FLUSH_RESPONSE_END", "4294967295", "2147943629");
        });
    story.play();
    return new Sample(
        "fr000037.static-200.0-cut-numbers.xml",
        "64-bit values of which IIS prints the low 32 bits, one with a minus sign; the client went"
            + " away",
        story);
  }

  private static Sample german() {
    Site site =
        Site.on("LIND-WEB2")
            .site(4, "Bestellung Süd")
            .get("http://bestellung.lindenhof.example:80/größe?q=äöü")
            .number(38)
            .at(Instant.parse("2026-03-12T22:59:59.996Z"))
            .language(Language.GERMAN);
    Story story = Story.at(site);
    Arr arr = story.arr().toServer("http://lind-app1.lindenhof.example:8080");
    story.handler(
        Handler.ARR,
        () ->
            arr.failsBeforeTheRequestIsSent(
                Duration.ofMillis(2020),
                Arr.CANNOT_CONNECT,
                "Mit dem Server konnte keine Verbindung hergestellt werden"));
    story.byArr(Arr.CANNOT_CONNECT).backend("lind-app1.lindenhof.example:8080").play();
    story.cause("CONNECT_REFUSED");
    return new Sample(
        "fr000038.arr-502.3-german.xml", "a German server: texts, umlauts, over midnight", story);
  }

  private static Sample controlCharacters() {
    Story story = ArrStories.farm(39, "/feed");
    story.handler(
        Handler.ARR,
        () -> {
          int event =
              story
                  .arr()
                  .failsBeforeTheRequestIsSent(
                      Duration.ofMillis(1010), Arr.CANNOT_CONNECT, NO_CONNECTION);
          story.request.bodyIfAllowed("\u001f\u2039\b");
          return event;
        });
    story.byArr(Arr.CANNOT_CONNECT).backend(MEMBER).play();
    story.cause("CONNECT_REFUSED");
    return new Sample(
        "fr000039.arr-502.3-control-characters.xml",
        "IIS 7.5 wrote the start of a gzip body as text: raw control characters, not well-formed",
        story);
  }

  private static Sample ampersand() {
    Story story = refused(Sites.edge(40, "/cart?a=1&b=2").site(3, "Shop & Cart"));
    story.request.headers("X-Campaign: spring \uDC8Bsale\uDCFC");
    story.cause("CONNECT_REFUSED");
    return new Sample(
        "fr000040.arr-502.3-ampersand-in-pool.xml",
        "a bare & in the pool's name and bytes 0x8B and 0xFC in a header: neither well-formed nor"
            + " UTF-8",
        played(story));
  }

  private static Sample quote() {
    Story story = refused(Sites.edge(41, "/cart").site(3, "Shop \"new\" <2>"));
    story.answer.put("appPool", "Shop \"new\" <2> | null");
    story.cause("CONNECT_REFUSED");
    return new Sample(
        "fr000041.arr-502.3-quotes-in-pool.xml",
        "quotes and angle brackets in the pool's name, unescaped in the root element",
        played(story));
  }

  private static Story refused(Site site) {
    Story story = Story.at(site);
    story.arr().toFarm("shopfarm", MEMBER);
    return story.handler(
        Handler.ARR,
        () ->
            story
                .arr()
                .failsBeforeTheRequestIsSent(
                    Duration.ofMillis(1010), Arr.CANNOT_CONNECT, NO_CONNECTION));
  }

  private static Story played(Story story) {
    return story
        .by(
            "ApplicationRequestRouting",
            "RequestRouting",
            EXECUTE_REQUEST_HANDLER,
            Arr.CANNOT_CONNECT)
        .backend(MEMBER)
        .play();
  }
}
