package io.github.frebscope.testing.data;

import static io.github.frebscope.testing.script.Notification.EXECUTE_REQUEST_HANDLER;

import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Recording;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Traces that do not tell everything. */
final class PartialStories {
  private static final String MEMBER = "fab-web2.fabrik.example";

  private PartialStories() {}

  static List<Sample> all() {
    return List.of(
        areaNotTraced(), warningsOnly(), fromTheMiddle(), sizeLimit(), timeLimit(), torn());
  }

  private static Sample areaNotTraced() {
    Story story = timeout(30, "/search");
    story.script.record(Recording.EVERYTHING.without("RequestNotifications", "RequestRouting"));
    story.answer.put("module", "null | ApplicationRequestRouting");
    story.answer.put("area", "null | RequestRouting");
    story.answer.put("notification", "null | EXECUTE_REQUEST_HANDLER");
    story.answer.put("backend", "null | shopfarm | " + MEMBER);
    story.play();
    return new Sample(
        "fr000030.arr-502.3-area-not-traced.xml",
        "the areas RequestNotifications and RequestRouting were not traced: nothing says who set"
            + " 502.3, the last handler is a hint",
        story);
  }

  private static Sample warningsOnly() {
    Story story = timeout(31, "/search");
    story.script.record(Recording.EVERYTHING.upTo(3));
    story.byArr(Arr.TIMEOUT);
    story.play();
    story.cause("TIMEOUT_RECEIVE");
    return new Sample(
        "fr000031.arr-502.3-warnings-only.xml",
        "verbosity Warning: the event that set the status is there, the way to it and the member are"
            + " not",
        story);
  }

  private static Sample fromTheMiddle() {
    Story story = timeout(32, "/search");
    story.script.record(Recording.EVERYTHING.beginningInTheMiddle());
    story.byArr(Arr.TIMEOUT).backend(MEMBER).play();
    story.cause("TIMEOUT_RECEIVE");
    return new Sample(
        "fr000032.arr-502.3-begins-in-the-middle.xml",
        "the trace begins with the end of FailedRequestsTracingModule: no GENERAL_REQUEST_START",
        story);
  }

  private static Sample sizeLimit() {
    Story story =
        Story.at(
            Sites.member(33, "/upload").verb("POST", "http://fab-web2.fabrik.example:8080/upload"));
    story.request.mappedTo(Handler.ANCM2);
    story.handler(
        Handler.ANCM2,
        () -> {
          story.ancm().uploads(40);
          story.request.pass(Duration.ofSeconds(30));
          return story.request.status(502, "Bad Gateway", 3, Arr.CONNECTION_ERROR);
        });
    story.script.record(Recording.EVERYTHING.fullAfter(96));
    story.by("AspNetCoreModuleV2", "ANCM", EXECUTE_REQUEST_HANDLER, Arr.CONNECTION_ERROR);
    story.answer.put("module", "null | AspNetCoreModuleV2");
    story.answer.put("area", "null | ANCM");
    story.answer.put("notification", "null | EXECUTE_REQUEST_HANDLER");
    story.play();
    return new Sample(
        "fr000033.ancm2-502.3-size-limit.xml",
        "the file was full before the failure: LOG_FILE_MAX_SIZE_TRUNCATE is the last event",
        story);
  }

  private static Sample timeLimit() {
    Story story = Story.at(Sites.member(34, "/api/slow"));
    story.request.mappedTo(Handler.ANCM2);
    story.handler(
        Handler.ANCM2, () -> story.ancm().version2Fails(Duration.ofMinutes(2), Arr.TIMEOUT, ""));
    story.script.record(Recording.EVERYTHING.writtenAfter(Duration.ofSeconds(10)));
    story.play();
    return new Sample(
        "fr000034.ancm2-200.0-time-taken.xml",
        "the rule's 10 s had passed: written in the middle of the request, status still 200,"
            + " trigger 0",
        story);
  }

  private static Sample torn() {
    Story story = timeout(42, "/search");
    story.byArr(Arr.TIMEOUT).backend(MEMBER).play();
    story.cause("TIMEOUT_RECEIVE");
    return new Sample(
        "fr000042.arr-502.3-torn.xml",
        "the file stops in the middle of an event after the failure: no closing tag",
        story,
        bytes -> Arrays.copyOf(bytes, bytes.length * 4 / 5));
  }

  private static Story timeout(int number, String path) {
    Story story = ArrStories.farm(number, path);
    return story.handler(
        Handler.ARR,
        () ->
            story
                .arr()
                .failsBeforeTheAnswer(
                    Duration.ofSeconds(30), Arr.TIMEOUT, "The operation timed out"));
  }
}
