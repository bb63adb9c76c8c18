package io.github.frebscope.testing.data;

import static io.github.frebscope.testing.script.Notification.EXECUTE_REQUEST_HANDLER;
import static io.github.frebscope.testing.script.Notification.MAP_REQUEST_HANDLER;

import io.github.frebscope.testing.script.AspNet;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Programs;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.RequestScript;
import java.time.Duration;
import java.util.List;

/** Requests inside requests. */
final class ChildStories {
  private static final long FILE_NOT_FOUND = 2147942402L;
  private static final Handler DEFAULT_DOCUMENT =
      new Handler(
          Handler.STATIC_FILE.name(),
          Handler.STATIC_FILE.modules(),
          "",
          "",
          "DefaultDocumentModule");

  private ChildStories() {}

  static List<Sample> all() {
    return List.of(firedBy404(), firedBy304(), copied500());
  }

  private static Sample firedBy404() {
    Story story = Story.at(Sites.legacy(26, "/news/"));
    RequestScript child = story.request.child("http://intern.moorland.example:80/news/teaser.htm");
    child.buffered();
    child.after(
        MAP_REQUEST_HANDLER,
        story.deciding(
            () -> {
              child.finish();
              return child.statusBy(
                  "IIS Web Core",
                  MAP_REQUEST_HANDLER.value(),
                  404,
                  "Not Found",
                  0,
                  FILE_NOT_FOUND,
                  "");
            }));
    story.request.mappedTo(Handler.ASPX).managed();
    story.request.handledBy(
        Handler.ASPX,
        () -> {
          new AspNet(story.request).page(() -> story.request.tick());
          story.request.playChild(child);
          story.request.body("<html><body>News</body></html>");
        });
    story.play().byNobody();
    return new Sample(
        "fr000026.child-200.0-fired-by-404.xml",
        "a child request's 404 fires the rule; the client gets 200",
        story);
  }

  private static Sample firedBy304() {
    Story story = Story.at(Sites.legacy(27, "/manual/"));
    story.script.firesFrom(300);
    RequestScript child =
        story.request.child("http://intern.moorland.example:80/manual/index.html");
    child.handledBy(
        Handler.STATIC_FILE,
        story.deciding(() -> new Programs(child).notModified("D:\\SITES\\MANUAL\\INDEX.HTML")));
    story.request.handledBy(DEFAULT_DOCUMENT, () -> story.request.playChild(child));
    story.play().byNobody();
    return new Sample(
        "fr000027.child-200.0-fired-by-304.xml",
        "the default document as a child request answers 304, which fires the rule; the root says"
            + " 200",
        story);
  }

  private static Sample copied500() {
    Story story = Story.at(Sites.legacy(28, "/start"));
    RequestScript child = story.request.child("http://intern.moorland.example:80/start/home.aspx");
    child.mappedTo(Handler.ASPX).managed();
    child.handledBy(
        Handler.ASPX,
        story.deciding(
            () -> {
              new AspNet(child).handler(() -> child.pass(Duration.ofMillis(530)));
              int event = child.status(500, "Internal Server Error", 0, 0);
              child.finish();
              return event;
            }));
    story.request.mappedTo(Handler.EXTENSIONLESS).managed();
    story.request.handledBy(
        Handler.EXTENSIONLESS,
        () -> {
          story.request.playChild(child);
          story.request.status(500, "Internal Server Error", 0, 0);
          story.request.finish();
        });
    story.by("ManagedPipelineHandler", "ASPNET", EXECUTE_REQUEST_HANDLER, 0).play();
    story.script.record(Recording.EVERYTHING.upTo(4));
    return new Sample(
        "fr000028.child-500.0-copied.xml",
        "a child request fails with 500 and the parent copies the status: two events set it",
        story);
  }
}
