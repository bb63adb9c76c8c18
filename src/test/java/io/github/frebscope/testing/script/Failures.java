package io.github.frebscope.testing.script;

import java.time.Duration;

/** Whole requests that fail in the usual ways, for farms of many. */
public final class Failures {
  private Failures() {}

  /** A member of a farm refuses the connection. */
  public static TraceScript refused(Site site, String farm, String member) {
    return toMember(
        site,
        farm,
        member,
        arr ->
            arr.failsBeforeTheRequestIsSent(
                Duration.ofMillis(2000 + site.number() % 7 * 16),
                Arr.CANNOT_CONNECT,
                "A connection with the server could not be established"));
  }

  /** A member of a farm is not reached, for another reason. */
  public static TraceScript notReached(
      Site site, String farm, String member, Duration after, long code, String words) {
    return toMember(site, farm, member, arr -> arr.failsBeforeTheRequestIsSent(after, code, words));
  }

  /** A member of a farm does not answer in time. */
  public static TraceScript timesOut(Site site, String farm, String member, Duration after) {
    return toMember(
        site,
        farm,
        member,
        arr -> arr.failsBeforeTheAnswer(after, Arr.TIMEOUT, "The operation timed out"));
  }

  /** A member of a farm cuts the connection. */
  public static TraceScript reset(Site site, String farm, String member) {
    return toMember(
        site,
        farm,
        member,
        arr ->
            arr.failsBeforeTheAnswer(
                Duration.ofMillis(50 + site.number() % 40 * 16),
                Arr.CONNECTION_ERROR,
                "The connection with the server was terminated abnormally"));
  }

  /** A member of a farm answers with an error of its own. */
  public static TraceScript relayed(
      Site site, String farm, String member, int status, String reason) {
    return toMember(
        site,
        farm,
        member,
        arr ->
            arr.answers(
                Duration.ofMillis(30 + site.number() % 9 * 16),
                status,
                reason,
                "text/html",
                "<html><body>" + reason + "</body></html>"));
  }

  /** A farm has no member left. */
  public static TraceScript noServer(Site site, String farm) {
    TraceScript script = new TraceScript(site);
    Arr arr = new Arr(script.request()).toEmptyFarm(farm);
    script.request().handledBy(Handler.ARR, arr::noServer);
    return played(script);
  }

  /** ASP.NET Core cannot be started. */
  public static TraceScript doesNotStart(Site site) {
    TraceScript script = new TraceScript(site);
    Ancm ancm = new Ancm(script.request());
    String why =
        "Application '/LM/W3SVC/"
            + site.siteId()
            + "/ROOT' with physical root 'D:\\sites\\api\\' failed to start process with commandline"
            + " 'dotnet .\\Api.dll', ErrorCode = '0x80004005'";
    script.request().mappedTo(Handler.ANCM2);
    script
        .request()
        .handledBy(
            Handler.ANCM2,
            () -> ancm.version2DoesNotStart(Duration.ofMillis(1200), 2147500037L, why));
    return played(script);
  }

  /** ASP.NET Core's process does not answer as it should. */
  public static TraceScript forwardFails(Site site, Duration after, long code) {
    TraceScript script = new TraceScript(site);
    Ancm ancm = new Ancm(script.request());
    script.request().mappedTo(Handler.ANCM2);
    script.request().handledBy(Handler.ANCM2, () -> ancm.version2Fails(after, code, ""));
    return played(script);
  }

  /** A file that is not there. */
  public static TraceScript notFound(Site site) {
    TraceScript script = new TraceScript(site);
    RequestScript request = script.request();
    request.after(
        Notification.MAP_REQUEST_HANDLER,
        () -> {
          request.statusBy(
              "IIS Web Core",
              Notification.MAP_REQUEST_HANDLER.value(),
              404,
              "Not Found",
              0,
              2147942402L,
              "");
          request.finish();
        });
    return played(script);
  }

  /** ASP.NET Core answers 500. */
  public static TraceScript serverError(Site site) {
    TraceScript script = new TraceScript(site);
    Ancm ancm = new Ancm(script.request());
    script.request().mappedTo(Handler.ANCM2);
    script
        .request()
        .handledBy(
            Handler.ANCM2,
            () ->
                ancm.answers(
                    Duration.ofMillis(40 + site.number() % 30 * 16),
                    500,
                    "Internal Server Error",
                    "{\"error\":\"order service\"}"));
    return played(script);
  }

  /** PHP answers 500. */
  public static TraceScript phpError(Site site) {
    TraceScript script = new TraceScript(site);
    Programs programs = new Programs(script.request());
    script.request().mappedTo(Handler.PHP);
    script
        .request()
        .handledBy(Handler.PHP, () -> programs.phpFails("PHP Fatal error:  Out of memory\r\n"));
    return played(script);
  }

  /** A CGI program ends early. */
  public static TraceScript cgiEndsEarly(Site site) {
    TraceScript script = new TraceScript(site);
    Programs programs = new Programs(script.request());
    script.request().mappedTo(Handler.CGI);
    script
        .request()
        .handledBy(
            Handler.CGI,
            () -> programs.cgiEndsEarly("D:\\cgi\\form.exe", Duration.ofMillis(90), 1, ""));
    return played(script);
  }

  private interface ArrStep {
    int run(Arr arr);
  }

  private static TraceScript toMember(Site site, String farm, String member, ArrStep step) {
    TraceScript script = new TraceScript(site);
    Arr arr = new Arr(script.request()).toFarm(farm, member);
    script.request().handledBy(Handler.ARR, () -> step.run(arr));
    return played(script);
  }

  private static TraceScript played(TraceScript script) {
    script.request().play();
    return script;
  }
}
