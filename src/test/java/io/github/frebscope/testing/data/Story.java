package io.github.frebscope.testing.data;

import io.github.frebscope.testing.script.Ancm;
import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.AspNet;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Notification;
import io.github.frebscope.testing.script.Programs;
import io.github.frebscope.testing.script.RequestScript;
import io.github.frebscope.testing.script.Rewrite;
import io.github.frebscope.testing.script.Site;
import io.github.frebscope.testing.script.TraceScript;
import java.util.function.IntSupplier;

/** A request with a known answer: the script, and which of its events decides about the status. */
final class Story {
  final TraceScript script;
  final RequestScript request;
  final Answer answer;

  private Story(Site site) {
    script = new TraceScript(site);
    request = script.request();
    answer = new Answer(script);
  }

  static Story at(Site site) {
    return new Story(site);
  }

  Arr arr() {
    return new Arr(request);
  }

  Ancm ancm() {
    return new Ancm(request);
  }

  AspNet aspNet() {
    return new AspNet(request);
  }

  Programs programs() {
    return new Programs(request);
  }

  Rewrite rewrite() {
    return new Rewrite(request);
  }

  /** What the handler does, ending in the event that decides. */
  Story handler(Handler handler, IntSupplier body) {
    request.handledBy(handler, deciding(body));
    return this;
  }

  /** Code whose result is the number of the event that decides. */
  Runnable deciding(IntSupplier body) {
    return () -> answer.decidedBy(body.getAsInt(), request.lastPause());
  }

  /** The module that decides, as the answer will name it. */
  Story by(String module, String area, Notification notification, long errorCode) {
    answer.by(module, area, notification.name(), errorCode);
    return this;
  }

  /** The deciding event was a child's, which fired the rule; nobody set what the client got. */
  Story byNobody() {
    answer.nobody();
    return this;
  }

  Story byArr(long errorCode) {
    return by(
        "ApplicationRequestRouting",
        "RequestRouting",
        Notification.EXECUTE_REQUEST_HANDLER,
        errorCode);
  }

  Story backend(String backend) {
    answer.put("backend", backend);
    return this;
  }

  /** Why it failed; a story without this has no cause that can be told. */
  Story cause(String cause) {
    answer.put("cause", cause);
    return this;
  }

  Story play() {
    request.play();
    return this;
  }
}
